from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only


def people(*front: str) -> list[tuple[str, str]]:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.grouping) for each in found]


def test_a_lead_officer_of_a_decision_is_nobody_who_came() -> None:
    assert people("Decision: To note the plan.", "Lead officer: Ann Thorne, Joe Pike") == []


def test_members_and_officers_in_one_list_are_members_but_for_the_clerk() -> None:
    assert people(
        "Members and Officers present: Mr A Thorne, Mr J Pike and Mrs B Elm (Clerk)."
    ) == [
        ("A Thorne", "member"),
        ("J Pike", "member"),
        ("B Elm", "officer"),
    ]
