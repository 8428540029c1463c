"""Which printed names are one body: within a date, by what an address says, and over all dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from pipeline.extraction import Paper
from pipeline.resolve.meetings.addresses import meeting_of_address
from pipeline.resolve.meetings.bodies import (
    Name,
    ends_alike,
    group,
    misspells,
    name_of,
    same_beside,
    same_body,
)
from pipeline.resolve.meetings.places import GENERIC, place_of, place_of_address
from pipeline.resolve.meetings.sightings import Sighting, headers_of

Node = tuple[date, Name]
_INITIALS = 8
"""The most letters that a body's initials have."""


def groups(
    seen: Sequence[Sighting], aliases: Mapping[Name, set[Name]]
) -> tuple[dict[Node, Node], dict[Name, Name]]:
    """Names of one body, first within each date, then over all dates."""
    nodes = sorted({(s.held_on, s.name) for s in seen if s.held_on and s.name})
    by_date: dict[date, list[Name]] = defaultdict(list)
    for held_on, name in nodes:
        by_date[held_on].append(name)
    pairs = [
        ((day, one), (day, other))
        for day, names in by_date.items()
        for one, other in _candidates(names, aliases, spelt=True)
    ]

    def same(one: Node, other: Node) -> bool:
        also = aliases.get(one[1], {one[1]}) & aliases.get(other[1], {other[1]})
        return bool(also) or same_body(one[1], other[1]) or misspells(one[1], other[1])

    def through(known: Node, one: Node, other: Node) -> bool:
        return same_beside(known[1], one[1], other[1])

    together = group(nodes, pairs, same, sorted(_of_one_address(seen)), through)
    names = sorted({s.name for s in seen if s.name})
    known = set(names)
    certain = [(node[1], top[1]) for node, top in together.items()]
    certain += [(a, b) for a in aliases for b in aliases[a] if a in known and b in known]
    near = _candidates(names, aliases)
    return together, group(names, near, same_body, sorted(certain), same_beside)


def _of_one_address(seen: Iterable[Sighting]) -> Iterator[tuple[Node, Node]]:
    """Names that papers of one date give the meeting that their addresses name by its number."""
    first: dict[tuple[date, str, str], Node] = {}
    for sighting in seen:
        ref = None if sighting.draft is not None else meeting_of_address(sighting.source_url)
        if ref and sighting.held_on and sighting.name:
            node = (sighting.held_on, sighting.name)
            yield first.setdefault((sighting.held_on, *ref), node), node


def aliases_of(papers: Iterable[Paper]) -> dict[Name, set[Name]]:
    """By name, itself and what sidecars of papers that print it call the same body."""
    found: dict[Name, set[Name]] = defaultdict(set)
    for paper in papers:
        aside = paper.sidecar
        if not aside.body:
            continue
        for header in headers_of(paper).values():
            if header.body and header.held_on in (None, aside.meeting_date):
                authority = header.authority or aside.authority
                place = place_of(authority) or place_of_address(aside.source_url)
                one, other = name_of(header.body, place), name_of(aside.body, place)
                if same_body(one, other) or ends_alike(one, other):
                    found[one] |= {one, other}
    return found


def _candidates(
    names: Sequence[Name], aliases: Mapping[Name, set[Name]], *, spelt: bool = False
) -> Iterator[tuple[Name, Name]]:
    """Pairs that may be one body: only these are compared.

    They have the same words but for the authority's and generic ones, or an alias in common;
    a name of one word may be the initials of any other. Where `spelt`, so may names of as many
    words, of which one may be misspelt.
    """
    alike: dict[object, list[Name]] = defaultdict(list)
    for name in names:
        core = name.tokens - GENERIC - set(name.place)
        for key in {core, core | set(name.place)} | aliases.get(name, {name}):
            alike[key].append(name)
    for same in alike.values():
        yield from combinations(same, 2)
    for name in names:
        if len(name.words) == 1 and len(name.words[0]) <= _INITIALS:
            yield from ((name, other) for other in names)
    if spelt:
        long: dict[int, list[Name]] = defaultdict(list)
        for name in names:
            long[len(name.words)].append(name)
        for same in long.values():
            yield from combinations(same, 2)
