"""Dates and meetings that stand in a paper's web address, file name or folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SHAPES = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<by>[-_./ ]?)(?P<number>\d\d)(?P=by)(?P<day>\d\d)(?!\d)",
    r"(?<!\d)(?P<day>\d{1,2})(?P<by>[-_./ ])(?P<number>\d{1,2})(?P=by)"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<day>\d{1,2})(?P<by>\.)(?P<number>\d{1,2})\.(?P<year>\d\d)(?!\.?\d)",
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-_ ,.]*(?:of[-_ ])?{_MONTH}[-_ ,.]*"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    rf"(?<![a-z]){_MONTH}[-_ ,.]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-_ ,.]+"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
)
"""How names write a date, the surest first: the year, the month, the day; or the day first."""
_DATE = tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)
_MEETING_KEYS = frozenset(["mid", "meetingid"])
_DAY_KEYS = frozenset(["df", "date", "meetingdate"])
_PACK = re.compile(r"/documents/g(\d+)(?:/|$)", re.IGNORECASE)
_PAGES = re.compile(r"/(?:ie|ce)listdocuments\.aspx$|/mggetmeeting|/getmeeting$", re.IGNORECASE)


def dates_in(text: str) -> list[date]:
    """Every full date that a name writes, each once, in order; a month without its day is none.

    Days stand before months, as they do in the UK.
    """
    found: dict[date, int] = {}
    taken: list[tuple[int, int]] = []
    for shape in _DATE:
        for match in shape.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = _day(match)
            if day is not None:
                taken.append(match.span())
                found.setdefault(day, match.start())
    return sorted(found, key=lambda day: (found[day], day))


def dates_of_address(url: str | None) -> list[date]:
    """The dates in a web address: in its path, or in a parameter that is for a date."""
    parts = urlsplit(url or "")
    values = [v for k, v in parse_qsl(parts.query) if k.lower() in _DAY_KEYS]
    texts = [unquote(parts.path).replace("+", " "), *values]
    return list(dict.fromkeys(day for text in texts for day in dates_in(text)))


def meeting_of_address(url: str | None) -> tuple[str, str] | None:
    """The site and the number of the meeting that a ModernGov address names.

    Its page is `ieListDocuments.aspx?CId=..&MId=..`, its printed packs are `documents/g..`.
    """
    parts = urlsplit(url or "")
    host = (parts.hostname or "").lower()
    if not host:
        return None
    pack = _PACK.search(parts.path)
    if pack is not None:
        return host, str(int(pack[1]))
    if _PAGES.search(parts.path) is None:
        return None
    numbers = {v for k, v in parse_qsl(parts.query) if k.lower() in _MEETING_KEYS and v.isdecimal()}
    return (host, str(int(min(numbers)))) if len(numbers) == 1 else None


def names_of(source: str) -> Iterator[str]:
    """A paper's own name, then its folder's, from the path or the address that it came by."""
    path = unquote(urlsplit(source).path) if "://" in source else source
    pieces = [piece for piece in re.split(r"[/\\]", path) if piece]
    yield from reversed(pieces[-2:])


def _day(match: re.Match[str]) -> date | None:
    named = match.groupdict()
    month = named.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(named["number"])
    year = int(named["year"])
    try:
        return date(year + 2000 if year < 100 else year, number, int(named["day"]))
    except ValueError:
        return None
