"""Dates and times as papers print them.

Explicit day-month-year dates are read by the small grammar here, day first as in Britain;
dateparser reads what is left, and only when it prints day, month and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

import dateparser

from pipeline.lexicon import rule

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?:\b|(?<=[ap]m)|(?<=day))(?P<d1>\d{{1,2}})\s?(?:st|nd|rd|th|[™°”“\"'’*]{{1,2}})?(?:\s+day)?(?:\s+of)?[\s,-]*(?P<m1>{_MONTH})[\s,-]*(?P<y1>\d{{4}})\b"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:\s?(?:st|nd|rd|th),?\s*|,?\s+)(?P<y2>\d{{4}})\b"
    r"|\b(?P<d3>\d{1,2})[/.](?P<m3>\d{1,2})[/.](?P<y3>\d{4}|\d{2})\b"
    rf"|\b(?P<d5>\d{{1,2}})(?P<mark>[-/.])(?P<m5>{_MONTH})(?P=mark)(?P<y5>\d{{2}})\b"
    r"|\b(?P<y4>(?:19|20)\d\d)(?P<sign>[-./])(?P<m4>\d{2})(?P=sign)(?P<d4>\d{2})\b(?!\.\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:\s?[:.]\s?(?P<minute>[\dO]{2}))?\s?(?P<half>[ap])\.?\s?m(?:\b|(?=\d))\.?"
    r"|\b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?:\s?(?:hours|hrs|h))?\b(?!\s?%)"
    r"|\b(?P<noon>12\s+noon|noon|midday)\b"
    r"|\b(?P<hundred>[01]\d|2[0-3])(?P<minute100>[0-5]\d)\s?(?:hours|hrs)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:rules?|paragraphs?|para|sections?|clauses?|orders?|articles?|minutes?|items?|no|"
    r"rooms?|rm|suite|unit)\b\.?\s*$",
    re.IGNORECASE,
)
"""Before a number that is no time: 'Procedure Rule 1.37', 'Room 1.14'."""
_BARE = rule("meetings", "bare_clock")
"""'The meeting commenced at 1835': four figures after a verb that only a time follows."""


def month_number(name: str) -> int:
    """1..12 from a month's name or its first three letters."""
    return _MONTHS.index(name[:3].lower()) + 1


def dates_in(text: str) -> Iterator[tuple[int, int, date]]:
    """The full dates in a text with their spans; impossible ones are passed over."""
    for match in _DATE.finditer(text):
        for n in "12345":
            if match[f"d{n}"] is None:
                continue
            month = match[f"m{n}"]
            number = int(month) if month.isdigit() else month_number(month)
            year = int(match[f"y{n}"])
            year += 2000 if year < 100 else 0
            try:
                yield match.start(), match.end(), date(year, number, int(match[f"d{n}"]))
            except ValueError:
                continue


def first_date(text: str) -> date | None:
    """The first full date in a text."""
    return next((found for _, _, found in dates_in(text)), None)


def parse_date(text: str) -> date | None:
    """A date from a short text that is one, or None; never guesses a missing day or year."""
    found = first_date(text)
    if found is not None or not re.search(r"\d", text) or len(text) > 60:
        return found
    parsed = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        },
    )
    return parsed.date() if parsed else None


def times_in(text: str) -> Iterator[tuple[int, int, time]]:
    """The clock times in a text with their spans, in order."""
    found = [*_clock(text), *_bare_clock(text)]
    yield from sorted(found, key=lambda each: each[0])


def _bare_clock(text: str) -> Iterator[tuple[int, int, time]]:
    for match in _BARE.finditer(text):
        yield (
            match.start("hour"),
            match.end("minute"),
            time(int(match["hour"]), int(match["minute"])),
        )


def _clock(text: str) -> Iterator[tuple[int, int, time]]:
    for match in _TIME.finditer(text):
        if match["noon"]:
            yield match.start(), match.end(), time(12, 0)
            continue
        if match["hundred"]:
            yield match.start(), match.end(), time(int(match["hundred"]), int(match["minute100"]))
            continue
        if match["half"]:
            hour, minute = (
                int(match["hour"]),
                int((match["minute"] or "0").upper().replace("O", "0")),
            )
            twice = match["half"].lower() == "p" and match["minute"] is not None
            if not 1 <= hour <= (23 if twice else 12):
                continue
            if hour <= 12:  # '19:30pm' tells the half twice
                hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        else:
            if _NUMBERED.search(text, 0, match.start()):
                continue
            hour, minute = int(match["hour24"]), int(match["minute24"])
        if minute < 60:
            yield match.start(), match.end(), time(hour, minute)
