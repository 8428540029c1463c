from __future__ import annotations

from pipeline.records import Motion, Vote
from pipeline.resolve import resolve
from tests.resolve.building import attendee, header, paper, rows


def vote(name: str, honorific: str | None = None) -> Vote:
    return Vote(
        item_number="4", ordinal=1, name=name, honorific=honorific, printed=name, vote="for"
    )


def motion(proposer: str | None = None) -> Motion:
    return Motion(item_number="4", ordinal=1, motion="that it be so", proposer=proposer)


def resolved(*values: object):
    return resolve([paper("minutes", header(), *values)])


def test_a_surname_is_the_one_whom_the_minutes_list() -> None:
    tables = resolved(attendee("N Ash", honorific="Mr"), motion("Ash"), vote("Ash", "Mr"))
    assert rows(tables, "votes")[0]["person_id"] == "n-ash"
    assert rows(tables, "motions")[0]["proposer_id"] == "n-ash"
    assert [p["person_id"] for p in tables["people"]] == ["n-ash"]


def test_of_two_with_one_surname_the_honorific_tells() -> None:
    tables = resolved(
        attendee("N Cole", honorific="Mr"),
        attendee("P Cole", honorific="Mrs"),
        motion(),
        vote("Cole", "Mrs"),
        vote("Cole"),
    )
    assert [v["person_id"] for v in rows(tables, "votes")] == ["p-cole", None]


def test_an_office_is_nobody_by_name() -> None:
    (found,) = rows(resolved(motion("The Chairman")), "motions")
    assert (found["proposer"], found["proposer_id"]) == ("The Chairman", None)


def test_a_vote_names_its_motion() -> None:
    tables = resolved(motion(), vote("Ash"))
    assert tables["votes"][0]["motion_id"] == tables["motions"][0]["motion_id"]
