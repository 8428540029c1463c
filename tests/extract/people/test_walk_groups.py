"""Lists of people that other headings, tables and strangers interrupt."""

from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, table
from tests.extract.people.listing import people


def test_groups_headed_within_the_apologies_sent_apologies() -> None:
    rows = table(
        ["Present:", "Ann Thorne (Chair), Joe Pike"],
        ["Apologies:", "Parish Councillors: Ivy Stokes and District Councillor, Maud Lisle"],
        ruled=False,
    )
    listed = [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ivy Stokes", "member", "apologies"),
        ("Maud Lisle", "councillor", "apologies"),
    ]
    assert people("Ash Parish Council", rows) == listed
    assert people("Present: Ann Thorne, Joe Pike", "Apologies:", "Officers: Hugh Penhallow") == [
        *listed[:2],
        ("Hugh Penhallow", "officer", "apologies"),
    ]


def test_a_list_goes_on_below_its_table_and_strangers_beside_it_are_no_posts() -> None:
    rows = table(
        ["Present:", "Clerk: Hugh Penhallow"],
        ["Cllr Ann Thorne", ""],
        ["Cllr Joe Pike", "Members of the public"],
        ["Cllr Ivy Stokes", "7"],
        ruled=False,
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=[rows, "Cllr M Lisle"]))
    assert [(p.name, p.grouping, p.role) for p in found] == [
        ("Hugh Penhallow", "officer", "Clerk"),
        ("Ann Thorne", "member", None),
        ("Joe Pike", "member", None),
        ("Ivy Stokes", "member", None),
        ("M Lisle", "member", None),
    ]


def test_who_is_named_below_a_heading_of_strangers_is_a_guest() -> None:
    rows = table(
        ["Present:", ""],
        ["Cllr Ann Thorne", "Visitors"],
        ["Cllr Joe Pike", "Hugh Penhallow"],
        ruled=False,
    )
    assert people(rows) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Hugh Penhallow", "guest", "present"),
    ]


def test_one_name_sends_apologies_where_everybody_has_one() -> None:
    assert people(
        "Present: Anna, Josh, Ivy and Maud",
        "Apologies were received from Hugh",
    )[-1] == ("Hugh", "member", "apologies")


def test_a_title_that_its_blank_was_lost_behind() -> None:
    assert people("Present: CllrAnn Thorne, Cllr Joe Pike") == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
    ]


def test_a_middle_initial_behind_an_office_and_a_given_name_begins_nobody() -> None:
    assert [
        p[0]
        for p in people(
            "MEMBERS PRESENT: Chairman Hugh A. Penhallow; Supervisors Ann B. Thorne, Joe C. Pike"
        )
    ] == ["Hugh A. Penhallow", "Ann B. Thorne", "Joe C. Pike"]


def test_one_member_and_a_comma_above_all_the_others() -> None:
    assert [
        p[0]
        for p in people(
            "Members Present: Councillor Thorne,", "Chair Councillors Pike, Orme, Lisle and Stokes"
        )
    ] == ["Thorne", "Pike", "Orme", "Lisle", "Stokes"]


def test_a_table_whose_cells_slashes_part() -> None:
    found = people(
        "in the Board Room, Heron House, Ashby",
        "Present",
        "/",
        "Mr Hugh Penhallow",
        "/ Chairman",
        "Mrs Ann Thorne / Board Member",
        "By Invitation / Miss Ivy Stokes / Director of Ponds",
    )
    assert found == [
        ("Hugh Penhallow", "member", "present"),
        ("Ann Thorne", "member", "present"),
        ("Ivy Stokes", "officer", "present"),
    ]
