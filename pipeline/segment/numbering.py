"""Item numbers as councils print them, read as a series and a place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    [(\[#]?(?P<number>(?:\*(?=\d{2,4}\b))?(?:  # *311: a star marks what may not be called in
        (?P<in_year>(?:(?:19|20)\d\d|\d\d/\d\d)-)(?P<nth_in_year>\d{3})  # 2027-045; C45/27-28
      | (?P<of_term>\d{2}(?:-\d\d)?/[A-Z]{1,5}/)(?P<nth_of_term>\d{1,4})  # 27-28/AS/1
      | (?P<year_sign>[A-Z]{0,3}|[A-Za-z]{1,5}[/.-])  # Gen/45/27-28
        (?P<nth_of_year>\d{1,4})(?P<two_years>/(?:20)?\d\d-\d\d)
      |
        (?P<lead>(?:\d{1,4}[./])+)(?P<last>\d{1,4})        # 18.03.05, 5/24, 3.1
      | (?P<lettered>\d{1,4})[a-z](?P<of_letter>/\d{2})  # 41a/27
      | (?P<of_body>[A-Z]{1,5}[\s./-]?)(?P<nth_of_body>\d{1,3})(?P<behind>/2\d{3})  # BM 18/2027
      | (?P<dated>\d{4}[-/]\d{2}[-_/])(?P<nth>\d{1,4})     # 2020-05_1
      | (?P<prefix>[A-Z]{1,5}[./-]?|(?!(?:No|Fig|Vol|Ref|Art)\.)[A-Z][a-z]{1,2}\.)
        (?P<serial>\d{1,4})(?P<tail>(?:[./]\d{2,4})?)  # C.12, Co.12, PL5/24
      | (?P<year>[A-Z]{1,5}[\s./-]?\d{2,4}(?:[/-]\d{2})?[./-])(?P<of_year>\d{1,4})  # C 10/034
      | (?P<plain>\d{1,5}[A-Za-z]?)
      | (?P<letter>[A-Za-z])
    ))(?:[.):;\]]*|/)
    """,
    re.VERBOSE,
)
_LEADING = re.compile(
    r"(?:(?P<named>(?:items?|minute|min\.|agenda item)\s+(?:(?:no|number)\.?\s*|#\s*)?)"
    r"|No\.\s+(?=\d{1,3}\s+[A-Z])|#(?=\d))?"
    r"(?P<token>[(\[]?(?:\*(?=\d{2,4}\s))?(?:(?:(?:19|20)\d\d|\d\d/\d\d)-\d{3}|(?:[A-Z]{0,3}|[A-Z]{1,5}[/.-])\d{1,4}/(?:20)?\d\d-\d\d"
    r"|\d{2}(?:-\d\d)?/[A-Z]{1,5}/\d{1,4}"
    r"|(?:\d{1,4}[./])+\d{1,4}|\d{1,4}[a-z]/\d{2}|\d{4}[-/]\d{2}[-_/]\d{1,4}"
    r"|[A-Z]{1,5}[\s./-]?\d{1,3}/2\d{3}"
    r"|[A-Z]{1,5}[\s./-]?\d{2,4}(?:[/-]\d{2})?[./-]\d{1,4}"
    r"|[A-Z]{1,5}[./-]?\d{1,4}(?:[./]\d{2,4})?|\d{1,5}[A-Za-z]?)(?:[.):;\]]*|/(?=\s))"
    r"|[A-Z][.)])(?:\s*[-–:]?\s+(?=\S)|(?<=\d[.):])(?=[“‘\"']?(?-i:[A-Z])(?:[A-Za-z]{2}|\.[A-Z]\.))"
    r"|(?<=\d/\d\d)(?=(?-i:[A-Z])[A-Za-z ]))",
    re.IGNORECASE,
)

_SIGN = re.compile(r"(?<=[A-Z])[\s./-](?=\d|$)")
"""'P/27/03' below 'P27/02': what some numbers of a paper have between letters and year."""
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/(?:19|20)\d\d")
"""'14/03/2027' is a day, and no item's number."""

_YEARS = re.compile(r"(?:19|20)(?P<from>\d\d)[/-](?P<to>(?:20)?\d\d)")
"""'2027/28 budget' begins with a financial year."""

