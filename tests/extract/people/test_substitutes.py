from __future__ import annotations

import pytest

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.substitutes import replaced_in, substitutes_in
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, passage, table


@pytest.mark.parametrize(
    ("text", "came", "post", "away"),
    [
        ("Tom Elm was attending as Ada Quill’s substitute.", "Tom Elm", None, "Ada Quill"),
        (
            "Tom Elm, Head of Homes, was attending this meeting as Ada Quill's substitute.",
            "Tom Elm",
            "Head of Homes",
            "Ada Quill",
        ),
        ("Mr Tom Elm attended as a substitute for Cllr Quill.", "Tom Elm", None, "Quill"),
    ],
)
def test_who_came_for_whom(text: str, came: str, post: str | None, away: str) -> None:
    (found,) = substitutes_in(passage(text))
    assert (found.person.name, found.post, found.absent) == (came, post, away)


def test_a_table_of_members_and_their_substitutes() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item(
                "1",
                "Attendance by Reserve Members",
                "RESOLVED: To note the attendance of:-",
                table(
                    ("Ordinary Member", "Reserve Member"),
                    ("Councillor Ada Quill", "Councillor Tom Elm"),
                ),
            )
        ),
    )
    assert [(a.name, a.grouping, a.status, a.substitute_for) for a in found] == [
        ("Tom Elm", "member", "present", "Ada Quill")
    ]


def test_a_table_of_other_columns_names_no_substitutes() -> None:
    flow = table(("Member", "Interest"), ("Councillor Ada Quill", "Tom Elm is a friend"))
    assert only(Attendee, ATTENDANCE, minutes(item("1", "Interests", flow))) == []


def test_substitutes_appointed_under_a_rule() -> None:
    told = passage(
        "It was noted that, under Rule 4, Councillors T Pike and S Elm had been appointed as "
        "substitute members for Councillors R Orme and L Dell respectively."
    )
    first, second = replaced_in(told)
    assert (first.person.name, first.absent) == ("T Pike", "R Orme")
    assert (second.person.name, second.absent) == ("S Elm", "L Dell")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Named Substitutes", "Cllr T Elm for Cllr A Quill."),
        (
            "Apologies",
            "Apologies came from Cllr A Quill. Cllr T Elm was in attendance as her substitute.",
        ),
    ],
)
def test_who_came_for_whom_under_the_heading_that_asks(title: str, line: str) -> None:
    found = only(Attendee, ATTENDANCE, minutes(item("2", title, line)))
    came = [(p.name, p.substitute_for) for p in found if p.status == "present"]
    assert came == [("T Elm", "A Quill")]


def test_nobodys_name_goes_over_a_full_stop() -> None:
    line = "Apologies came from Cllr Tom Orme. Cllr Ada Elm attended as substitute for Cllr Orme."
    found = only(Attendee, ATTENDANCE, minutes(item("2", "Apologies", line)))
    assert [p.name for p in found if p.status == "present"] == ["Ada Elm"]
