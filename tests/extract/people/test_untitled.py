"""A list of people at the head of minutes, without a heading of its own."""

from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import bullets, item, minutes, only, table
from tests.extract.people.listing import people

LINES = (
    "Ann Thorne (Chair)",
    "Joe Pike (Treasurer)",
    "Ivy Stokes (Director)",
    "Tom Elm (Director)",
)


def test_lines_that_name_one_each_with_a_post_are_those_who_came() -> None:
    found = people("Minutes of Board Meeting 4 May 2027", *LINES, "The Board met at two.")
    assert [(name, status) for name, _, status in found] == [
        ("Ann Thorne", "present"),
        ("Joe Pike", "present"),
        ("Ivy Stokes", "present"),
        ("Tom Elm", "present"),
    ]


def test_a_table_of_them_is_such_a_list_too() -> None:
    rows = table(*((name.split(" (")[0], name.split(" (")[1][:-1]) for name in LINES))
    assert len(people("Minutes of Board Meeting 4 May 2027", rows)) == 4


def test_names_alone_are_nobody_in_particular() -> None:
    assert people("Minutes of 4 May 2027", *bullets("Ann Thorne", "Joe Pike", "Ivy Stokes")) == []


def test_no_such_list_counts_beside_one_that_has_a_heading() -> None:
    found = people(*LINES, "Present: Maud Lisle and Ben Orme")
    assert [name for name, _, _ in found] == ["Maud Lisle", "Ben Orme"]


def test_councillors_on_one_line_and_those_beside_them() -> None:
    found = people(
        "May 2027 Minutes",
        "Cllr Thorne (Chair) Cllrs Pike, Stokes and Elm.",
        "Parish Clerk Lisle",
        "District Councillor Orme",
    )
    assert [(name, group) for name, group, _ in found] == [
        ("Thorne", "member"),
        ("Pike", "member"),
        ("Stokes", "member"),
        ("Elm", "member"),
        ("Lisle", "officer"),
        ("Orme", "councillor"),
    ]


def test_a_post_that_names_others_too_stands_beside_one_person() -> None:
    rows = table(
        ["Ann Thorne", "– Chair"],
        ["Joe Pike", "– Warden (also for Maud Lisle)"],
        ["Ivy Stokes", "– Clerk"],
        ["Tom Elm", "– Engineer"],
    )
    found = people("Minutes of Board Meeting 4 May 2027", rows)
    assert [name for name, _, _ in found] == ["Ann Thorne", "Joe Pike", "Ivy Stokes", "Tom Elm"]


def test_many_names_alone_are_people_where_given_names_say_so() -> None:
    names = ("Mary Thorne", "Edward Pike", "Colin Stokes", "Cllr Tom Elm", "Peter Lisle")
    assert [n for n, _, _ in people("Minutes of 4 May 2027", *names)] == [
        "Mary Thorne",
        "Edward Pike",
        "Colin Stokes",
        "Tom Elm",
        "Peter Lisle",
    ]
    places = ("Main Hall", "Mill Lane", "Pond Side", "Upper Field", "Mere End")
    assert people("Minutes of 4 May 2027", *places) == []


def test_a_run_of_people_with_their_initials_needs_no_titles() -> None:
    front = (
        "Minutes of the Meeting of the Parish Council",
        "Zeb Thornby (ZT), Quill Pikeby (QP), Wen Ellisby (WE), Dai Ormeby (DO), Ed Ivyby (EI)",
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Ponds", "All was well."), front=front))
    assert [p.name for p in found] == [
        "Zeb Thornby",
        "Quill Pikeby",
        "Wen Ellisby",
        "Dai Ormeby",
        "Ed Ivyby",
    ]


def test_a_table_with_names_over_every_column_is_one() -> None:
    rows = table(
        ["Mere Access Forum", "Location: Elm Hall"],
        ["Name:", "Name:"],
        ["Ann Thorne", "Joe Pike"],
        ["Ivy Stokes", "Tom Elm (Mere Council)"],
    )
    found = people("Minutes of Access Forum 4 May 2027", rows)
    assert [name for name, _, _ in found] == ["Ann Thorne", "Joe Pike", "Ivy Stokes", "Tom Elm"]


def test_lines_of_several_with_titles_are_one_with_those_beside_below() -> None:
    found = people(
        "Mrs L Thorne [LT] Chair (FG); Mr T Orme [TO] Headteacher (SG); Mr D Pike [DP] (FG)",
        "Rev P Elm [PE] (FG); Mr K Stokes [KS] (FG)",
        "(FG) Foundation Governor; (SG) Staff Governor",
        "Mrs G Hale [GH] Clerk to Governors",
    )
    assert [name for name, _, _ in found][-2:] == ["K Stokes", "G Hale"]
    assert len(found) == 6
