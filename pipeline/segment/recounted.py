"""Numbers that don't count through the business: an agenda above it, lists of ones, moved items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.entries import Entry
from pipeline.segment.headings import is_capitals, weight

_KEY = 24
"""Letters of a title that tell it from others."""
_SHORTEST = 6
"""Letters that a title has at least, for one to be known again."""
_AGAIN = 2
"""Titles of the first list that are printed again, from which that list is the agenda."""
_NAMED = 3
"""Headings that say 'Item' before their numbers at least, where all others do as well."""
_SUMMONED = -0.5
"""The least weight of a title in the words of the summons: 'To review the policy. It was read.'."""
_SIGNED = re.compile(r"[A-Z].*/")
"""What stays the same in 'PL19/118': letters, and a stroke."""
_ONES = 4
"""Headings that all bear the number 1 at least."""


def without_agenda(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without a list of the business at the top whose titles are headings below."""
    numbered = [e for e in entries if e.number is not None and e.number.series == ""]
    first = _first_run(numbered)
    below = {_key(e) for e in numbered[len(first) :]}
    again = [e for e in first if len(_key(e)[1]) >= _SHORTEST and _key(e) in below]
    if len(again) < _AGAIN:
        return list(entries)
    listed = {e.index for e in first}
    return [e for e in entries if e.index not in listed]


def all_ones(entries: Sequence[Entry]) -> list[Entry]:
    """The headings of a paper that numbers every one of them '1.', as a list begun anew is set."""
    plain = [e for e in entries if e.number is not None and e.number.series == ""]
    level = min((e.indent for e in plain), default=0.0)
    ones = [e for e in plain if e.number and e.number.place == 1 and e.indent == level]
    counted = any(e.number and e.number.place == 2 for e in plain)
    titled = sum(weight(e) > _SUMMONED for e in ones)
    return ones if len(ones) >= _ONES and not counted and 2 * titled >= len(ones) else []


def with_moved(chain: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The headings, and 'Item 6.' between 'Item 3.' and 'Item 4.', which was taken out of turn."""
    if sum(e.named for e in chain) < _NAMED:
        return _with_misprinted(chain, entries)
    places = {e.number.place for e in chain if e.number}
    moved = [
        e
        for e in entries
        if e.named
        and e.number is not None
        and e.number.place not in places
        and min(places) < e.number.place < max(places)
        and chain[0].index < e.index < chain[-1].index
        and weight(e) > 0
    ]
    return sorted([*chain, *moved], key=lambda e: e.index)


def _with_misprinted(chain: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The headings, and those behind them whose minute number was printed before: 'PL19/118'.

    Only titles in capitals count, among titles that all are, and only numbers with a sign.
    """
    series = {e.number.series for e in chain if e.number}
    sign = next(iter(series), "")
    shouted = all(is_capitals(e.text.text) for e in chain)
    if len(series) > 1 or not _SIGNED.search(sign) or not shouted or len(chain) < _NAMED:
        return list(chain)
    inside = {e.index for e in chain}
    more = [
        e
        for e in entries
        if e.number
        and e.number.series == sign
        and e.index not in inside
        and e.index > chain[0].index
        and is_capitals(e.text.text)
    ]
    return sorted([*chain, *more], key=lambda e: e.index)


def _first_run(numbered: Sequence[Entry]) -> list[Entry]:
    """The numbers from the top that rise, up to the first that doesn't."""
    run: list[Entry] = []
    for entry in numbered:
        last = run[-1].number if run else None
        if last is not None and entry.number is not None and entry.number.place <= last.place:
            break
        run.append(entry)
    return run


def _key(entry: Entry) -> tuple[int, str]:
    letters = re.sub(r"[^a-z]", "", entry.text.text.casefold())
    return (entry.number.place if entry.number else 0, letters[:_KEY])
