"""Dates as a ModernGov site writes them: '15 January 2026', '15 Jan 2026', '15-Jan-2026'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
_WRITTEN = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[\s\xa0,-]+"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\xa0,-]+(\d{4})\b",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[date]:
    """Every date written in `text`, in order; what is no date is left out."""
    for found in _WRITTEN.finditer(text):
        try:
            yield date(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
        except ValueError:
            continue


def first_date(text: str) -> date | None:
    """The first date written in `text`, or None."""
    return next(dates_in(text), None)


def numeric_date(text: str) -> date | None:
    """The date that the web service writes as 'dd/mm/yyyy', or None."""
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007 - a bare date
    except ValueError:
        return None
