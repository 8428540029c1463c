"""A table of declarations whose cells a copy of a page set as blocks one below another."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Cell, Passage, Row, Table
from pipeline.lexicon import rule
from pipeline.read.modgov import titles

_PERSON = rule("pages", "person_column")
_COLUMN = rule("pages", "declared_column")
_MOST = 4
"""Columns, at most."""
_LONGEST = 6
"""Words of a name, at most."""


def cells_below(blocks: Sequence[str], at: int) -> tuple[Table, int] | None:
    """The table that begins at block `at`, and the block after it; None where none does.

    'Councillor', 'Minute Number', 'Nature of Interest', and then the cells of row after row.
    """
    if not _PERSON.fullmatch(blocks[at]):
        return None
    width = 1
    while at + width < len(blocks) and width < _MOST and _COLUMN.fullmatch(blocks[at + width]):
        width += 1
    if width == 1:
        return None
    end = at + width
    while _is_row(blocks[end : end + width], width):
        end += width
    if end == at + width:
        return None
    rows = tuple(_row(blocks[start : start + width]) for start in range(at, end, width))
    return Table(rows, width), end


def _is_row(cells: Sequence[str], width: int) -> bool:
    if len(cells) < width or any(_ends(cell) for cell in cells):
        return False
    return cells[0][0].isupper() and len(cells[0].split()) <= _LONGEST


def _ends(block: str) -> bool:
    """Whether a block belongs to the page and not to the table."""
    return (
        titles.LABEL.fullmatch(block) is not None
        or titles.NUMBER.fullmatch(block) is not None
        or titles.FILE_TAIL.search(block) is not None
    )


def _row(cells: Sequence[str]) -> Row:
    return Row(tuple(Cell(Passage(text), column) for column, text in enumerate(cells)))
