from __future__ import annotations

from datetime import date

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Report, Scope


def cells(report: Report, name: str) -> list[tuple[object, ...]]:
    return [row.cells for row in report.tables()[name].rows]


def test_all_of_one_meeting_is_told(plain) -> None:
    report = plain("meeting", which="m-summer")
    assert report.title == "Harbour Improvement Board, 3 June 2031"
    assert [row[0] for row in cells(report, "attendance")] == [
        "Ada Quill",
        "Ben Marsh",
        "Cleo Tarn",
    ]
    assert cells(report, "attendance")[0][3] == "chair"
    assert cells(report, "decisions")[0] == (
        "2",
        "Lighthouse Repairs",
        "approved",
        "RESOLVED: That the repairs be approved.",
    )
    assert cells(report, "declarations")[0][2] == "Keeps a boat in the marina."
    assert cells(report, "carried over") == [
        (
            "Harbour Master to publish the tide tables",
            "Harbour Master",
            None,
            date(2031, 3, 4),
            date(2031, 3, 4),
            "yes",
            "open",
        )
    ]
    assert cells(report, "forward plan")[0][:2] == (date(2031, 9, 9), "Dredging contracts")
    assert "1 action of earlier meetings was still without an end; 1 came up again." in (
        report.summary
    )
    crane = cells(report, "milestones")[0]
    assert (crane[0], crane[4], crane[6]) == ("New crane in service", "Delayed", "On Target")


def test_its_papers_and_where_they_disagree_are_named(plain) -> None:
    report = plain("meeting", which="2031-03-04")
    assert [row[0] for row in cells(report, "papers")] == ["minutes", "draft minutes"]
    ((subject, detail),) = cells(report, "contradictions")
    assert subject == "attendance"
    assert "sent apologies in the approved minutes" in str(detail)
    assert "The papers disagree in 1 point; the last section has them." in report.summary


def test_the_last_meeting_with_a_record_is_taken(plain) -> None:
    assert plain("meeting").title.endswith("3 June 2031"), "that of September has an agenda alone"
    assert plain("meeting", Scope(until=date(2031, 4, 1))).title.endswith("4 March 2031")
    assert plain("meeting", Scope(since=date(2031, 9, 1))).title.endswith("9 September 2031")


def test_a_meeting_that_is_not_there_is_told(plain) -> None:
    with pytest.raises(UsageError, match="no meeting 'nowhere'"):
        plain("meeting", which="nowhere")
    with pytest.raises(UsageError, match="no meeting that fits"):
        plain("meeting", Scope("parks"))
