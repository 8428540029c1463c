from __future__ import annotations

import pytest

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para, table
from tests.extract.people.listing import people


def test_lines_that_a_narrow_column_wrapped_are_one_list() -> None:
    assert people(
        "Members Present:", "Cllr. Ann Thorne, Cllr. Joe", "Pike, Cllr. J", "Orme, Cllr.", "B Lisle"
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("J Orme", "member", "present"),
        ("B Lisle", "member", "present"),
    ]


def test_a_list_of_apologies_ends_where_business_begins() -> None:
    assert people(
        "Present: Ann Thorne, Joe Pike",
        "Apologies: Ivy Stokes",
        "1.MINUTES OF THE LAST MEETING",
        "These were moved by Ann Thorne and Maud Lisle",
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ivy Stokes", "member", "apologies"),
    ]


def test_who_takes_the_minutes_has_not_sent_apologies() -> None:
    assert people("Present: Ann Thorne", "Apologies: Cllr Stokes", "Minute taker: Joe Pike") == [
        ("Ann Thorne", "member", "present"),
        ("Stokes", "member", "apologies"),
        ("Joe Pike", "officer", "present"),
    ]


def test_minutes_in_one_paragraph() -> None:
    assert people(
        "MINUTES OF THE PONDS MEETING Present: Cllr Ann Thorne – Chairman, Cllr Joe Pike. "
        "1. Apologies for Absence accepted from: Apologies received from Cllr Ivy Stokes. "
        "2. Accounts were presented by Cllr Pike."
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ivy Stokes", "member", "apologies"),
    ]


def test_a_sentence_that_lists_who_was_present() -> None:
    assert people(
        "The meeting began. Board members present were supervisors Ann Thorne and Joe Pike, "
        "treasurer Ivy Stokes and guests Maud Lisle and Hugh Penhallow."
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ivy Stokes", "member", "present"),
        ("Maud Lisle", "guest", "present"),
        ("Hugh Penhallow", "guest", "present"),
    ]


def test_bullets_end_with_the_list() -> None:
    bullets = [para("Ann Thorne", marker="•"), para("Joe Pike", marker="•")]
    assert [p[0] for p in people("Present", *bullets, "Heron Fair")] == ["Ann Thorne", "Joe Pike"]


def test_a_bare_name_after_titled_people_is_a_heading() -> None:
    lines = ["Ms A Ash, Head of Parks", "Mr B Birch, Solicitor", "Dr C Cole, Engineer"]
    assert [p[0] for p in people("In attendance:", *lines, "Heron Fair – Joy Neve")] == [
        "A Ash",
        "B Birch",
        "C Cole",
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The meeting was chaired by JP.", "Joe Pike"),
        ("JP chaired the meeting.", "Joe Pike"),
        ("In the absence of the Chair, Joe Pike took the chair.", "Joe Pike"),
        ("Ann Thorne called the monthly meeting to order at 6 pm.", "Ann Thorne"),
    ],
)
def test_a_sentence_tells_who_led(line: str, name: str) -> None:
    front = ["Present: Ann Thorne, Joe Pike, Maud Lisle", line]
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    assert [p.name for p in found if p.chair] == [name]


def test_a_heading_over_the_chair_marks_one_listed_before() -> None:
    front = ["Members Present", "Cllrs Ann Thorne and Joe Pike", "Chairman", "Cllr Joe Pike"]
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    assert [(p.name, p.chair) for p in found] == [("Ann Thorne", False), ("Joe Pike", True)]


def test_councillors_are_no_members_of_a_community_council_of_others() -> None:
    front = [
        "HERON COMMUNITY COUNCIL",
        "Present: Ann Thorne, Joe Pike, Maud Lisle, Cllr Ivy Stokes, Dr Hugh Penhallow MP",
    ]
    assert people(*front)[3:] == [
        ("Ivy Stokes", "councillor", "present"),
        ("Hugh Penhallow", "guest", "present"),
    ]


def test_all_are_councillors_in_a_community_council_that_calls_them_so() -> None:
    found = people("HERON COMMUNITY COUNCIL", "Present: Cllrs Ann Thorne, Joe Pike, Maud Lisle")
    assert {group for _, group, _ in found} == {"member"}


