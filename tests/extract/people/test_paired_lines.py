"""Names and posts on lines of their own, by turns."""

from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only


def test_names_and_posts_on_alternate_lines_are_pairs() -> None:
    found = only(
        Attendee,
        ATTENDANCE,
        minutes(
            item("I", "Welcome"),
            front=(
                "Present:-",
                "Members",
                "Role",
                "Ada QUILL",
                "Nominated by the Health Board",
                "Betty WARD",
                "Registered Nurse",
                "Joss McTARN",
                "Chief Officer",
                "Non-members in attendance:-",
                "Ivy MERE",
                "Localities Manager",
            ),
        ),
    )
    assert [(p.name, p.role, p.grouping) for p in found] == [
        ("Ada QUILL", "Nominated by the Health Board", "member"),
        ("Betty WARD", "Registered Nurse", "member"),
        ("Joss McTARN", "Chief Officer", "member"),
        ("Ivy MERE", "Localities Manager", "officer"),
    ]
