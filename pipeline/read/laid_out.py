"""Tables that a text keeps by the place of each character: columns of blanks under a head of names.

The copy of a PDF that keeps its layout prints a cell of several lines on several lines of text. The
head tells where each column starts; what stands under it, line by line, is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.stacked import is_head

_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST = 4
"""The fewest columns, where blanks alone tell them."""
_HEAD_LINES = 4
_NAME = 4
"""The most words of a name on a line of the head."""
_SECTION = 6
"""The most words of a line over some of the rows."""
_ROWS = 2
_SLACK = 2
"""Places by which a cell may stand beside its column's start."""


def with_columns_tabbed(text: str) -> str:
    """The text with the rows of such tables on one line each, tabs between their cells."""
    if "    " not in text:
        return text
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        rows, after = _table(lines, at)
        if len(rows) <= _ROWS:
            out.append(lines[at])
            at += 1
            continue
        out += ["", *("\t".join(row) for row in rows), ""]
        at = after
    return "\n".join(out)


def _table(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """The head and rows of the table that begins at a line, and the line after it."""
    head, columns, body = _head(lines, at)
    if not is_head(head):
        return [], at
    starts = [left for left, _ in columns]
    rows = [head]
    end = at = body
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        cells = _cells(line, starts)
        if cells is None:
            break
        first = _begins(cells)
        if first or _is_section(lines, at, cells, starts):
            rows.append(cells)
        elif len(rows) == 1 or not lines[at - 1].strip():
            break
        else:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        at += 1
        end = at
    return rows, end


def _head(lines: Sequence[str], at: int) -> tuple[list[str], list[tuple[int, int]], int]:
    """The names of a head, the columns of characters under them, and the line below it."""
    columns = [m.span() for m in _PIECE.finditer(lines[at])]
    names = [lines[at][a:b] for a, b in columns]
    if len(columns) < _FEWEST or any(len(n.split()) > _NAME for n in names):
        return [], [], at + 1
    body = at + 1
    for line in lines[at + 1 : at + _HEAD_LINES]:
        pieces = [(m.span(), m[0]) for m in _PIECE.finditer(line)]
        homes = [
            [i for i, (a, b) in enumerate(columns) if a < span[1] and span[0] < b]
            for span, _ in pieces
        ]
        brief = all(len(t.split()) <= _NAME and not re.search(r"\d", t) for _, t in pieces)
        if not pieces or not brief or any(len(h) != 1 for h in homes):
            break
        if 2 * len(pieces) > len(columns):
            break
        for (span, text), (home,) in zip(pieces, homes, strict=True):
            names[home] = f"{names[home]} {text}"
            columns[home] = (min(columns[home][0], span[0]), max(columns[home][1], span[1]))
        body += 1
    return names, columns, body


def _cells(line: str, starts: Sequence[int]) -> list[str] | None:
    """What a line prints in each column, or None where a word stands across the start of one."""
    if line[: starts[0]].strip():
        return None
    cuts = [_cut(line, start) for start in starts]
    if None in cuts:
        return None
    places = [cut for cut in cuts if cut is not None]
    stops = [*places[1:], max(len(line), places[-1])]
    return [line[a:b].strip() for a, b in zip(places, stops, strict=True)]


def _cut(line: str, start: int) -> int | None:
    """Where a line is cut for a column, or None where a word stands across its start.

    A full cell pushes the one right of it a place or two from where it belongs.
    """
    if start == 0 or start >= len(line) or line[start - 1] == " ":
        return start
    near = (start + by for step in range(1, _SLACK + 1) for by in (-step, step))
    return next((at for at in near if 0 < at <= len(line) and line[at - 1] == " "), None)


def _begins(cells: Sequence[str]) -> bool:
    """Whether a line is the first of a row: it fills more than half of the columns."""
    return 2 * sum(map(bool, cells)) > len(cells)


def _is_section(lines: Sequence[str], at: int, cells: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether a line is one short name with a blank line beside it and a row below it."""
    held = [c for c in cells if c]
    if len(held) != 1 or not held[0][0].isupper() or len(held[0].split()) > _SECTION:
        return False
    below = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    row = _cells(below, starts) if below else None
    apart = not lines[at - 1].strip() or not "".join(lines[at + 1 : at + 2]).strip()
    return apart and row is not None and _begins(row)
