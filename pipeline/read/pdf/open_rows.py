"""Tables with lines between their columns and none between their rows, cut into rows again.

All the rows then stand in one tall cell a column. Where white space runs across all the columns at
the same heights, and the first column begins anew below each, the rows are those between.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.lines import Line, lines_of

_Bounds = tuple[float, float, float, float]
_COLUMNS, _ROWS = 3, 3
"""The fewest columns of such a table, and rows for its white space to be rows."""
_WIDER = 1.2
"""By how much the gap between rows exceeds that between a row's lines."""
_SAME = 3.0
"""Points within which two heights are one."""
_BANDS = 2
"""How many rows such a table has by its lines: the head, and all the others."""


def open_rows(cells: list[_Bounds], words: Sequence[InkWord]) -> list[_Bounds]:
    """The cells of a table, its last row cut where white space parts rows; else as they were."""
    tops = sorted({round(c[1]) for c in cells})
    bands = [[c for c in cells if abs(c[1] - top) <= _SAME] for top in tops]
    if len(bands) > _BANDS or sum(map(len, bands)) != len(cells):
        return cells
    tall = sorted(bands[-1])
    foot = tall[0][3]
    if len(tall) < _COLUMNS or any(abs(c[3] - foot) > _SAME for c in tall):
        return cells
    inside = [w for w in words if tall[0][1] <= (w.box.top + w.box.bottom) / 2 <= foot]
    cuts = _cuts(lines_of(inside), tall)
    if len(cuts) < _ROWS - 1:
        return cells
    edges = [tall[0][1], *cuts, foot]
    parted = [(c[0], top, c[2], end) for c in tall for top, end in itertools.pairwise(edges)]
    return [c for band in bands[:-1] for c in band] + parted


def _cuts(lines: Sequence[Line], tall: Sequence[_Bounds]) -> list[float]:
    """The heights between rows: gaps wider than those within, below which all columns begin."""
    gaps = [below.baseline - above.baseline for above, below in itertools.pairwise(lines)]
    if not gaps or max(gaps) <= _WIDER * min(gaps):
        return []
    cuts = []
    for (above, below), gap in zip(itertools.pairwise(lines), gaps, strict=True):
        if gap <= _WIDER * min(gaps):
            continue
        begun = {at for at, c in enumerate(tall) if any(_within(w, c) for w in below.words)}
        if 0 not in begun or 2 * len(begun) <= len(tall):
            return []
        cuts.append((above.box.bottom + below.box.top) / 2)
    return cuts


def _within(word: InkWord, cell: _Bounds) -> bool:
    return cell[0] <= (word.box.x0 + word.box.x1) / 2 <= cell[2]
