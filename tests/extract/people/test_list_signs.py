"""Signs between people that a list lacks, or has in place of others."""

from __future__ import annotations

import pytest

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.lists import entries
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only
from tests.extract.people.listing import people


def _found(*front: str) -> list[Attendee]:
    return only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("K.Orme / S.T.Elm", ["K.Orme", "S.T.Elm"]),
        ("A Ash / Clerk", ["A Ash"]),
        ("CllrR. Orme (Vice-Chair), Cllr P. Elm", ["R. Orme", "P. Elm"]),
        ("Dr Ian Orme (IO), BW, CK, EH (by phone), LP", ["Ian Orme", "BW", "CK", "EH", "LP"]),
        ("Ann Thorne OBE, DL, Joe Pike", ["Ann Thorne", "Joe Pike"]),
        ("Elm Hill Ward Councillor Mrs Jenny Hale", ["Jenny Hale"]),
    ],
)
def test_who_is_listed(text: str, names: list[str]) -> None:
    assert [entry.person.name for entry in entries(text)] == names


def test_a_dash_within_a_post_opens_no_list() -> None:
    found = _found(
        "Councillors Present", "Councillor Mr T Orme Vice – Chairman", "Councillor B Elm"
    )
    assert [(p.name, p.role) for p in found] == [("T Orme", "Vice Chairman"), ("B Elm", None)]


def test_who_was_not_present_is_absent() -> None:
    assert people("Present: A Ash", "Apologies", "Councillor Mr N Orme not present")[-1] == (
        "N Orme",
        "member",
        "absent",
    )


def test_strangers_who_are_counted_are_no_prose() -> None:
    found = people(
        "Present: Cllr A Ash",
        "Also present Sian Elm (Clerk) and three members of the public present Colin Orme",
    )
    assert [name for name, _, _ in found] == ["A Ash", "Sian Elm", "Colin Orme"]


def test_the_chair_may_have_taken_the_minutes() -> None:
    found = _found("Chair and Minute Taker: Ann Thorne (AT)", "Attendees: Joe Pike, Ivy Stokes")
    assert [p.name for p in found if p.chair] == ["Ann Thorne"]
