from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para, part, quotes, table


def listed(*front: str | Block) -> list[tuple[str, str, str]]:
    """Name, grouping and status of everybody, from what stands before the first item."""
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.grouping, each.status) for each in found]


def test_each_heading_opens_its_group() -> None:
    assert listed(
        "Members Present:",
        "Councillor Bethan Orme (Chair)",
        "Councillor Joe Pike",
        "Other Councillors Present:",
        "Councillor Ann Thorne",
        "Officers Present:",
        "Hugh Penhallow (Scrutiny Officer)",
        "Guests Present:",
        "Maud Lisle (Ponds Trust)",
        "Apologies:",
        "Councillor Ivy Stokes",
    ) == [
        ("Bethan Orme", "member", "present"),
        ("Joe Pike", "member", "present"),
        ("Ann Thorne", "councillor", "present"),
        ("Hugh Penhallow", "officer", "present"),
        ("Maud Lisle", "guest", "present"),
        ("Ivy Stokes", "member", "apologies"),
    ]


def test_lists_that_run_on_in_a_paragraph() -> None:
    assert listed(
        "Present: Cllrs Orme (Chair), Pike and Stokes. In attendance: Ann Thorne (Clerk)"
    ) == [
        ("Orme", "member", "present"),
        ("Pike", "member", "present"),
        ("Stokes", "member", "present"),
        ("Ann Thorne", "officer", "present"),
    ]


def test_a_list_in_two_columns() -> None:
    rows = table(
        ("Members Present:", ""),
        ("Councillor Bethan Orme", "(Chair)"),
        ("Maud Lisle", "(Tenant Representative)"),
        ("Officers Present:", ""),
        ("Hugh Penhallow", "(Head of Repairs, Homes)"),
        ruled=False,
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=[rows]))
    assert [(a.name, a.role, a.grouping, a.chair) for a in found] == [
        ("Bethan Orme", None, "member", True),
        ("Maud Lisle", "Tenant Representative", "member", False),
        ("Hugh Penhallow", "Head of Repairs, Homes", "officer", False),
    ]


def test_columns_of_people_side_by_side() -> None:
    assert listed(
        table(
            ("Present:", "In attendance:"),
            ("Cllr Bethan Orme", "Ann Thorne, Clerk"),
            ("Cllr Joe Pike", ""),
        )
    ) == [
        ("Bethan Orme", "member", "present"),
        ("Ann Thorne", "officer", "present"),
        ("Joe Pike", "member", "present"),
    ]


def test_a_heading_inside_a_paragraph_ends_the_list_before_it() -> None:
    assert listed("Present:", "Cllr Joe Pike. Officers: Hugh Penhallow (Clerk)") == [
        ("Joe Pike", "member", "present"),
        ("Hugh Penhallow", "officer", "present"),
    ]


def test_prose_closes_a_list() -> None:
    assert listed(
        "Members Present:",
        "Councillor Joe Pike",
        "The Chair welcomed Councillor Ann Thorne to her first meeting of the Panel this year.",
    ) == [("Joe Pike", "member", "present")]


def test_the_chair_is_marked_and_the_vice_chair_is_not() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"),
            front=["Present:", "Mrs Bethan Orme (Chair)", "Cllr Joe Pike (Vice-Chair)"],
        ),
    )
    assert [(a.name, a.chair, a.role) for a in found] == [
        ("Bethan Orme", True, "Chair"),
        ("Joe Pike", False, "Vice-Chair"),
    ]


def test_a_substitute_names_whom_for() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Minutes"),
            front=["Present:", "Cllr Joe Pike (substitute for Councillor Ann Thorne)"],
        ),
    )
    assert [(a.name, a.substitute_for) for a in found] == [("Joe Pike", "Ann Thorne")]


def test_the_apologies_item_adds_who_was_sorry() -> None:
    of = minutes(
        item("1", "Apologies for Absence", "Apologies were received from Councillor Ivy Stokes."),
        front=["Present:", "Cllr Joe Pike"],
    )
    found = only(Attendee, ATTENDANCE, of)
    assert [(a.name, a.status) for a in found] == [
        ("Joe Pike", "present"),
        ("Ivy Stokes", "apologies"),
    ]


def test_who_is_listed_present_and_sorry_is_kept_twice() -> None:
    of = minutes(
        item("1", "Apologies", "Apologies were received from Councillor Joe Pike."),
        front=["Present:", "Councillor Joe Pike"],
    )
    found = only(Attendee, ATTENDANCE, of)
    assert [(a.name, a.status) for a in found] == [
        ("Joe Pike", "present"),
        ("Joe Pike", "apologies"),
    ]


