from __future__ import annotations

from dataclasses import replace

from pipeline.provenance import Box
from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.overlays import without_line_numbers, without_watermark
from tests.read.pdf.inking import word, words

PROSE = (
    "The pond was full of frogs",
    "and of newts after the rain",
    "that fell on it in March.",
    "Nobody had seen a toad there",
    "since the sluice was mended.",
    "Any other business",
)


def text(rows: int = 24) -> list[InkWord]:
    return [
        each for at in range(rows) for each in words(PROSE[at % len(PROSE)], 90, 100 + 12.0 * at)
    ]


def numbers(count: int, *, step: int = 1) -> list[InkWord]:
    """The numbers of lines, flush right at 70 points."""
    return [
        word(str(n), 70 - 5 * len(str(n)), 100 + 12.0 * (n - 1))
        for n in range(step, count + 1, step)
    ]


def test_numbers_of_lines_are_left_out() -> None:
    assert without_line_numbers([[*numbers(24), *text()]]) == [text()]


def test_every_fifth_line_may_be_numbered() -> None:
    assert without_line_numbers([[*numbers(60, step=5), *text(60)]]) == [text(60)]


def test_a_last_page_may_be_short() -> None:
    pages = [[*numbers(24), *text()], [*numbers(4), *text(4)]]
    assert without_line_numbers(pages) == [text(), text(4)]


def test_the_numbers_of_items_stay() -> None:
    titles = [
        each
        for at in range(24)
        for each in words(f"Report {'AB'[at % 2]} of the warden", 90, 100 + 12.0 * at)
    ]
    page = [*numbers(24), *titles]
    assert without_line_numbers([page]) == [page]


def test_a_column_of_figures_stays() -> None:
    figures = [word(str(7 * n % 40), 70, 100 + 12.0 * n) for n in range(24)]
    page = [*figures, *text()]
    assert without_line_numbers([page]) == [page]


def test_a_word_askew_across_the_page_is_left_out() -> None:
    stamp = replace(word("DRAFT", 100, 300, size=90), turned=50, box=Box(100, 100, 400, 400))
    assert without_watermark([*text(), stamp]) == (text(), "DRAFT")


def test_huge_type_under_the_text_is_left_out() -> None:
    stamp = word("DRAFT", 60, 200, size=90)
    assert without_watermark([stamp, *text()]) == (text(), "DRAFT")


def test_a_large_title_above_the_text_stays() -> None:
    title = word("MINUTES", 60, 80, size=40)
    assert without_watermark([title, *text()]) == ([title, *text()], "")


def test_a_page_whose_text_is_askew_keeps_it() -> None:
    sloping = [replace(each, turned=12) for each in text()]
    kept, stamp = without_watermark(sloping)
    assert stamp == ""
    assert [each.text for each in kept] == [each.text for each in text()]
    assert all(each.turned == 0 for each in kept)
