"""Which column of a table holds what, by its head: how a plan table is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Row, Table
from pipeline.extract.lexicon import lexicon

_NO_PLAN = re.compile(
    r"\brisks?\b|\blikelihood\b|\bimpact\b|\bkpi\b|\bindicator\b|\bconsequence|\bvariance\b|\bbudget\b|\bactual\b",
    re.IGNORECASE,
)
_FIELDS = (
    "percent_complete",
    "lead_officers",
    "status",
    "deadline",
    "milestone",
    "comment",
    "theme",
    "reference",
)
"""In the order tried: '%Comp' is no status, 'Lead Officer' no milestone."""


@dataclass(frozen=True)
class Columns:
    """The grid column of each field that a plan table's head names."""

    of: dict[str, int]
    period: str | None
    """What the head says of the period reported on ('Quarter 2')."""

    def __getitem__(self, field: str) -> int | None:
        return self.of.get(field)


def header_row(table: Table) -> tuple[int, Columns] | None:
    """The row that is a plan table's head and its columns; None when the table is no plan."""
    for index, row in enumerate(table.rows[:4]):
        columns = columns_of(row, table.columns)
        if columns is not None:
            return index, columns
    return None


def columns_of(row: Row, width: int) -> Columns | None:
    """The columns that a head row names, if they are those of a plan."""
    cells = [c for c in row.cells if c.text]
    if len(cells) < 3 or any(len(c.text) > 60 for c in cells):
        return None
    if any(_NO_PLAN.search(c.text) for c in cells):
        return None
    known = lexicon("plans")["columns"]
    of: dict[str, int] = {}
    for cell in cells:
        for field in _FIELDS:
            if re.search(known[field], cell.text, re.IGNORECASE):
                if field == "milestone" and field in of:
                    # Two columns of the kind: the first groups the second.
                    of["activity"], of[field] = of[field], cell.column
                elif field not in of:
                    of[field] = cell.column
                else:
                    continue
                break
    if "comment" not in of:
        # A head whose last cell is left empty over the remarks.
        last = max((c.column for c in row.cells), default=width - 1)
        if last not in of.values() and last > max(of.values(), default=0):
            of["comment"] = last
    measured = {"deadline", "status", "percent_complete", "lead_officers"} & set(of)
    if "milestone" not in of or len(measured) < 2 or not {"deadline", "status"} & set(of):
        return None
    return Columns(of, _period([c.text for c in cells]))


def _period(texts: Sequence[str]) -> str | None:
    for text in texts:
        match = re.search(
            r"\b(?:quarter|q)\s?[1-4]\b(?:\s+20\d\d(?:[/-]\d{2,4})?)?", text, re.IGNORECASE
        )
        if match:
            return match.group()
    return None
