"""Numbered lists of those who came: 'MEMBERS PRESENT:', '1. Cllr A Ash', '2. Cllr B Birch'.

Where the business below has no numbers of its own, they would pass for its items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.segment.entries import Entry

_ATTENDANCE = rule("parts", "attendance")
_BUSINESS = rule("parts", "business")
_HEADING = 70
"""Characters of a line that is only the heading of such a list."""
_LEAST = 2
"""People that make a list."""
_PERSON = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:\s+(?:de|la|van|von|der|den|bin|[A-Z][\w.'’-]*)){1,5})"
    r"(?:\s*[,(–-].*)?"
)
"""A name, with a post behind it: a post may hold words of business, 'Head of Finance'."""


def without_people(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those that number people below a heading of those who came."""
    people: set[int] = set()
    run: list[Entry] = []
    open_list = False
    for entry in [*entries, None]:
        if entry is not None and open_list and entry.number is not None and _names(entry):
            run.append(entry)
            continue
        if len(run) >= _LEAST:
            people |= {id(e) for e in run}
        run = []
        open_list = entry is not None and entry.number is None and _heads(entry.text.text)
    return [e for e in entries if id(e) not in people]


def _heads(text: str) -> bool:
    return len(text) <= _HEADING and _ATTENDANCE.search(text) is not None


def _names(entry: Entry) -> bool:
    person = _PERSON.fullmatch(entry.text.text.strip())
    return person is not None and _BUSINESS.search(person["name"]) is None
