"""What people decide: how it is read, and what it changes."""

from datetime import UTC, datetime

import pytest

from pipeline.resolve import resolve
from pipeline.resolve.corrections import (
    Correction,
    Corrections,
    CorrectionsError,
    PersonRef,
    parse,
)
from tests.resolve.building import attendee
from tests.resolve.people.test_register import DAYS, LATER, minutes

WHEN = datetime(2024, 6, 1, tzinfo=UTC)
ASH, OAK = PersonRef("ann-ash", "Ann Ash", "netherby"), PersonRef("ann-oak", "Ann Oak", "netherby")
GOOD = """\
# A comment.
[[people.merge]]
people = [{ id = "ann-ash", name = "Ann Ash" }, { id = "ann-oak", name = "Ann Oak" }]
why = "married"
who = "the clerk"
when = 2024-06-01
"""


def decided(kind, *people, **more):
    return Correction(kind, people, "married", "the clerk", WHEN, 1, **more)


def papers():
    return [
        minutes("a", attendee("Ann Ash"), attendee("Bo Marsh")),
        minutes("b", attendee("Ann Oak"), day=DAYS[1]),
        minutes("c", attendee("Bo Marsh"), day=DAYS[2], body="Cabinet"),
    ]


def resolved(*corrections, every=None):
    return resolve(every or papers(), (), Corrections(tuple(corrections)))


def ids(tables):
    return sorted(row["person_id"] for row in tables["people"])


def test_a_file_is_read():
    (found,) = parse(GOOD, "corrections.toml").people
    assert (found.kind, found.line, found.when) == ("merge", 2, WHEN)
    assert [ref.person_id for ref in found.people] == ["ann-ash", "ann-oak"]
    assert parse("", "x") == Corrections()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[people.merge", "is no TOML"),
        (GOOD.replace('why = "married"\n', ""), "line 2: 'why' is missing"),
        (GOOD.replace("when = 2024-06-01", 'when = "June"'), "line 2: 'when' must be a date"),
        (GOOD.replace("ann-oak", "ann-ash"), "line 2: both people are 'ann-ash'"),
        (GOOD.replace("people.merge", "people.join"), "line 2: there is no correction"),
        (GOOD + 'colour = "red"\n', "line 2: 'colour' means nothing"),
        ("[threads]\nx = 1\n" + GOOD, "line 1: 'threads' means nothing"),
        (GOOD + GOOD.replace('who = "the clerk"', "who = 7"), "line 8: 'who' is missing"),
        (
            '[[people.split]]\nperson = { id = "a", name = "A" }\nnew = "b"\n'
            'why = "x"\nwho = "y"\nwhen = 2024-06-01\n',
            "line 1: say what to split off",
        ),
        (GOOD.replace('name = "Ann Oak"', "age = 7"), "line 2: a person is"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(text, told):
    with pytest.raises(CorrectionsError, match=r"^corrections\.toml") as error:
        parse(text, "corrections.toml")
    assert told in str(error.value)


def test_two_are_merged_and_the_earlier_id_stands():
    tables = resolved(decided("merge", OAK, ASH))
    assert ids(tables) == ["ann-ash", "bo-marsh"]
    assert tables["people_former_ids"] == [{"former_id": "ann-oak", "person_id": "ann-ash"}]
    assert {row["person_id"] for row in tables["attendance"]} == {"ann-ash", "bo-marsh"}
    assert [row["unapplied"] for row in tables["corrections"]] == [None]


def test_a_merge_holds_for_papers_that_come_later():
    late = minutes("late", attendee("Ann Oak"), day=DAYS[4])
    tables = resolved(decided("merge", ASH, OAK), every=[*papers(), late])
    assert ids(tables) == ["ann-ash", "bo-marsh"]


def test_a_merge_is_found_by_name_and_place_where_ids_are_others():
    tables = resolved(decided("merge", PersonRef("x-1", "Ann Ash", "netherby"), OAK))
    assert ids(tables) == ["ann-ash", "bo-marsh"]


def test_merges_follow_each_other():
    bo = PersonRef("bo-marsh", "Bo Marsh")
    tables = resolved(decided("merge", ASH, OAK), decided("merge", OAK, bo))
    assert ids(tables) == ["ann-ash"]
    assert {r["former_id"]: r["person_id"] for r in tables["people_former_ids"]} == {
        "ann-oak": "ann-ash",
        "bo-marsh": "ann-ash",
    }


def test_a_split_takes_the_mentions_of_one_body():
    bo = PersonRef("bo-marsh", "Bo Marsh")
    tables = resolved(decided("split", bo, new="bo-marsh-cabinet", bodies=("Cabinet",)))
    assert ids(tables) == ["ann-ash", "ann-oak", "bo-marsh", "bo-marsh-cabinet"]


def test_what_was_merged_can_be_split_and_old_ids_follow():
    tables = resolved(
        decided("merge", ASH, OAK), decided("split", ASH, new="ann-oak-2", names=("Ann Oak",))
    )
    assert ids(tables) == ["ann-ash", "ann-oak-2", "bo-marsh"]
    assert tables["people_former_ids"] == [{"former_id": "ann-oak", "person_id": "ann-oak-2"}]


def test_no_paper_takes_an_id_that_a_split_gave():
    bo = PersonRef("bo-marsh", "Bo Marsh")
    late = minutes("late", attendee("Ed Vane"), day=DAYS[4])
    split = decided("split", bo, new="ed-vane", bodies=("Cabinet",))
    assert "ed-vane-netherby" in ids(resolved(split, every=[*papers(), late]))


def test_a_pair_that_was_set_apart_is_not_shown_again():
    every = [
        minutes("a", attendee("Ruth Ash")),
        minutes("b", attendee("R Ash"), body="Cabinet", day=DAYS[1]),
    ]
    apart = decided("apart", PersonRef("ruth-ash", "Ruth Ash"), PersonRef("r-ash", "R Ash"))
    assert len(resolved(every=every)["people_review"]) == 1
    assert resolved(apart, every=every)["people_review"] == []


def test_a_correction_about_people_who_are_gone_is_told_and_passed_over():
    gone = decided("merge", PersonRef("zoe-quill", "Zoe Quill"), ASH)
    tables = resolved(gone, decided("merge", ASH, OAK))
    assert ids(tables) == ["ann-ash", "bo-marsh"]
    told = [row["unapplied"] for row in tables["corrections"]]
    assert told == ["no paper in the archive names 'Zoe Quill' (zoe-quill) any more", None]


def test_corrections_change_no_id_of_others():
    before = {r["fact_id"]: r["person_id"] for r in resolved()["attendance"]}
    after = {
        r["fact_id"]: r["person_id"] for r in resolved(decided("merge", ASH, OAK))["attendance"]
    }
    changed = {before[fact] for fact in before if before[fact] != after[fact]}
    assert changed == {"ann-oak"}
    assert LATER.year == 2022
