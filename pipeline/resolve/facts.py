"""The rows of single facts: what each paper states, with the meeting, the person and the source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pipeline.extraction import Fact, Paper
from pipeline.records import (
    Action,
    AgendaItem,
    AnyRecord,
    Attendee,
    Claim,
    Declaration,
    ForwardPlanEntry,
    MeetingHeader,
    Member,
    Milestone,
    Motion,
    Recommendation,
    Report,
    Resolution,
    Vote,
)
from pipeline.resolve.meetings import Calendar
from pipeline.resolve.people import people, person_id
from pipeline.resolve.signals import setting
from pipeline.resolve.voters import Attending
from pipeline.resolve.words import digest

Row = dict[str, object]
Rows = list[Row]

TABLE_OF: Mapping[type[AnyRecord], str] = {
    MeetingHeader: "meeting_headers",
    Attendee: "attendance",
    Member: "membership",
    AgendaItem: "agenda_items",
    Declaration: "declarations",
    Resolution: "resolutions",
    Motion: "motions",
    Vote: "votes",
    Action: "actions",
    Milestone: "milestones",
    ForwardPlanEntry: "forward_plan",
    Report: "reports",
    Recommendation: "recommendations",
    Claim: "claims",
}
"""The table that each kind of record goes to."""
_OWN_ID: Mapping[str, tuple[str, str]] = {
    "actions": ("action_id", "a"),
    "motions": ("motion_id", "q"),
    "milestones": ("milestone_id", "m"),
}
READABLE = frozenset({"ok", "partial"})
"""The status of papers whose text may be shown and was read."""


def fact_rows(papers: Sequence[Paper], found: Calendar) -> dict[str, Rows]:
    """Rows of every table of single facts, of `evidence`, `people` and `rejected`.

    A fact's id depends on its paper, its table and its place among the paper's facts of that
    table, never on other papers. Facts of papers that aren't readable are left out.
    """
    tables: dict[str, Rows] = {name: [] for name in (*TABLE_OF.values(), "evidence", "rejected")}
    named: list[tuple[str, str | None]] = []
    present = Attending(papers, found)
    for paper in papers:
        if paper.status not in READABLE:
            continue
        moved: dict[tuple[object, ...], object] = {}
        for table, fact_id, fact in keyed_facts(paper):
            value = fact.finding.value
            meeting_id = found.meeting_of(paper.document_id, fact.part)
            row = _row(paper, fact, table, fact_id, meeting_id)
            if isinstance(value, Motion):
                moved[fact.part, value.item_number, value.ordinal] = row["motion_id"]
                named += present.put_movers(row, fact.part)
            elif isinstance(value, Vote):
                row["motion_id"] = moved[fact.part, value.item_number, value.ordinal]
                named += present.put_voter(row, fact.part)
            tables[table].append(row)
            tables["evidence"] += _evidence(paper, fact, table, fact_id)
            if isinstance(value, Attendee | Member):
                named.append((value.name, value.honorific))
            elif isinstance(value, Declaration):
                named.append((value.name, None))
        tables["rejected"] += _rejected(paper)
    tables["people"] = people(named)
    return tables


def document_rows(papers: Sequence[Paper], found: Calendar) -> dict[str, Rows]:
    """Rows of `documents`, `document_parts`, `document_meetings` and `meetings`.

    Of a restricted paper nothing is told that it might print: no title, no parts.
    """
    tables: dict[str, Rows] = defaultdict(list)
    for paper in papers:
        restricted = paper.status == "restricted"
        tables["documents"].append(
            {
                "document_id": paper.document_id,
                "source": paper.source,
                "source_url": paper.sidecar.source_url,
                "sha256": paper.sha256,
                "media_type": paper.media_type,
                "kind": paper.kind,
                "layout": None if restricted else paper.layout,
                "title": None if restricted else paper.title or paper.sidecar.title,
                "pages": paper.pages,
                "recognised_pages": None if paper.pages is None else paper.recognised_pages,
                "status": paper.status,
                "status_reason": paper.status_reason,
                "ingested_at": paper.ingested_at,
                "producer": None if restricted else paper.producer,
            }
        )
        if paper.status not in READABLE:
            continue
        for part in paper.parts:
            tables["document_parts"].append(
                {
                    "document_id": paper.document_id,
                    "part": part.index,
                    "kind": part.kind,
                    "meeting_id": found.meeting_of(paper.document_id, part.index),
                    "title": part.title,
                    "first_page": part.first_page,
                    "last_page": part.last_page,
                    "draft": part.draft,
                    "language": part.language,
                }
            )
    for (meeting_id, document_id), rank in sorted(found.rank.items()):
        standing = found.standing[meeting_id, document_id]
        tables["document_meetings"].append(
            {
                "meeting_id": meeting_id,
                "document_id": document_id,
                "standing": standing,
                "rank": rank,
            }
        )
    for meeting in sorted(found.meetings.values(), key=lambda m: m.meeting_id):
        tables["meetings"].append(
            {
                "meeting_id": meeting.meeting_id,
                "authority": meeting.authority,
                "body": meeting.body,
                "held_on": meeting.held_on,
                "starts_at": meeting.starts_at,
                "ended_at": meeting.ended_at,
                "venue": meeting.venue,
            }
        )
    names = ("documents", "document_parts", "document_meetings", "meetings")
    return {name: tables[name] for name in names}


def keyed_facts(paper: Paper) -> Iterator[tuple[str, str, Fact]]:
    """Each fact of a paper in its order, with the name of its table and its id there."""
    counted: Counter[str] = Counter()
    for fact in paper.facts:
        table = TABLE_OF[type(fact.finding.value)]
        counted[table] += 1
        _, prefix = _OWN_ID.get(table, ("fact_id", "f"))
        yield table, digest(prefix, paper.document_id, table, counted[table]), fact


def _row(paper: Paper, fact: Fact, table: str, fact_id: str, meeting_id: str | None) -> Row:
    value, first = fact.finding.value, fact.finding.sources[0]
    own_id, _ = _OWN_ID.get(table, ("fact_id", "f"))
    row: Row = {
        "fact_id": fact_id,
        own_id: fact_id,
        "meeting_id": meeting_id,
        "document_id": paper.document_id,
    }
    fields = msgspec.structs.asdict(value)
    row |= {key: list(v) if isinstance(v, tuple) else v for key, v in fields.items()}
    if isinstance(value, Attendee | Member | Declaration):
        row["person_id"] = person_id(value.name)
    box = first.box
    row |= {
        "page": first.page,
        "x0": box.x0 if box else None,
        "top": box.top if box else None,
        "x1": box.x1 if box else None,
        "bottom": box.bottom if box else None,
        "quote": first.quote,
        "extractor": fact.extractor,
        "confidence": fact.finding.confidence,
        "rule": fact.finding.rule or None,
        "signals": setting(paper, fact.part),
    }
    return row


def _evidence(paper: Paper, fact: Fact, table: str, fact_id: object) -> Iterator[Row]:
    for ordinal, source in enumerate(fact.finding.sources, 1):
        box = source.box
        yield {
            "fact_table": table,
            "fact_id": fact_id,
            "document_id": paper.document_id,
            "ordinal": ordinal,
            "page": source.page,
            "x0": box.x0 if box else None,
            "top": box.top if box else None,
            "x1": box.x1 if box else None,
            "bottom": box.bottom if box else None,
            "quote": source.quote,
        }


def _rejected(paper: Paper) -> Iterator[Row]:
    for refusal in paper.refusals:
        yield {
            "document_id": paper.document_id,
            "part": refusal.part,
            "extractor": refusal.extractor,
            "text": refusal.rejected.text,
            "reason": refusal.rejected.reason,
        }
