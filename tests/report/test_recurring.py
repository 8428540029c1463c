from __future__ import annotations

from datetime import date

import pytest

from pipeline.report.model import Chart, Note, Scope
from tests.report.conftest import made


def test_an_action_is_told_with_every_time_that_it_was_raised(plain) -> None:
    report = plain("recurring")
    (action,) = report.tables()["actions"].rows
    assert action.cells[:9] == (
        1,
        "Harbour Master to publish the tide tables",
        "Harbour Master",
        2,
        date(2031, 3, 4),
        date(2031, 6, 3),
        189,
        2,
        "open",
    )
    times = report.tables()["times raised"]
    assert [column.name for column in times.columns[:4]] == ["No.", "Action", "State", "Meeting"]
    assert [row.cells[3] for row in times.rows] == [date(2031, 3, 4), date(2031, 6, 3)]
    assert [row.places[0].paper.document_id for row in times.rows] == ["d-spring", "d-summer"]
    assert times.pictures == "open"
    assert any(isinstance(block, Chart) for block in report.blocks())
    assert report.summary[0] == "1 action was raised in more than one meeting: 1 still open."


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
        assert report.summary == ("No action was raised in more than one meeting.",)


def test_age_counts_up_to_the_end_of_the_scope(plain) -> None:
    (action,) = plain("recurring", Scope(until=date(2031, 7, 1))).tables()["actions"].rows
    assert action.cells[6:8] == (91, 1)


def test_what_is_left_out_is_told(hostile_archive) -> None:
    report = made(hostile_archive, "recurring", Scope(limit=3))
    assert len(report.tables()["actions"].rows) == 3
    notes = [block.text for block in report.blocks() if isinstance(block, Note)]
    assert any("10 actions were raised more than once; these are the 3" in text for text in notes)
