"""Rows of a ruled table that lack the lines between their cells, cut where other rows have them.

Word processors leave the upright lines out of a row when its borders were set by hand. Its words
still stand where the columns begin, and none of them runs over a line.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.read.pdf.ink import InkWord

_Bounds = tuple[float, float, float, float]
_SNAP = 3.0
"""Points within which lines count as one."""
_NEAR = 2.5
"""Points within which a column's texts begin."""
_ROWS = 2
"""Rows cut by all the lines that tell where the columns stand."""


def open_columns(cells: list[_Bounds], words: Sequence[InkWord]) -> list[_Bounds]:
    """The cells of a table, those of undivided rows cut at its columns; else as they were."""
    left, right = min(c[0] for c in cells), max(c[2] for c in cells)
    whole = [c for c in cells if c[0] - left <= _SNAP and right - c[2] <= _SNAP]
    divided = [row for row in _rows(cells) if len(row) > 1]
    most = max((len(row) for row in divided), default=0)
    full = [row for row in divided if len(row) == most]
    if not whole or len(full) < _ROWS:
        return cells
    edges = [c[0] for c in full[0]] + [right]
    if any(abs(c[0] - e) > _SNAP for row in full for c, e in zip(row, edges, strict=False)):
        return cells
    starts = [_text_left([row[at] for row in full], words) for at in range(most)]
    out: list[_Bounds] = []
    for cell in cells:
        inside = _within(cell, words)
        cut = cell in whole and _stands_in_columns(inside, edges, starts)
        between = itertools.pairwise(edges)
        out += [(a, cell[1], b, cell[3]) for a, b in between] if cut else [cell]
    return out


def _rows(cells: Sequence[_Bounds]) -> list[list[_Bounds]]:
    """The cells by row, from left to right; those that begin and end at the same heights."""
    rows: dict[tuple[int, int], list[_Bounds]] = {}
    for cell in sorted(cells):
        rows.setdefault((round(cell[1]), round(cell[3])), []).append(cell)
    return list(rows.values())


def _within(cell: _Bounds, words: Sequence[InkWord]) -> list[InkWord]:
    return [
        w
        for w in words
        if cell[0] <= (w.box.x0 + w.box.x1) / 2 <= cell[2]
        and cell[1] <= (w.box.top + w.box.bottom) / 2 <= cell[3]
    ]


def _text_left(column: Sequence[_Bounds], words: Sequence[InkWord]) -> float | None:
    """Where the texts of a column begin; None where it holds none."""
    return min((w.box.x0 for cell in column for w in _within(cell, words)), default=None)


def _stands_in_columns(
    words: Sequence[InkWord], edges: Sequence[float], starts: Sequence[float | None]
) -> bool:
    """Whether words fill two columns at least, begin where each does, and cross no edge."""
    if any(w.box.x0 < e - 1 and w.box.x1 > e + 1 for w in words for e in edges[1:-1]):
        return False
    filled = 0
    for at, start in enumerate(starts):
        own = [w.box.x0 for w in words if edges[at] <= (w.box.x0 + w.box.x1) / 2 < edges[at + 1]]
        if not own or start is None:
            continue  # a column that is empty below its head tells nothing
        if abs(min(own) - start) > _NEAR:
            return False
        filled += 1
    return filled >= _ROWS
