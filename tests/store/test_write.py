from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import PublishError
from pipeline.store.write import build
from tests.store.invented import Invented


def load(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_values_come_back_as_they_were_given(tmp_path: Path, it: Invented) -> None:
    path = tmp_path / "a.duckdb"
    build(path, it.rows)
    (report,) = load(path, "SELECT authors, dated, page, x1, confidence FROM reports")
    assert report == (["Cleo Tarn", "Dov Reed"], None, 4, 300.5, 0.9)
    assert load(path, "SELECT DISTINCT held_on, starts_at, ended_at FROM meetings ORDER BY 1")[
        0
    ] == (date(2031, 3, 4), time(18, 30), None)
    assert load(path, "SELECT pages FROM documents WHERE document_id = 'd-exempt'") == [(None,)]
    assert list(tmp_path.iterdir()) == [path], "the file of rows is left behind"


def test_a_missing_integer_stays_null_beside_others(tmp_path: Path, it: Invented) -> None:
    milestones = it.rows["milestones"]
    milestones[0]["percent_complete"] = 40
    milestones[1]["percent_complete"] = None
    path = tmp_path / "a.duckdb"
    build(path, it.rows)
    found = load(path, "SELECT percent_complete FROM milestones WHERE document_id = 'd-spring'")
    assert found == [(40,), (None,)]
    assert isinstance(found[0][0], int)


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    summer = timezone(timedelta(hours=1))
    run = {"started_at": datetime(2031, 7, 1, 13, tzinfo=summer), "outcome": "success"}
    build(path, {"ingest_runs": [{"run_id": "r", **run}]})
    assert load(path, "SELECT started_at FROM ingest_runs") == [
        (datetime(2031, 7, 1, 12, tzinfo=UTC).replace(tzinfo=None),)
    ]


def test_rows_stand_in_one_order_whatever_order_they_come_in(tmp_path: Path, it: Invented) -> None:
    paths = [tmp_path / "a.duckdb", tmp_path / "b.duckdb"]
    build(paths[0], it.rows)
    build(paths[1], it.rows | {t: it.rows[t][::-1] for t in ("documents", "meetings", "people")})
    for table in ("documents", "meetings", "people"):
        first, second = (load(path, f"FROM {table}") for path in paths)
        assert first == second


def test_facts_of_a_document_keep_the_order_of_the_paper(tmp_path: Path, it: Invented) -> None:
    path = tmp_path / "a.duckdb"
    build(path, it.rows)
    found = load(path, "SELECT name FROM attendance WHERE document_id = 'd-spring'")
    assert found == [("Ada Quill",), ("B Marsh",), ("Cleo Tarn",)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param({"person_id": "p", "name": 7}, "people.name", id="a number for text"),
        pytest.param({"person_id": "p", "nmae": "A"}, "nmae", id="an unknown column"),
        pytest.param({"person_id": "p"}, "people", id="a missing name"),
    ],
)
def test_a_row_that_does_not_fit_is_named(
    tmp_path: Path, row: dict[str, object], told: str
) -> None:
    with pytest.raises(PublishError, match=told):
        build(tmp_path / "a.duckdb", {"people": [row]})


@pytest.mark.parametrize("value", [True, 3.5, "4"])
def test_only_whole_numbers_go_into_integer_columns(tmp_path: Path, value: object) -> None:
    row = {"document_id": "d", "part": value, "kind": "minutes", "draft": False}
    with pytest.raises(PublishError, match=r"document_parts\.part"):
        build(tmp_path / "a.duckdb", {"document_parts": [row]})


def test_an_unknown_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="minutiae"):
        build(tmp_path / "a.duckdb", {"minutiae": []})


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"])),
            st.none() | st.lists(st.text(max_size=5), max_size=3),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_text_is_stored_and_loaded_alike(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[tuple[str, list[str] | None]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.duckdb"
    evidence = {"document_id": "d", "quote": "", "extractor": "x/1", "confidence": 1}
    build(
        path,
        {
            "reports": [
                {"fact_id": str(n), "title": title, "authors": authors, **evidence}
                for n, (title, authors) in enumerate(given_rows)
            ]
        },
    )
    assert load(path, "SELECT title, authors FROM reports ORDER BY fact_id::INTEGER") == given_rows
