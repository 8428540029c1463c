"""From papers to rows of the archive: which meeting, person, thread and history a fact is of.

Everything here is pure: the same papers, in whatever order, give the same rows and the same ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction import Holdings, Paper, Run
from pipeline.resolve.completeness import completeness_rows
from pipeline.resolve.confidence import rule_rows, weigh
from pipeline.resolve.corrections import NONE, Corrections
from pipeline.resolve.facts import READABLE, document_rows, fact_id, fact_rows
from pipeline.resolve.ledger import ledger
from pipeline.resolve.meetings.calendar import calendar
from pipeline.resolve.milestones import milestone_rows
from pipeline.resolve.people import WhoIsWho
from pipeline.resolve.threads.rows import thread_rows
from pipeline.resolve.versions.changes import change_rows, comparisons
from pipeline.resolve.versions.contradictions import contradiction_rows
from pipeline.resolve.versions.filling import filler_rows

Tables = Mapping[str, Sequence[Mapping[str, object]]]
"""Table name to rows; a row is a dict by column name."""

__all__ = ["Tables", "resolve"]


def resolve(
    papers: Sequence[Paper],
    runs: Sequence[Run] = (),
    corrections: Corrections = NONE,
    *,
    holdings: Sequence[Holdings] = (),
) -> Tables:
    """All rows of the archive from its papers, its ledger and what its sources list.

    Adds what the papers don't say themselves (ids, meetings, people, threads, histories,
    contradictions), with what people corrected, and never rewrites what they print. Of papers with
    one document_id the one ingested last counts.
    """
    by_id: dict[str, Paper] = {}
    for paper in sorted(papers, key=lambda p: (p.document_id, p.ingested_at, p.source)):
        by_id[paper.document_id] = paper
    every = list(by_id.values())
    readable = [paper for paper in every if paper.status in READABLE]
    found = calendar(readable)
    who = WhoIsWho(readable, found, corrections)
    facts = fact_rows(readable, found, who.person_of)
    weigh(facts)
    compared = comparisons(readable, facts, found)
    return {
        **document_rows(every, found),
        **facts,
        **who.tables({spot: fact_id(*spot[:3]) for spot in who.person_of}),
        "rules": rule_rows(),
        **thread_rows(readable, found),
        **milestone_rows(readable, facts["milestones"], found),
        "version_changes": change_rows(compared),
        "fillers": filler_rows(readable, facts, found),
        "contradictions": contradiction_rows(facts, found, compared),
        "completeness": completeness_rows(holdings, every, found),
        **ledger(runs),
    }
