"""Ruled tables that go on overleaf, made one: repeated headers dropped, broken rows joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Block, Cell, Row, Table, join

_USUAL = 0.75
"""Share of a table's full rows that fill a column for the column to be one that every row has."""


def stitch(flow: Sequence[Block]) -> list[Block]:
    """The flow with every table that continues on the next page joined to its first piece."""
    stitched: list[Block] = []
    for block in flow:
        last = stitched[-1] if stitched else None
        if isinstance(block, Table) and isinstance(last, Table) and _goes_on(last, block):
            stitched[-1] = _joined(last, block)
        else:
            stitched.append(block)
    return stitched


def _goes_on(above: Table, below: Table) -> bool:
    last = above.rows[-1].page
    return (
        above.ruled
        and below.ruled
        and above.columns == below.columns
        and last is not None
        and below.page == last + 1
    )


def _joined(above: Table, below: Table) -> Table:
    rows = list(below.rows)
    head = _repeated(above.rows, rows)
    rows = rows[head:]
    kept = list(above.rows)
    if rows and _is_rest(kept, rows[0]):
        kept[-1] = _merge(kept[-1], rows[0])
        rows = rows[1:]
    return Table((*kept, *rows), above.columns, above.ruled)


def _texts(row: Row) -> list[str]:
    return [c.text.casefold() for c in row.cells if c.text]


def _repeated(above: Sequence[Row], below: Sequence[Row]) -> int:
    """How many rows at the top of the lower piece repeat the head of the upper one."""
    count = 0
    for first, again in zip(above, below, strict=False):
        if not _texts(first) or _texts(first) != _texts(again):
            break
        # A second row that is repeated is part of the head only where it is set like one.
        if count and not all(c.passage.bold for c in first.cells if c.text):
            break
        count += 1
    return min(count, 3)


def _is_rest(above: Sequence[Row], row: Row) -> bool:
    """Whether a page's first row is only the rest of the last row of the page before.

    A broken row leaves its short cells (a date, a status) on the first page: the rest has
    nothing in columns that the table's rows otherwise fill.
    """
    last = above[-1]
    if any(c.span > 1 for c in row.cells) or any(c.span > 1 for c in last.cells):
        return False
    filled = {c.column for c in row.cells if c.text}
    before = {c.column for c in last.cells if c.text}
    if not filled or not filled <= before | {c.column for c in last.cells if c.above}:
        return False
    full = [r for r in above if len({c.column for c in r.cells if c.text}) > 1]
    usual = {
        column
        for column in before
        if sum(bool(r.text(column)) for r in full) >= _USUAL * max(len(full), 1)
    }
    missing = usual - filled
    return len(missing) * 2 >= len(usual) and bool(missing)


def _merge(upper: Row, lower: Row) -> Row:
    rest = {c.column: c for c in lower.cells if c.text}
    cells = []
    for cell in upper.cells:
        more = rest.get(cell.column)
        if more is None:
            cells.append(cell)
        elif cell.text:
            hyphened = re.search(r"\w-$", cell.text) is not None
            joined = join([cell.passage, more.passage], by="" if hyphened else " ")
            cells.append(Cell(joined, cell.column, cell.span, cell.above, cell.fill))
        else:
            cells.append(Cell(more.passage, cell.column, cell.span, cell.above, cell.fill))
    return Row(tuple(cells), page=upper.page)
