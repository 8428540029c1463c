from __future__ import annotations

import pytest

from pipeline.document import Paragraph
from pipeline.extract.people.apologies import apologies_in
from pipeline.records import Attendee
from tests.extract.building import item, para


def sorry(*paragraphs: str | Paragraph) -> list[tuple[str, str, str]]:
    """Name, grouping and status."""
    found = [f.value for f in apologies_in(item("1", "Apologies", *paragraphs), titled=None)]
    people = [value for value in found if isinstance(value, Attendee)]
    assert len(people) == len(found)
    return [(each.name, each.grouping, each.status) for each in people]


@pytest.mark.parametrize(
    "text",
    [
        "Apologies for absence were received from Councillors Ivy Stokes and Joe Pike.",
        "Apologies were submitted on behalf of Councillor Ivy Stokes and Councillor Joe Pike.",
        "Councillor Ivy Stokes and Councillor Joe Pike had sent apologies.",
        "Apologies: Cllr Ivy Stokes, Cllr Joe Pike",
        "Cllr Ivy Stokes, Cllr Joe Pike",
    ],
)
def test_who_sent_apologies(text: str) -> None:
    assert sorry(text) == [
        ("Ivy Stokes", "member", "apologies"),
        ("Joe Pike", "member", "apologies"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "None.",
        "There were no apologies for absence.",
        "No apologies had been received.",
        "To receive apologies for absence.",
        "Nil",
    ],
)
def test_no_apologies(text: str) -> None:
    assert sorry(text) == []


def test_lateness_is_told_apart() -> None:
    assert sorry(
        "Apologies for absence were received from Councillor Ivy Stokes and "
        "apologies for lateness from Councillor Joe Pike."
    ) == [("Ivy Stokes", "member", "apologies"), ("Joe Pike", "member", "late")]


def test_officers_are_told_by_their_lead_in() -> None:
    assert sorry(
        "Apologies were received from the following officers: Hugh Penhallow and Samina Kazmi."
    ) == [("Hugh Penhallow", "officer", "apologies"), ("Samina Kazmi", "officer", "apologies")]


def test_an_officer_is_told_by_the_post() -> None:
    assert sorry(
        "Apologies were received from Councillor Joe Pike and Hugh Penhallow (Head of Repairs)."
    ) == [("Joe Pike", "member", "apologies"), ("Hugh Penhallow", "officer", "apologies")]


def test_who_comes_from_somewhere_is_a_guest() -> None:
    assert sorry("Apologies were received from Maud Lisle of the Ponds Trust.") == [
        ("Maud Lisle", "guest", "apologies")
    ]


def test_the_substitute_is_not_sorry() -> None:
    assert sorry(
        "Apologies were received from Councillor Joe Pike. "
        "Councillor Ann Thorne attended as his substitute."
    ) == [("Joe Pike", "member", "apologies")]


def test_a_web_pages_agenda_text_is_no_apology() -> None:
    under = item(
        "1",
        "Apologies",
        "Councillor Ann Thorne will receive apologies.",
        para("Minutes:", style="label"),
        "Apologies were received from Councillor Joe Pike.",
    )
    found = [f.value for f in apologies_in(under, titled=None)]
    assert [v.name for v in found if isinstance(v, Attendee)] == ["Joe Pike"]


def test_apologies_that_go_on_over_lines_and_stop_at_business() -> None:
    assert sorry(
        "Apologies were received from Ann Thorne (AT), Joe",
        "Pike (JP), Ivy Stokes (IS) and Police Heron.",
        "Members congratulated Cllr Maud Lisle and Hugh Penhallow on their election.",
    ) == [
        ("Ann Thorne", "member", "apologies"),
        ("Joe Pike", "member", "apologies"),
        ("Ivy Stokes", "member", "apologies"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "These were accepted for Cllr Stokes",
        "An apology for her inability to attend the meeting was received from Cllr Stokes.",
    ],
)
def test_other_words_for_apologies(text: str) -> None:
    assert sorry(text) == [("Stokes", "member", "apologies")]


def test_who_was_absent_or_late_is_told_below() -> None:
    assert sorry(
        "Apologies for absence were received from Councillor Ivy Stokes.",
        "Councillors Joe Pike and Ann Elm were absent.",
        "Councillor Bo Birch would be late attending the meeting.",
        "Councillor Pike noted that Councillors Ash and Cole were absent through illness.",
    ) == [
        ("Ivy Stokes", "member", "apologies"),
        ("Joe Pike", "member", "absent"),
        ("Ann Elm", "member", "absent"),
        ("Bo Birch", "member", "late"),
    ]


