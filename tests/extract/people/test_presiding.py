from __future__ import annotations

import pytest

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only


def led(*front: str, body: str = "Nothing more.", title: str = "Minutes") -> list[str]:
    part = minutes(item("1", title, body), front=front)
    return [each.name for each in only(Attendee, ATTENDANCE, part) if each.chair]


@pytest.mark.parametrize(
    "line",
    [
        "The Chairman, Cllr Thorne, opened the meeting at 7.30pm",
        "The meeting was called to order by Councillor Thorne at 7:00 PM.",
        "Ann Thorne welcomed everyone to the meeting.",
        "Councillor Thorne called the meeting to order.",
        "The Vice Chairman Ann Thorne acted as Chairman",
        "Ann Thorne continued in the Chair.",
    ],
)
def test_a_line_before_business_tells_who_led(line: str) -> None:
    assert led("Present: Cllr Ann Thorne, Cllr Joe Pike", line) == ["Ann Thorne"]


def test_a_guest_who_welcomes_all_led_nothing() -> None:
    front = ("Present: Cllr Joe Pike", "In attendance: Ann Thorne, Clerk")
    assert led(*front, "Ann Thorne welcomed everyone to the meeting.") == []


def test_who_was_elected_chairman_leads_from_then_on() -> None:
    found = led(
        "Present: Cllr Ann Thorne, Cllr Joe Pike",
        title="Election of Chairman",
        body="Cllr Pike was elected Chairman for the year.",
    )
    assert found == ["Joe Pike"]


@pytest.mark.parametrize(
    "line",
    [
        "Chairman: Ann M Thorne",
        "Signed: .................... Ann Thorne, Chairman",
        "Chair - Ann Thorne  Date: 3 May 2024",
    ],
)
def test_who_signs_as_chair_probably_led(line: str) -> None:
    assert led("Present: Cllr Ann Thorne, Cllr Joe Pike", body=line) == ["Ann Thorne"]


def test_a_line_that_says_who_led_outdoes_the_signature() -> None:
    front = ("Present: Cllr Ann Thorne, Cllr Joe Pike (in the Chair)",)
    assert led(*front, body="Chairman: Ann Thorne") == ["Joe Pike"]


def test_who_was_elected_to_lead_a_meeting_of_first_names() -> None:
    flow = ["Anna, Josh and Ivy were in attendance", "Josh was elected Chair"]
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Attendance", *flow)))
    assert [p.name for p in found if p.chair] == ["Josh"]
