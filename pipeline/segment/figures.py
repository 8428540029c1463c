"""Figures that number nothing: years, days and house numbers at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from pipeline.document import Paragraph
from pipeline.lexicon import rule
from pipeline.segment.entries import Entry

_MONTHS = "January February March April May June July August September October November December"
_MONTH = re.compile(rf"(?:{'|'.join(f'{m}|{m.upper()}' for m in _MONTHS.split())})\b")
_DAY_FIRST = re.compile(rf"\d{{1,2}}\s+{_MONTH.pattern}")
"""'1 March minutes' begins with a day, not with a number."""
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:20)?\d\d")
_ADDRESS = rule("parts", "address")


def is_year(entry: Entry) -> bool:
    """Whether the number is a year at the beginning of a line: '2016 AT 2.30 P.M.'."""
    number = entry.number
    return number is not None and number.series == "" and 1900 <= number.place < 2100


def begins_with_day(entry: Entry) -> bool:
    """Whether a line begins with a day, and not with a number: '1 March minutes'."""
    return _DAY_FIRST.match(getattr(entry.block, "text", "")) is not None


def is_day(entry: Entry) -> bool:
    """Whether the number of an entry is a day: '02.03.27'."""
    return _DATE.fullmatch(entry.number.printed if entry.number else "") is not None


def is_address(entry: Entry, before: Container[int]) -> bool:
    """Whether a bare number begins an address, and goes on from no number `before` it."""
    number = entry.number
    bare = isinstance(entry.block, Paragraph) and entry.block.marker is None
    if number is None or not bare or _ADDRESS.match(entry.text.text) is None:
        return False
    return number.place - 1 not in before


def with_year(entry: Entry) -> Entry:
    """'2027 Budget', '1 May minutes' where nothing is numbered: the date is part of the title."""
    day = entry.number and _MONTH.match(entry.text.text)
    if (
        (day or is_year(entry))
        and isinstance(entry.block, Paragraph)
        and entry.block.marker is None
    ):
        return replace(entry, number=None, text=entry.block.passage)
    return entry
