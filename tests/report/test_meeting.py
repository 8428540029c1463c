from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Report, Scope
from tests.report.conftest import made
from tests.report.hostile import keep
from tests.store.invented import invented


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
    assert "Papers contradict themselves or one another in 1 point." in report.summary


def test_what_changed_between_versions_is_told_with_both_pages(tmp_path: Path) -> None:
    it = invented()
    drafts = [r for r in it.rows["attendance"] if r["document_id"] == "d-summer-pack"]
    approved = [r for r in it.rows["attendance"] if r["document_id"] == "d-spring"]
    change = {
        "meeting_id": "m-spring",
        "from_document_id": "d-summer-pack",
        "to_document_id": "d-spring",
        "item_number": None,
    }
    it.rows["contradictions"][0]["change_id"] = "c1"
    it.add(
        "version_changes",
        change_id="c1",
        fact_table="attendance",
        kind="changed",
        field="status",
        what="B Marsh",
        before="present",
        after="apologies",
        from_fact_id=drafts[1]["fact_id"],
        from_page=1,
        to_fact_id=approved[1]["fact_id"],
        to_page=1,
        position=1,
        **change,
    )
    it.add(
        "version_changes",
        change_id="c2",
        fact_table="text",
        kind="dropped",
        field="text",
        what="no item",
        before="The Chair thanked all.",
        from_page=4,
        position=2,
        **change,
    )
    report = made(keep(tmp_path / "archive", it), "meeting", which="m-spring")
    first, second = report.tables()["changes"].rows
    assert first.cells == (
        "draft minutes to minutes",
        "people",
        "B Marsh",
        "status changed",
        "present",
        "apologies",
    )
    assert [place.paper.document_id for place in first.places] == ["d-spring", "d-summer-pack"]
    assert second.cells[3:] == ("dropped", "The Chair thanked all.", None)
    assert [place.page for place in second.places] == [4]
    assert "contradictions" not in report.tables(), "the change says the same"
    assert "The versions of its record differ in 2 points." in report.summary


def test_the_last_meeting_with_a_record_is_taken(plain) -> None:
    assert plain("meeting").title.endswith("3 June 2031"), "that of September has an agenda alone"
    assert plain("meeting", Scope(until=date(2031, 4, 1))).title.endswith("4 March 2031")
    assert plain("meeting", Scope(since=date(2031, 9, 1))).title.endswith("9 September 2031")


def test_a_meeting_that_is_not_there_is_told(plain) -> None:
    with pytest.raises(UsageError, match="no meeting 'nowhere'"):
        plain("meeting", which="nowhere")
    with pytest.raises(UsageError, match="no meeting that fits"):
        plain("meeting", Scope("parks"))
