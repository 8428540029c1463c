"""Items of several levels, where the numbers above those of the lower levels were not printed.

A scan loses '2. CONSENT AGENDA' to its margin and keeps '2.1', ..., '2.7', '3.', '4.', '4.1': the
numbers of one level alone would leave out the other half of the business.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.segment.entries import Entry
from pipeline.segment.headings import weight

_PART = re.compile(r"(?P<parent>\d{1,2})\.")
_TITLED = 0.8
"""The least weight of an entry that is taken for a title."""
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")
_FEWEST = 5
"""Numbers of any depth that rise through a paper, at least."""
_MORE = 2
"""Numbers of the upper level that must follow."""


def on_both_levels(chain: list[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """`chain`, and what goes on with it one level above, or stands before it one level below."""
    chain = [*_parts_before(chain, entries), *chain]
    last = chain[-1].number if chain else None
    part = _PART.fullmatch(last.series) if last else None
    if part is None:
        return chain
    parent = int(part["parent"])
    plain = [e for e in entries if e.number and e.number.series == ""]
    if any(e.number and e.number.place == parent and e.index < chain[0].index for e in plain):
        return chain
    more: list[Entry] = []
    above, below = parent, 0
    for entry in entries:
        number = entry.number
        if entry.index <= chain[-1].index or number is None:
            continue
        if number.series == "" and number.place <= above and above > parent:
            break
        if weight(entry) < _TITLED:
            continue
        if number.series == "" and number.place == above + 1:
            above, below = above + 1, 0
            more.append(entry)
        elif number.series == f"{above}." and number.place == below + 1 and above > parent:
            below += 1
            more.append(entry)
    enough = _MORE if len(chain) > 1 else 1
    return [*chain, *more] if above - parent >= enough else chain


def _parts_before(chain: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The titles '2.1', '2.2' before a chain that begins with '3.', where no '2.' is printed."""
    first = chain[0].number if chain else None
    if first is None or first.series or first.place < _MORE:
        return []
    above = [e for e in entries if e.number and e.index < chain[0].index]
    if any(e.number and e.number.series == "" and weight(e) > 0 for e in above):
        return []
    parts = [
        e
        for e in above
        if e.number and e.number.series == f"{first.place - 1}." and weight(e) >= _TITLED
    ]
    places = [e.number.place for e in parts if e.number]
    return parts if places == sorted(set(places)) else []


def with_depth(chain: list[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """`chain`, or the numbers of whatever depth, where those are more than twice as many."""
    mixed = _of_any_depth(entries)
    return mixed if len(mixed) > 2 * len(chain) else chain


def _of_any_depth(entries: Sequence[Entry]) -> list[Entry]:
    """The numbers of a paper whose items have one, two or three parts: '1.2', '2.', '3.1.1', '4.1'.

    All of them rise, from 1 on; a list that begins anew anywhere tells that they are no items.
    """
    numbered = [e for e in entries if e.number and _DOTTED.fullmatch(e.number.printed)]
    keys = [tuple(int(n) for n in e.number.printed.split(".")) for e in numbered if e.number]
    if len(keys) < _FEWEST or len({len(key) for key in keys}) < _MORE or keys[0][0] != 1:
        return []
    if not all(a < b and b[0] - a[0] <= 1 for a, b in itertools.pairwise(keys)):
        return []
    printed = set(keys)
    under = sum(any(key[:n] in printed for n in range(1, len(key))) for key in keys)
    titled = sum(weight(e) > 0 for e in numbered)
    return numbered if under < _MORE and 2 * titled > len(keys) else []
