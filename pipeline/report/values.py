"""What a row of the archive holds, as the values of cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.report.model import Value

Line = Mapping[str, object]
"""One row of an answer, by column name."""


def as_day(value: object) -> date | None:
    """A day; None where there is none."""
    return value if isinstance(value, date) else None


def as_number(value: object) -> int | None:
    """A whole number; None where there is none."""
    return None if value is None else int(str(value))


def as_text(value: object) -> str | None:
    """Text; None where there is none."""
    return None if value is None else str(value)


def as_value(held: object) -> Value:
    """The value as it is, or as text where a cell can't hold its type."""
    if held is None or isinstance(held, str | int | float | date):
        return held
    return str(held)


def several(count: int, noun: str) -> str:
    """A number and what it counts: '1 meeting', '1,200 meetings'."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
