from __future__ import annotations

from pipeline.extract.people.affiliations import affiliated
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para

LINES = (
    "Ada Quill, Talk of Mere",
    "Joe Pike, Honestlybrook",
    "Maud Lisle, Merebrook Data Service",
    "Ivy Stokes, Office of the Presiding Judge",
    "Ann Thorne, Merebrook Data Service",
)


def people(*front: str) -> list[tuple[str, str | None, str]]:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.role, each.status) for each in found]


def test_what_stands_behind_the_comma_of_each_line_is_where_somebody_comes_from() -> None:
    assert people("Present:", *LINES[:4], "Apologies:", LINES[4]) == [
        ("Ada Quill", "Talk of Mere", "present"),
        ("Joe Pike", "Honestlybrook", "present"),
        ("Maud Lisle", "Merebrook Data Service", "present"),
        ("Ivy Stokes", "Office of the Presiding Judge", "present"),
        ("Ann Thorne", "Merebrook Data Service", "apologies"),
    ]


def test_two_people_on_each_line_are_no_such_list() -> None:
    names = [
        "Ada Quill, Joe Pike",
        "Maud Lisle, Ivy Stokes",
        "Ann Thorne, Di Dell",
        "Al Ash, Jo Orme",
    ]
    assert affiliated([para(text) for text in names]) == {}


def test_few_lines_tell_nothing() -> None:
    assert affiliated([para(text) for text in LINES[:3]]) == {}


def test_two_people_with_honorifics_on_a_line_between_such_lines() -> None:
    assert people("Present:", *LINES[:4], "Mr Tom Elm, Mrs Di Dell") == [
        ("Ada Quill", "Talk of Mere", "present"),
        ("Joe Pike", "Honestlybrook", "present"),
        ("Maud Lisle", "Merebrook Data Service", "present"),
        ("Ivy Stokes", "Office of the Presiding Judge", "present"),
        ("Tom Elm", None, "present"),
        ("Di Dell", None, "present"),
    ]
