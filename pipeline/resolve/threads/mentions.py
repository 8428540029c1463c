"""Where papers speak of business: requests, decisions, items of agendas, forward plans, reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from pipeline.extraction import Fact, Paper
from pipeline.lexicon import rule
from pipeline.records import Action, AgendaItem, ForwardPlanEntry, Report, Resolution
from pipeline.resolve.facts import fact_id, keyed_facts
from pipeline.resolve.meetings.bodies import Name, ends_alike, same_body
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.meetings.places import TOPICS, same_place
from pipeline.resolve.meetings.sightings import Sighting, sightings
from pipeline.resolve.threads.subjects import subject_of
from pipeline.resolve.threads.wording import Wording, wording_of

Kind = Literal["asked", "logged", "decided", "item", "report", "planned"]
"""A request or undertaking, a row of an action log, a resolution, a heading of business, a
report, an entry of a forward plan."""
ORDER: Sequence[Kind] = ("item", "report", "asked", "decided", "logged", "planned")
"""In which order the mentions of one meeting in one paper are taken."""
TITLES = frozenset({"item", "report", "planned"})
_DIRECTS = rule("threads", "directs")
_ABOUT_OTHERS = rule("threads", "about_others")
_CLOSES = rule("threads", "closes")
_STANDS_FOR = rule("threads", "standing_for")
_WANTS_PAPER = rule("threads", "wants_paper")
_CLOSING_WORDS = rule("threads", "closing_words")


@dataclass(frozen=True, eq=False)
class Mention:
    """One fact that speaks of business, ready to be compared.

    All but `meeting_id` comes from its own paper: what joins it to others may not change when
    another paper comes in.
    """

    table: str
    fact_id: str
    document_id: str
    part: int
    meeting_id: str | None
    """The archive's, for counting; never for joining."""
    kind: Kind
    text: str
    body: Name
    told_on: date | None
    """The meeting's date as the paper, or its sidecar, gives it."""
    wording: Wording
    """Of a title, its subject."""
    subject: Wording | None
    """What the item that it stands under is about."""
    heading: str | None
    """That item's title as printed."""
    page: int | None
    owner: str | None = None
    status: str | None = None
    origin: str | None = None
    """Of an action, as the paper leads into it: requested, agreed, highlighted."""
    for_day: date | None = None
    """The meeting that a forward plan sets it down for."""
    closing: bool = False
    """A resolution that closes something."""

    @property
    def is_title(self) -> bool:
        """Whether it is a heading and no sentence."""
        return self.kind in TITLES

    @property
    def wants_paper(self) -> bool:
        """Whether it asks for something to be put before a meeting."""
        return bool(_WANTS_PAPER.search(self.text))

    @property
    def weak(self) -> bool:
        """Whether its own words don't say what it is about, as of 'Clerk to chase this'."""
        if self.is_title:
            return False
        telling = len(self.wording.telling)
        if _STANDS_FOR.search(self.text) and not self.closing:
            return telling < 4
        return telling == 0 and len(self.wording.stems) <= 3


def mentions(
    papers: Sequence[Paper], order: Mapping[str, int], found: Calendar
) -> Iterator[Mention]:
    """All mentions of business in order of arrival; within a paper, meeting by meeting."""
    for paper in sorted(papers, key=lambda paper: order[paper.document_id]):
        yield from sorted(
            _of_paper(paper, found),
            key=lambda m: (m.told_on or date.max, ORDER.index(m.kind)),
        )


def _of_paper(paper: Paper, found: Calendar) -> Iterator[Mention]:
    seen, _ = sightings(paper)
    of_part = {part: sighting for sighting in seen for part in sighting.parts}
    headings = _headings(paper)
    for table, ordinal, fact in keyed_facts(paper):
        if (kind := _kind(fact)) is None:
            continue
        value = fact.finding.value
        sighting = of_part.get(fact.part, seen[0])
        text, wording = _wording(value, _body(sighting))
        if wording is None:
            continue
        number = getattr(value, "item_number", None)
        heading = None if kind in TITLES else headings.get((fact.part, number))
        yield Mention(
            table=table,
            fact_id=fact_id(paper.document_id, table, ordinal),
            document_id=paper.document_id,
            part=fact.part,
            meeting_id=found.meeting_of(paper.document_id, fact.part),
            kind=kind,
            text=text,
            body=_body(sighting),
            told_on=sighting.held_on,
            wording=wording,
            subject=subject_of(heading, _body(sighting).words) if heading else None,
            heading=heading,
            page=fact.finding.sources[0].page,
            owner=getattr(value, "owner", None) or getattr(value, "lead", None),
            status=getattr(value, "status", None),
            origin=getattr(value, "origin", None),
            for_day=getattr(value, "for_meeting_on", None),
            closing=kind == "decided" and _closing(value),
        )


