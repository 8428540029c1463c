from __future__ import annotations

import pytest

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.spaced import closed_up
from tests.read.pdf.inking import word


def letters(text: str, gap: float, blank: float) -> list[InkWord]:
    """Letters 5 points wide, `gap` points apart and `blank` between words."""
    found: list[InkWord] = []
    x = 50.0
    for each in text.split():
        for letter in each:
            found.append(word(letter, x))
            x += 5 + gap
        x += blank - gap
    return found


def texts(of: list[InkWord]) -> list[str]:
    return [each.text for each in closed_up(of)]


@pytest.mark.parametrize(("gap", "blank"), [(2.5, 7.5), (3.0, 8.5), (6.0, 14.5)])
def test_letterspaced_words_are_closed_up(gap: float, blank: float) -> None:
    of = letters("27/004 MINUTES OF THE BOARD", gap, blank)
    assert texts(of) == ["27/004", "MINUTES", "OF", "THE", "BOARD"]
    first = closed_up(of)[1]
    assert (first.box.x0, first.box.x1) == (of[6].box.x0, of[12].box.x1)


def test_the_initials_of_a_name_stay_apart() -> None:
    assert texts([*letters("JABC", 2.5, 2.5), word("Smith", 80)])[:4] == ["J", "A", "B", "C"]


def test_a_row_of_ticks_stays_apart() -> None:
    assert texts(letters("YYNYYN", 12, 12)) == list("YYNYYN")


def test_letters_unevenly_apart_stay_apart() -> None:
    of = [word(c, x) for c, x in zip("ABCDEF", (50, 57, 68, 74, 86, 92), strict=True)]
    assert texts(of) == list("ABCDEF")


def test_figures_stay_apart() -> None:
    assert texts(letters("123456", 2.5, 2.5)) == list("123456")
