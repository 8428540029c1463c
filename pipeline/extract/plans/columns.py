"""Which column of a table holds what: how plan tables and action logs are known.

Each column is scored for each field by its name and by what its cells hold; the best one-to-one
assignment of the table as a whole decides. Look-alikes (risk registers, indicators, budgets) are
refused with a reason. Names are data: `models/lexicon/plans.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from pipeline.document import Row, Table
from pipeline.extract.plans.column_scores import MEASURED, Unit, assign, is_named, named_fields
from pipeline.extract.plans.rag import rated_share, rating
from pipeline.lexicon import lexicon, pattern

_HEADS = 5
"""Rows from a table's top within which its head stands."""
_LONG_NAME = 120
_RATED = 0.5
"""Share of rows rated by colour from which a column without the name of a status is one."""


_VALUE = re.compile(r"^(?:red|amber|green|blue)$|\d\s*%|^\W*[\d.,/-]{2,}\W*$", re.IGNORECASE)
"""What stands in the body of a table and never in its head."""
_MINUTED = re.compile(r"\b(?:min(?:ute)?s?|agenda|item|para(?:graph)?)\b", re.IGNORECASE)
_LABEL = 4
"""The most words that the middle cell of a column of labels has."""
_SHARED = ("lead_officers", "deadline", "status")
"""What one cell may say of several rows that it is merged over."""


@dataclass(frozen=True)
class Columns:
    """The grid columns of each field of a plan table or action log."""

    of: dict[str, range]
    period: str | None = None
    """What the head says of the period reported on ('Quarter 2')."""
    names: tuple[str, ...] = ()
    """The head's texts in lower case."""
    fills: frozenset[str | None] = frozenset()
    """The colours of the head itself."""
    minuted: bool = False
    """Whether references are to minutes or items of business."""
    coloured: range | None = None
    """Where colours rate the rows, if they do."""

    def text(self, row: Row, field: str) -> str | None:
        """What a row prints in a field's columns, or None."""
        columns = self.of.get(field, range(0))
        return next((c.text for c in row.cells if c.column in columns and c.text), None)

    def carried(self, row: Row, above: Row | None) -> Row:
        """A row with what a merged cell above it says of it too: its owner, deadline, status."""
        if above is None or not any(c.above for c in row.cells):
            return row
        shared = [self.of[f] for f in _SHARED if f in self.of]
        cells = [
            next((a for a in above.cells if a.column == c.column and a.text), c)
            if c.above and not c.text and any(c.column in place for place in shared)
            else c
            for c in row.cells
        ]
        return Row(tuple(cells), page=row.page)

    def repeats(self, row: Row) -> bool:
        """Whether a row is the head once more."""
        cells = [c for c in row.cells if c.text]
        known = sum(c.text.casefold() in self.names for c in cells)
        if len(cells) >= 2 and known >= 0.7 * len(cells):
            return True
        named = sum(
            is_named(field, c.text)
            for c in cells
            for field, place in self.of.items()
            if c.column in place and len(c.text) <= _LONG_NAME
        )
        return named >= max(3, 0.7 * len(cells))


def colour_of(row: Row, columns: Columns) -> str | None:
    """The rating that a row's colour stands for, where it prints none in words."""
    if columns.coloured is None:
        return None
    return rating(row, columns.coloured, columns.fills)


@dataclass(frozen=True)
class NoPlan:
    """Why a table that looks like a plan is none."""

    head: str
    reason: str


def header_row(table: Table, *, log: bool = False) -> tuple[int, Columns] | NoPlan | None:
    """The last row of a table's head and its columns.

    `log`: one of owner, due and status is enough, as in an action log. A NoPlan where the table
    has the look of a plan and is none; None where it has not.
    """
    refused: NoPlan | None = None
    best: tuple[float, int, Columns] | None = None
    for index in range(min(_HEADS, len(table.rows))):
        for depth in (1, 2):
            heads = table.rows[index : index + depth]
            if len(heads) < depth or (depth == 2 and not _is_second(*heads)):
                continue
            found = _read(table, heads, table.rows[index + depth :], log=log)
            if isinstance(found, NoPlan):
                refused = refused or found
            elif found is not None and (best is None or found[0] > best[0] + 0.5):
                best = (found[0], index + depth - 1, found[1])
        if best is not None:
            break
    if best is not None:
        return best[1], best[2]
    return refused


def _is_second(first: Row, second: Row) -> bool:
    """Whether a row is the lower half of a head: names under names that reach over several."""
    wide = any(c.span > 1 and c.text for c in first.cells) and any(c.above for c in second.cells)
    texts = [c.text for c in second.cells if c.text]
    return wide and bool(texts) and all(len(t) <= 40 for t in texts)


