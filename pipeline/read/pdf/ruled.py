"""Tables that are drawn with lines: pdfplumber's table geometry over PDFium's rules.

pdfplumber's own cost is pdfminer's parse, not its geometry; fed with PDFium's lines it gives the
same cells in a fraction of the time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from pipeline.document import Cell, Passage, Row, Table
from pipeline.provenance import Box
from pipeline.read.pdf.cells import cell_passage
from pipeline.read.pdf.ink import InkWord, PageInk, Rule
from pipeline.read.pdf.open_columns import open_columns
from pipeline.read.pdf.open_rows import open_rows

_SNAP = 3.0
"""Points within which lines count as one: pdfplumber's own default."""
_SHORT = 3.0
_CAP = 6.0
"""Points up to which an edge is the butt end of a thick line, which closes no table."""
_MAX_RULES = 4_000
"""A page with more ruling lines than this is a drawing."""

_Bounds = tuple[float, float, float, float]


def ruled_tables(
    ink: PageInk, known: Container[str]
) -> tuple[list[tuple[Box, Table]], list[InkWord]]:
    """The ruled tables of a page with their boxes, and the words that stand in none of them."""
    free = list(ink.words)
    found = []
    if 4 <= len(ink.rules) <= _MAX_RULES:
        for drawn in _tables(ink.rules):
            inside = _inside(free, Box.around(Box(*c) for c in drawn))
            if len(drawn) < 2 or not inside:
                continue  # a frame round some text rules no columns
            cells = open_columns(open_rows(drawn, inside), inside)
            table, taken = _table(cells, inside, ink, known)
            if table is None:
                continue
            found.append((Box.around(Box(*c) for c in cells), table))
            gone = {id(w) for w in taken}
            free = [w for w in free if id(w) not in gone]
    return found, free


def _tables(rules: Iterable[Rule]) -> list[list[_Bounds]]:
    edges = [_edge(r) for r in rules if _length(r.box) >= _SHORT]
    edges += _closing(edges)
    merged = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    tables: list[list[_Bounds]] = cells_to_tables(intersections_to_cells(crossings))
    return tables


def _closing(edges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines that close tables which have none at an end: their inner lines end in the open.

    Browsers draw no border where they break a row at the page's end, and slides draw lines
    between cells but none around them.
    """
    level = [e for e in edges if e["orientation"] == "h"]
    upright = [e for e in edges if e["orientation"] == "v"]
    closing = []
    for end in ("top", "bottom"):
        for ends in _loose(upright, level, end, "x0"):
            across = [h for h in level if sum(_cross(v, h) for v in ends) >= 2]
            left = min(e["x0"] for e in (*ends, *across))
            right = max(e["x1"] for e in (*ends, *across))
            line = (
                max(e["bottom"] for e in ends) if end == "bottom" else min(e["top"] for e in ends)
            )
            closing.append(_edge(Rule(Box(left, line, right, line), horizontal=True)))
    crossed = [h for h in level if sum(_cross(v, h) for v in upright) >= 2]
    for end in ("x0", "x1"):
        for ends in _loose(crossed + [c for c in closing if crossed], upright, end, "top"):
            top, foot = min(e["top"] for e in ends), max(e["bottom"] for e in ends)
            line = ends[0][end]
            closing.append(_edge(Rule(Box(line, top, line, foot), horizontal=False)))
    return closing


def _loose(
    edges: Sequence[dict[str, Any]], across: Sequence[dict[str, Any]], end: str, along: str
) -> list[list[dict[str, Any]]]:
    """Groups of three edges and more whose ends lie on one line that none of `across` is."""
    groups: dict[int, list[dict[str, Any]]] = defaultdict(list)
    far = {"x0": "x1", "top": "bottom"}[along]
    for edge in edges:
        if not any(
            other[far] - other[along] > _CAP
            and abs(other[end] - edge[end]) <= _SNAP
            and other[along] - _SNAP <= edge[along] <= other[far] + _SNAP
            for other in across
        ):
            groups[round(edge[end] / _SNAP)].append(edge)
    return [ends for ends in groups.values() if len(ends) >= 3]


def _cross(upright: dict[str, Any], level: dict[str, Any]) -> bool:
    """Whether two lines cross or touch."""
    return bool(
        upright["top"] - _SNAP <= level["top"] <= upright["bottom"] + _SNAP
        and level["x0"] - _SNAP <= upright["x0"] <= level["x1"] + _SNAP
    )


def _length(box: Box) -> float:
    return max(box.x1 - box.x0, box.bottom - box.top)


def _edge(rule: Rule) -> dict[str, Any]:
    x0, top, x1, bottom = rule.box.x0, rule.box.top, rule.box.x1, rule.box.bottom
    if rule.horizontal:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if rule.horizontal else "v",
        "object_type": "line",
    }


def _inside(words: Sequence[InkWord], box: Box) -> list[InkWord]:
    return [
        w
        for w in words
        if box.x0 <= (w.box.x0 + w.box.x1) / 2 <= box.x1
        and box.top <= (w.box.top + w.box.bottom) / 2 <= box.bottom
    ]


def _table(
    cells: list[_Bounds], words: list[InkWord], ink: PageInk, known: Container[str]
) -> tuple[Table | None, list[InkWord]]:
    lefts = _grid(c[0] for c in cells)
    tops = _grid(c[1] for c in cells)
    held: dict[_Bounds, list[InkWord]] = {c: [] for c in cells}
    taken = []
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
        home = next((c for c in cells if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)
        if home is not None:
            held[home].append(word)
            taken.append(word)
    rows: list[list[Cell]] = [[] for _ in tops]
    for bounds in sorted(cells, key=lambda c: (c[0], c[1])):
        left, right = _place(lefts, bounds[0]), _place_before(lefts, bounds[2])
        first, last = _place(tops, bounds[1]), _place_before(tops, bounds[3])
        fill = _mark(bounds, held[bounds], ink) or _fill(bounds, ink)
        text = cell_passage(held[bounds], bounds[0], bounds[2], known)
        rows[first].append(Cell(text, left, right - left + 1, fill=fill))
        for below in range(first + 1, last + 1):
            rows[below].append(Cell(Passage(""), left, right - left + 1, above=True, fill=fill))
    full = tuple(
        Row(tuple(sorted(row, key=lambda c: c.column)), page=ink.number)
        for row in rows
        if any(c.text or c.above for c in row)
    )
    if len(lefts) == 1 and len(full) == 1:
        return None, []
    return Table(full, columns=len(lefts)), taken


def _grid(values: Iterable[float]) -> list[float]:
    """Distinct coordinates, those within the snapping distance counted once."""
    grid: list[float] = []
    for value in sorted(values):
        if not grid or value - grid[-1] > _SNAP:
            grid.append(value)
    return grid


def _place(grid: list[float], value: float) -> int:
    return max(0, bisect_right(grid, value + _SNAP) - 1)


def _place_before(grid: list[float], value: float) -> int:
    return max(0, bisect_left(grid, value - _SNAP) - 1)


def _fill(bounds: _Bounds, ink: PageInk) -> str | None:
    """The colour last painted under the cell's middle, if it isn't white."""
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    colour = None
    for box, painted in ink.fills:
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            colour = painted
    return None if colour == "#ffffff" else colour


def _mark(bounds: _Bounds, words: Sequence[InkWord], ink: PageInk) -> str | None:
    """The colour of a dot or sign that stands in a cell in place of words."""
    if any(c.isalnum() for word in words for c in word.text):
        return None
    for box, colour in ink.marks:
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        inside = bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]
        if inside and colour not in {"#000000", "#ffffff"}:
            return colour
    return None
