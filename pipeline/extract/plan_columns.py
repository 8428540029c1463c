"""Which column of a table holds what, by its head: how a plan table is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Row, Table
from pipeline.lexicon import lexicon

_NO_PLAN = re.compile(
    r"\brisks?\b|\blikelihood\b|\bimpact\b|\bkpi\b|\bindicator\b|\bconsequence|\bvariance\b|\bbudget\b|\bactual\b",
    re.IGNORECASE,
)
_CODES = re.compile(r"(?:[A-Z]{0,3}\s?\d{0,3}(?:\.\d+)*[\s,;/&]*)+")
"""What a column of references holds and a column of milestones doesn't: 'SO1, SO2'."""
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
    """The grid columns of each field that a plan table's head names."""

    of: dict[str, range]
    period: str | None
    """What the head says of the period reported on ('Quarter 2')."""

    def text(self, row: Row, field: str) -> str | None:
        """What a row prints in a field's columns, or None."""
        columns = self.of.get(field, range(0))
        return next((c.text for c in row.cells if c.column in columns and c.text), None)


def header_row(table: Table) -> tuple[int, Columns] | None:
    """The row that is a plan table's head and its columns; None when the table is no plan."""
    for index, row in enumerate(table.rows[:4]):
        columns = columns_of(row, table.columns)
        if columns is not None:
            return index, _by_content(columns, table.rows[index + 1 :])
    return None


def columns_of(row: Row, width: int) -> Columns | None:
    """The columns that a head row names, if they are those of a plan."""
    cells = [c for c in row.cells if c.text]
    if len(cells) < 3 or any(len(c.text) > 60 for c in cells):
        return None
    if any(_NO_PLAN.search(c.text) for c in cells):
        return None
    known = lexicon("plans")["columns"]
    of: dict[str, range] = {}
    for cell in cells:
        place = range(cell.column, cell.column + cell.span)
        for field in _FIELDS:
            if re.search(known[field], cell.text, re.IGNORECASE):
                if field == "milestone" and field in of:
                    # Two columns of the kind: the first groups the second.
                    of["activity"], of[field] = of[field], place
                elif field not in of:
                    of[field] = place
                else:
                    continue
                break
    if "comment" not in of:
        # A head whose last cell is left empty over the remarks.
        last = max((c.column for c in row.cells), default=width - 1)
        if last >= max((p.stop for p in of.values()), default=0):
            of["comment"] = range(last, width)
    measured = {"deadline", "status", "percent_complete", "lead_officers"} & set(of)
    if "milestone" not in of or len(measured) < 2 or not {"deadline", "status"} & set(of):
        return None
    return Columns(of, _period([c.text for c in cells]))


def _by_content(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns once more, now that their content is known: a code is no milestone."""
    if "activity" not in columns.of:
        return columns
    texts = [t for row in rows if (t := columns.text(row, "milestone"))]
    if not texts or sum(_CODES.fullmatch(t) is not None for t in texts) < len(texts) / 2:
        return columns
    of = {f: place for f, place in columns.of.items() if f != "activity"}
    return Columns({**of, "milestone": columns.of["activity"]}, columns.period)


def _period(texts: Sequence[str]) -> str | None:
    for text in texts:
        match = re.search(
            r"\b(?:quarter|q)\s?[1-4]\b(?:\s+20\d\d(?:[/-]\d{2,4})?)?", text, re.IGNORECASE
        )
        if match:
            return match.group()
    return None
