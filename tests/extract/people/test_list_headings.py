from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only


def people(*front: str | Block) -> list[tuple[str, str | None, str, str]]:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.role, each.grouping, each.status) for each in found]


def test_those_who_came_below_what_they_are_together() -> None:
    assert people(
        "Panel: Ada Quill (Chair), Joe Pike (Mere Brook Council).",
        "Apologies: Maud Lisle.",
        "Other Attendees: Ivy Stokes (Mere Data).",
    ) == [
        ("Ada Quill", "Chair", "member", "present"),
        ("Joe Pike", "Mere Brook Council", "member", "present"),
        ("Maud Lisle", None, "member", "apologies"),
        ("Ivy Stokes", "Mere Data", "guest", "present"),
    ]


def test_two_headings_whose_columns_were_lost_tell_not_who_came() -> None:
    assert people("Attendees:", "Apologies:", "Ada Quill", "Joe Pike", "Maud Lisle") == []


def test_a_post_before_each_name() -> None:
    front = ("Board members: President Ada Quill, Secretary Joe Pike, Treasurer Maud Lisle",)
    assert [(name, role) for name, role, *_ in people(*front)] == [
        ("Ada Quill", "President"),
        ("Joe Pike", "Secretary"),
        ("Maud Lisle", "Treasurer"),
    ]


def test_a_clerk_leads_a_line_on_which_others_follow() -> None:
    found = people(
        "Present", "Councillors A Quill, J Pike", "Clerk M Lisle, Ivy Stokes Mere District Council"
    )
    assert ("M Lisle", "Clerk", "officer", "present") in found
    assert any(name == "Ivy Stokes" for name, *_ in found)


def test_a_clerk_with_a_title() -> None:
    found = people("Present: Councillors A Quill, J Pike, Clerk Mrs M Lisle")
    assert found[-1] == ("M Lisle", "Clerk", "officer", "present")
