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
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.people.mentions import Spot
from pipeline.resolve.signals import setting
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


_PEOPLE: Mapping[str, Mapping[str, str]] = {
    "attendance": {"person": "person_id"},
    "membership": {"person": "person_id"},
    "declarations": {"person": "person_id"},
    "votes": {"person": "person_id"},
    "motions": {"proposer": "proposer_id", "seconder": "seconder_id"},
    "actions": {"owner": "owner_person_id"},
}
"""Table, and what of a fact names a person, to the column that has the person's id."""


def fact_rows(papers: Sequence[Paper], found: Calendar, who: Mapping[Spot, str]) -> dict[str, Rows]:
    """Rows of every table of single facts, of `evidence` and `rejected`.

    `who` is the person meant at each spot where one is known. A fact's id depends on its paper, its
    table and its place among the paper's facts of that table, never on other papers. Facts of
    papers that aren't readable are left out.
    """
    tables: dict[str, Rows] = {name: [] for name in (*TABLE_OF.values(), "evidence", "rejected")}
    for paper in papers:
        if paper.status not in READABLE:
            continue
        moved: dict[tuple[object, ...], object] = {}
        for table, ordinal, fact in keyed_facts(paper):
            value = fact.finding.value
            meeting_id = found.meeting_of(paper.document_id, fact.part)
            row = _row(paper, fact, table, ordinal, meeting_id)
            for column, key in _PEOPLE.get(table, {}).items():
                row[key] = who.get((paper.document_id, table, ordinal, column, 0))
            if isinstance(value, Motion):
                moved[fact.part, value.item_number, value.ordinal] = row["motion_id"]
            elif isinstance(value, Vote):
                row["motion_id"] = moved[fact.part, value.item_number, value.ordinal]
            tables[table].append(row)
            tables["evidence"] += _evidence(paper, fact, table, row["fact_id"])
        tables["rejected"] += _rejected(paper)
    return tables


def fact_id(document_id: str, table: str, at: int) -> str:
    """The id of a paper's fact number `at` (from 1) of one table."""
    return digest(_OWN_ID.get(table, ("fact_id", "f"))[1], document_id, table, at)


def document_rows(papers: Sequence[Paper], found: Calendar) -> dict[str, Rows]:
    """Rows of `documents`, `replaced_papers`, `document_parts`, `document_meetings`, `meetings`.

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
                "removed_on": paper.removed_on,
            }
        )
        tables["replaced_papers"] += [
            {"document_id": paper.document_id, **msgspec.structs.asdict(earlier)}
            for earlier in paper.earlier
        ]
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
        dated_by, reason = found.dated_by[meeting_id, document_id]
        tables["document_meetings"].append(
            {
                "meeting_id": meeting_id,
                "document_id": document_id,
                "standing": standing,
                "rank": rank,
                "dated_by": dated_by,
                "reason": reason,
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
    names = ("documents", "replaced_papers", "document_parts", "document_meetings", "meetings")
    return {name: tables[name] for name in names}


def keyed_facts(paper: Paper) -> Iterator[tuple[str, int, Fact]]:
    """Each fact of a paper in its order, with its table and its place there, as `fact_id` asks."""
    counted: Counter[str] = Counter()
    for fact in paper.facts:
        table = TABLE_OF[type(fact.finding.value)]
        counted[table] += 1
        yield table, counted[table], fact


def _row(paper: Paper, fact: Fact, table: str, ordinal: int, meeting_id: str | None) -> Row:
    value, first = fact.finding.value, fact.finding.sources[0]
    own_id, _ = _OWN_ID.get(table, ("fact_id", "f"))
    key = fact_id(paper.document_id, table, ordinal)
    row: Row = {
        "fact_id": key,
        own_id: key,
        "meeting_id": meeting_id,
        "document_id": paper.document_id,
    }
    fields = msgspec.structs.asdict(value)
    row |= {key: list(v) if isinstance(v, tuple) else v for key, v in fields.items()}
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


def _evidence(paper: Paper, fact: Fact, table: str, key: object) -> Iterator[Row]:
    for ordinal, source in enumerate(fact.finding.sources, 1):
        box = source.box
        yield {
            "fact_table": table,
            "fact_id": key,
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