def test_the_roll_stands_in_the_item_of_apologies() -> None:
    roll = item(
        "1",
        "Calling of the Roll and Apologies",
        "Mr A Thorne, Mrs B Pike (v/c), Ms C Lisle",
        "In Attendance:",
        "Hugh Penhallow, Head of Ponds",
        "Mr A Thorne in the Chair",
        "Apologies for absence were intimated on behalf of Miss I Stokes.",
    )
    found = only(Attendee, ATTENDANCE, minutes(roll))
    assert [(p.name, p.grouping, p.status, p.chair) for p in found] == [
        ("A Thorne", "member", "present", True),
        ("B Pike", "member", "present", False),
        ("C Lisle", "member", "present", False),
        ("Hugh Penhallow", "officer", "present", False),
        ("I Stokes", "member", "apologies", False),
    ]


def test_a_motion_is_no_list() -> None:
    front = [
        "Members present:",
        "Councilman, Ann Thorne",
        "Councilman Pike made a motion, seconded by Councilman Lisle.",
    ]
    assert [p[0] for p in people(*front)] == ["Ann Thorne"]


def test_names_on_the_line_of_a_heading_in_capitals() -> None:
    assert [p[0] for p in people("PRESENT Ben Thorne BT Joe Pike JP")] == ["Ben Thorne", "Joe Pike"]


def test_a_heading_that_is_a_post_is_the_post_of_the_one_named() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"), front=("Present: Cllr Pike, Cllr Orme", "Clerk: Mrs I Stokes")
        ),
    )
    assert [(p.name, p.role, p.grouping) for p in found][-1] == ("I Stokes", "Clerk", "officer")


def test_a_list_of_surnames() -> None:
    assert people("Members present: Thorne, Pike (Chair), Orme and Lisle") == [
        ("Thorne", "member", "present"),
        ("Pike", "member", "present"),
        ("Orme", "member", "present"),
        ("Lisle", "member", "present"),
    ]


def test_those_who_are_counted_end_no_list() -> None:
    assert people("Present:", "Miss Thorne, Mr Pike plus 4 members of the public.") == [
        ("Thorne", "member", "present"),
        ("Pike", "member", "present"),
    ]


def test_absence_without_apologies_is_no_apology() -> None:
    assert people(
        "Present: Cllr Ann Thorne",
        "Absent with apologies: Cllr Joe Pike",
        "Absent without apologies: Cllr Ivy Stokes",
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "apologies"),
        ("Ivy Stokes", "member", "absent"),
    ]


def test_a_sentence_after_a_list_told_names_more() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"),
            front=(
                "Board members present were Trustee Thorne and Supervisor Pike. "
                "Clerk Stokes was also present.",
            ),
        ),
    )
    assert [(p.name, p.role, p.grouping) for p in found] == [
        ("Thorne", "Trustee", "member"),
        ("Pike", "Supervisor", "member"),
        ("Stokes", "Clerk", "officer"),
    ]


def test_a_list_that_begins_in_a_cell_goes_on_beside_it() -> None:
    rows = table(
        ["Present: Cllr Ann Thorne (Chair)", "Cllr Joe Pike"],
        ["Cllr Ivy Stokes", "Cllr J Orme"],
    )
    assert [name for name, _, _ in people(rows)] == [
        "Ann Thorne",
        "Joe Pike",
        "Ivy Stokes",
        "J Orme",
    ]


def test_councillors_said_of_all_before_is_nobodys_post() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"),
            front=("Present: Miss A Thorne, Mr J Pike, Councillors, Mrs I Stokes, Clerk",),
        ),
    )
    assert [(p.name, p.role) for p in found] == [
        ("A Thorne", None),
        ("J Pike", None),
        ("I Stokes", "Clerk"),
    ]


def test_a_reason_is_no_post() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(item("1", "Apologies", "Joe Pike, due to training abroad; Ann Thorne (work)")),
    )
    assert [(p.name, p.role) for p in found] == [("Joe Pike", None), ("Ann Thorne", None)]


def test_one_person_follows_the_heading_of_the_chair_or_of_a_post() -> None:
    front = ("Chairman", "Mr J Pike", "Councillors", "Mrs A Thorne", "Clerk", "Mrs I Stokes")
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=("PRESENT", *front)))
    assert [(p.name, p.chair, p.role) for p in found] == [
        ("J Pike", True, None),
        ("A Thorne", False, None),
        ("I Stokes", False, "Clerk"),
    ]