def _read(
    table: Table, heads: Sequence[Row], rows: Sequence[Row], *, log: bool
) -> tuple[float, Columns] | NoPlan | None:
    cells = [c for row in heads for c in row.cells if c.text]
    least = 2 if log else 3
    if len(cells) < least or any(len(c.text) > _LONG_NAME for c in cells):
        return None
    if sum(len(c.text) > 60 for c in cells) > len(cells) / 2 or any(
        _VALUE.search(c.text) for c in cells
    ):
        return None
    named = {field for c in cells for field in named_fields(c.text)}
    if not named & MEASURED or len(named) < least:
        return None
    fills = frozenset(c.fill for row in heads for c in row.cells)
    body = [row for row in rows[:80] if sum(bool(c.text) for c in row.cells) > 1]
    names = [c.text for c in cells]
    # The dear part comes only where the names alone do not rule the table out.
    reason = _wanting(names, named, (named & {"milestone"}) | MEASURED, log=log)
    if reason is None:
        units = _units(table, heads, body, fills)
        score, of = assign(units)
        if "revised" in of and "deadline" not in of:
            of["deadline"] = of.pop("revised")
        of = _with_grouping(of, units, body)
        coloured = of.get("status") or _coloured(units, body, fills)
        reason = _wanting(names, named, of.keys() | ({"status"} if coloured else set()), log=log)
    if reason is not None:
        # Without two of a plan's columns it has not even the look of one.
        return NoPlan(" | ".join(names), reason) if len(named & MEASURED) >= 2 and body else None
    of = _with_blank_comment(of, units, table.columns, heads[-1])
    lower = tuple(name.casefold() for name in names)
    refers = next((u.name for u in units if u.place == of.get("reference")), "")
    minuted = _MINUTED.search(refers) is not None
    return score, Columns(of, _period(names), lower, fills, minuted, coloured)


def _wanting(names: Sequence[str], named: Set[str], found: Set[str], *, log: bool) -> str | None:
    """Why a table with such a head and such columns is no plan, or None where it is one."""
    alike = _look_alike(names, named)
    if alike:
        return f"its head speaks of {alike}: no plan"
    if "milestone" not in found:
        return "no column both names and holds milestones or actions"
    enough = MEASURED & found if log else {"deadline", "status"} & found
    if not enough or (not log and len(MEASURED & found) < 2):
        return "too few of owner, deadline and status have a column"
    return None


def _look_alike(names: Sequence[str], named: Set[str]) -> str | None:
    """What a head speaks of that plans don't: risks, indicators, money, people."""
    kinds = lexicon("plans")
    for kind in kinds["look_alikes"]:
        if any(pattern("plans", "look_alikes", kind).search(name) for name in names):
            return str(kind)
    if {"milestone", "lead_officers", "deadline"} <= named:
        return None
    for kind in kinds["look_alikes_weak"]:
        if any(pattern("plans", "look_alikes_weak", kind).search(name) for name in names):
            return str(kind)
    return None


def _units(
    table: Table, heads: Sequence[Row], body: Sequence[Row], fills: frozenset[str | None]
) -> list[Unit]:
    """The columns as the head divides the grid, those that it leaves without a name too."""
    starts: dict[int, list[str]] = {}
    for row in heads:
        for cell in row.cells:
            if cell.text:
                starts.setdefault(cell.column, []).append(cell.text)
    for row in heads[-1:]:
        for cell in row.cells:
            starts.setdefault(cell.column, [])
    upper = [c for row in heads[:-1] for c in row.cells if c.text and c.span > 1]
    ordered = sorted(starts)
    units = []
    for column, stop in zip(ordered, [*ordered[1:], table.columns], strict=True):
        place = range(column, stop)
        over = next((c.text for c in upper if c.column < column < c.column + c.span), "")
        name = " ".join([over, *starts[column]]).strip()
        texts = [_printed(row, place) for row in body]
        blank = [r for r, t in zip(body, texts, strict=True) if not any(map(str.isalnum, t))]
        share, kinds = rated_share(blank, place, fills)
        several = kinds > 1 or is_named("status", name)
        rated = share * len(blank) / len(body) if body and several else 0.0
        if name or rated or any(texts):
            units.append(Unit(place, name, tuple(texts), rated))
    return units


def _printed(row: Row, place: range) -> str:
    return next((c.text for c in row.cells if c.column in place and c.text), "")


def _coloured(
    units: Sequence[Unit], body: Sequence[Row], fills: frozenset[str | None]
) -> range | None:
    """The column whose colours rate the rows behind printed words, where no other is a status."""
    for unit in units:
        share, kinds = rated_share(body, unit.place, fills)
        if kinds > 1 and share >= _RATED:
            return unit.place
    return None


def _with_grouping(
    of: dict[str, range], units: Sequence[Unit], body: Sequence[Row]
) -> dict[str, range]:
    """A column of no known name groups the tasks right of it where its cells are merged over rows.

    Labels are themes, and what says more is an activity.
    """
    if "milestone" not in of:
        return of
    for unit in units:
        merged = any(c.above for row in body for c in row.cells if c.column in unit.place)
        # Without lines a merged cell shows by the blanks below it.
        beside = unit.place.stop == of["milestone"].start and unit.texts[:1] != ("",)
        merged = merged or (beside and "" in unit.texts)
        held = unit.content
        if unit.place in of.values() or unit.place.start >= of["milestone"].start or not merged:
            continue
        field = "activity" if held.words > _LABEL else "theme"
        if held.filled and max(held.codes, held.dates, held.statuses) < 0.5 and field not in of:
            return {**of, field: unit.place}
    return of


def _with_blank_comment(
    of: dict[str, range], units: Sequence[Unit], width: int, head: Row
) -> dict[str, range]:
    """The last column holds remarks where the head leaves it empty, or its name tells nothing."""
    if "comment" not in of:
        end = units[-1]
        if end.is_remark and end.place.start >= max(place.stop for place in of.values()):
            return {**of, "comment": end.place}
        last = max(head.cells, key=lambda c: c.column)
        if not last.text and last.column >= max(place.stop for place in of.values()):
            return {**of, "comment": range(last.column, width)}
    return of


def _period(texts: Sequence[str]) -> str | None:
    for text in texts:
        match = re.search(
            r"\b(?:quarter|q)\s?[1-4]\b(?:\s+20\d\d(?:[/-]\d{2,4})?)?", text, re.IGNORECASE
        )
        if match:
            return match.group()
    return None
