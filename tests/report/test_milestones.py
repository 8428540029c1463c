from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Chart, Report, Scope
from tests.report.conftest import made
from tests.report.hostile import keep
from tests.store.invented import AUTUMN, SPRING, SUMMER, Invented, blank_pdf

DAYS = {"m-spring": SPRING, "m-summer": SUMMER, "m-autumn": AUTUMN}
# Milestone, then per report: deadline, status, per cent.
PLAN = {
    "New crane": [
        (date(2031, 5, 31), "On Target", 40),
        (date(2031, 7, 31), "Delayed", 30),
        (date(2031, 12, 31), "Overdue", 30),
    ],
    "Quay wall": [
        (date(2031, 4, 30), "On Target", 90),
        (date(2031, 4, 30), "Completed", 100),
        None,
    ],
    "Dredger": [(date(2031, 9, 30), "On Target", 0), None, None],
}
EVENTS = [
    ("New crane", 1, "slip", 61, 61, "31 May", "31 July"),
    ("New crane", 1, "reversal", None, None, "On Target", "Delayed"),
    ("New crane", 1, "fall", None, None, "40", "30"),
    ("New crane", 2, "slip", 153, 214, "31 July", "31 December"),
    ("Quay wall", 1, "completed", None, None, "90", "100"),
    ("Dredger", 1, "dropped", None, None, "On Target", None),
]


def plan(it: Invented, name: str, key: str) -> None:
    """A plan that three meetings were told of, and what befell its milestones."""
    for document, meeting_id in enumerate(DAYS):
        it.document(
            f"{key}{document}",
            "report",
            blank_pdf(3 + document) + key.encode(),
            {meeting_id: ("report", 1 if key == "a" else 2)},
        )
    rows: dict[tuple[str, int], str] = {}
    for milestone, reports in PLAN.items():
        for at, (report, meeting_id) in enumerate(zip(reports, DAYS, strict=True)):
            if report is None:
                continue
            due, status, percent = report
            rows[milestone, at] = it.fact(
                "milestones",
                f"{key}{at}",
                meeting_id,
                f"{milestone} row {at}",
                plan=name,
                milestone=milestone,
                theme="Harbour",
                lead_officers=["Cleo Tarn", "Dov Reed"],
                deadline=f"{due:%B %Y}",
                deadline_from=due,
                deadline_to=due,
                status=status,
                percent_complete=percent,
            )
            it.add(
                "milestone_links",
                history_id=f"{key}-{milestone}",
                milestone_id=rows[milestone, at],
                score=1.0,
                plan_id=f"plan-{key}",
                reported_on=DAYS[meeting_id],
                copy=False,
            )
    for milestone, at, kind, days, first, was, became in EVENTS:
        shown = at - 1 if kind == "dropped" else at
        it.add(
            "milestone_events",
            history_id=f"{key}-{milestone}",
            plan_id=f"plan-{key}",
            kind=kind,
            milestone_id=rows[milestone, shown],
            previous_id=rows.get((milestone, at - 1)),
            meeting_id=list(DAYS)[at],
            reported_on=list(DAYS.values())[at],
            days=days,
            days_from_first=first,
            percent=None,
            was=was,
            became=became,
        )


def meetings(it: Invented) -> Invented:
    for meeting_id, day in DAYS.items():
        it.add("meetings", meeting_id=meeting_id, body="Harbour Board", held_on=day)
    return it


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    it = meetings(Invented())
    plan(it, "Harbour Plan", "a")
    return keep(tmp_path_factory.mktemp("plans") / "archive", it)


def cells(report: Report, table: str) -> list[tuple[object, ...]]:
    return [row.cells for row in report.tables()[table].rows]


def test_milestones_stand_the_gravest_first(archive: Path) -> None:
    report = made(archive, "milestones")
    assert [row[1] for row in cells(report, "milestones")] == ["Dredger", "New crane", "Quay wall"]
    crane = cells(report, "milestones")[1]
    assert crane[2:] == (
        "Harbour",
        "Cleo Tarn, Dov Reed",
        date(2031, 5, 31),
        date(2031, 12, 31),
        214,
        "Overdue",
        30,
        AUTUMN,
        "slipped 2 times, got worse, fell back",
    )
    assert report.summary == (
        "Harbour Plan: 3 milestones in 3 reports: 1 slipped, 1 got worse, 1 fell back, 1 dropped; "
        "furthest: “New crane”, 214 days.",
    )
    (chart,) = [block for block in report.blocks() if isinstance(block, Chart)]
    assert chart.wide
    assert "New crane" in chart.svg


def test_what_befell_them_is_told_report_by_report_with_both_pages(archive: Path) -> None:
    table = made(archive, "milestones").tables()["events"]
    assert {(row.cells[1], row.cells[3], row.cells[6]) for row in table.rows} == {
        (SUMMER, "deadline moved later", 61),
        (SUMMER, "status got worse", None),
        (SUMMER, "per cent complete fell", None),
        (SUMMER, "left out, and not completed", None),
        (AUTUMN, "deadline moved later", 153),
    }
    assert [row.cells[1] for row in table.rows] == [SUMMER] * 4 + [AUTUMN]
    slip = next(row for row in table.rows if row.cells[6] == 61)
    assert [place.paper.document_id for place in slip.places] == ["a1", "a0"]
    every = made(archive, "milestones").tables()["all events"]
    assert len(every.rows) == len(EVENTS)


def test_the_scope_holds_for_reports_and_for_what_befell(archive: Path) -> None:
    late = made(archive, "milestones", Scope(since=AUTUMN))
    assert len(cells(late, "events")) == 1
    assert len(cells(late, "milestones")) == 3, "the plan is still shown whole"
    early = made(archive, "milestones", Scope(until=SUMMER))
    assert [row[6] for row in cells(early, "milestones") if row[1] == "New crane"] == [61]
    assert made(archive, "milestones", Scope(plan="no such")).summary == (
        "No plan in scope has a report with a date.",
    )


def test_too_many_plans_are_a_usage_error(tmp_path: Path) -> None:
    it = meetings(Invented())
    for number in range(13):
        plan(it, f"Plan {number}", "abcdefghijklm"[number])
    archive = keep(tmp_path / "archive", it)
    with pytest.raises(UsageError, match="13 plans; name one with --plan"):
        made(archive, "milestones")
    assert made(archive, "milestones", Scope(plan="plan 7")).title == "Milestones: Plan 7"