_LASTS = re.compile(r"\(\d{1,3}(?:m|h)\)")
"""'(15m)' tells how long an item may take."""


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
    if match is None or _is_date(match["number"]) or _LASTS.match(token.strip()):
        return None
    printed = match["number"]
    if match["lead"]:
        return _of_lead(printed, match["lead"], match["last"])
    if match["of_body"]:
        # The year, or a school's year ('42/2728'), stands behind: the serial is in front of it.
        return Number(printed, match["of_body"] + match["behind"], int(match["nth_of_body"]))
    for series, place in (
        ("in_year", "nth_in_year"),
        ("of_term", "nth_of_term"),
        ("two_years", "nth_of_year"),
        ("of_letter", "lettered"),
        ("dated", "nth"),
        ("year", "of_year"),
        ("prefix", "serial"),
    ):
        if match[series]:
            tail = (match["tail"] or "") if series == "prefix" else ""
            tail += (match["year_sign"] or "") if series == "two_years" else ""
            return Number(printed, match[series] + tail, int(match[place]))
    if match["plain"]:
        digits = re.match(r"\d+", match["plain"])
        return Number(printed, "", int(digits.group() if digits else 0))
    return Number(printed, "letter", ord(printed.upper()) - ord("A") + 1)


def _is_date(printed: str) -> bool:
    """Whether figures are a day, or a financial year."""
    years = _YEARS.fullmatch(printed)
    if years and (int(years["from"]) + 1) % 100 == int(years["to"]) % 100:
        return True
    return _DAY.fullmatch(printed) is not None


def _of_lead(printed: str, lead: str, last: str) -> Number:
    """'212/14/15' and '5/24' count in front of the year, '18.03.05' at the end."""
    if "." not in lead:
        serial, *years = lead.rstrip("/").split("/")
        if len(years) == 1 and int(years[0]) + 1 == int(last):
            return Number(printed, f"/{years[0]}/{last}", int(serial))
        if not years and len(last) in (2, 4):
            return Number(printed, f"/{last}", int(serial))
    if last == "0" and lead.count(".") == 1 and "/" not in lead:
        return Number(printed, ".0", int(lead[:-1]))  # '2.0' above '2.1' and '2.2'
    # '16.3.10' follows '16.03.9': the month is written in two ways.
    return Number(printed, re.sub(r"\b0+(?=\d)", "", lead), int(last))


_OF_TWO = re.compile(r"(?P<prefix>[A-Z]{0,5}[./-]?)(?P<first>\d{1,4})/(?P<second>\d{2,4})")
"""'14/05': by itself either the 14th of 2005 or the 5th of 2014."""
_OF_THREE = re.compile(
    r"(?P<first>\d{1,4})(?P<behind>(?P<sign>[./])\d{1,2}(?P=sign)\d{2}(?:\d\d)?)"
)
"""'4.11.23': the 4th item of November 2023, where every number of the paper ends so."""
_TELLS = 3
"""Numbers of a paper that tell which half of them is the year."""


def years_in_front(numbers: Sequence[Number | None]) -> list[Number | None]:
    """The numbers of one paper, those like '14/05' read as the paper as a whole counts.

    One number alone does not tell its year from its count. The half that stays the same is the
    year: '14/05', '14/06', '14/07' count at the end, '5/14', '6/14', '7/14' in front.
    """
    halves = [_OF_TWO.fullmatch(n.printed) if n else None for n in numbers]
    read = list(numbers)
    prefixes = [_SIGN.sub("", m["prefix"]) if m else None for m in halves]
    for prefix in {p for p in prefixes if p is not None}:
        ours = [m for m, own in zip(halves, prefixes, strict=True) if m and own == prefix]
        first, second = ({m[half] for m in ours} for half in ("first", "second"))
        if len(ours) < _TELLS or len(first) >= len(second) or 2 * len(first) > len(ours):
            continue
        for at, match in enumerate(halves):
            if match and prefixes[at] == prefix:
                series = f"{prefix}{match['first']}/"
                read[at] = Number(match.string, series, int(match["second"]))
    return _months_behind(read)


def _months_behind(numbers: Sequence[Number | None]) -> list[Number | None]:
    """Those like '4.11.23' read as counting in front, where month and year stay the same."""
    parts = [_OF_THREE.fullmatch(n.printed) if n else None for n in numbers]
    counted = {
        m["behind"]: {o["first"] for o in parts if o and o["behind"] == m["behind"]}
        for m in parts
        if m
    }
    told = {behind for behind, first in counted.items() if len(first) >= _TELLS}
    return [
        Number(m.string, m["behind"], int(m["first"])) if m and m["behind"] in told else number
        for number, m in zip(numbers, parts, strict=True)
    ]


def leading(text: str) -> tuple[Number, int] | None:
    """A number at the start of `text`, and where the text after it begins."""
    match = _LEADING.match(text)
    number = parse(match["token"]) if match else None
    return (number, match.end()) if match and number else None


def is_named(text: str) -> bool:
    """Whether a line says itself that it opens an item: 'Item 4 - Budget'."""
    match = _LEADING.match(text)
    return bool(match and match["named"])
