"""Item numbers as councils print them, read as a series and a place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    \(?(?P<number>
        (?P<lead>(?:\d{1,4}[./])+)(?P<last>\d{1,4})        # 18.03.05, 5/24, 3.1
      | (?P<prefix>[A-Z]{1,4}[./-]?)(?P<serial>\d{1,4})(?P<tail>[./]\d{2,4})?  # C.12, PL5/24
      | (?P<plain>\d{1,4}[A-Za-z]?)
      | (?P<letter>[A-Za-z])
    )[.):]*
    """,
    re.VERBOSE,
)
_LEADING = re.compile(
    r"(?:(?:item|minute|agenda item)\s+)?"
    r"(\(?(?:(?:\d{1,4}[./])+\d{1,4}|[A-Z]{1,4}[./-]?\d{1,4}(?:[./]\d{2,4})?|\d{1,4}[A-Za-z]?)[.):]*"
    r"|[A-Z][.)])\s*[-–:]?\s+(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """One printed number: which series it belongs to, and its place there."""

    printed: str
    """Without brackets and final dot."""
    series: str
    """What stays the same from item to item: '18.03.', '/24', 'C.'."""
    place: int


def parse(token: str) -> Number | None:
    """A printed marker as a Number, or None when it is none ('•', '(iv)')."""
    match = _TOKEN.fullmatch(token.strip())
    if match is None:
        return None
    printed = match["number"]
    if match["lead"]:
        lead, last = match["lead"], match["last"]
        if "/" in lead and lead.count("/") == 1 and "." not in lead and len(last) in (2, 4):
            return Number(printed, f"/{last}", int(lead[:-1]))
        return Number(printed, lead, int(last))
    if match["prefix"]:
        return Number(printed, f"{match['prefix']}{match['tail'] or ''}", int(match["serial"]))
    if match["plain"]:
        digits = re.match(r"\d+", match["plain"])
        return Number(printed, "", int(digits.group() if digits else 0))
    return Number(printed, "letter", ord(printed.upper()) - ord("A") + 1)


def leading(text: str) -> tuple[Number, int] | None:
    """A number at the start of `text`, and where the text after it begins."""
    match = _LEADING.match(text)
    number = parse(match[1]) if match else None
    return (number, match.end()) if match and number else None
