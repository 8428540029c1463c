from __future__ import annotations

import pytest

from pipeline.document import Paragraph
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.paragraphs import (
    Draft,
    Measures,
    build,
    drafts_of,
    heading_of,
    margins_of,
    right_margin,
    runs_over,
)
from tests.read.pdf.inking import WIDTH, line, lines, words

FULL = "The pond was full of frogs and of newts and it rained on them"
"""A line that leaves no room for another word."""


def drafts(of: list[Line]) -> list[Draft]:
    measures = Measures.of([of])
    return drafts_of(of, measures, right_margin(of), margins_of(of, measures))


def texts(of: list[Line]) -> list[tuple[str | None, str]]:
    return [(p.marker, p.text) for p in map(_build, drafts(of))]


def _build(draft: Draft) -> Paragraph:
    return build(draft, frozenset(), 50.0, WIDTH)


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(lines(FULL, FULL, "all day.")) == [(None, f"{FULL} {FULL} all day.")]


def test_text_beside_a_column_of_owners_wraps_before_the_page_does() -> None:
    column = (
        "The Clerk had written to the owner of the pond",
        "and to his son and to the bank that held it all",
    )
    of = lines(*column, "came to see it.")
    of.append(line(f"{FULL} all day", y=300))
    assert texts(of)[0] == (None, f"{' '.join(column)} came to see it.")


def test_a_wide_gap_ends_a_paragraph() -> None:
    of = [line(FULL, y=100), line(FULL, y=112), line(FULL, y=140)]
    assert [t for _, t in texts(of)] == [f"{FULL} {FULL}", FULL]


def test_a_line_that_stops_short_ends_a_paragraph() -> None:
    assert [t for _, t in texts(lines(FULL, "all day.", "Then it stopped."))] == [
        f"{FULL} all day.",
        "Then it stopped.",
    ]


def test_a_marker_begins_a_paragraph_and_is_kept_apart() -> None:
    of = lines([(50, "1."), (80, "Drain the pond.")], [(50, "2."), (80, "Fill it.")])
    assert texts(of) == [("1.", "Drain the pond."), ("2.", "Fill it.")]


def test_a_number_that_prose_wraps_to_is_no_marker() -> None:
    assert texts(lines(FULL, FULL, "2018. Then it stopped.")) == [
        (None, f"{FULL} {FULL} 2018. Then it stopped.")
    ]


def test_a_time_at_a_lines_start_is_no_marker() -> None:
    assert texts(lines([(50, "7.30"), (80, "p.m. in the hall")])) == [
        (None, "7.30 p.m. in the hall")
    ]


def test_a_hanging_indent() -> None:
    of = [
        line((50, "•"), (70, FULL), y=100),
        line((70, "all day."), y=112),
        line((50, "•"), (70, "Then it stopped."), y=124),
    ]
    assert texts(of) == [("•", f"{FULL} all day."), ("•", "Then it stopped.")]


def test_bold_text_is_another_paragraph() -> None:
    of = [line("Ponds", y=100, bold=True), line(FULL, y=112)]
    assert [t for _, t in texts(of)] == ["Ponds", FULL]


def test_indent_is_measured_from_the_text_edge() -> None:
    (draft,) = drafts([line((90, "Ponds"))])
    assert _build(draft).indent == 40


@pytest.mark.parametrize(("x", "centred"), [(287.5, True), (50.0, False), (400.0, False)])
def test_what_is_centred(x: float, centred: bool) -> None:
    (draft,) = drafts([line((x, "Ponds"))])
    assert _build(draft).centred is centred


@pytest.mark.parametrize(
    ("last", "first", "over"),
    [
        (FULL, "and on the mill.", True),
        ("It was noted that:", "the pond was full.", True),
        ("The pond was full.", "Then it rained.", False),
        ("The pond was full.", "then it rained.", False),
        ("POND CARE", "The pond was full.", False),
    ],
    ids=["lower case", "after a colon", "full stop", "full stop, lower case", "heading"],
)
def test_what_runs_over_a_page_break(last: str, first: str, over: bool) -> None:
    (before,), (after,) = drafts([line(last, y=780)]), drafts([line(first, y=60, page=2)])
    assert runs_over(before, after) is over


def test_a_marked_paragraph_never_runs_on() -> None:
    (before,) = drafts([line(FULL, y=780)])
    (after,) = drafts([line((50, "1."), (80, "and so on"), y=60, page=2)])
    assert runs_over(before, after) is False


def test_a_bold_label_begins_a_paragraph() -> None:
    label = Line((*line("Present:", y=112, bold=True).words, *words("A Ash", 95, 112)))
    assert [text for _, text in texts([line(FULL, y=100), label])] == [FULL, "Present: A Ash"]


def test_lines_evenly_set_tell_a_narrow_gap_between_paragraphs() -> None:
    below = "and it rained on the pond that was full of frogs and newts"
    of = [line(below if at else FULL, y=100 + 12 * at) for at in range(10)]
    last = of[-1].baseline + 14.9
    more = [*of, line(FULL, y=last), line("all day.", y=last + 12)]
    assert [text.split()[0] for _, text in texts(more)] == ["The", "The"]


def test_short_paragraphs_do_not_pass_off_their_distance_as_that_of_lines() -> None:
    of: list[Line] = []
    y = 100.0
    for _ in range(6):
        of += [line(FULL, y=y), line("all day.", y=y + 12), line(FULL, y=y + 30)]
        y += 48
    assert len(texts(of)) == 12


def test_a_heading_over_several_lines_is_one_paragraph() -> None:
    head = heading_of(lines([(50, "4."), (80, "State of the")], [(80, "pond")]), 150.0)
    assert (_build(head).marker, _build(head).text) == ("4.", "State of the pond")
