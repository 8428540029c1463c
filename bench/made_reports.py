"""Reports of a plan made from one that stands, by chance: which rows are one milestone is known.

Each report keeps most rows of the one before, leaves some out, adds some, and of the rest rewords,
moves and gives to others a share. Words are changed without regard to sense, which is harder than
what officers do. The same seed makes the same reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

import msgspec

from pipeline.extraction import Fact, Paper, PartSummary
from pipeline.provenance import Finding, Source
from pipeline.records import AnyRecord, MeetingHeader, Milestone
from pipeline.resolve import resolve

REPORTS = 4
SEEDS = 6
_LEFT_OUT, _TO_OTHERS, _MOVED, _LATER = 0.08, 0.08, 0.05, 0.15
_WORDS = """
report:publish review:examine complete:finish establish:start develop:prepare implement:introduce
recruit:appoint agree:settle train:brief publish:issue members:councillors staff:employees
council:authority plan:programme residents:tenants new:revised replace:renew inspect:survey
programme:scheme management:oversight training:briefing
"""
_OTHER = dict(pair.split(":") for pair in _WORDS.split())
_TAILS = (
    "by the end of March",
    "across the borough",
    "with partners",
    "in each ward",
    "and report to the Board",
    "(subject to funding)",
)


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows that are one milestone: how many there are, were found, and are right."""

    gold: int
    found: int
    right: int


def score(rows: Sequence[Milestone], share: float, *, shuffled: bool) -> Pairs:
    """Link reports made from `rows`, a `share` of them reworded each time, and count pairs.

    `shuffled` lets the reports come in by chance; else they come in by date.
    """
    totals = [0, 0, 0]
    for seed in range(SEEDS):
        random = Random(seed)
        reports = list(_reports(rows, share, random))
        order = list(range(len(reports)))
        if shuffled:
            random.shuffle(order)
        papers = [_paper(at, reports[at], order.index(at)) for at in order]
        numbers = {f"d{at}": [number for number, _ in reports[at]] for at in order}
        wanted, got = _pairs(papers, numbers)
        for place, count in enumerate((len(wanted), len(got), len(wanted & got))):
            totals[place] += count
    return Pairs(*totals)


def _pairs(papers: list[Paper], numbers: dict[str, list[int]]) -> tuple[set, set]:
    tables = resolve(papers)
    left = {document: iter(each) for document, each in numbers.items()}
    gold = {row["milestone_id"]: next(left[row["document_id"]]) for row in tables["milestones"]}
    found = {row["milestone_id"]: row["history_id"] for row in tables["milestone_links"]}
    return _together(gold), _together(found)


def _together(clusters: dict) -> set[frozenset[str]]:
    members: dict[object, list[str]] = {}
    for row, cluster in clusters.items():
        members.setdefault(cluster, []).append(row)
    return {frozenset(pair) for rows in members.values() for pair in combinations(rows, 2)}


def _reports(
    rows: Sequence[Milestone], share: float, random: Random
) -> Iterator[list[tuple[int, Milestone]]]:
    """The rows of each report, with the number of the milestone that each is."""
    every = list(enumerate(rows))
    random.shuffle(every)
    kept = len(every) * 3 // 4
    live, spare = sorted(every[:kept], key=lambda pair: pair[0]), every[kept:]
    yield live
    for _ in range(REPORTS - 1):
        live = [
            (number, _changed(row, rows, share, random))
            for number, row in live
            if random.random() >= _LEFT_OUT
        ]
        for _ in range(max(1, len(live) // 12)):
            if spare:
                live.insert(random.randrange(len(live) + 1), spare.pop())
        yield live


def _changed(row: Milestone, rows: Sequence[Milestone], share: float, random: Random) -> Milestone:
    progress = min(100, (row.percent_complete or 0) + random.choice((0, 10, 25)))
    status = random.choice(("On Target", "Delayed", "Overdue", "Completed"))
    made = msgspec.structs.replace(row, status=status, percent_complete=progress)
    if random.random() < share:
        made = msgspec.structs.replace(made, milestone=reworded(made.milestone, random))
    if made.deadline_to and random.random() < _LATER:
        later = made.deadline_to + timedelta(days=92)
        made = msgspec.structs.replace(made, deadline_to=later)
    if random.random() >= 0.2:
        made = msgspec.structs.replace(made, comment=f"Comment {random.random()}")
    other = random.choice(rows)
    if random.random() < _TO_OTHERS:
        made = msgspec.structs.replace(made, lead_officers=other.lead_officers)
    if random.random() < _MOVED:
        made = msgspec.structs.replace(
            made,
            theme=other.theme,
            activity=other.activity,
            activity_number=other.activity_number,
        )
    return made


def reworded(text: str, random: Random) -> str:
    """The text with one to three changes: another word, one left out, an ending more or less."""
    words = text.split()
    for _ in range(random.choice((1, 2, 3))):
        turn = random.random()
        known = [at for at, word in enumerate(words) if word.lower() in _OTHER]
        if turn < 0.4 and known:
            at = random.choice(known)
            words[at] = _OTHER[words[at].lower()]
        elif turn < 0.6 and len(words) > 5:
            del words[random.randrange(1, len(words))]
        elif turn < 0.85:
            words += random.choice(_TAILS).split()
        elif len(words) > 8:
            words = words[: max(6, len(words) * 7 // 10)]
    return " ".join(words)


def _paper(at: int, rows: Sequence[tuple[int, Milestone]], arrival: int) -> Paper:
    """The `at`th report as a paper that came in as the `arrival`th."""
    day = date(2020, 3, 2) + timedelta(days=91 * at)
    values: list[AnyRecord] = [MeetingHeader(body="Netherby Plans Board", held_on=day)]
    values += [msgspec.structs.replace(row, plan="Netherby Plan") for _, row in rows]
    return Paper(
        document_id=f"d{at}",
        source=f"made/{at}",
        sha256=str(at),
        media_type="application/pdf",
        status="ok",
        ingested_at=datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=arrival),
        kind="report",
        pages=1,
        parts=(PartSummary(index=0, kind="report"),),
        facts=tuple(
            Fact(part=0, extractor="made/1", finding=Finding(value, (Source(1, None, "made"),)))
            for value in values
        ),
    )
