"""Lists whose signs were lost: given names tell where each person begins."""

from __future__ import annotations

import pytest

from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.people.flattened import flattened
from pipeline.extract.people.lists import entries

BODIES = (
    "Edward Thorne Mere Moors Authority and Chairman of the Forum Mary Pike Ravenby Parish Council "
    "Jozz Elm Anglers’ Association Heather Dell Ravenby Parish Council Sir Giles Orme Mere Society"
)


def test_each_person_and_where_they_come_from() -> None:
    assert [(e.person.name, e.role) for e in entries(BODIES)] == [
        ("Edward Thorne", "Mere Moors Authority and Chairman of the Forum"),
        ("Mary Pike", "Ravenby Parish Council"),
        ("Jozz Elm", "Anglers’ Association"),
        ("Heather Dell", "Ravenby Parish Council"),
        ("Giles Orme", "Mere Society"),
    ]


def test_places_in_the_text_are_told() -> None:
    begun = [BODIES[e.start : e.end].split(maxsplit=1)[0] for e in entries(BODIES)]
    assert begun[1:3] == ["Mary", "Jozz"]


def test_names_alone_are_two_words_each() -> None:
    names = "Harold Thorne Lotzz Marsh Sheila Pike Imrazz Elm Denise Orme"
    assert [e.person.name for e in entries(f"{names} Public Governor")] == [
        "Harold Thorne",
        "Lotzz Marsh",
        "Sheila Pike",
        "Imrazz Elm",
        "Denise Orme",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Thorne, Joe Pike, Mary Elm and Edward Orme",
        "Ann Thorne (Chair); Mary Pike (Clerk); Edward Elm (Warden)",
        "Mere Brook Pond Trust and the Ravenby Water Meadows Society",
    ],
)
def test_lists_with_signs_and_texts_without_people_are_left_alone(text: str) -> None:
    assert flattened(text) == []


def test_words_that_are_no_given_names() -> None:
    assert is_given_name("Mary")
    assert not any(map(is_given_name, ("Main", "Parish", "mary", "Mill", "Al")))


HEADS = (
    "Edward Thorne HT, Mere Junior School Mary Pike HT, Ravenby Infant School Heather Dell HT, "
    "St Anne’s C of E Primary"
)


def test_commas_within_posts_part_nobody() -> None:
    assert [(e.person.name, e.role) for e in entries(HEADS)] == [
        ("Edward Thorne", "HT, Mere Junior School"),
        ("Mary Pike", "HT, Ravenby Infant School"),
        ("Heather Dell", "HT, St Anne’s C of E Primary"),
    ]


def test_names_that_nobody_knows_stay_where_signs_part_them() -> None:
    named = "Zeb Thornby, Quill Pikeby, Wen Ellisby, Dai Ormeby and Tarn Ivyby"
    assert [e.person.name for e in entries(named)] == [
        "Zeb Thornby",
        "Quill Pikeby",
        "Wen Ellisby",
        "Dai Ormeby",
        "Tarn Ivyby",
    ]
