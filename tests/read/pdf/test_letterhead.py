from __future__ import annotations

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.letterhead import letterhead_apart
from tests.read.pdf.inking import HEIGHT, WIDTH, words

MEMBERS = ("Ann Thorne", "Chair", "Joe Pike", "Trustee", "Ivy Stokes", "Trustee", "Al Elm")


def text(left: float = 150) -> list[InkWord]:
    line = "The pond was full of frogs and newts after the rain"
    return [each for at in range(40) for each in words(line, left, 100 + 12.0 * at)]


def members(x: float, *, size: float = 7.0, step: float = 40.0) -> list[InkWord]:
    return [
        each
        for at, line in enumerate(MEMBERS)
        for each in words(line, x, 102 + step * at, size=size)
    ]


def test_members_in_small_type_down_the_left_margin() -> None:
    page = [*members(40), *text()]
    assert letterhead_apart(page, WIDTH, HEIGHT) == (text(), MEMBERS)


def test_members_down_the_right_margin() -> None:
    page = [*text(50), *members(480)]
    assert letterhead_apart(page, WIDTH, HEIGHT) == (text(50), MEMBERS)


def test_type_of_the_same_size_is_a_column_of_the_text() -> None:
    page = [*members(40, size=10.0), *text()]
    assert letterhead_apart(page, WIDTH, HEIGHT) == (page, ())


def test_text_below_members_is_no_gutter() -> None:
    page = [*members(40), *text(60)]
    assert letterhead_apart(page, WIDTH, HEIGHT) == (page, ())


def test_a_note_at_the_foot_is_no_letterhead() -> None:
    page = [*members(40, step=9.0), *text()]
    assert letterhead_apart(page, WIDTH, HEIGHT) == (page, ())


def test_a_page_without_words() -> None:
    assert letterhead_apart([], WIDTH, HEIGHT) == ([], ())
