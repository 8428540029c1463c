"""All that one paper yielded: the unit that is cached, resolved and published."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from pipeline.document import Language, PartKind
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord

PaperKind = Literal[
    "agenda_pack",
    "agenda",
    "minutes",
    "meeting_page",
    "report",
    "action_log",
    "decision_notice",
    "other",
]
PaperStatus = Literal["ok", "partial", "quarantined", "restricted"]


class Sidecar(msgspec.Struct, frozen=True):
    """What a paper doesn't print, from `NAME.meta.json` beside it. All keys are optional."""

    source_url: str | None = None
    authority: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    title: str | None = None
    restricted: bool = False


class PartSummary(msgspec.Struct, frozen=True):
    """One part of a paper, without its text."""

    index: int
    kind: PartKind
    title: str | None = None
    first_page: int | None = None
    last_page: int | None = None
    draft: bool = False
    language: Language | None = None


class Fact(msgspec.Struct, frozen=True):
    """A finding, the part it was found in, and the extractor that found it."""

    part: int
    extractor: str
    """Name and version: 'resolutions/1'."""
    finding: Finding[AnyRecord]


class Refusal(msgspec.Struct, frozen=True):
    """A candidate turned down, the part it stood in, and the extractor that refused it."""

    part: int
    extractor: str
    rejected: Rejected


class Wording(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One paragraph, heading or row of a table of a paper's minutes, as printed."""

    part: int
    item: str | None
    """The number of the item that it stands under; None before the first."""
    page: int | None
    """The page that it begins on."""
    text: str


class Earlier(msgspec.Struct, frozen=True):
    """Bytes that stood where a paper stands now; their original is kept."""

    sha256: str
    ingested_at: datetime
    replaced_at: datetime


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """One ingested paper and everything that was found in it."""

    document_id: str
    """'d' and the first 16 hex digits of the SHA-256 of its bytes."""
    source: str
    """The path as it was given to the run, or the URL that was fetched."""
    location: str | None = None
    """The absolute path: how a changed file is known again. Not published."""
    sha256: str
    media_type: str
    status: PaperStatus
    status_reason: str | None = None
    ingested_at: datetime
    sidecar: Sidecar = Sidecar()
    kind: PaperKind = "other"
    layout: str | None = None
    """How it is laid out: one of `pipeline.segment.layout.LAYOUTS`; None where it wasn't read."""
    title: str | None = None
    producer: str | None = None
    pages: int | None = None
    recognised_pages: int = 0
    """How many of the pages were recognised from their pictures (OCR)."""
    versions: dict[str, int] = {}
    """The version of each stage and extractor that made this: {'read': 1, 'segment': 1, ...}."""
    parts: tuple[PartSummary, ...] = ()
    facts: tuple[Fact, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    wording: tuple[Wording, ...] = ()
    """The text of its minutes, in order: what their versions are compared by."""
    removed_on: date | None = None
    """The day (UTC) of the run that found it gone from its folder or site; None while it stands
    there."""
    earlier: tuple[Earlier, ...] = ()
    """The bytes that it replaced, oldest first."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One paper that a source lists."""

    key: str
    """How the paper is known again: its absolute path, or its address."""
    sha256: str | None = None
    """Of its bytes as they were had last; None where they never were."""
    meeting: str | None = None
    """The key of its meeting (`ListedMeeting.key`); None where the source doesn't tell."""
    refused: str | None = None
    """Why it may not be fetched, as the source says; None for a public paper."""
    failed: str | None = None
    """Why it could not be had in the last run; None where it could."""
    whole: bool = False
    """Whether what it cuts is held in other papers: then it counts as read wholly."""


class ListedMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting that a source lists."""

    key: str
    authority: str | None = None
    body: str | None = None
    held_on: date | None = None
    failed: str | None = None
    """Why it can't be told which papers it has; None where it can."""


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """What one source lists: against it, completeness is measured."""

    source: str
    """The name of the source."""
    papers: tuple[Listed, ...] = ()
    meetings: tuple[ListedMeeting, ...] = ()
    failed: str | None = None
    """Why the source as a whole could not be asked in the last run; the rest is then of before."""


class RunEvent(msgspec.Struct, frozen=True, kw_only=True):
    """What one run did with one paper."""

    source: str
    sha256: str | None
    stage: Literal["fetch", "read", "extract", "publish", "tell"]
    outcome: Literal[
        "new", "unchanged", "updated", "removed", "quarantined", "restricted", "failed"
    ]
    reason: str | None = None
    seconds: float = 0.0


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One ingestion, as the ledger keeps it."""

    run_id: str
    """The UTC start time, sortable: '20261122T120000.123456Z'."""
    started_at: datetime
    finished_at: datetime
    outcome: Literal["success", "partial", "failed"]
    papers: int
    """How many papers the run looked at."""
    recovered: str | None = None
    """The run id of an earlier run that was cut off and that this one completed."""
    events: tuple[RunEvent, ...] = ()
