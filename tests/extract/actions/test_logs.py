from __future__ import annotations

from datetime import date

import pytest

from pipeline.document import Block
from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.plans.milestones import MILESTONES
from pipeline.records import Action, Milestone
from tests.extract.building import item, minutes, only, part, table

HEAD = ("Ref", "Date raised", "Action", "Owner", "Due", "Status", "Update")
GATE = ("7", "01/02/2027", "Mend the gate", "AT", "30/04/2027", "Open", "Hinges are here.")
POND = ("8", "01/02/2027", "Drain the pond", "JP", "Next meeting", "Closed", "")


def logged(*flow: Block | str) -> list[Action]:
    return only(Action, ACTIONS, part("other", *flow))


def test_a_log_under_its_heading_in_any_paper() -> None:
    gate, pond = logged("Action tracker", table(HEAD, GATE, POND))
    assert (gate.text, gate.owner, gate.due, gate.due_on, gate.status, gate.reference) == (
        "Mend the gate",
        "AT",
        "30/04/2027",
        date(2027, 4, 30),
        "Open",
        "7",
    )
    assert (gate.comment, gate.origin) == ("Hinges are here.", "log")
    assert (pond.due, pond.due_on, pond.status) == ("Next meeting", None, "Closed")


@pytest.mark.parametrize(
    "heading",
    ["Action Log", "Matters arising", "Outstanding actions", "Actions from the last meeting"],
)
def test_a_log_is_no_plan_and_a_plan_no_log(heading: str) -> None:
    rows = table(HEAD, GATE)
    assert only(Milestone, MILESTONES, part("other", heading, rows)) == []
    assert len(logged(heading, rows)) == 1
    assert logged("Pond Improvement Plan", rows) == []
    assert len(only(Milestone, MILESTONES, part("other", "Pond Improvement Plan", rows))) == 1


def test_the_item_is_the_minute_that_a_row_refers_to() -> None:
    head = ("Minute", "Action", "Who", "When")
    rows = table(head, ("4", "Mend the gate", "Clerk", "May"), ("9", "Drain it", "Clerk", "May"))
    of = minutes(item("4", "Gates", "The gate was seen."), item("5", "Actions", rows))
    found = only(Action, ACTIONS, of)
    assert [(a.item_number, a.reference) for a in found] == [("4", "4"), ("5", "9")]


def test_rows_that_name_a_meeting_are_no_actions() -> None:
    found = logged("Action Log", table(HEAD, ("Meeting of 1 February 2027",), GATE))
    assert [a.text for a in found] == ["Mend the gate"]


def test_a_log_goes_on_overleaf_without_its_head() -> None:
    assert len(logged("Action Log", table(HEAD, GATE), table(POND, page=2))) == 2


def test_a_table_of_interests_asks_nobody_for_anything() -> None:
    rows = (
        ("Councillor", "Minute Number", "Nature of Interest"),
        ("Ada Quill", "6 - Pond House Ltd - Loan", "Brother is a director"),
        ("Joe Pike", "11 - Mooring Charges", "Holds a berth"),
    )
    assert only(Action, ACTIONS, minutes(item("2", "Declarations of Interest", table(*rows)))) == []


def test_tasks_that_share_a_row_are_actions_of_their_own() -> None:
    rows = table(("Who", "What", "Status"), ("Jo", "* Mend the gate * Drain the pond", ""))
    found = only(Action, ACTIONS, minutes(item("9", "Actions for follow-up", rows)))
    assert [(a.text, a.owner) for a in found] == [("Mend the gate", "Jo"), ("Drain the pond", "Jo")]
