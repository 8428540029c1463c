"""One table of a report as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.errors import UsageError
from pipeline.harmless import as_cell, shown
from pipeline.report.model import Place, Report, Table

PLACES = ("Paper", "Page", "Address", "Words there")
"""Columns at the end of each line: where it was read from first, and the words there."""


def write(report: Report, name: str | None = None) -> str:
    """The table of this name, or else the report's main one.

    Raises UsageError, with the names there are, for one that the report doesn't have.
    """
    return table(chosen(report, name))


def chosen(report: Report, name: str | None) -> Table:
    """The table that a CSV file is asked to hold."""
    tables = report.tables()
    found = tables.get(name or report.main)
    if found is None:
        raise UsageError(
            f"the report has no table {name or report.main!r}; name one of these with --table: "
            + ", ".join(tables)
        )
    return found


def table(found: Table) -> str:
    """The lines of a table, its header first; dates in ISO form."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    cited = any(row.places for row in found.rows)
    writer.writerow(cells([*(c.name for c in found.columns), *(PLACES if cited else ())]))
    for row in found.rows:
        writer.writerow(cells([*row.cells, *(place(row.places) if cited else ())]))
    return target.getvalue()


def place(places: Sequence[Place]) -> tuple[object, ...]:
    """The first place as cells for the columns of `PLACES`."""
    if not places:
        return (None,) * len(PLACES)
    first = places[0]
    return first.paper.name, first.page, first.link, first.quote


def cells(values: Iterable[object]) -> list[object]:
    """Values as a spreadsheet may have them: text that would run as a formula is defused."""
    return [_cell(value) for value in values]


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return shown(as_cell(text))
