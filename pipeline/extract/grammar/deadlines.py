"""Printed deadlines as intervals of days: 'May-18', 'Mar-Apr 17', 'July 17 onwards', 'On-going'.

A deadline is what a plan's author typed into a cell; it is often a month or a range, so it becomes
the interval from its first to its last day. What has no date ('On-going', 'Quarterly') has none.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from pipeline.extract.grammar.dates import dates_in, month_number

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:20)?\d{2}(?!\d)"
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})(?:[\s,'’‘/-]*(?P<year>{_YEAR}))?", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?:q(?:uarter)?\s?(?P<quarter>[1-4]))\b[\s,-]*(?:of\s+)?(?:(?P<from>20\d\d|\d\d(?=\s?[/-]\s?\d\d))(?:\s?[/-]\s?(?P<to>\d{2,4}))?)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bonwards?\b|\bfrom\b|\bafter\b", re.IGNORECASE)
_END_OF = re.compile(r"\bend\s+(?:of\s+)?$", re.IGNORECASE)
_YEAR_ONLY = re.compile(
    r"^\W*(?:by\s+(?:end\s+of\s+)?|during\s+|end\s+of\s+|in\s+)?(?P<year>20\d\d)"
    r"(?:\s*(?:[-–/]|to)\s*(?P<last>20\d\d))?(?:\s+onwards?)?\W*$",
    re.IGNORECASE,
)
_FINANCIAL = re.compile(
    r"^\W*(?:by\s+(?:the\s+)?(?:end\s+of\s+)?|during\s+|end\s+of\s+|in\s+|fy\s*)?"
    r"(?P<from>20\d\d|(?<=[a-z]\s)\d\d|(?<=fy)\d\d)\s*[/–-]\s*(?P<to>\d\d|20\d\d)(?:\s+onwards?)?\W*$",
    re.IGNORECASE,
)
"""'2031/32': a financial year, April to March."""

Interval = tuple[date | None, date | None]


def interval(printed: str) -> Interval:
    """The first and last day that a printed deadline allows; None where it is open or undated."""
    exact = [found for _, _, found in dates_in(printed)]
    spans = _months(printed)
    days = [(d, d) for d in exact] + spans
    if not days:
        days = _quarters(printed)
    if not days:
        match = _YEAR_ONLY.match(printed)
        if match:
            ends = int(match["last"] or match["year"])
            days = [(date(int(match["year"]), 1, 1), date(ends, 12, 31))]
    if not days:
        years = _FINANCIAL.match(printed)
        if years and int(years["to"][-2:]) == (int(years["from"][-2:]) + 1) % 100:
            start = _year(years["from"][-2:])
            days = [(date(start, 4, 1), date(start + 1, 3, 31))]
    if not days:
        return None, None
    first, last = min(d[0] for d in days), max(d[1] for d in days)
    return first, None if _OPEN.search(printed) else last


def _months(printed: str) -> list[tuple[date, date]]:
    """Months with their year; a month without one takes the year printed next to it."""
    taken = [(s, e) for s, e, _ in dates_in(printed)]
    found = [
        m for m in _MONTH_YEAR.finditer(printed) if not any(s <= m.start() < e for s, e in taken)
    ]
    years = [_year(m["year"]) if m["year"] else None for m in found]
    known = [d.year for _, _, d in dates_in(printed)]
    for at, year in enumerate(years):
        if year is None:
            later = next((y for y in years[at + 1 :] if y is not None), None)
            earlier = next((y for y in reversed(years[:at]) if y is not None), None)
            years[at] = later or earlier or (known[0] if known else None)
    spans = []
    for match, year in zip(found, years, strict=True):
        if year is not None:
            first, last = _whole_month(year, month_number(match["month"]))
            ends = _END_OF.search(printed[: match.start()]) is not None
            spans.append((last, last) if ends else (first, last))
    return spans


def _year(text: str) -> int:
    year = int(text)
    return year + 2000 if year < 100 else year


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _quarters(printed: str) -> list[tuple[date, date]]:
    """Quarters of a financial year, April to March, where its years are printed ('Q2 2024/25')."""
    found = []
    for match in _QUARTER.finditer(printed):
        if not match["from"]:
            continue
        quarter, year = int(match["quarter"]), _year(match["from"])
        financial = match["to"] is not None
        month = (quarter - 1) * 3 + (4 if financial else 1)
        if month > 12:
            month, year = month - 12, year + 1
        start = date(year, month, 1)
        found.append((start, _whole_month(year, month + 2)[1]))
    return found