def _body(seen: Sighting) -> Name:
    return seen.name or Name((), seen.place)


def _headings(paper: Paper) -> dict[tuple[int, str | None], str]:
    """Titles of items by part and number."""
    found: dict[tuple[int, str | None], str] = {}
    for fact in paper.facts:
        value = fact.finding.value
        if isinstance(value, AgendaItem):
            for number in (value.number, value.also):
                if number:
                    found.setdefault((fact.part, number), value.title)
    return found


def _kind(fact: Fact) -> Kind | None:
    value = fact.finding.value
    if isinstance(value, Action):
        return "logged" if value.origin == "log" else "asked"
    if isinstance(value, Resolution):
        if _ABOUT_OTHERS.search(value.text):
            return None
        directs = value.outcome != "noted" and _DIRECTS.search(value.text)
        return "decided" if directs or _closing(value) else None
    if isinstance(value, AgendaItem):
        return "item"
    if isinstance(value, Report):
        return "report"
    return "planned" if isinstance(value, ForwardPlanEntry) else None


def _closing(value: object) -> bool:
    return isinstance(value, Resolution) and (
        value.outcome == "closed" or bool(_CLOSES.search(value.text))
    )


def _wording(value: object, body: Name) -> tuple[str, Wording | None]:
    if isinstance(value, AgendaItem | Report):
        return value.title, subject_of(value.title, body.words)
    if isinstance(value, ForwardPlanEntry):
        return value.item, subject_of(value.item, body.words)
    if isinstance(value, Resolution):
        text = _CLOSING_WORDS.sub(" ", value.text) if _closing(value) else value.text
        return value.text, wording_of(text, (body.tokens | set(body.place)) - TOPICS)
    if isinstance(value, Action):
        text = value.text.replace(value.owner, " ") if value.owner else value.text
        return value.text, wording_of(text, (body.tokens | set(body.place)) - TOPICS)
    return "", None


def scopes(body: Name) -> frozenset[str]:
    """Words by which mentions of one council are found: of its place, and of its bodies' names."""
    words = (body.tokens | set(body.place)) - TOPICS
    return words or frozenset([" ".join(sorted(body.tokens))])


@lru_cache(maxsize=100_000)
def kinship(one: Name, other: Name) -> Literal["body", "council"] | None:
    """Whether two names are one body, or bodies of one council; None where they may not be."""
    if one.place and other.place:
        if not same_place(one.place, other.place):
            return None
        alike = same_body(one, other) or ends_alike(one, other) or not (one.words and other.words)
        return "body" if alike else "council"
    if one.place or other.place:
        placed, bare = (one, other) if one.place else (other, one)
        alike = _told_apart(one, other) or same_body(one, other)
        named = set(placed.place) <= bare.tokens
        return "body" if alike and (named or _told_apart(one, other)) else _council(named=named)
    if one.words and one.tokens == other.tokens:
        # 'Cabinet' of nobody knows where may be any council's: its likeness must be greater.
        return "body" if one.tokens - TOPICS else "council"
    if _told_apart(one, other):
        return "body"
    return _council(named=bool(set(one.words[:1]) & set(other.words[:1]) - TOPICS))


def _council(*, named: bool) -> Literal["council"] | None:
    return "council" if named else None


def apart(one: Name, other: Name) -> bool:
    """Whether two bodies are surely of two councils."""
    return bool(one.place and other.place) and not same_place(one.place, other.place)


def _told_apart(one: Name, other: Name) -> bool:
    """Whether one name is the end of the other, and no name that any council's body may have."""
    return ends_alike(one, other) and bool((one.tokens & other.tokens) - TOPICS)
