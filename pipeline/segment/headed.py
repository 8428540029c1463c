"""Business told by marked-up headings, with lists of matters that count anew under them.

Notes kept in Markdown head their business with '##' and number what was said below: '1.', '2.'
under one heading and '1.', '2.' under the next are no items, but for a list headed 'Agenda items'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lexicon import rule
from pipeline.segment.entries import Entry

_BUSINESS = rule("parts", "list_of_business")
_HEADINGS = 3
"""Headings of a paper that heads its business so, at least."""
_LISTS = 2
"""Lists that begin with '1.' straight below a heading, at least."""
_NAMED = re.compile(r"(?:\s+[-–—]\s+|\s+\()(?P<name>[A-Z][a-z]+)\)?$")
"""'Finance - Jo', 'Garden shed (Jo)': who leads it, behind the title."""


def under_headings(entries: Sequence[Entry], headings: Sequence[Entry]) -> list[Entry]:
    """The items of such a paper: its `headings` of business and the list under 'Agenda items'.

    None where the numbers of the paper count through it, or nothing is numbered.
    """
    marked = [e for e in entries if e.style == "heading" and e.number is None]
    begun = {
        above.index
        for above in marked
        if any(e.index == above.index + 1 and _is(e, 1) for e in entries)
    }
    if len(marked) < _HEADINGS or len(begun) < _LISTS:
        return []
    found = {e.index: e for e in headings if e.style == "heading"}
    for at, above in enumerate(marked):
        if above.index in begun and _BUSINESS.fullmatch(above.text.text):
            end = marked[at + 1].index if at + 1 < len(marked) else len(entries)
            below = [e for e in entries if above.index < e.index < end and _is(e)]
            found.pop(above.index, None)
            found |= {e.index: e for e in below}
    return [found[index] for index in sorted(found)]


def _is(entry: Entry, place: int | None = None) -> bool:
    """Whether an entry is a number of a list at the margin; of `place`, if that is given."""
    number = entry.number
    plain = number is not None and number.series == "" and not entry.style and not entry.indent
    return plain and number is not None and place in (None, number.place)


def without_names(headings: Sequence[Entry], people: str) -> list[Entry]:
    """Marked-up headings without who leads them, where `people` names two of these."""
    told = [m["name"] for e in headings if (m := _NAMED.search(e.text.text))]
    if sum(re.search(rf"\b{name}\b", people) is not None for name in told) < _LISTS:
        return list(headings)
    return [
        replace(e, text=e.text.cut(0, match.start()))
        if e.style == "heading" and (match := _NAMED.search(e.text.text))
        else e
        for e in headings
    ]
