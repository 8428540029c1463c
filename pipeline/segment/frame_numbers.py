"""Numbers of the rows of a table: alone in its first column, or in front of what a row says."""

from __future__ import annotations

import itertools

from msgspec import structs

from pipeline.document import Cell, Row, Table
from pipeline.segment.numbering import Number, leading, parse, years_in_front

_FEWEST = 3
"""Rows whose text has a number in front, for such numbers to be the rows' own."""


def numbered(table: Table) -> list[tuple[int, Number]]:
    """The rows whose first cell is a number, and that number as the table counts."""
    found: list[tuple[int, Number]] = []
    for at, row in enumerate(table.rows):
        first = next((c for c in row.cells if c.text), None)
        number = parse(first.text) if first is not None and first.column == 0 else None
        if number is not None and number.series != "letter":
            found.append((at, number))
    read = years_in_front([number for _, number in found])
    return [(at, n or own) for (at, own), n in zip(found, read, strict=True)]


def numbers_apart(table: Table) -> Table:
    """The table, numbers in front of the text of its first column in a column of their own.

    '4. Finance' over all the columns, or '4. Finance' and its text in one cell: the row's number
    is part of what it says. Where they don't rise, the table is as it was.
    """
    fronts = {at: front for at, row in enumerate(table.rows) if (front := _front(row)) is not None}
    numbers = years_in_front([number for number, _ in fronts.values()])
    places = [n.place for n in numbers if n is not None]
    rising = all(a < b for a, b in itertools.pairwise(places))
    if len(fronts) < _FEWEST or not rising or len(numbered(table)) >= _FEWEST:
        return table
    rows = []
    for at, row in enumerate(table.rows):
        cells = [structs.replace(c, column=c.column + 1) for c in row.cells]
        if at in fronts:
            first = next(c for c in row.cells if c.text)
            end = fronts[at][1]
            rest = structs.replace(first, passage=first.passage.cut(end), column=1)
            cells = [Cell(first.passage.cut(0, end), 0), rest, *cells[1:]]
        rows.append(Row(tuple(cells), row.page))
    return Table(tuple(rows), table.columns + 1, table.ruled)


def _front(row: Row) -> tuple[Number, int] | None:
    """The number in front of a row's text, and where the text behind it begins."""
    first = next((c for c in row.cells if c.text), None)
    if first is None or first.column != 0:
        return None
    found = leading(first.text)
    if found is None or found[0].series == "letter" or not first.text[found[1]].isupper():
        return None
    return found
