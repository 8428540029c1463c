from __future__ import annotations

import pytest

from pipeline.extract.grammar.acting_people import People, is_office
from pipeline.extract.people.named import people_of
from tests.extract.building import item, minutes, para

PEOPLE = People(frozenset({"Alison", "Quill", "Tarn"}), frozenset({"AQ", "JT"}))


@pytest.mark.parametrize(
    ("owner", "known"),
    [
        ("AQ", True),
        ("AQ/JT", True),
        ("AQ and the Clerk", True),
        ("Ali", True),
        ("J. Tarn", True),
        ("SBC", False),
        ("AQ/SBC", False),
        ("Highways", False),
        ("", False),
    ],
)
def test_who_is_one_of_the_papers_people(owner: str, known: bool) -> None:
    assert PEOPLE.hold(owner) is known


def test_the_people_of_a_part() -> None:
    told = "Apologies were received from Cllr Mary Oake (MOa)."
    part = minutes(item("1", "Apologies", told), item("2", "Ponds", "It was full."), front=[told])
    people = people_of(part)
    assert {"Mary", "Oake"} <= people.names
    assert {"MO", "MOA"} <= people.initials


def test_initials_beside_a_name_without_brackets() -> None:
    part = minutes(item("1", "Those who came", para("Chairperson Jo Tarn JT")))
    assert "JT" in people_of(part).initials


def test_offices() -> None:
    assert is_office("the Clerk")
    assert not is_office("Quill")


def test_the_initials_of_a_surname_with_two_capitals() -> None:
    part = minutes(item("1", "Ponds"), front=("Present: Ann MacElm, Joe Pike",))
    assert "AME" in people_of(part).initials


def test_who_is_told_to_have_spoken_is_one_of_them() -> None:
    part = minutes(item("1", "Ponds", "Dilys Orme reported that they were full. It was late."))
    people = people_of(part)
    assert people.hold("Dilys")
    assert not people.hold("It")
