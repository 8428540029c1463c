"""Rows of a table that a conversion parted with slashes: '3.1 / The gate is broken. / JT'."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROW = re.compile(
    r"^(?P<number>[ \t]*\(?\d{1,3}(?:\.\d{1,2})*[.)]?)[ \t]+/[ \t]+(?=\S)", re.MULTILINE
)
_LABEL = re.compile(r"(?<=\w:)[ \t]+/[ \t]+(?=\S)")
_PIPED = re.compile(
    r"^(?P<label>[A-Z][^|:\n]{1,40}:)[ \t]*\|[ \t]*(?P<cell>[^|\n]+?)[ \t]*\|?[ \t]*$", re.MULTILINE
)
"""'Chair: | Cllr Ash |': a row of a label and what it labels."""
_BEHIND = re.compile(r"^(?P<cell>[^|\n]*[^|\s])[ \t]*\|[ \t|]*$", re.MULTILINE)
"""'189 |': the end of a cell that stands on a line of its own."""
_HEAD = re.compile(r"^(?P<label>[A-Z][\w ]{2,30}:)[ \t]+/[ \t]+(?=[A-Z])", re.MULTILINE)
"""'Messrs: / R. Ash' above a list."""
_LAST = re.compile(r"[ \t]+/[ \t]*(?P<cell>[^/\n]{0,24})$", re.MULTILINE)
_CELL = re.compile(r"[^|]*\|[ \t]*")
"""A line that is the end of a cell, or a cell: 'Clerk |'."""
_FEWEST = 3
"""Columns of a table whose cells a copy put on lines of their own."""
_ROWS = 3
"""Rows that begin so from which a text is such a table."""


def without_cell_marks(text: str) -> str:
    """The text without the marks between cells; a short last cell stands on a line of its own."""
    text = _PIPED.sub(lambda m: f"{m['label']} {m['cell']}", text)
    text = _HEAD.sub(lambda m: f"{m['label']} ", text)
    text = _BEHIND.sub(lambda m: m["cell"], text)
    if len(_ROW.findall(text)) < _ROWS:
        return text
    text = _ROW.sub(lambda m: f"{m['number']} ", text)
    text = _LABEL.sub(" ", text)
    return _LAST.sub(lambda m: f"\n\n{m['cell']}\n" if m["cell"] else "", text)


def with_rows_joined(text: str) -> str:
    """The text with its table rows on one line each, as Markdown sets them.

    A copy puts every cell on its own line with a bar behind it, and a bar alone before each row.
    How many cells the first row has tells where the others end: a bar alone among them is an
    empty cell.
    """
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        rows, after = _joined(lines, at)
        if len(rows) < _ROWS:
            out.append(lines[at])
            at += 1
            continue
        width = len(rows[0])
        out += ["", *(f"| {' | '.join(row)} |" for row in rows[:1]), "|" + " --- |" * width]
        out += [*(f"| {' | '.join(row)} |" for row in rows[1:]), ""]
        at = after
    return "\n".join(out)


def _joined(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """The rows of the table that begins at a line, and the line after it."""
    if lines[at].strip() != "|":
        return [], at
    width = 0
    rows: list[list[str]] = []
    end = at
    while at < len(lines) and lines[at].strip() == "|":
        cells: list[str] = []
        at += 1
        while at < len(lines) and (not width or len(cells) < width):
            line = lines[at].strip()
            if not _CELL.fullmatch(line) or (not width and line == "|"):
                break
            cells.append(line.rstrip("| \t"))
            at += 1
        if len(cells) < _FEWEST or (width and len(cells) != width):
            break
        width = len(cells)
        rows.append(cells)
        end = at
    return rows, end
