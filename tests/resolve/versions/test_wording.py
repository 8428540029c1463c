import msgspec
import pytest

from pipeline.extraction import Wording
from pipeline.resolve import resolve
from tests.resolve.building import DAY, attendee, fact, header, pack, paper

OPENING = "The Board met in the library, which was warm."
CLOSING = "The meeting closed at eight, and everybody went home."
TUTORS = "The Head of Service said that two tutors would be mindful of the budget in May."
LINES = ("MINUTES", OPENING, "Tutor Recruitment", TUTORS, "Closing", CLOSING)
CLERK = attendee("Ben Marsh", grouping="officer", role="Clerk")


def worded(made, lines, index=0, recognised=0):
    wording = tuple(Wording(index, "3", 1 + i // 3, text) for i, text in enumerate(lines))
    return msgspec.structs.replace(made, wording=wording, recognised_pages=recognised)


def told(before, after, *, people=((), ()), recognised=0):
    drafted = pack(held_on=DAY.replace(month=6), extra=[fact(v, 1) for v in people[0]])
    approved = paper("minutes", header(), *people[1])
    found = resolve([worded(drafted, before, 1), worded(approved, after, 0, recognised)])
    rows = [row for row in found["version_changes"] if row["fact_table"] == "text"]
    return [(row["kind"], row["before"], row["after"]) for row in rows]


def instead(old, *new):
    at = LINES.index(old)
    return (*LINES[:at], *new, *LINES[at + 1 :])


def test_a_text_does_not_differ_from_itself_however_it_is_set():
    joined = ("MINUTES " + OPENING.upper(), "TUTOR RECRUIT- MENT " + TUTORS, "Closing", CLOSING)
    assert told(LINES, LINES) == []
    assert told(LINES, joined) == []


def test_words_that_differ_are_told_with_those_around_them():
    assert told(LINES, instead(TUTORS, TUTORS.replace("mindful of", "mindful if"))) == [
        ("changed", "tutors would be mindful of the budget in May.",
         "tutors would be mindful if the budget in May.")
    ]  # fmt: skip


def test_paragraphs_dropped_and_added_are_told_whole():
    extra = ("VARY ORDER OF BUSINESS", "The Chair took item 4 before item 3.")
    longer = (*LINES[:4], *extra, *LINES[4:])
    assert told(longer, LINES) == [("dropped", " ".join(extra), None)]
    assert told(LINES, longer) == [("added", None, " ".join(extra))]


def test_what_stands_at_either_end_may_be_of_another_part():
    assert told(("Agenda Item 2", *LINES), (*LINES, "This page is blank")) == []


def test_a_difference_that_comes_again_is_told_once():
    names = ("Ada Quill of Mere", "Ben Marsh of Lea", "Cleo Finch of Ings", "Dora Lyle of Holt")
    marked = [name.replace(" of", " (Member) of") for name in names]
    found = told((LINES[0], *names, CLOSING), (LINES[0], *marked, CLOSING))
    assert found == [("added", None, "(Member)")]


@pytest.mark.parametrize("gone", [True, False])
def test_what_is_told_as_a_fact_is_not_told_again(gone):
    listed = fact(CLERK, 1, quote="Ben Marsh, Clerk")
    other = attendee("Eve Cole", grouping="officer")
    drafted = pack(held_on=DAY.replace(month=6), extra=[listed, fact(other, 1)])
    approved = paper("minutes", header(), other)
    lines = (*LINES[:2], "Ben Marsh, Clerk", *LINES[2:])
    found = resolve([worded(drafted, lines if gone else LINES, 1), worded(approved, LINES)])
    assert [row["fact_table"] for row in found["version_changes"]] == ["attendance"]


def test_letters_misread_and_specks_of_a_picture_are_no_change():
    read = instead(TUTORS, TUTORS.replace("tutors", "tut0rs").replace("budget", "budqet |."))
    assert len(told(LINES, read)) == 2
    assert told(LINES, instead(TUTORS, TUTORS.replace("budget", "budqet")), recognised=3) == []
    assert len(told(LINES, instead(TUTORS, TUTORS.replace("budget", "future")), recognised=3)) == 1
