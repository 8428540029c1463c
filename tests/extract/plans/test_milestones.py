from __future__ import annotations

from datetime import date

import pytest

from pipeline.document import Block
from pipeline.extract.plans.milestones import MILESTONES, percent_of, split_leads, status_of
from pipeline.records import Milestone
from tests.extract.building import only, para, part, quotes, refusals, table

HEAD = ("Milestone", "Lead Officer", "Deadline", "Status", "% Complete", "Comments")
DRAIN = ("Drain the pond", "Hugh Penhallow", "May-24", "On Target", "40%", "Pump bought.")
FILL = ("Fill the pond", "Ann Thorne / Joe Pike", "Jun-24", "Delayed", "0%", "")


def milestones(*flow: Block | str) -> list[Milestone]:
    return only(Milestone, MILESTONES, part("report", *flow))


def places(found: list[Milestone]) -> list[tuple[str | None, str | None, str | None]]:
    return [(m.theme, m.activity_number, m.activity) for m in found]


def test_a_row_and_its_cells() -> None:
    (found,) = milestones(table(HEAD, DRAIN))
    assert found.milestone == "Drain the pond"
    assert found.lead_officers == ("Hugh Penhallow",)
    assert (found.deadline, found.deadline_from, found.deadline_to) == (
        "May-24",
        date(2024, 5, 1),
        date(2024, 5, 31),
    )
    assert (found.status, found.percent_complete, found.comment) == (
        "On Target",
        40,
        "Pump bought.",
    )


def test_an_empty_cell_is_none() -> None:
    (found,) = milestones(table(HEAD, FILL))
    assert found.comment is None
    assert found.lead_officers == ("Ann Thorne", "Joe Pike")


def test_section_rows_set_the_activity_and_the_heading_above_the_theme() -> None:
    found = milestones(
        para("**Theme: Ponds**"),
        table(HEAD, ("1. Care for ponds",), DRAIN, FILL, ("2. Care for mills",), DRAIN),
    )
    assert places(found) == [
        ("Theme: Ponds", "1", "Care for ponds"),
        ("Theme: Ponds", "1", "Care for ponds"),
        ("Theme: Ponds", "2", "Care for mills"),
    ]


def test_a_row_over_a_head_printed_anew_is_a_theme() -> None:
    """A school's plan: no status, 'Time' for a deadline, an aim over each repeated head."""
    head = ("Objectives", "Actions to be taken", "Lead", "Time", "Success criteria")
    ramp = ("Safe ways in", "Widen the ramp", "Headteacher", "By Summer 2024", "Ramp is wide")
    sign = ("Clear signs", "Print signs in colour", "Caretaker", "Ongoing", "Signs are read")
    pond = table(
        head,
        ("Better lessons", "Train all teachers", "Headteacher", "Spring 2024", "All are trained"),
        ("AIM 2: Getting about",),
        head,
        ramp,
        sign,
    )
    found = milestones(para("**AIM 1: Learning**"), pond)
    assert [(m.theme, m.activity, m.milestone, m.deadline) for m in found] == [
        ("AIM 1: Learning", "Better lessons", "Train all teachers", "Spring 2024"),
        ("AIM 2: Getting about", "Safe ways in", "Widen the ramp", "By Summer 2024"),
        ("AIM 2: Getting about", "Clear signs", "Print signs in colour", "Ongoing"),
    ]


def test_a_new_heading_ends_the_activity_before_it() -> None:
    found = milestones(
        "Ponds",
        table(HEAD, ("1. Care for ponds",), DRAIN),
        "Mills",
        table(HEAD, FILL),
    )
    assert places(found) == [("Ponds", "1", "Care for ponds"), ("Mills", None, None)]


def test_a_repeated_head_is_no_milestone() -> None:
    assert len(milestones(table(HEAD, DRAIN, HEAD, FILL))) == 2


