from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only

LIST = (
    "Mrs L Thorne [LT] Chair (FG); Mr T Orme [TO] Headteacher (SG); Mr D Pike [DP] (FG)",
    "Rev P Elm [PE] (FG); Mr K Stokes [KS] (FG)",
)


def _statuses(*front: str, said: str) -> dict[str, str]:
    paper = minutes(item("1", "Apologies", said), front=front)
    return {p.name: p.status for p in only(Attendee, ATTENDANCE, paper)}


def test_one_listed_as_not_present_is_the_one_who_was_sorry() -> None:
    found = _statuses(
        "Present: Cllr A Ash, Cllr B Elm",
        "Councillors not present: Cllr N. Orme, Cllr F. Leake",
        said="Apologies had come from Councillors Orme and Leake.",
    )
    assert found == {
        "A Ash": "present",
        "B Elm": "present",
        "N. Orme": "apologies",
        "F. Leake": "apologies",
    }


def test_initials_of_those_who_were_sorry_in_a_list_of_the_whole_body() -> None:
    found = _statuses(*LIST, said="The Clerk was in receipt of apologies from DP and KS.")
    assert [name for name, status in found.items() if status == "apologies"] == [
        "D Pike",
        "K Stokes",
    ]


def test_a_list_of_those_present_stands_whatever_initials_say() -> None:
    found = _statuses("Present: Ann Thorne, Joe Pike", said="Apologies from JP for being short.")
    assert found == {"Ann Thorne": "present", "Joe Pike": "present"}