def test_members_in_attendance_are_the_members_where_no_other_list_is() -> None:
    front = ("Members in attendance: Cllr J Pike, Cllr Orme", "Also in attendance: Cllr B Lisle")
    assert people(*front) == [
        ("J Pike", "member", "present"),
        ("Orme", "member", "present"),
        ("B Lisle", "councillor", "present"),
    ]


def test_an_initial_and_how_the_surname_begins_are_no_post() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"),
            front=(
                "Present:",
                table(["Joe Pike (JPI)", "Councillor/Chairman"], ["Ann Thorne (ATH)", "Clerk"]),
            ),
        ),
    )
    assert [(p.name, p.role, p.chair) for p in found] == [
        ("Joe Pike", "Councillor/Chairman", True),
        ("Ann Thorne", "Clerk", False),
    ]


def test_sentences_tell_of_an_american_board_who_came() -> None:
    assert people(
        "Selectman Ash and Selectman Birch were present.",
        "Selectman Cole and Chairman Dell were absent.",
    ) == [
        ("Ash", "member", "present"),
        ("Birch", "member", "present"),
        ("Cole", "member", "absent"),
        ("Dell", "member", "absent"),
    ]


def test_chairs_are_called_by_their_office() -> None:
    assert people(
        "Present: Chair Ash, Vice Chair Birch; Commissioners Cole, Dell",
        "(arrived at 7:11 p.m.), Elm, and Fern",
        "Commissioner absent: Gale",
    ) == [
        ("Ash", "member", "present"),
        ("Birch", "member", "present"),
        ("Cole", "member", "present"),
        ("Dell", "member", "present"),
        ("Elm", "member", "present"),
        ("Fern", "member", "present"),
        ("Gale", "member", "absent"),
    ]


def test_councillors_below_a_heading_of_apologies_are_sorry() -> None:
    assert people(
        "Councillors: A Thorne (AT), J Pike (JP)",
        "Apologies for Absence",
        "Councillor T Lisle (TL); Councillor B Orme (BO);",
    ) == [
        ("A Thorne", "member", "present"),
        ("J Pike", "member", "present"),
        ("T Lisle", "member", "apologies"),
        ("B Orme", "member", "apologies"),
    ]


def test_a_list_that_runs_on_from_those_attending() -> None:
    assert people(
        "Those attending Mr J Pike (Chairman) Mr B Orme, Mrs A Thorne, Mrs I Stokes (Clerk)",
        "Mr Pike stated that he did not wish to stand again.",
    ) == [
        ("J Pike", "member", "present"),
        ("B Orme", "member", "present"),
        ("A Thorne", "member", "present"),
        ("I Stokes", "officer", "present"),
    ]


def test_apologies_for_absence_for_somebody() -> None:
    assert people(
        "Present: Ann Thorne, Joe Pike",
        "Apologies for absence for Cllr Orme were received and approved.",
    )[2:] == [("Orme", "member", "apologies")]


def test_a_heading_lost_at_the_end_of_a_line_of_names_opens_the_next_list() -> None:
    assert people(
        "Present:",
        "Councillors Ann Thorne, Joe Pike and Ivy Orme In attendance",
        "Mrs Bo Elm (Clerk)",
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ivy Orme", "member", "present"),
        ("Bo Elm", "officer", "present"),
    ]


def test_officers_with_initials_and_posts_are_no_headings() -> None:
    assert people(
        "Present: Cllr Ann Thorne", "Officers:", "C Pike, Town Clerk", "G Elm, Officer"
    ) == [
        ("Ann Thorne", "member", "present"),
        ("C Pike", "officer", "present"),
        ("G Elm", "officer", "present"),
    ]


def test_those_attending_a_sederunt_are_no_members() -> None:
    assert people(
        "SEDERUNT: Councillors A. Thorne and J. Pike.", "ATTENDING: K. Elm, Director."
    ) == [
        ("A. Thorne", "member", "present"),
        ("J. Pike", "member", "present"),
        ("K. Elm", "officer", "present"),
    ]


def test_items_run_into_a_list_without_a_stop_end_it() -> None:
    assert people(
        "Present: Cllr Ann Thorne Also present: Cllr Bo Elm and 3 members of the public 1 Apologies"
        " Apologies were received from Cllr Joe Pike. 2 Declarations of interest There were none."
    ) == [
        ("Ann Thorne", "member", "present"),
        ("Bo Elm", "councillor", "present"),
        ("Joe Pike", "member", "apologies"),
    ]