def test_a_name_listed_twice_is_one_row() -> None:
    assert listed("Present:", "Cllr Joe Pike", "Cllr Joe Pike") == [
        ("Joe Pike", "member", "present")
    ]


def test_absent_without_apologies() -> None:
    assert listed("Present: Cllr Joe Pike", "Absent: Cllr Ann Thorne") == [
        ("Joe Pike", "member", "present"),
        ("Ann Thorne", "member", "absent"),
    ]


def test_a_present_item_stands_for_the_front() -> None:
    of = minutes(item("1", "Present", "Cllr Bethan Orme (Chair), Cllr Joe Pike"))
    assert [a.name for a in only(Attendee, ATTENDANCE, of)] == ["Bethan Orme", "Joe Pike"]


def test_the_source_is_the_persons_own_words() -> None:
    of = minutes(item("1", "Minutes"), front=["Present: Cllr Joe Pike and Cllr Ann Thorne"])
    assert quotes(ATTENDANCE, of) == ["Cllr Joe Pike", "Cllr Ann Thorne"]


def test_an_agenda_is_not_read() -> None:
    assert part("agenda", para("Present: Cllr Joe Pike")).kind not in ATTENDANCE.reads


def roles(*front: str | Block) -> list[tuple[str, str | None, str]]:
    """Name, role and grouping of everybody, from what stands before the first item."""
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.role, each.grouping) for each in found]


def test_a_parish_list_run_together_is_taken_apart() -> None:
    assert roles(
        "Stoke Parish Council",
        "Present",
        "Councillors D Orme (Chair) R Pike, M Lisle and P Stokes Clerk J Thorne EDC – A Gathorne",
    ) == [
        ("D Orme", None, "member"),
        ("R Pike", None, "member"),
        ("M Lisle", None, "member"),
        ("P Stokes", None, "member"),
        ("J Thorne", "Clerk", "officer"),
        ("A Gathorne", "EDC", "councillor"),
    ]


def test_a_county_councillor_at_a_parish_is_no_member_and_the_clerk_no_role() -> None:
    assert roles(
        "STOKE COMMUNITY COUNCIL",
        "Present: Chairman Cllr Mrs Orme, Cllrs Pike, Lisle and Stokes, "
        "County Cllr Thorne & the Clerk.",
    ) == [
        ("Orme", None, "member"),
        ("Pike", None, "member"),
        ("Lisle", None, "member"),
        ("Stokes", None, "member"),
        ("Thorne", None, "councillor"),
    ]


def test_posts_before_and_after_names() -> None:
    assert roles(
        "Officers Present : Chief Executive - J Orme Director of Parks – M Pike Lawyer – S Lisle"
    ) == [
        ("J Orme", "Chief Executive", "officer"),
        ("M Pike", "Director of Parks", "officer"),
        ("S Lisle", "Lawyer", "officer"),
    ]
    assert roles("In attendance: Mr A Orme Deputy Clerk, Unitary Cllr B Pike and 2 residents") == [
        ("A Orme", "Deputy Clerk", "officer"),
        ("B Pike", None, "councillor"),
    ]


def test_initials_and_comings_and_goings_are_no_posts() -> None:
    assert roles(
        "Present: Cllr D. Orme (DO), Cllr J Pike (left at 19:40), Cllr A Lisle (via Zoom), "
        "Cllr P Ivy (Mill Ward)"
    ) == [
        ("D. Orme", None, "member"),
        ("J Pike", None, "member"),
        ("A Lisle", None, "member"),
        ("P Ivy", "Mill Ward", "member"),
    ]


def test_a_sentence_tells_who_was_there() -> None:
    assert roles(
        "Present: Cllr D Orme, Cllr J Pike",
        "The Town Clerk, Mrs. L.M. Lisle, the Clerk’s Assistant, Mr. J Ivy "
        "and a member of the public were also present.",
    )[2:] == [("L.M. Lisle", "Town Clerk", "officer"), ("J Ivy", "Clerk’s Assistant", "officer")]


def test_who_took_the_chair_is_told_by_a_line() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item(
                "1",
                "Calling of the Roll and Apologies",
                "Present: Mr A Orme, Mrs B Pike",
                "Mr A Orme in the Chair",
                "Apologies for absence were intimated on behalf of Mr S Lisle.",
            ),
        ),
    )
    assert [(a.name, a.status, a.chair) for a in found] == [
        ("A Orme", "present", True),
        ("B Pike", "present", False),
        ("S Lisle", "apologies", False),
    ]


def test_members_are_told_from_officers_by_marks() -> None:
    assert [
        g
        for _, _, g in roles("Attendance:", "A Orme – MEM", "B Pike – KCC", "C Lisle – Ponds Group")
    ] == [
        "member",
        "officer",
        "guest",
    ]


