"""The people of a part, as its lists of attendance and apologies name them."""

from __future__ import annotations

import re

from pipeline.document import Paragraph, Part
from pipeline.extract.acting_people import People
from pipeline.extract.attendance import find_attendance
from pipeline.provenance import Finding
from pipeline.records import Attendee

_BRACKETED = re.compile(
    r"(?P<name>[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){1,3})\s*[,–-]?\s*"
    r"[({\[](?P<short>[A-Z][A-Za-z]{1,4})[)}\]]"
)
"""A name and, in brackets, the letters that stand for it: 'Jo Tarn (JT)', 'Mary Quill (MQu)'."""
_FIRST_BLOCKS = 40
"""How far into a part its lists of people stand."""


def people_of(part: Part) -> People:
    """The people of a part, by its lists of those who came and those who sent apologies."""
    names: set[str] = set()
    initials: set[str] = set()
    for finding in find_attendance(part):
        if not isinstance(finding, Finding) or not isinstance(finding.value, Attendee):
            continue
        words = re.findall(r"[A-Z][\w'’-]*", finding.value.name)
        names.update(w for w in words if len(w) > 2)
        letters = "".join(w[0] for w in words)
        if 2 <= len(letters) <= 4:
            initials |= {letters, letters[0] + letters[-1]}
        if len(words) == 1 and 2 <= len(words[0]) <= 3 and words[0].isupper():
            initials.add(words[0])
    for block in part.flow[:_FIRST_BLOCKS]:
        text = (
            block.text
            if isinstance(block, Paragraph)
            else " ".join(c.text for row in block.rows for c in row.cells)
        )
        for match in _BRACKETED.finditer(text):
            short, whole = match["short"], {word[0] for word in match["name"].split()}
            if short[0] == match["name"][0] and set(re.findall("[A-Z]", short)) <= whole:
                initials.add(short.upper())
    return People(frozenset(names), frozenset(initials))
