from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.report.model import Chart, Note, Scope
from tests.report.conftest import made
from tests.report.hostile import keep
from tests.store.invented import SUMMER, invented


def test_an_action_is_told_with_every_time_that_it_was_raised(plain) -> None:
    report = plain("recurring")
    (action,) = report.tables()["actions"].rows
    assert action.cells == (
        1,
        "Harbour Master to publish the tide tables",
        "request",
        "Harbour Master",
        2,
        date(2031, 3, 4),
        date(2031, 6, 3),
        91,
        1,
        "open",
        date(2031, 3, 4),
        "no paper says that it is done",
    )
    times = report.tables()["times raised"]
    assert [column.name for column in times.columns[:4]] == ["No.", "What", "State", "Meeting"]
    assert [row.cells[3:6:2] for row in times.rows] == [
        (date(2031, 3, 4), "raised"),
        (date(2031, 6, 3), "raised"),
    ]
    assert [row.places[0].paper.document_id for row in times.rows] == ["d-spring", "d-summer"]
    assert action.places[0].paper.document_id == "d-summer", "the evidence of its state first"
    assert times.pictures == "open"
    assert any(isinstance(block, Chart) for block in report.blocks())
    assert report.summary[0] == "1 matter was raised in more than one meeting: 1 still open."


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope("harbour"), 1),
        (Scope(since=date(2031, 6, 3)), 1),
        (Scope(since=date(2031, 6, 4)), 0),
        (Scope(until=date(2031, 6, 2)), 0),
        (Scope(until=date(2031, 6, 3)), 1),
    ],
)
def test_the_scope_is_kept(plain, scope: Scope, found: int) -> None:
    report = plain("recurring", scope)
    assert len(report.tables()["actions"].rows) == found
    if not found:
        assert report.summary == ("Nothing was raised in more than one meeting.",)


def test_all_that_speaks_of_it_is_told_and_what_it_was_closed_by(tmp_path: Path) -> None:
    it = invented()
    (thread,) = it.rows["action_threads"]
    planned = it.rows["forward_plan"][0]["fact_id"]
    closing = it.rows["resolutions"][2]["fact_id"]
    thread |= {
        "state": "closed",
        "state_since": SUMMER,
        "state_reason": "closed by a resolution",
        "evidence_table": "resolutions",
        "evidence_id": closing,
    }
    for table, fact, part in (
        ("forward_plan", planned, "planned"),
        ("resolutions", closing, "closed"),
    ):
        it.add(
            "action_thread_mentions",
            thread_id=thread["thread_id"],
            fact_table=table,
            fact_id=fact,
            meeting_id="m-summer",
            document_id="d-summer",
            part=part,
            score=0.9,
        )
    archive = keep(tmp_path / "archive", it)
    report = made(archive, "recurring")
    parts = [row.cells[5] for row in report.tables()["times raised"].rows]
    assert sorted(parts[:3]) == ["raised", "raised", "set down for 9 September 2031"]
    assert parts[3] == "closed"
    (action,) = report.tables()["actions"].rows
    assert action.cells[9:] == ("closed", SUMMER, "closed by a resolution")
    assert action.places[0].page == 2
    notes = [block.text for block in report.blocks() if isinstance(block, Note)]
    assert "Closed since 3 June 2031: closed by a resolution. Owner: Harbour Master." in notes


def test_what_was_closed_after_the_scope_was_open_then(tmp_path: Path) -> None:
    it = invented()
    it.rows["action_threads"][0] |= {"state": "closed", "state_since": date(2031, 9, 9)}
    report = made(keep(tmp_path / "archive", it), "recurring", Scope(until=SUMMER))
    (action,) = report.tables()["actions"].rows
    assert action.cells[9] == "open"
    assert action.cells[11] == "closed later, on 9 September 2031"


def test_what_is_left_out_is_told(hostile_archive: Path) -> None:
    report = made(hostile_archive, "recurring", Scope(limit=3))
    assert len(report.tables()["actions"].rows) == 3
    notes = [block.text for block in report.blocks() if isinstance(block, Note)]
    assert any("10 matters were raised more than once; these are the 3" in text for text in notes)
