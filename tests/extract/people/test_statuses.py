from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para, table


def roll(*flow: Block) -> list[tuple[str, str | None, str]]:
    found = only(Attendee, ATTENDANCE, minutes(item("II", "Roll call", *flow)))
    return [(each.name, each.role, each.status) for each in found]


def test_a_roll_in_lines_says_who_came() -> None:
    assert roll(
        para("Attendee Name Title Status Arrived"),
        para("Ada Quill Vice Chair Absent"),
        para("Joss Tarn Planning Commissioner Present 6:23 PM"),
    ) == [("Ada Quill", "Vice Chair", "absent"), ("Joss Tarn", "Planning Commissioner", "present")]


def test_a_roll_in_a_table_says_it_too() -> None:
    rows = (
        ("Attendee Name", "Title", "Status", "Arrived"),
        ("Ada Quill", "Commissioner", "Excused", ""),
        ("Joss Tarn", "Chair", "Present", "6:10 PM"),
    )
    assert [(n, s) for n, _, s in roll(table(*rows))] == [
        ("Ada Quill", "apologies"),
        ("Joss Tarn", "present"),
    ]


def test_a_status_in_a_sentence_makes_no_roll() -> None:
    assert roll(para("Ada Quill and the Keeper were glad to be present")) == []


def test_an_attendance_page_says_each_role_and_whether_they_came() -> None:
    assert roll(
        para("Attendee Role Attendance"),
        para("Councillor Ada Quill Chair Expected, Present"),
        para("Councillor Joss Tarn Committee Member Expected, Apologies"),
        para("Councillor Bo Elm Substitute Present, as substitute"),
        para("Ivo Lamb Head of Audit In attendance, virtual"),
    ) == [
        ("Ada Quill", None, "present"),
        ("Joss Tarn", "Committee Member", "apologies"),
        ("Bo Elm", "Substitute", "present"),
        ("Ivo Lamb", "Head of Audit", "present"),
    ]


def test_an_attendance_page_in_a_table_tells_members_from_those_in_attendance() -> None:
    rows = (
        ("Attendee", "Role", "Attendance"),
        ("Councillor Ada Quill", "Chair", "Present"),
        ("Mr Joss Tarn", "Independent Person", "Absent"),
        ("Ivo Lamb", "Head of Audit", "In attendance"),
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Attendance", table(*rows))))
    assert [(p.name, p.role, p.status, p.grouping, p.chair) for p in found] == [
        ("Ada Quill", None, "present", "member", True),
        ("Joss Tarn", "Independent Person", "absent", "member", False),
        ("Ivo Lamb", "Head of Audit", "present", "officer", False),
    ]