def test_news_of_somebody_is_no_apology() -> None:
    assert sorry(
        "Apologies for absence were received from Councillor Ivy Stokes.",
        "The Panel noted that Mrs J Wood, the Keeper of Ponds had tendered her resignation.",
    ) == [("Ivy Stokes", "member", "apologies")]


def test_apologies_told_after_other_news() -> None:
    assert sorry(
        "Ann Elm took the Chair for items 1 to 3.",
        "The Board welcomed Bo Birch of the school.",
        "Apologies for absence were received from Ivy Stokes and Joe Pike.",
    )[-2:] == [("Ivy Stokes", "member", "apologies"), ("Joe Pike", "member", "apologies")]


def test_apologies_for_late_arrival_in_the_same_sentence() -> None:
    late = "and for late arrival from Cllr Bo Elm."
    text = f"Apologies of absence were received from Cllr Ivy Stokes, {late}"
    assert sorry(text) == [("Ivy Stokes", "member", "apologies"), ("Bo Elm", "member", "late")]


@pytest.mark.parametrize(
    "text",
    [
        "Apologies came from Cllr I. Stokes and Councillor B. Elm attended as the Standby Member.",
        "Apologies were received from Cllr I. Stokes. Councillor B. Elm attended as a substitute.",
    ],
)
def test_who_came_as_a_substitute_has_sent_no_apologies(text: str) -> None:
    assert sorted(sorry(text)) == [
        ("B. Elm", "member", "present"),
        ("I. Stokes", "member", "apologies"),
    ]


def test_first_names_one_to_a_line_are_people() -> None:
    (one, two) = sorry(para("Ivy", "•"), para("Joe", "•"))
    assert (one[0], two[0]) == ("Ivy", "Joe")
    assert sorry(para("Noted", "•")) == []
    assert sorry(para("None", "•"), para("Noted", "•")) == []


def test_who_was_not_in_attendance() -> None:
    assert sorry("I. Stokes (IS); J. Pike (JP) were not in attendance.") == [
        ("I. Stokes", "member", "apologies"),
        ("J. Pike", "member", "apologies"),
    ]
    both = sorry("Apologies were received from Cllr Ivy Stokes.", "Cllr Pike was unable to attend.")
    assert both == [("Ivy Stokes", "member", "apologies"), ("Pike", "member", "absent")]


def test_apologies_for_the_next_meeting_are_none_for_this() -> None:
    assert sorry("Cllr Ivy Stokes gave notice that she could not attend the next meeting.") == []


def test_apologies_that_somebody_recorded() -> None:
    text = "The Mayor called the roll and recorded apologies from Aldermen Stokes and Pike."
    assert [name for name, _, _ in sorry(text)] == ["Stokes", "Pike"]


def test_apologies_under_heads_of_those_who_might_have_sent_them() -> None:
    assert sorry(
        "Apologies with the reason for the absence had been received from: -",
        "School members",
        "Ivy Stokes, Joe Pike",
        "Non school members",
        "None",
        "Officers",
        "Ann Thorne",
    ) == [
        ("Ivy Stokes", "member", "apologies"),
        ("Joe Pike", "member", "apologies"),
        ("Ann Thorne", "officer", "apologies"),
    ]


def test_heads_over_some_of_them_tell_their_group() -> None:
    lines = ("Apologies had been received from: -", "Provider members", "Ivy Stokes, Joe Pike")
    assert sorry(*lines, "Observers", "None", "Officers", "Ann Thorne") == [
        ("Ivy Stokes", "member", "apologies"),
        ("Joe Pike", "member", "apologies"),
        ("Ann Thorne", "officer", "apologies"),
    ]


def test_who_left_the_meeting_is_not_sorry() -> None:
    told = "Apologies were received from Councillor Ivy Stokes."
    assert sorry(told, "Councillor Joe Pike left the meeting at 3.40pm (item 6).") == [
        ("Ivy Stokes", "member", "apologies")
    ]


def test_a_title_in_small_letters_is_one() -> None:
    told = "Apologies were received from councillors I. Stokes, J Pike and were formally accepted"
    assert [name for name, _, _ in sorry(told)] == ["I. Stokes", "J Pike"]
