from __future__ import annotations

import pytest

from pipeline.read.pdf.lines import Line, joins_without_hyphen, lines_of, passage, vocabulary
from tests.read.pdf.inking import line, lines, word, words


def test_words_on_one_baseline_are_a_line_from_left_to_right() -> None:
    ink = [word("ponds", 90), word("Two", 50), word("Below", 50, 112)]
    assert [each.text for each in lines_of(ink)] == ["Two ponds", "Below"]


def test_a_raised_ordinal_stays_on_its_line_and_on_its_number() -> None:
    ink = [word("11", 50), word("th", 60.2, 96.5, size=6), word("May", 70)]
    (only,) = lines_of(ink)
    assert only.text == "11th May"
    assert (only.size, only.baseline) == (10, 100)


def test_a_far_raised_ordinal_stands_behind_the_digit_that_it_touches() -> None:
    ink = [word("Monday", 10), word("4", 50), word("th", 55.2, 94.5, size=6), word("May", 70)]
    (only,) = lines_of(ink)
    assert only.text == "Monday 4th May"
    away = [word("Ponds", 50), word("th", 120, 94.5, size=6)]
    assert [each.text for each in lines_of(away)] == ["th", "Ponds"]


def test_baselines_that_differ_by_more_than_a_superscript_are_two_lines() -> None:
    assert len(lines_of([word("Two", 50), word("ponds", 90, 106)])) == 2


def test_a_line_is_bold_when_every_spoken_word_is() -> None:
    assert line("Ponds and mills", bold=True).bold
    dash = [*words("Ponds", 50, bold=True), word("–", 90)]
    assert lines_of(dash)[0].bold
    assert not lines_of([*words("Ponds", 50, bold=True), word("and", 90)])[0].bold


def test_a_line_is_cut_at_wide_gaps() -> None:
    pieces = line((50, "Ann Thorne"), (200, "(Head of Ponds)")).segments(1.9)
    assert [p.text for p in pieces] == ["Ann Thorne", "(Head of Ponds)"]


@pytest.mark.parametrize(
    ("text", "following", "known", "joined"),
    [
        ("the commit-", "tee met", {"committee"}, True),
        ("the commit-", "tee met", set(), True),
        ("a three-", "year plan", {"year"}, False),
        ("a three-", "year plan", {"three-year", "threeyear"}, False),
        ("a post-", "war pond", set(), False),
        ("Fairweather-", "Moss spoke", set(), False),
        ("2024-", "25 budget", set(), False),
        ("it was re-", "opened", {"reopened", "opened"}, True),
    ],
    ids=[
        "joined elsewhere",
        "unknown",
        "a word of its own",
        "hyphened elsewhere",
        "prefix",
        "capital",
        "digit",
        "both",
    ],
)
def test_a_hyphen_at_a_line_end(text: str, following: str, known: set[str], joined: bool) -> None:
    assert joins_without_hyphen(text, following, known) is joined


def test_a_passage_joins_lines_and_broken_words_with_all_their_places() -> None:
    both = lines("The commit-", "tee met.")
    found = passage(both, {"committee"})
    assert found.text == "The committee met."
    assert [found.text[w.start : w.end] for w in found.words] == ["The", "commit", "tee", "met."]
    assert found.words[1].box == both[0].words[1].box
    assert found.words[2].box == both[1].words[0].box


def test_a_hyphen_that_belongs_to_the_word_stays_without_a_blank() -> None:
    assert passage(lines("by Derek Fairweather-", "Moss")).text == "by Derek Fairweather-Moss"


def test_the_vocabulary_is_what_stands_inside_of_lines() -> None:
    known = vocabulary([lines("half (Ponds, three-year whole) half", "one two")])
    assert known == {"ponds", "three-year", "whole"}


@pytest.mark.parametrize("mark", ["5.", "(a)", "•"])
def test_the_type_of_a_lists_mark_is_not_that_of_its_line(mark: str) -> None:
    marked = Line((word(mark, 50, size=12), *words("To see the budget and", 70, size=11)))
    assert (marked.size, marked.baseline) == (11, 100)
