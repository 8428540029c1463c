"""Lists set group by group, each line with the group's name before its people."""

from __future__ import annotations

from tests.extract.people.listing import people

WARDS = (
    "Fordby - Mrs A. Thorne",
    "Upper Mere - Mr P. Pike, Dr S. Stokes",
    "Mains & Mill - Mr K. Elm, Mr B. Orme",
)
NAMES = ["A. Thorne", "P. Pike", "S. Stokes", "K. Elm", "B. Orme"]


def test_such_a_list_needs_no_heading() -> None:
    assert [name for name, _, _ in people("Minutes of the meeting", *WARDS)] == NAMES


def test_below_a_heading_the_groups_are_nobody() -> None:
    rows = (
        "Lock House – Ann Thorne (Lock House Representative), Joe Pike (Secretary).",
        "Malt Row – Ivy Stokes (Malt Row Representative), Tom Elm.",
        "The Granary – Maud Lisle (Chair), Ben Orme, Kath & Bob Quill.",
    )
    assert [name for name, _, _ in people("Present:", *rows)] == [
        "Ann Thorne",
        "Joe Pike",
        "Ivy Stokes",
        "Tom Elm",
        "Maud Lisle",
        "Ben Orme",
        "Kath Quill",
        "Bob Quill",
    ]


def test_offices_before_their_holders_are_no_groups() -> None:
    rows = ("Vice Chair – Ann Thorne", "Treasurer – Joe Pike", "Secretary – Ivy Stokes")
    assert people("The Board", *rows) == []