def test_two_people_of_one_name_differ_by_title() -> None:
    assert roles("Present: Mr J Orme, Ms J Orme, Mr J Orme") == [
        ("J Orme", None, "member"),
        ("J Orme", None, "member"),
    ]


def test_a_board_prints_initials_between_names_and_posts() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("1", "Welcome"),
            front=(
                "Present:",
                "Dr Ada Quill (AQ) Clinical Chair",
                "Dr Joss Tarn JT Lay Member for Ponds",
                "Dr Ivy Mere (IM) Medical Director",
                "Rowan Chalk RCh Chief Finance Officer (item 3 only)",
                "Apologies:",
                "Dr Elm Dell (ED) Director of Public Health – Mere City Council",
            ),
        ),
    )
    assert [(p.name, p.role, p.grouping, p.status, p.chair) for p in found] == [
        ("Ada Quill", "Clinical Chair", "member", "present", True),
        ("Joss Tarn", "Lay Member for Ponds", "member", "present", False),
        ("Ivy Mere", "Medical Director", "member", "present", False),
        ("Rowan Chalk", "Chief Finance Officer", "member", "present", False),
        (
            "Elm Dell",
            "Director of Public Health – Mere City Council",
            "member",
            "apologies",
            False,
        ),
    ]


def test_surnames_in_capitals_part_names_that_run_together() -> None:
    assert listed("Present:-", "COUNCILLORS", "Ada QUILL Joss B TARN Ivy O C MERE") == [
        ("Ada QUILL", "member", "present"),
        ("Joss B TARN", "member", "present"),
        ("Ivy O C MERE", "member", "present"),
    ]


def test_other_members_beside_the_one_who_presided_are_of_the_body() -> None:
    assert listed("Presiding A Quill", "Other Members Present J Tarn I Mere E Dell") == [
        ("A Quill", "member", "present"),
        ("J Tarn", "member", "present"),
        ("I Mere", "member", "present"),
        ("E Dell", "member", "present"),
    ]


def test_councillors_below_also_present_are_of_another_body() -> None:
    assert listed(
        "Present:", "Councillor Ada Quill", "Also Present:", "Councillors Joss Tarn and Ivy Mere"
    ) == [
        ("Ada Quill", "member", "present"),
        ("Joss Tarn", "councillor", "present"),
        ("Ivy Mere", "councillor", "present"),
    ]


def test_neither_whom_a_memo_is_to_nor_a_day_ends_or_opens_a_list() -> None:
    front = (
        "To: All Members of the Council",
        "Ponds Panel",
        para("APRIL 2027", "6"),
        "ATTENDANCE",
        "A B Quill, J Tarn",
    )
    assert [name for name, _, _ in listed(*front)] == ["A B Quill", "J Tarn"]


def test_apologies_told_by_the_heading_of_their_item() -> None:
    of = minutes(item("1", "Apologies were received from Dr Ann Thorne"))
    assert [(a.name, a.status) for a in only(Attendee, ATTENDANCE, of)] == [
        ("Ann Thorne", "apologies")
    ]


def test_the_one_list_of_a_parish_is_its_members() -> None:
    of = minutes(
        item("1", "Minutes"),
        front=(
            "Hollowby Parish Council",
            "In attendance: Ann Thorne, Joe Pike, Ivy Stokes (Clerk)",
        ),
    )
    found = only(Attendee, ATTENDANCE, of)
    assert [(a.name, a.grouping) for a in found] == [
        ("Ann Thorne", "member"),
        ("Joe Pike", "member"),
        ("Ivy Stokes", "officer"),
    ]


def test_a_letterhead_that_names_the_clerk_lists_nobody() -> None:
    assert listed(
        "Clerk: Mrs J Elm | Email: clerk@mere-pc.example | Address: Mill House, Mere Fen",
        "Meeting of the Council",
        "Councillors: Cllr. Thorne (Chair), Cllr. Pike",
    ) == [("Thorne", "member", "present"), ("Pike", "member", "present")]


def test_a_list_that_ends_with_a_bodys_name_is_no_body() -> None:
    names = "PRESENT Mary Pike Ravenby Parish Council Heather Dell Fenby Parish Council"
    assert [name for name, _, _ in listed(f"{names} Neville Orme Mere Parish Council")] == [
        "Mary Pike",
        "Heather Dell",
        "Neville Orme",
    ]


def test_a_given_name_at_the_end_of_a_line_goes_on_below() -> None:
    above = "Officers: Mary Capel (Clerk), Gareth Pike (Planner), Mary Elm (Lawyer) and Duncan"
    assert "Duncan Orme" in [name for name, _, _ in listed(above, "Orme (Tree Officer)")]
