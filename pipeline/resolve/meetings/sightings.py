"""Which body and date each part of each paper prints, and what its sidecar adds to that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.document import PartKind
from pipeline.extraction import Paper, PartSummary
from pipeline.records import MeetingHeader
from pipeline.resolve.meetings.bodies import (
    Name,
    ends_alike,
    name_of,
    same_body,
    titled,
)
from pipeline.resolve.meetings.places import place_of, place_of_address, same_place

_PRINTED = "the paper prints it"
_ASIDE = "its sidecar gives it"
_OWN_ORDER: tuple[PartKind, ...] = (
    "front_page",
    "agenda",
    "meeting_page",
    "minutes",
    "decision_notice",
    "action_log",
    "report",
    "forward_plan",
    "other",
)


DatedBy = Literal["printed", "sidecar", "address", "file name", "agenda", "forward plan"]
"""What tells the date of the meeting that a paper is of, the surest first."""


@dataclass(frozen=True)
class Sighting:
    """One meeting as one paper tells of it."""

    document_id: str
    body: str | None
    authority: str | None
    held_on: date | None
    parts: tuple[int, ...] = ()
    """The parts of the paper that belong to the meeting."""
    draft: int | None = None
    """For the minutes of an earlier meeting within a pack: which part they are."""
    source_url: str | None = None
    """Where the paper was published."""
    fuller: str | None = None
    """What the sidecar calls the body, where the paper prints only the end of that name."""
    dated_by: DatedBy | None = None
    """What tells `held_on`; None where nothing does."""
    reason: str | None = None
    """In words, how the date was told, or why it could not be."""

    @property
    def place(self) -> tuple[str, ...]:
        """The authority's place: by its name, else by the address that the paper was at."""
        return place_of(self.authority) or place_of_address(self.source_url)

    @property
    def name(self) -> Name | None:
        """The comparable form of the body's name."""
        body = self.fuller or self.body
        return name_of(body, self.place) if body else None


@dataclass(frozen=True)
class Disagreement:
    """A value that a paper prints otherwise than its sidecar has it."""

    document_id: str
    subject: str
    detail: str


def headers_of(paper: Paper) -> dict[int, MeetingHeader]:
    """Return what each part prints of its meeting; of two values for one field, the first."""
    found: dict[int, MeetingHeader] = {}
    for fact in paper.facts:
        value = fact.finding.value
        if isinstance(value, MeetingHeader):
            seen = found.get(fact.part)
            found[fact.part] = value if seen is None else merged(seen, value)
    return found


def merged(first: MeetingHeader, then: MeetingHeader) -> MeetingHeader:
    """`first`, with what it lacks taken from `then`."""
    return MeetingHeader(
        body=first.body or then.body,
        authority=first.authority or then.authority,
        held_on=first.held_on or then.held_on,
        starts_at=first.starts_at if first.starts_at is not None else then.starts_at,
        ended_at=first.ended_at if first.ended_at is not None else then.ended_at,
        venue=first.venue or then.venue,
    )


def sightings(paper: Paper) -> tuple[list[Sighting], list[Disagreement]]:
    """List the meetings that `paper` tells of, its own first, and where its sidecar disagrees.

    Parts without a header belong to the paper's own meeting, which its front page or agenda names.
    Draft minutes inside a pack are of an earlier meeting, whose date only they can give.
    """
    headers = headers_of(paper)
    own_parts = _own_parts(paper)
    order = sorted(own_parts, key=lambda part: (_OWN_ORDER.index(part.kind), part.index))
    own_headers = [headers[part.index] for part in order if part.index in headers]
    loose = [headers[i] for i in sorted(set(headers) - {part.index for part in paper.parts})]
    printed = MeetingHeader()
    for header in [*own_headers, *loose]:
        printed = merged(printed, header)
    aside = paper.sidecar
    authority = printed.authority or aside.authority
    own = Sighting(
        paper.document_id,
        body=printed.body or aside.body,
        authority=authority,
        held_on=printed.held_on or aside.meeting_date,
        source_url=aside.source_url,
        fuller=_fuller(printed.body, aside.body),
        dated_by="printed" if printed.held_on else "sidecar" if aside.meeting_date else None,
        reason=_PRINTED if printed.held_on else _ASIDE if aside.meeting_date else None,
    )
    found: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    found[_key(own)].append(own)
    for part in paper.parts:
        sighted = _of_part(own, part, headers.get(part.index), is_own=part in own_parts)
        found[_key(sighted)].append(replace(sighted, parts=(part.index,)))
    each = [replace(same[0], parts=sum((s.parts for s in same), ())) for same in found.values()]
    return each, list(_disagreements(paper, printed))


def _fuller(printed: str | None, aside: str | None) -> str | None:
    """The sidecar's name, where it is the printed one with more words before it."""
    if printed is None or aside is None or len(aside) <= len(printed):
        return None
    return aside if ends_alike(name_of(printed), name_of(aside)) else None


def _own_parts(paper: Paper) -> list[PartSummary]:
    own = [part for part in paper.parts if not part.draft]
    settled = any(part.kind == "minutes" for part in own)
    return own if settled or paper.kind != "minutes" else list(paper.parts)


def _of_part(
    own: Sighting, part: PartSummary, header: MeetingHeader | None, *, is_own: bool
) -> Sighting:
    if not is_own:
        if header is None:
            return _of_day(replace(own, body=None, draft=part.index), None)
        printed = replace(
            own,
            body=header.body or own.body,
            authority=header.authority or own.authority,
            draft=part.index,
        )
        return _of_day(printed, header.held_on)
    if header is None or not (header.body or header.held_on):
        return own
    body = header.body or own.body
    if _alike(body, own.body, own.place):
        body = own.body
    seen = replace(own, body=body)
    return _of_day(seen, header.held_on) if header.held_on else seen


def _of_day(seen: Sighting, held_on: date | None) -> Sighting:
    """The sighting with a date that its own part prints, or with none."""
    by: DatedBy | None = "printed" if held_on else None
    return replace(seen, held_on=held_on, dated_by=by, reason=_PRINTED if held_on else None)


def _key(seen: Sighting) -> tuple[object, ...]:
    if seen.held_on is None:
        return (None, seen.draft)
    return (seen.held_on, seen.name)


def _alike(one: str | None, other: str | None, place: tuple[str, ...]) -> bool:
    if one is None or other is None:
        return one is other
    names = name_of(one, place), name_of(other, place)
    return same_body(*names) or ends_alike(*names)


def _disagreements(paper: Paper, printed: MeetingHeader) -> Iterator[Disagreement]:
    aside = paper.sidecar
    if printed.held_on and aside.meeting_date and printed.held_on != aside.meeting_date:
        yield Disagreement(
            paper.document_id,
            "meeting_date",
            f"The paper prints the meeting's date as {printed.held_on.isoformat()}, "
            f"its sidecar gives {aside.meeting_date.isoformat()}",
        )
    authority = printed.authority or aside.authority
    if printed.body and aside.body and not _alike(printed.body, aside.body, place_of(authority)):
        yield Disagreement(
            paper.document_id,
            "body",
            f"The paper prints the body as '{titled(printed.body)}', "
            f"its sidecar gives '{aside.body}'",
        )
    places = place_of(printed.authority), place_of(aside.authority)
    if not same_place(*places):
        yield Disagreement(
            paper.document_id,
            "authority",
            f"The paper prints the authority as '{printed.authority}', "
            f"its sidecar gives '{aside.authority}'",
        )
