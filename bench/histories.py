"""Measure how milestones are followed over time, and write it into docs/quality.md.

    python -m bench.histories

Gold is `corpus/milestones.json`: which rows are one milestone, and what befell it. Beside that,
reports made by chance (`bench.made_reports`) from the sample plan, and from the plans of the real
papers where COMMITTEE_PAPERS_SHARED names their folder.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pipeline
from bench import made_reports, page
from pipeline.records import Milestone
from pipeline.run.papers import known, load_all

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "corpus" / "milestones.json"
LONG = 30
"""Plans of more rows are what reports are made from."""

_LINKS = """
SELECT parse_filename(documents.source, true) AS paper, row.milestone, link.history_id
FROM milestone_links AS link
JOIN milestones AS row USING (milestone_id)
JOIN documents USING (document_id)
ORDER BY paper, row.rowid
"""
_EVENTS = """
SELECT history_id, kind, reported_on, days, days_from_first FROM milestone_events
"""
Row = tuple[str, str, int]
"""A row of a report: its paper, its text, and which of the paper's rows of this text it is."""
Event = tuple[str, str, str, Any, Any]


@dataclass(frozen=True)
class Share:
    """How many there are, how many were found, and how many of these are right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True)
class Measured:
    """The figures of one archive of the sample papers."""

    links: Share
    """Pairs of rows that are one milestone."""
    rows: int
    histories: int
    events: Mapping[str, Share]
    """By kind."""
    odd: list[str]
    """Each pair and event that is missed or invented, in words."""


def measure(archive: pipeline.Archive) -> Measured:
    """Compare the histories and events of the sample papers with gold."""
    gold = json.loads(GOLD.read_text("utf-8"))
    of_row = _rows(archive)
    key = {
        (row["paper"], row["milestone"], row["nth"]): f"{plan['plan']}: {stone['key']}"
        for plan in gold
        for stone in plan["milestones"]
        for row in stone["rows"]
    }
    found = {row: history for row, history in of_row.items() if row in key}
    wanted, got = _pairs(key), _pairs(found)
    name = _names(key, found)
    there = {
        (f"{plan['plan']}: {stone['key']}", *_told(event))
        for plan in gold
        for stone in plan["milestones"]
        for event in stone["events"]
    }
    here: set[Event] = set()
    for history, kind, on, days, first in archive.sql(_EVENTS).rows:
        told = {"kind": kind, "on": on.isoformat(), "days": days, "days_from_first": first}
        here.add((name.get(history, str(history)), *_told(told)))
    kinds = sorted({event[1] for event in there | here})
    return Measured(
        links=Share(len(wanted), len(got), len(wanted & got)),
        rows=len(key),
        histories=len(set(key.values())),
        events={kind: _share(there, here, kind) for kind in kinds},
        odd=[
            *(f"missed pair {sorted(pair)}" for pair in sorted(map(sorted, wanted - got))),
            *(f"wrong pair {sorted(pair)}" for pair in sorted(map(sorted, got - wanted))),
            *(f"missed {event}" for event in sorted(there - here, key=str)),
            *(f"invented {event}" for event in sorted(here - there, key=str)),
        ],
    )


def _rows(archive: pipeline.Archive) -> dict[Row, str]:
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for paper, text, history in archive.sql(_LINKS).rows:
        seen[paper, text] += 1
        found[str(paper), str(text), seen[paper, text]] = str(history)
    return found


def _pairs(clusters: Mapping[Row, str]) -> set[frozenset[Row]]:
    members: dict[str, list[Row]] = {}
    for row, cluster in clusters.items():
        members.setdefault(cluster, []).append(row)
    return {frozenset(pair) for rows in members.values() for pair in combinations(rows, 2)}


def _names(key: Mapping[Row, str], found: Mapping[Row, str]) -> dict[str, str]:
    """Each history's milestone in gold: the one that most of its rows are of."""
    votes: dict[str, Counter[str]] = {}
    for row, history in found.items():
        votes.setdefault(history, Counter())[key[row]] += 1
    return {history: counted.most_common(1)[0][0] for history, counted in votes.items()}


def _told(event: Mapping[str, Any]) -> tuple[str, str, Any, Any]:
    """An event as it is compared: of a deadline that moved, by how many days too."""
    if event["kind"] in {"slip", "brought_forward"}:
        return event["kind"], event["on"], event["days"], event["days_from_first"]
    return event["kind"], event["on"], None, None


def _share(there: Iterable[Event], here: Iterable[Event], kind: str) -> Share:
    wanted = {event for event in there if event[1] == kind}
    got = {event for event in here if event[1] == kind}
    return Share(len(wanted), len(got), len(wanted & got))


def tables(found: Measured) -> list[str]:
    """The figures as Markdown."""
    links = found.links
    lines = [
        "| what | gold | found | precision | recall | F1 |",
        "|---|---:|---:|---:|---:|---:|",
        _line(f"pairs of rows that are one milestone ({found.rows} rows)", links),
    ]
    return lines + [_line(kind.replace("_", " "), share) for kind, share in found.events.items()]


def _line(name: str, share: Share) -> str:
    figures = f"{share.precision:.3f} | {share.recall:.3f} | {share.f1:.3f}"
    return f"| {name} | {share.gold} | {share.found} | {figures} |"


def main() -> int:
    """Ingest the papers that hold plans, measure, and write the tables."""
    gold = json.loads(GOLD.read_text("utf-8"))
    names = sorted({paper["paper"] for plan in gold for paper in plan["papers"]})
    sample = [ROOT / "corpus" / "papers" / f"{name}.pdf" for name in names]
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    made: list[tuple[str, list[Milestone]]] = []
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        pipeline.ingest(list(map(str, sample)), place)
        with pipeline.open_archive(place) as archive:
            found = measure(archive)
        made += [("sample", rows) for rows in _long_plans(place)[:1]]
    page.write("histories", tables(found))
    print("\n".join(found.odd or ["every row and every event is as gold has it"]))
    if shared is None:
        print("COMMITTEE_PAPERS_SHARED isn't set: the figures of made reports stay as they are")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        pipeline.ingest([f"{shared}/papers", f"{shared}/real"], Path(scratch))
        made += [("real", rows) for rows in _long_plans(Path(scratch))]
    page.write("made-reports", _made_table(made))
    return 0


def _long_plans(archive: Path) -> list[list[Milestone]]:
    """The rows of every paper with a plan of more than thirty, the fewest first."""
    plans = []
    for paper in load_all(archive, known(archive)):
        values = [fact.finding.value for fact in paper.facts]
        rows = [value for value in values if isinstance(value, Milestone)]
        if len(rows) > LONG:
            plans.append(rows)
    return sorted(plans, key=len)


def _made_table(plans: Iterable[tuple[str, list[Milestone]]]) -> list[str]:
    lines = [
        "| plan | reworded | came in | precision | recall | F1 |",
        "|---|---:|---|---:|---:|---:|",
    ]
    for name, rows in plans:
        for share, shuffled in ((0.1, False), (0.1, True), (0.4, False), (0.4, True)):
            pairs = made_reports.score(rows, share, shuffled=shuffled)
            figures = Share(pairs.gold, pairs.found, pairs.right)
            lines.append(
                f"| {name}, {len(rows)} rows | {share:.0%} | "
                f"{'in any order' if shuffled else 'by date'} | {figures.precision:.3f} | "
                f"{figures.recall:.3f} | {figures.f1:.3f} |"
            )
    return lines


if __name__ == "__main__":
    sys.exit(main())
