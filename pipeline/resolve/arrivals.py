"""In which order papers came in: what is linked over time is linked in this order.

Whatever joins facts of several papers (people, threads of actions, histories of milestones) is a
fold over the arrivals: each joins what stands or begins something new, and nothing that stands is
joined or renamed by a later one. So a paper that comes in tomorrow changes no id given today.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from pipeline.extraction import Paper
from pipeline.resolve.meetings import STANDINGS, Calendar

_PLACES: Mapping[str, int] = {standing: place for place, standing in enumerate(STANDINGS)}


def arrival_order(papers: Sequence[Paper], found: Calendar) -> dict[str, int]:
    """By document_id, its place in the order of arrival, from 0.

    Papers whose bytes first came in with one run are ordered by their meeting's date (undated ones
    last), then by what they are to it, the most authoritative first.
    """

    def key(paper: Paper) -> tuple[datetime, date, int, str]:
        meeting_id = found.own.get(paper.document_id)
        meeting = found.meetings.get(meeting_id) if meeting_id else None
        standing = found.standing.get((meeting_id, paper.document_id)) if meeting_id else None
        return (
            paper.ingested_at,
            (meeting.held_on if meeting else None) or date.max,
            _PLACES[standing] if standing else len(_PLACES),
            paper.document_id,
        )

    return {paper.document_id: place for place, paper in enumerate(sorted(papers, key=key))}