def test_a_table_that_goes_on_without_its_head() -> None:
    found = milestones(table(HEAD, ("3. Care for ponds",), DRAIN), table(FILL, page=2))
    assert places(found) == [(None, "3", "Care for ponds")] * 2


def test_columns_are_known_by_their_meaning() -> None:
    (found,) = milestones(
        table(
            ("Ref", "RAG", "By when", "Action", "Owner", "Progress"),
            ("1", "A", "Q2 2024/25", "Drain the pond", "Ann Thorne", "Pump bought."),
        )
    )
    assert (found.milestone, found.status, found.comment) == (
        "Drain the pond",
        "Amber",
        "Pump bought.",
    )
    assert found.deadline_from == date(2024, 7, 1)


def test_an_activity_column_groups_the_milestone_column() -> None:
    head = ("Activity", "Milestone", "Lead", "Deadline", "Status")
    found = milestones(
        table(
            head,
            ("1. Care for ponds", "Drain the mill pond", "Ann Thorne", "May-24", "Completed"),
            ("^", "Fill the lower pond", "Ann Thorne", "Jun-24", "Overdue"),
        )
    )
    assert places(found) == [(None, "1", "Care for ponds")] * 2


def test_a_column_of_codes_is_no_milestone_column() -> None:
    head = ("Activity", "Outcome", "Lead", "Deadline", "Status")
    (found,) = milestones(
        table(head, ("Drain the mill pond", "SO1, SO2", "Ann Thorne", "May-24", "Open"))
    )
    assert (found.milestone, found.activity) == ("Drain the mill pond", None)


def test_a_row_without_a_milestone_is_refused() -> None:
    row = ("", "Ann Thorne", "May-24", "", "", "")
    assert refusals(MILESTONES, part("report", table(HEAD, DRAIN, row))) == ["Ann Thorne | May-24"]


@pytest.mark.parametrize(
    "head",
    [
        ("Risk", "Owner", "Impact", "Likelihood", "Status"),
        ("Date", "Item", "Officer", "Notes", "Pages"),
        ("Action", "Owner"),
    ],
    ids=["risks", "forward plan", "too few"],
)
def test_other_tables_are_no_plan(head: tuple[str, ...]) -> None:
    assert milestones(table(head, tuple("abcdefgh"[: len(head)]))) == []


@pytest.mark.parametrize(
    ("printed", "leads"),
    [
        ("Ann Thorne/Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne and Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne & Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne; Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne, Joe Pike", ("Ann Thorne", "Joe Pike")),
        ("Ann Thorne", ("Ann Thorne",)),
        ("AT, JP and HP", ("AT", "JP", "HP")),
        ("Head of Ponds and Clerk", ("Head of Ponds", "Clerk")),
        ("Pond Ethics and Streams Lead", ("Pond Ethics and Streams Lead",)),
        ("Head of Skills and Learning", ("Head of Skills and Learning",)),
        (None, ()),
    ],
)
def test_lead_officers(printed: str | None, leads: tuple[str, ...]) -> None:
    assert split_leads(printed) == leads


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("on target", "On Target"),
        ("Complete", "Completed"),
        ("OVERDUE", "Overdue"),
        ("R", "Red"),
        ("Paused", "Paused"),
        ("", None),
        (None, None),
    ],
)
def test_status(printed: str | None, status: str | None) -> None:
    assert status_of(printed) == status


@pytest.mark.parametrize(
    ("printed", "percent"),
    [
        ("40%", 40),
        ("100 %", 100),
        ("0%", 0),
        (" 75 ", 75),
        ("140%", None),
        ("tbc", None),
        (None, None),
    ],
)
def test_percent(printed: str | None, percent: int | None) -> None:
    assert percent_of(printed) == percent


def test_the_source_is_the_whole_row() -> None:
    assert quotes(MILESTONES, part("report", table(HEAD, DRAIN))) == [" ".join(DRAIN)]
