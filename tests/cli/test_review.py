from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest


@pytest.fixture
def doubtful(folder: Path, tmp_path: Path) -> Path:
    """The archive of invented papers, some of its facts less certain."""
    place = tmp_path / "doubtful"
    shutil.copytree(folder, place)
    with duckdb.connect(str(place / "archive.duckdb")) as connection:
        connection.execute(
            "UPDATE attendance SET confidence = 0.4, rule = 'run-in list', signals = ['short'] "
            "WHERE document_id = 'd-summer' AND name = 'Ben Marsh'"
        )
        connection.execute("UPDATE actions SET confidence = 0.6, rule = 'will'")
        connection.execute(
            "INSERT INTO rules VALUES "
            "('attendance', 'rule', 'run-in list', 'a name in a list', 9, 8, 0.5), "
            "('attendance', 'signal', 'short', 'its text is short', 9, 3, -1.5), "
            "('actions', 'rule', 'will', 'a sentence with will', 9, 3, -1.5)"
        )
        connection.execute(
            "INSERT INTO contradictions VALUES ('m-summer', 'd-summer', 'attendance', "
            "'Ben Marsh is listed as present and as absent', NULL)"
        )
    return place


def test_the_least_certain_comes_first_with_reasons_place_and_command(papers, doubtful) -> None:
    printed = papers("review", "--archive", doubtful)
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    lines = printed.out.splitlines()
    assert lines[0].startswith("0.40  attendance: Ben Marsh")
    assert "found as a name in a list" in printed.out
    assert "but its text is short" in printed.out
    assert "contradiction: Ben Marsh is listed as present and as absent" in printed.out
    assert "d-summer.pdf, page " in printed.out
    assert "papers show paper d-summer --evidence DIR" in printed.out
    assert "below 0.8, of " in lines[-1]


def test_one_table_one_body_and_a_limit(papers, doubtful) -> None:
    found = json.loads(papers("review", "--archive", doubtful, "--table", "actions", "--json").out)
    assert {fact["fact"] for fact in found["facts"]} == {"actions"}
    assert found["found"] == len(found["facts"]) > 1
    one = papers("review", "--archive", doubtful, "--table", "actions", "--limit", "1")
    assert f"1 of {found['found']} facts below 0.8" in one.out
    none = json.loads(papers("review", "--archive", doubtful, "--body", "no such", "--json").out)
    assert none["facts"] == []
    some = json.loads(papers("review", "--archive", doubtful, "--body", "HARBOUR", "--json").out)
    assert some["facts"]


def test_nothing_below_is_said(papers, doubtful) -> None:
    printed = papers("review", "--archive", doubtful, "--below", "0.1")
    assert printed.code == 0
    assert printed.out.startswith("0 facts below 0.1")


def test_json_has_the_evidence_and_the_command(papers, doubtful) -> None:
    found = json.loads(papers("review", "--archive", doubtful, "--limit", "1", "--json").out)
    (fact,) = found["facts"]
    assert fact["confidence"] == 0.4
    assert fact["signals"] == ["its text is short"]
    assert fact["quote"]
    assert fact["show"] == "papers show paper d-summer --evidence DIR"


def test_a_table_that_holds_no_facts_is_no_question(papers, doubtful) -> None:
    printed = papers("review", "--archive", doubtful, "--table", "meetings")
    assert printed.code == 2
    assert "attendance" in printed.err
