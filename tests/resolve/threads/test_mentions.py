"""Whose business it is, and what of a paper speaks of business."""

import pytest

from pipeline.resolve.meetings.arrivals import arrival_order
from pipeline.resolve.meetings.bodies import name_of
from pipeline.resolve.meetings.calendar import calendar
from pipeline.resolve.threads.mentions import kinship, mentions
from tests.resolve.building import action, header, paper, resolution

HERE, THERE = ("netherby",), ("overby",)


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        (("Cabinet", HERE), ("Cabinet", HERE), "body"),
        (("Cabinet", HERE), ("Scrutiny Panel", HERE), "council"),
        (("Cabinet", HERE), ("Cabinet", THERE), None),
        (("Cabinet", HERE), ("Cabinet", ()), None),
        (("Cabinet", ()), ("Cabinet", ()), "council"),
        (("Netherby Harbour Board", ()), ("Harbour Board", HERE), "body"),
        (("Best Start Board", ()), ("Netherby Best Start Board", HERE), "body"),
        (("Netherby Lido Board", ()), ("Netherby Harbour Board", ()), "council"),
        (("Netherby Parish Council", ()), ("Overby Parish Council", ()), None),
    ],
)
def test_two_councils_are_not_joined_by_the_names_of_their_bodies(one, other, kin) -> None:
    names = name_of(*one), name_of(*other)
    assert kinship(*names) == kin
    assert kinship(*reversed(names)) == kin


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("That outstanding actions be added to the forward plan.", True),
        ("That the harbour scheme be closed.", True),
        ("That the report be noted.", False),
        ("That the above actions be taken forward.", False),
        ("That the minutes be signed as a correct record.", False),
    ],
)
def test_resolutions_that_direct_or_close_something_are_followed(text, kept) -> None:
    outcome = "noted" if "noted" in text else "agreed"
    made = [paper("m", header(), resolution(text, outcome=outcome))]
    found = calendar(made)
    kinds = [m.kind for m in mentions(made, arrival_order(made), found)]
    assert kinds == (["decided"] if kept else [])


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("Clerk to chase.", True),
        ("There will be a standing item on this matter.", True),
        ("Clerk to contact Jo Dale.", True),
        ("The Head of Service to report back by 30 September 2026.", True),
        ("Clerk to chase the lido heating contract.", False),
    ],
)
def test_a_request_that_does_not_say_what_it_is_about_is_weak(text, weak) -> None:
    made = [paper("m", header(), action(text))]
    found = calendar(made)
    (mention,) = mentions(made, arrival_order(made), found)
    assert mention.weak is weak
