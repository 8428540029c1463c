"""Lists of people in forms that few papers use, each beside the form it must not be taken for."""

from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.people.apologies import apologies_in
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para, table


def listed(*front: str | Block) -> list[tuple[str, str | None, str, bool]]:
    """Name, role, status and whether in the chair."""
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(p.name, p.role, p.status, p.chair) for p in found]


def names(*front: str | Block) -> list[str]:
    return [name for name, _, _, _ in listed(*front)]


def sorry(*blocks: str | Block) -> list[tuple[str, str | None, str]]:
    found = [f.value for f in apologies_in(item("1", "Apologies", *blocks), titled=None)]
    return [(p.name, p.role, p.status) for p in found if isinstance(p, Attendee)]


def test_headings_in_capitals_without_a_colon_open_two_lists() -> None:
    assert listed("PRESENT Cllr Ann Thorne, Cllr Joe Pike", "ALSO PRESENT Maud Lisle (Clerk)") == [
        ("Ann Thorne", None, "present", False),
        ("Joe Pike", None, "present", False),
        ("Maud Lisle", "Clerk", "present", False),
    ]


def test_slashes_part_people_and_not_a_person_from_a_post() -> None:
    assert names("Present: Ann Thorne (Chair) / Joe Pike / Ivy Stokes") == [
        "Ann Thorne",
        "Joe Pike",
        "Ivy Stokes",
    ]
    assert listed("Present:", "Ann Thorne / Chairman")[0][0] == "Ann Thorne"


def test_a_mark_before_the_name_is_of_the_one_behind_it() -> None:
    assert listed("PRESENT: (Chair) Cllr Ann Thorne; (Vice-Chair) Cllr Joe Pike") == [
        ("Ann Thorne", None, "present", True),
        ("Joe Pike", "Vice-Chair", "present", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ann Thorne (Chair), Joe Pike, Ivy Stokes, the Estates Manager (Maud Lisle)",
        "Present: Ann Thorne (Chair), Joe Pike, Ivy Stokes and the Estates Manager (Maud Lisle)",
    ],
)
def test_a_post_before_a_bracket_swallows_nobody(text: str) -> None:
    assert [(n, r) for n, r, _, _ in listed(text)][1:] == [
        ("Joe Pike", None),
        ("Ivy Stokes", None),
        ("Maud Lisle", "Estates Manager"),
    ]


def test_parties_and_wards_are_no_posts() -> None:
    assert listed(
        "Present:",
        "Labour: Ann Thorne (Chairman), Joe Pike",
        "Mill Ward: Ivy Stokes",
    ) == [
        ("Ann Thorne", "Chairman", "present", True),
        ("Joe Pike", None, "present", False),
        ("Ivy Stokes", None, "present", False),
    ]


def test_a_roll_that_was_called_tells_who_answered() -> None:
    assert listed(
        "ROLL CALL", "Mr A Thorne – Present", "Ms B Pike – Here", "Mr C Elm – Absent"
    ) == [
        ("A Thorne", None, "present", False),
        ("B Pike", None, "present", False),
        ("C Elm", None, "absent", False),
    ]


def test_a_register_may_be_headed_by_statuses() -> None:
    register = table(
        ["Name", "Organisation", "Present", "Apologies"],
        ["Ann Thorne", "Mere Trust", "✓", ""],
        ["Joe Pike", "Anglers", "✓", ""],
        ["Ivy Stokes", "Mere Trust", "", "✓"],
    )
    assert [(n, r, s) for n, r, s, _ in listed("Minutes", register)] == [
        ("Ann Thorne", "Mere Trust", "present"),
        ("Joe Pike", "Anglers", "present"),
        ("Ivy Stokes", "Mere Trust", "apologies"),
    ]


@pytest.mark.parametrize("heading", ["P R E S E N T", "Participants:", "Attended:", "In the room:"])
def test_lists_have_many_headings(heading: str) -> None:
    assert names(heading, "Ann Thorne", "Joe Pike") == ["Ann Thorne", "Joe Pike"]


def test_who_is_written_to_did_not_come() -> None:
    assert names("Present:", "Ann Thorne", "Joe Pike", "Distribution: Ivy Stokes, Maud Lisle") == [
        "Ann Thorne",
        "Joe Pike",
    ]


def test_the_letterhead_names_who_holds_an_office() -> None:
    assert names(
        "Clerk: Mrs M. Lisle, 4 Mill Lane",
        "Minutes of the meeting held on 4 May 2027",
        "Chair: Ann Thorne",
        "Members: Joe Pike, Ivy Stokes",
    ) == ["Ann Thorne", "Joe Pike", "Ivy Stokes"]


def test_the_one_below_the_chair_does_not_lead() -> None:
    people = listed("Chair: Ann Thorne", "Vice Chair: Joe Pike", "Members: Ivy Stokes, Di Dell")
    assert [(n, c) for n, _, _, c in people][:2] == [("Ann Thorne", True), ("Joe Pike", False)]


def test_a_chair_is_an_office_beside_other_offices() -> None:
    alone = listed("Present: Ann Thorne (Chair), Joe Pike and Ivy Stokes")
    beside = listed("Present: Ann Thorne (Chair), Joe Pike (Treasurer) and Ivy Stokes")
    assert (alone[0][1], beside[0][1]) == (None, "Chair")


def test_a_chair_named_without_the_middle_initial_is_one_person() -> None:
    found = listed("Present:", "Ann B THORNE", "Joe Pike", "Councillor Ann THORNE in the Chair.")
    assert [(n, c) for n, _, _, c in found] == [("Ann B THORNE", True), ("Joe Pike", False)]


