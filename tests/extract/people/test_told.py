"""People whom a sentence of the minutes names, outside any list."""

from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, part
from tests.extract.people.listing import people


def test_the_sentence_that_opens_the_minutes_may_name_those_who_came() -> None:
    assert people(
        "The regular meeting of the Mere Township Board was called to order by the Supervisor at "
        "7:00 pm, with Quill, Tarn, Oake, and 15 guests present."
    ) == [
        ("Quill", "member", "present"),
        ("Tarn", "member", "present"),
        ("Oake", "member", "present"),
    ]


def test_a_list_goes_on_in_the_sentence_behind_it() -> None:
    listed = item(
        "1",
        "Committee Members Present were",
        "Ann Thorne, Joe Pike (chair) and Ivy Stokes. Also in attendance were Cllr Maud Lisle and "
        "local resident Tom Elm",
    )
    found = only(Attendee, ATTENDANCE, minutes(listed))
    assert [(p.name, p.grouping) for p in found] == [
        ("Ann Thorne", "member"),
        ("Joe Pike", "member"),
        ("Ivy Stokes", "member"),
        ("Maud Lisle", "councillor"),
        ("Tom Elm", "guest"),
    ]


def test_a_page_tells_who_came_for_an_item() -> None:
    told = "Ada Quill (Ponds Trust) was present as an observer. Head of Parks, Joss Tarn, was "
    flow = item("2", "Ponds", told + "present to answer questions. The public were present.")
    found = only(Attendee, ATTENDANCE, part("meeting_page", items=[flow]))
    assert [(p.name, p.role) for p in found] == [
        ("Ada Quill", "Ponds Trust"),
        ("Joss Tarn", "Head of Parks"),
    ]


def test_a_roll_may_be_told_on_one_line() -> None:
    called = "ROLL CALL-Supervisor Quill, Trustee Tarn, and Clerk Oake- All present"
    assert [name for name, _, _ in people("Minutes of 4 May 2027", called)] == [
        "Quill",
        "Tarn",
        "Oake",
    ]
