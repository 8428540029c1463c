from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ArchiveMissingError, UsageError
from pipeline.store.read import Archive, QueryError, QueryTimeoutError, open_archive


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
