"""A letter's head over minutes tells whom to ask, and neither who came nor when they met."""

from __future__ import annotations

from datetime import date

from pipeline.extract.header.meeting import HEADER
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee, MeetingHeader
from tests.extract.building import item, minutes, only

LETTER = (
    "Public Document Pack",
    "Please ask for: Ivy Stokes",
    "Direct Dial: (01632) 960001",
    "E-mail: ivy.stokes@harrowmere.example",
    "Date: 12 May 2027",
)
TITLE = ("PONDS COMMITTEE", "Wednesday, 29 April 2027")
CAME = ("Present: Councillor Quill (Chairman)", "Councillors Pike, Mrs Thorne and Elm")


def test_those_listed_below_the_letterhead_came() -> None:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Frogs"), front=[*LETTER, *TITLE, *CAME]))
    assert [a.name for a in found] == ["Quill", "Pike", "Thorne", "Elm"]


def test_the_day_of_the_letter_is_not_the_meetings() -> None:
    (found,) = only(
        MeetingHeader, HEADER, minutes(item("1", "Frogs"), front=[*LETTER, *TITLE, *CAME])
    )
    assert (found.body, found.held_on) == ("Ponds Committee", date(2027, 4, 29))


def test_without_a_letterhead_a_date_with_its_label_is_the_meetings() -> None:
    front = ["PONDS COMMITTEE", "Date: 12 May 2027", *CAME]
    (found,) = only(MeetingHeader, HEADER, minutes(item("1", "Frogs"), front=front))
    assert found.held_on == date(2027, 5, 12)


def test_who_led_is_a_member_though_told_below_those_in_attendance() -> None:
    front = ["Present:", "Mr A Quill, Mr B Pike", "In Attendance:", "Mr C Elm in the Chair"]
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Frogs"), front=front))
    assert [(a.name, a.grouping, a.chair) for a in found][-1] == ("C Elm", "member", True)
