"""Hand-set ink: words, lines and ruling lines on an invented page of 600 by 800 points.

Type is 10 points, 5 points to a character and 2.5 to a blank; `y` is the baseline from the top.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.provenance import Box
from pipeline.read.pdf.ink import InkWord, PageInk, Rule
from pipeline.read.pdf.lines import Line

WIDTH, HEIGHT = 600.0, 800.0


def word(
    text: str, x: float, y: float = 100.0, *, size: float = 10.0, bold: bool = False, page: int = 1
) -> InkWord:
    box = Box(x, y - 0.72 * size, x + 0.5 * size * len(text), y + 0.21 * size)
    return InkWord(text, box, y, size, bold, page)


def words(
    text: str, x: float, y: float = 100.0, *, size: float = 10.0, bold: bool = False, page: int = 1
) -> list[InkWord]:
    found: list[InkWord] = []
    for each in text.split():
        found.append(word(each, x, y, size=size, bold=bold, page=page))
        x = found[-1].box.x1 + 0.25 * size
    return found


def line(
    *pieces: str | tuple[float, str],
    y: float = 100.0,
    size: float = 10.0,
    bold: bool = False,
    page: int = 1,
) -> Line:
    """A line of texts, each with the place it starts at (50 points where none is given)."""
    each = [(50.0, piece) if isinstance(piece, str) else piece for piece in pieces]
    return Line(
        tuple(w for x, text in each for w in words(text, x, y, size=size, bold=bold, page=page))
    )


def lines(
    *rows: str | Sequence[tuple[float, str]], y: float = 100.0, pitch: float = 12.0, page: int = 1
) -> list[Line]:
    """Lines one below the other."""
    return [
        line(row, y=y + pitch * at, page=page)
        if isinstance(row, str)
        else line(*row, y=y + pitch * at, page=page)
        for at, row in enumerate(rows)
    ]


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(Box(x0, y, x1, y), horizontal=True)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(Box(x, top, x, bottom), horizontal=False)


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """The ruling lines of a full grid."""
    return [level(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def sheet(ink_words: Sequence[InkWord], rules: Sequence[Rule] = (), *, number: int = 1) -> PageInk:
    return PageInk(number, WIDTH, HEIGHT, list(ink_words), list(rules))
