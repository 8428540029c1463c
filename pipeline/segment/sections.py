"""Business lettered anew under each section: 'NEW BUSINESS', then 'A.', 'B.'; American boards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.entries import Entry
from pipeline.segment.headings import is_capitals

_LETTER = re.compile(r"[A-Z]")
_MARGIN = 12.0
"""Points within which letters of one list begin."""
_LONGEST = 80
"""Characters of the longest title of a section."""


def lettered_sections(entries: Sequence[Entry]) -> list[Entry]:
    """The lettered items of all sections; none where fewer than two sections letter theirs.

    A section is a line in capitals; its letters begin with 'A' and follow one another at one
    margin, so that an initial at a line's beginning is no letter of the list.
    """
    found: list[Entry] = []
    sections: set[int] = set()
    section: int | None = None
    for entry in entries:
        text = entry.text.text
        letter = entry.number.printed if entry.number else ""
        if not letter and is_capitals(text) and len(text) < _LONGEST:
            section = entry.index
        if section is None or not _LETTER.fullmatch(letter):
            continue
        at_margin = not found or abs(entry.indent - found[0].indent) <= _MARGIN
        begins = letter == "A" and section not in sections
        goes_on = section in sections and found[-1].number is not None
        follows = goes_on and letter == _after(found[-1])
        if at_margin and (begins or follows):
            sections.add(section)
            found.append(entry)
    return found if len(sections) > 1 else []


def _after(entry: Entry) -> str:
    """The letter that follows an entry's own."""
    return chr(ord(entry.number.printed) + 1) if entry.number else ""
