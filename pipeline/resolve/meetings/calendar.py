"""Which meetings there are, which papers tell of each, and which of them has the last word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import combinations
from typing import Literal, get_args

from pipeline.document import PartKind
from pipeline.extraction import Paper, PaperKind
from pipeline.records import AgendaItem, MeetingHeader
from pipeline.resolve.meetings.bodies import Name, slug_words, titled
from pipeline.resolve.meetings.dating import UNKNOWN, dated
from pipeline.resolve.meetings.matching import aliases_of, groups
from pipeline.resolve.meetings.places import TOPICS, place_of, same_place
from pipeline.resolve.meetings.sightings import (
    DatedBy,
    Disagreement,
    Sighting,
    headers_of,
    merged,
    sightings,
)
from pipeline.resolve.words import digest

Standing = Literal[
    "minutes", "meeting_page", "draft_minutes", "decision_notice", "agenda", "report", "other"
]
"""What a paper is to a meeting, the most authoritative first."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)
_OF_PART: dict[PartKind, Standing] = {
    "minutes": "minutes",
    "meeting_page": "meeting_page",
    "decision_notice": "decision_notice",
    "front_page": "agenda",
    "agenda": "agenda",
    "report": "report",
    "forward_plan": "report",
    "action_log": "report",
    "other": "other",
}
_OF_PAPER: dict[PaperKind, Standing] = {
    "minutes": "minutes",
    "meeting_page": "meeting_page",
    "decision_notice": "decision_notice",
    "agenda_pack": "agenda",
    "agenda": "agenda",
    "report": "report",
    "action_log": "report",
    "other": "other",
}
_MEDIA = ("application/pdf", "text/html")
_SAID = ("printed", "sidecar")
ITEMS_OF_A_MEETING = 2
"""A page with fewer agenda items tells of an item, not of the meeting."""


@dataclass(frozen=True)
class Meeting:
    """One meeting of one body."""

    meeting_id: str
    authority: str | None
    body: str | None
    held_on: date | None
    starts_at: time | None
    ended_at: time | None
    venue: str | None
    place: tuple[str, ...]
    """The distinctive words of the authority's name, if it is known."""
    series: str
    """Names the body that met: equal for all its meetings."""
    opens: frozenset[str]
    """First words of the body's names: often the place, where no authority is known."""


@dataclass
class Calendar:
    """All meetings, and what every paper and part of a paper is to them."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    """A paper's own meeting, by document_id."""
    of_part: dict[tuple[str, int], str] = field(default_factory=dict)
    """The meeting of a part, by document_id and part."""
    standing: dict[tuple[str, str], Standing] = field(default_factory=dict)
    """By meeting_id and document_id."""
    rank: dict[tuple[str, str], int] = field(default_factory=dict)
    """By meeting_id and document_id; 1 has the last word."""
    dated_by: dict[tuple[str, str], tuple[DatedBy | None, str]] = field(default_factory=dict)
    """By meeting_id and document_id: what told the date, and why in words."""
    disagreements: list[Disagreement] = field(default_factory=list)

    def meeting_of(self, document_id: str, part: int) -> str | None:
        """Return the id of the meeting that a part belongs to, if the paper tells of one."""
        return self.of_part.get((document_id, part), self.own.get(document_id))


def calendar(papers: Sequence[Paper]) -> Calendar:
    """Find the meetings that `papers` (all readable, in a fixed order) tell of."""
    told: list[tuple[Paper, Sighting]] = []
    found = Calendar()
    for paper in papers:
        seen, odd = sightings(paper)
        told += [(paper, sighting) for sighting in seen]
        found.disagreements += odd
    aliases = aliases_of(papers)
    _, series = groups([sighting for _, sighting in told], aliases)
    known = _authorities([sighting for _, sighting in told], series)
    told = dated([(paper, _filled(sighting, known)) for paper, sighting in told])
    told = [(paper, sighting) for paper, sighting in told if _tells_of_a_meeting(paper, sighting)]
    placed = {name: replace(name, place=place_of(authority)) for name, authority in known.items()}
    aliases = {
        placed.get(name, name): {placed.get(other, other) for other in others}
        for name, others in aliases.items()
    }
    together, series = groups([sighting for _, sighting in told], aliases)
    clusters: dict[tuple[object, ...], list[tuple[Paper, Sighting]]] = defaultdict(list)
    for paper, sighting in told:
        clusters[_cluster(sighting, together)].append((paper, sighting))
    ids = _ids({key: [sighting for _, sighting in seen] for key, seen in clusters.items()})
    for key, cluster in clusters.items():
        _place(found, ids[key], cluster, series)
    return found


def _tells_of_a_meeting(paper: Paper, seen: Sighting) -> bool:
    """Whether a paper is of some meeting: one that nothing could be read from is of none.

    Unless what it is called, or where it was published, says of which.
    """
    named = seen.name is not None or seen.dated_by in _SAID
    return named or paper.kind != "other" or bool(paper.facts)


def _authorities(seen: Sequence[Sighting], series: Mapping[Name, Name]) -> dict[Name, str]:
    """By name that no authority goes with: the one that the same body's other papers give.

    Else the meetings of one body would have ids of two kinds. A body whose papers name two
    authorities is left as it is, and so is a name that any council may have ('Cabinet') where
    the archive holds papers of several.
    """
    given: dict[Name, Counter[str]] = defaultdict(Counter)
    for sighting in seen:
        if sighting.name and sighting.authority:
            given[series[sighting.name]][sighting.authority] += 1
    several = not _are_one({sighting.place for sighting in seen if sighting.place})
    found: dict[Name, str] = {}
    for name in sorted({s.name for s in seen if s.name and not s.authority}):
        names = given[series[name]]
        if several and not name.place and name.tokens <= TOPICS:
            continue
        if names and _are_one({place_of(authority) for authority in names}):
            # The commonest; of two as common, the longer, then the first by alphabet.
            found[name] = min(names, key=lambda a: (-names[a], -len(a), a))
    return found


