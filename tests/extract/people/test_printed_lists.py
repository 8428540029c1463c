"""Lists of people as printed minutes set them: in columns, with letters, in sentences."""

from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, table


def people(*front: str | Block) -> list[tuple[str, str, str, str | None]]:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.grouping, each.status, each.role) for each in found]


def test_names_and_posts_in_two_pairs_of_columns() -> None:
    rows = table(
        ["Ann Thorne", "Head of Ponds", "Joe Pike", "Mill Officer"],
        ["Ivy Stokes", "Reed Officer", "Hugh Lisle", "Clerk"],
    )
    assert people("In attendance:", rows) == [
        ("Ann Thorne", "officer", "present", "Head of Ponds"),
        ("Joe Pike", "officer", "present", "Mill Officer"),
        ("Ivy Stokes", "officer", "present", "Reed Officer"),
        ("Hugh Lisle", "officer", "present", "Clerk"),
    ]


def test_a_column_of_their_own_initials_is_no_post() -> None:
    rows = table(["Ann Thorne", "Head of Ponds", "AT"], ["Joe Pike", "Mill Officer", "JP"])
    assert [(name, role) for name, _, _, role in people("Present:", rows)] == [
        ("Ann Thorne", "Head of Ponds"),
        ("Joe Pike", "Mill Officer"),
    ]


def test_letters_that_a_legend_explains() -> None:
    assert people(
        "P  Ann Thorne", "P  Joe Pike", "A  Ivy Stokes", "P: Present", "A: Apologies"
    ) == [
        ("Ann Thorne", "member", "present", None),
        ("Joe Pike", "member", "present", None),
        ("Ivy Stokes", "member", "apologies", None),
    ]


def test_a_block_of_posts_below_a_block_of_names() -> None:
    assert people("In attendance:", "Ann Thorne", "Joe Pike", "Head of Ponds", "Mill Officer") == [
        ("Ann Thorne", "officer", "present", "Head of Ponds"),
        ("Joe Pike", "officer", "present", "Mill Officer"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Ann Thorne in the Chair.",
        "Ayes: Thorne, Pike",
    ],
)
def test_a_line_below_apologies_that_tells_something_else(line: str) -> None:
    found = people("Present: Cllr Ann Thorne, Cllr Joe Pike", "Apologies: Cllr Ivy Stokes", line)
    assert [(name, status) for name, _, status, _ in found] == [
        ("Ann Thorne", "present"),
        ("Joe Pike", "present"),
        ("Ivy Stokes", "apologies"),
    ]


def test_officers_named_as_well_as_the_members() -> None:
    found = people(
        "Councillors Ann Thorne and Joe Pike were present, as well as Hugh Lisle, Clerk."
    )
    assert [(name, grouping) for name, grouping, _, _ in found] == [
        ("Ann Thorne", "member"),
        ("Joe Pike", "member"),
        ("Hugh Lisle", "officer"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Present: Thorne, Pike, van Stokes, Lisle", ["Thorne", "Pike", "van Stokes", "Lisle"]),
        ("Attendees: Ivy, Hugh, Joe P., Joe T., Ann", ["Ivy", "Hugh", "Joe P", "Joe T", "Ann"]),
    ],
)
def test_lists_of_one_name_each_but_for_those_who_need_two(line: str, names: list[str]) -> None:
    assert [name for name, _, _, _ in people(line)] == names


def test_a_heading_within_a_column_begins_another_list_there() -> None:
    rows = table(
        ["Present", "Apologies"],
        ["Ann Thorne", "Ivy Stokes"],
        ["Joe Pike", "Absent"],
        ["Bo Elm", "Hugh Lisle"],
    )
    assert [(name, status) for name, _, status, _ in people(rows)] == [
        ("Ann Thorne", "present"),
        ("Ivy Stokes", "apologies"),
        ("Joe Pike", "present"),
        ("Bo Elm", "present"),
        ("Hugh Lisle", "absent"),
    ]


def test_initials_beside_the_chair_are_no_post() -> None:
    assert people("Present: Ann Thorne (AT, Chair), Joe Pike (JP)")[0][3] is None
