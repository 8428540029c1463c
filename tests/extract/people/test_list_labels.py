from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Present were Mr A Thorne (Chairman), Mr J Pike and Mrs B Elm.",
            [("A Thorne", "member"), ("J Pike", "member"), ("B Elm", "member")],
        ),
        (
            "Present: Cllr A Thorne; Cllr J Pike Parish Clerk: Mrs Bea Elm Public: 2",
            [("A Thorne", "member"), ("J Pike", "member"), ("Bea Elm", "officer")],
        ),
        (
            "Present Cllrs: A Thorne, J Pike. In attendance the Clerk Bea Elm.",
            [("A Thorne", "member"), ("J Pike", "member"), ("Bea Elm", "officer")],
        ),
    ],
)
def test_lists_whose_headings_run_on(line: str, expected: list[tuple[str, str]]) -> None:
    assert people(line) == expected


def test_apologies_on_the_line_of_those_present() -> None:
    line = "Present: Ann Thorne, Joe Pike. Apologies were received from Cy Cole and Bo Elm"
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=(line,)))
    assert [(p.name, p.status) for p in found] == [
        ("Ann Thorne", "present"),
        ("Joe Pike", "present"),
        ("Cy Cole", "apologies"),
        ("Bo Elm", "apologies"),
    ]


def test_the_chair_of_a_list_of_councillors_has_no_other_post() -> None:
    line = "Present Cllrs: A Thorne (Chair), J Pike"
    first, _ = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=(line,)))
    assert (first.role, first.chair) == (None, True)


def test_one_member_of_the_public_heads_no_list() -> None:
    assert people("In Attendance:", "One member of the public", "Mr A Thorne, Clerk to Mere") == [
        ("A Thorne", "officer")
    ]