def test_bare_names_with_posts_go_on_below_titled_members() -> None:
    lines = ["Cllr Ann Thorne", "Cllr Joe Pike", "Cllr Ivy Stokes", "Maud Lisle – Finance Officer"]
    assert names("Attendees", *(para(line, marker="•") for line in lines))[-1] == "Maud Lisle"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Thorne had sent apologies, as had Joe Pike.",
        "Ann Thorne and Joe Pike – apologies tendered and accepted.",
        "Ann Thorne and Joe Pike were unable to attend and sent apologies.",
        "Received and approved: Ann Thorne – work; Joe Pike – ill",
        "Apologies: Ann Thorne, childcare; Joe Pike, unwell. It was noted.",
        "Received in advance of the meeting from Ann Thorne and Joe Pike.",
    ],
)
def test_apologies_are_told_in_many_ways(text: str) -> None:
    assert sorry(text) == [(name, None, "apologies") for name in ("Ann Thorne", "Joe Pike")]


def test_who_was_replaced_is_sorry() -> None:
    assert sorry("Cllr Ann Thorne (substituted by Cllr Joe Pike)")[0][0] == "Ann Thorne"


@pytest.mark.parametrize(
    "reason",
    ["away on business", "work commitments", "hospital appointment", "attending another meeting"],
)
def test_a_reason_is_no_post(reason: str) -> None:
    assert sorry(f"Apologies were received from Ann Thorne ({reason}).") == [
        ("Ann Thorne", None, "apologies")
    ]


def test_who_was_absent_is_told_beside_the_apologies() -> None:
    assert sorry("Apologies were received from Ann Thorne. Joe Pike was absent.") == [
        ("Ann Thorne", None, "apologies"),
        ("Joe Pike", None, "absent"),
    ]


def test_reasons_may_stand_in_a_table() -> None:
    assert sorry(table(["Name", "Reason"], ["Ann Thorne", "Holiday"], ["Joe Pike", "Unwell"])) == [
        ("Ann Thorne", None, "apologies"),
        ("Joe Pike", None, "apologies"),
    ]


def test_a_bracket_that_was_never_closed() -> None:
    assert names("Present: M. Thorne (Chair; L. Pike (Vice-Chair); D. Stokes; R. Elm.") == [
        "M. Thorne",
        "L. Pike",
        "D. Stokes",
        "R. Elm",
    ]


def test_surnames_that_a_comma_is_missing_between() -> None:
    line = "Present: Councillor Thorne (Joint Chair) Pike (Joint Chair), Stokes, Elm and Lisle."
    assert names(line) == ["Thorne", "Pike", "Stokes", "Elm", "Lisle"]


def test_initials_glued_to_their_name_are_no_part_of_it() -> None:
    assert names("Attendees: Ann Thorne AT (Governor),Paul De PikePDP (Acting Chair)") == [
        "Ann Thorne",
        "Paul De Pike",
    ]


def test_who_is_told_absent_behind_a_list() -> None:
    line = "Present: Members Thorne, Pike, Stokes. Member Elm was excused absent."
    assert [(name, status) for name, _, status, _ in listed(line)] == [
        ("Thorne", "present"),
        ("Pike", "present"),
        ("Stokes", "present"),
        ("Elm", "apologies"),
    ]


def test_the_name_of_a_body_heads_no_list() -> None:
    assert names("Ponds & Public Reeds Committee", "Mere Hall - Main Hall") == []


def test_apologies_that_go_on_after_a_stop() -> None:
    assert [
        name
        for name, _, _ in sorry(
            "Apologies were received from A Thorne Esq., and B Pike Esq., Elected Members. "
            "Cllr C Stokes and Cllr Mrs D Elm, Appointed Members."
        )
    ] == ["A Thorne", "B Pike", "C Stokes", "D Elm"]


def test_those_absent_are_named_below_the_apologies() -> None:
    assert [
        (n, s) for n, _, s in sorry("Ann Thorne (Governor)", "Absent: Joe Pike, Ivy Stokes")
    ] == [
        ("Ann Thorne", "apologies"),
        ("Joe Pike", "absent"),
        ("Ivy Stokes", "absent"),
    ]


def test_who_replaced_another_is_not_sorry() -> None:
    assert sorry(
        "Apologies were received from Councillor J Thorne. Councillor M Pike replaced Councillor "
        "T Stokes for this meeting only."
    ) == [("J Thorne", None, "apologies"), ("T Stokes", None, "apologies")]


def test_a_surname_that_is_a_word_of_posts_behind_a_given_name() -> None:
    assert names("Present: Ann Thorne, Mary Flood (Co-opted member), Joe Pike") == [
        "Ann Thorne",
        "Mary Flood",
        "Joe Pike",
    ]


def test_names_that_lost_their_blank_and_names_with_particles() -> None:
    line = "Attendees: Joe Pike, MaryStokes, Hugh Van Der Elm, Tom Lisle, Maud Orme"
    assert names(line) == ["Joe Pike", "MaryStokes", "Hugh Van Der Elm", "Tom Lisle", "Maud Orme"]


def test_a_table_that_tells_how_to_reach_people_names_them_in_its_first_column() -> None:
    rows = table(
        ["Name", "District", "Contact Phone", "Contact Email"],
        ["Ann Thorne", "Mere", "", "at@mere.example"],
        ["Joe Pike", "Green Hill", "01632 960001", ""],
    )
    assert names("Members present:", rows) == ["Ann Thorne", "Joe Pike"]


def test_those_absent_behind_those_sorry() -> None:
    text = "Councillor Thorne sent apologies. Cllrs. Pike, Stokes and Elm were absent."
    assert [(name, status) for name, _, status in sorry(text)] == [
        ("Thorne", "apologies"),
        ("Pike", "absent"),
        ("Stokes", "absent"),
        ("Elm", "absent"),
    ]
