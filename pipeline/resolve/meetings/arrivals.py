"""In which order papers came in: what is linked over time is linked in this order.

Whatever joins facts of several papers (people, threads of actions, histories of milestones) is a
fold over the arrivals: each joins what stands or begins something new, and nothing that stands is
joined or renamed by a later one. So a paper that comes in tomorrow changes no id given today.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from pipeline.extraction import Paper, PaperKind
from pipeline.resolve.meetings.sightings import sightings

Arrival = tuple[datetime, date, int, bool, str]
"""When a paper came in, and its place among the papers of one run."""
_KINDS: tuple[PaperKind, ...] = (
    "minutes",
    "meeting_page",
    "agenda_pack",
    "agenda",
    "decision_notice",
    "report",
    "action_log",
    "other",
)
"""Kinds of papers, those first that tell most of a meeting and print names in full."""


def arrival(paper: Paper, day: date | None = None) -> Arrival:
    """When `paper` came in: what sorts papers by arrival.

    Papers whose bytes first came in with one run are ordered by `day` (undated ones last), then by
    kind, PDF before other forms. `day` is by default the meeting's date as the paper and its
    sidecar give it: one had from other papers could change when more come in, and the order too.
    """
    on = day or sightings(paper)[0][0].held_on or date.max
    other_form = paper.media_type != "application/pdf"
    return (paper.ingested_at, on, _KINDS.index(paper.kind), other_form, paper.document_id)


def arrival_order(papers: Sequence[Paper]) -> dict[str, int]:
    """By document_id, its place in the order of arrival, from 0."""
    ordered = sorted(papers, key=arrival)
    return {paper.document_id: place for place, paper in enumerate(ordered)}
