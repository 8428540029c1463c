from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipeline.errors import ArchiveMissingError, UsageError
from pipeline.store.publish import publish
from pipeline.store.read import (
    BATCH,
    Archive,
    ArchiveInUseError,
    QueryError,
    QueryTimeoutError,
    open_archive,
)
from tests.store.invented import Invented


def test_an_answer_as_a_data_frame(archive: Archive) -> None:
    frame = archive.sql("SELECT 1 AS one, NULL AS nothing").to_pandas()
    assert list(frame.columns) == ["one", "nothing"]
    assert frame["one"].tolist() == [1]


def test_a_folder_or_a_file_may_be_named(published: Path) -> None:
    for place in (published, str(published), published / "archive.duckdb"):
        with open_archive(place) as archive:
            assert archive.sql("SELECT 1 AS one").dicts() == [{"one": 1}]


def test_a_missing_archive_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match="papers ingest PATH"):
        open_archive(tmp_path)


def test_a_file_that_is_no_archive_names_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "archive.duckdb").write_bytes(b"not a database at all" * 100)
    with pytest.raises(ArchiveMissingError, match="papers ingest PATH"):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM meetings",
        "CREATE TEMP TABLE t AS SELECT 1",
        "SELECT 1; SELECT 2",
        "SET memory_limit = '9GB'",
        "ATTACH 'other.duckdb'",
        "COPY meetings TO 'out.csv'",
        "EXPORT DATABASE 'out'",
        "INSTALL httpfs",
        "",
        "-- nothing",
    ],
)
def test_only_one_read_is_let_through(archive: Archive, statement: str) -> None:
    with pytest.raises(QueryError, match="only read"):
        archive.sql(statement)


@pytest.mark.parametrize(
    "statement", ["DESCRIBE meetings", "SHOW TABLES", "FROM people", "EXPLAIN SELECT 1"]
)
def test_reads_of_every_kind_are_let_through(archive: Archive, statement: str) -> None:
    assert archive.sql(statement).rows


@pytest.mark.parametrize("call", ["read_text", "read_csv", "read_blob", "glob"])
def test_no_other_file_can_be_read(archive: Archive, tmp_path: Path, call: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    with pytest.raises(QueryError, match="disabled"):
        archive.sql(f"SELECT * FROM {call}('{secret}')")


def test_a_query_that_runs_on_is_stopped(published: Path) -> None:
    with open_archive(published, seconds=0.2) as archive:
        with pytest.raises(QueryTimeoutError, match=r"0\.2 seconds"):
            archive.sql("SELECT sum(a.range * b.range) FROM range(10000000) a, range(1000000) b")
        assert archive.sql("SELECT 1").rows == ((1,),), "the connection is of no more use"


def test_parameters_are_bound_not_pasted(archive: Archive) -> None:
    nasty = "' OR 1=1 --"
    assert archive.sql("SELECT name FROM people WHERE name = $name", {"name": nasty}).rows == ()


def test_a_wrong_parameter_is_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="no parameter 'colour'"):
        archive.query("contradictions", colour="red")


def test_an_export_writes_its_one_file_only(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "it's.parquet"
    with open_archive(published, may_write=target) as archive:
        archive.save_parquet("SELECT name FROM people WHERE name > $n;", {"n": "B"}, target)
        with pytest.raises(QueryError, match="disabled"):
            archive.save_parquet("SELECT 1", {}, tmp_path / "other.parquet")
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes()[:4] == b"PAR1"


def test_an_archive_may_be_open_twice_and_both_are_locked(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    with (
        open_archive(published) as one,
        open_archive(published) as two,
        open_archive(published, may_write=target) as three,
    ):
        for archive in (one, two, three):
            assert archive.sql("SELECT count(*) FROM meetings").rows == ((3,),)
            with pytest.raises(QueryError, match="disabled"):
                archive.sql(f"SELECT * FROM glob('{tmp_path}/*')")
            for setting in ("enable_external_access", "lock_configuration"):
                found = archive.sql(f"SELECT current_setting('{setting}')").rows[0][0]
                assert found is (setting == "lock_configuration")
        with pytest.raises(QueryError, match="disabled"):
            one.save_parquet("SELECT 1", {}, target)
        three.save_parquet("SELECT 1", {}, target)


def test_what_is_opened_after_a_publish_is_new(tmp_path: Path, it: Invented) -> None:
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as before:
        assert before.sql("SELECT count(*) FROM people").rows == ((3,),)
        it.add("people", person_id="p-new", name="Eve New", honorific=None)
        publish(tmp_path, it.rows)
        with open_archive(tmp_path) as after:
            assert after.sql("SELECT count(*) FROM people").rows == ((4,),)
        assert before.sql("SELECT count(*) FROM people").rows == ((3,),)


def test_an_archive_that_is_being_written_is_not_called_missing(
    tmp_path: Path, it: Invented
) -> None:
    path = publish(tmp_path, it.rows)
    with duckdb.connect(path), pytest.raises(ArchiveInUseError, match="open for writing"):
        open_archive(tmp_path)


def test_rows_are_fetched_as_they_are_wanted(archive: Archive) -> None:
    found = archive.sql("SELECT * FROM range(10000000000)", most=BATCH + 1)
    assert len(found.rows) == BATCH + 1, "ten milliards of rows would take more than all memory"
    assert archive.sql("SELECT * FROM range(5)", most=0).rows == ()
    batches = archive.stream("SELECT * FROM range($n)", {"n": BATCH * 2 + 1}).batches
    assert [len(batch) for batch in batches] == [BATCH, BATCH, 1]


def test_the_clock_runs_while_rows_are_fetched(published: Path) -> None:
    with open_archive(published, seconds=0.2) as archive:
        found = archive.stream("SELECT * FROM range(10000000000)")
        with pytest.raises(QueryTimeoutError, match=r"0\.2 seconds"):
            for _ in found.batches:
                pass


def test_columns_named_alike_are_told_apart(archive: Archive) -> None:
    found = archive.sql("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS b, 5 AS a")
    assert found.columns == ("a", "a_3", "a_2", "b", "a_4")
    assert list(found.dicts()[0].values()) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "statement",
    ["DESCRIBE people", "SHOW TABLES;", "SELECT ';' AS é; -- the end", "SELECT 1 -- one;"],
)
def test_every_table_can_be_exported(published: Path, tmp_path: Path, statement: str) -> None:
    target = tmp_path / "out.parquet"
    with open_archive(published, may_write=target) as archive:
        archive.save_parquet(statement, {}, target)
    assert duckdb.sql(f"FROM '{target}'").fetchall()
