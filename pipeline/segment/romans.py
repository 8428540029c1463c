"""Business in Roman numerals: 'I APOLOGIES', 'II. MINUTES'; Scottish and American papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.document import Paragraph
from pipeline.segment.entries import Entry
from pipeline.segment.headings import is_capitals
from pipeline.segment.numbering import Number

_MARKER = re.compile(r"(?P<roman>[IVXL]{1,7})[.):]?")
_LEAD = re.compile(
    r"(?P<roman>[IVXL]{1,7})(?:(?P<dot>[.):]|\s[–—-](?=\s))?\s+|(?P<tight>\.))(?=[A-Z(“\"])"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LONGEST = 14
"""Words of a title whose number has a dot; without one it must be in capitals."""


def roman_items(entries: Sequence[Entry]) -> list[Entry]:
    """The headings that count I, II, III ... through a paper; none where fewer than two do.

    A letter list has an 'I.' as well, so the series must begin with it. Titles without a dot
    behind the number stand in capitals: 'I thank you' is none.
    """
    found: list[Entry] = []
    for entry in entries:
        heading = _heading(entry)
        if heading is not None and heading.number and _follows(heading.number, found):
            found.append(heading)
    if len(found) == 1:
        title = found[0].text.text
        return found if is_capitals(title) and len(title.split()) > 2 else []
    return found


def _follows(number: Number, found: Sequence[Entry]) -> bool:
    """Whether a number goes on with those found; one may be missing, but not the first."""
    last = found[-1].number if found else None
    return number.place - last.place in {1, 2} if last else number.place == 1


def value_of(roman: str) -> int | None:
    """The number that a Roman numeral writes; None where it is not written as usual ('IIII')."""
    total = 0
    for letter, following in zip(roman, [*roman[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if _VALUES.get(following, 0) > value else value
    return total if written(total) == roman else None


def written(number: int) -> str:
    """A number as a Roman numeral."""
    out = ""
    for value, letters in (
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            out, number = out + letters, number - value
    return out


def _heading(entry: Entry) -> Entry | None:
    """An entry with the Roman number that it begins with, if what follows may be a title."""
    block = entry.block
    if not isinstance(block, Paragraph) or entry.style == "label":
        return None
    if block.marker is not None:
        match = _MARKER.fullmatch(block.marker)
        text, dotted = block.passage, True
    else:
        match = _LEAD.match(block.text)
        text = block.passage.cut(match.end()) if match else block.passage
        dotted = bool(match and (match["dot"] or match["tight"]))
    place = value_of(match["roman"]) if match else None
    if match is None or place is None or not _is_title(text.text, dotted=dotted):
        return None
    return replace(entry, text=text, number=Number(match["roman"], "roman", place))


def _is_title(text: str, *, dotted: bool) -> bool:
    if is_capitals(text.split(":", maxsplit=1)[0]):
        return True
    head = re.split(r"[:–]\s|(?<=\w)-\s|(?<=[a-z]{3})\.\s", text, maxsplit=1)[0]
    return dotted and len(head.split()) <= _LONGEST and not head.endswith((".", ";", ","))
