"""RAG ratings that are a colour and no word: the status that a cell's fill stands for.

A colour is a rating only where it sets its cell apart: heads, zebra stripes and cells of one
colour with the rest of their row say nothing.
"""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from pipeline.document import Cell, Row
from pipeline.lexicon import lexicon

_PALE = 0.12
"""Saturation (0..1) below which a fill is white or grey: spreadsheets' light green has 0.17."""
_DARK = 0.35
"""Brightness (0..1) below which a fill is black."""


@cache
def colour_word(fill: str | None) -> str | None:
    """The rating that a colour ('#rrggbb') stands for, or None: 'Red', 'Amber', 'Green', 'Blue'."""
    if not fill:
        return None
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE or value < _DARK:
        return None
    degrees = hue * 360
    for word, spans in lexicon("plans")["hues"].items():
        if any(first <= degrees < last for first, last in spans):
            return str(word)
    return None


def rating(row: Row, place: range, heads: Iterable[str | None] = ()) -> str | None:
    """What the colour of a row's cell says, or None where it says nothing.

    `place` holds the cell's grid columns, `heads` the fills of the table's head.
    """
    cell = next((c for c in row.cells if c.column in place and c.fill), None)
    if cell is None or cell.fill in set(heads) or cell.fill == _background(row, cell):
        return None
    return colour_word(cell.fill)


def _background(row: Row, cell: Cell) -> str | None:
    """The fill that the other cells of a row share, if most of them do."""
    others = [c.fill for c in row.cells if c is not cell]
    if not others:
        return None
    fill, times = Counter(others).most_common(1)[0]
    return fill if fill is not None and 2 * times > len(others) else None


def rated_share(
    rows: Sequence[Row], place: range, heads: Iterable[str | None] = ()
) -> tuple[float, int]:
    """How many of the rows a column rates by colour (0..1), and with how many ratings."""
    words = [rating(row, place, heads) for row in rows]
    found = [word for word in words if word]
    return (len(found) / len(words) if words else 0.0), len(set(found))