def _are_one(places: set[tuple[str, ...]]) -> bool:
    return all(same_place(one, other) for one, other in combinations(places, 2))


def _filled(seen: Sighting, known: Mapping[Name, str]) -> Sighting:
    if seen.authority or seen.name is None or seen.name not in known:
        return seen
    return replace(seen, authority=known[seen.name])


def _cluster(
    seen: Sighting, together: dict[tuple[date, Name], tuple[date, Name]]
) -> tuple[object, ...]:
    name = seen.name
    if seen.held_on is None or name is None:
        return (seen.document_id, seen.held_on, seen.draft)
    return together[seen.held_on, name]


def _ids(clusters: dict[tuple[object, ...], list[Sighting]]) -> dict[tuple[object, ...], str]:
    """Make a readable id for each cluster, from its fullest name and date or else from its paper.

    The fullest name, not the most authoritative: then it rarely matters which paper comes later.
    """
    wanted: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for key, seen in clusters.items():
        words = {slug_words(s.name, s.body, s.authority) for s in seen if s.name and s.body}
        first = seen[0]
        parts = [max(words, key=lambda w: (w.count("-"), w), default="") or "meeting"]
        if first.held_on:
            parts.append(first.held_on.isoformat())
        if first.held_on is None or not words:
            parts.append(first.document_id)
            parts += [] if first.draft is None else [f"part-{first.draft}"]
        wanted["-".join(parts)].append(key)
    ids = {}
    for wish, keys in wanted.items():
        for key in keys:
            names = sorted(str((s.body, s.authority)) for s in clusters[key])
            ids[key] = wish if len(keys) == 1 else digest(f"{wish}-", names[0])
    return ids


def _place(
    found: Calendar,
    meeting_id: str,
    cluster: Sequence[tuple[Paper, Sighting]],
    series: dict[Name, Name],
) -> None:
    """Enter one meeting with its papers, the most authoritative first."""
    ordered = sorted(cluster, key=lambda one: _authority_key(*one))
    header = MeetingHeader()
    number = 0
    for paper, seen in ordered:
        document_id = paper.document_id
        if (meeting_id, document_id) not in found.rank:
            number += 1
            found.standing[meeting_id, document_id] = _standing(paper, seen)
            found.rank[meeting_id, document_id] = number
            found.dated_by[meeting_id, document_id] = (seen.dated_by, seen.reason or UNKNOWN)
        for part in seen.parts:
            found.of_part[document_id, part] = meeting_id
        if seen.draft is None:
            found.own[document_id] = meeting_id
        for printed in _printed(paper, seen):
            header = merged(header, printed)
    fillers = [s for _, s in ordered]
    fuller = next((s.fuller for s in fillers if s.fuller), None)
    body = fuller or header.body or next((s.body for s in fillers if s.body), None)
    names = [s.name for s in fillers if s.name]
    place = next((name.place for name in names if name.place), ())
    tops = [series[name] for name in names]
    found.meetings[meeting_id] = Meeting(
        meeting_id=meeting_id,
        authority=header.authority or next((s.authority for s in fillers if s.authority), None),
        body=titled(body) if body else None,
        held_on=next((s.held_on for s in fillers if s.held_on), None),
        starts_at=header.starts_at,
        ended_at=header.ended_at,
        venue=header.venue,
        place=place,
        series=" ".join((*tops[0].words, "@", *tops[0].place)) if tops else meeting_id,
        opens=frozenset(name.words[0] for name in names if name.words),
    )


def _printed(paper: Paper, seen: Sighting) -> Iterator[MeetingHeader]:
    headers = headers_of(paper)
    kinds = {part.index: part.kind for part in paper.parts}
    by_standing = sorted(seen.parts, key=lambda i: (STANDINGS.index(_OF_PART[kinds[i]]), i))
    loose = [i for i in sorted(headers) if i not in kinds and seen.draft is None]
    for index in [*by_standing, *loose]:
        if index in headers:
            yield headers[index]


def _standing(paper: Paper, seen: Sighting) -> Standing:
    if seen.draft is not None:
        return "draft_minutes"
    own = {part.index: part for part in paper.parts if part.index in seen.parts}
    each: list[Standing] = [
        "draft_minutes" if part.draft and part.kind == "minutes" else _OF_PART[part.kind]
        for part in own.values()
    ]
    if paper.kind == "agenda_pack" and not each:
        return "agenda"
    return min(each, key=STANDINGS.index, default=_OF_PAPER[paper.kind])


def _authority_key(paper: Paper, seen: Sighting) -> tuple[int, int, int, str, str]:
    """A web page that doesn't hold the whole meeting comes after the minutes and their drafts."""
    media = _MEDIA.index(paper.media_type) if paper.media_type in _MEDIA else len(_MEDIA)
    standing = _standing(paper, seen)
    lacking = _lacking(paper, seen) if standing == "meeting_page" else 0
    return (
        STANDINGS.index("draft_minutes" if lacking else standing),
        lacking,
        media,
        paper.sidecar.source_url or paper.source,
        paper.document_id,
    )


def _lacking(paper: Paper, seen: Sighting) -> int:
    """How far a page is from the whole meeting: 0 all of it, 1 cut, 2 a single item or none."""
    items = sum(
        isinstance(fact.finding.value, AgendaItem)
        for fact in paper.facts
        if fact.part in seen.parts or not seen.parts
    )
    if items < ITEMS_OF_A_MEETING:
        return 2
    return 1 if paper.status == "partial" else 0
