"""Measure who is who: pairs of printed people that are one person, against a reader's judgement.

    python -m bench.people
    python -m bench.people --gold FILE.toml

The first links the sample papers, and the real ones where COMMITTEE_PAPERS_SHARED names their
folder, and puts the figures into docs/quality.md. The second makes `tests/quality/people.json` of
the readable gold, which names people and so stays outside the repository: `[[person]]` entries with
`units`, each 'file | table.column | printed name'. Of each unit only a digest is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pipeline
from bench import page
from pipeline.resolve.people.names import parse
from pipeline.resolve.people.titles import BEFORE_NAME
from pipeline.store.read import open_archive

ROOT = Path(__file__).parent.parent
JUDGED = ROOT / "tests" / "quality" / "people.json"
SETS = {"seeds and papers": ("papers", "seeds"), "real and pages": ("real", "pages")}
Unit = tuple[str, str, str]
"""File name, table and column, and the name as printed with its honorific."""
Judged = tuple[dict[Unit, object], list[frozenset[object]]]
"""Whom a reader takes each unit for, and pairs of people that papers leave open."""

_UNITS = (Path(__file__).parent / "people.sql").read_text(encoding="utf-8")


@dataclass
class Pairs:
    """How many pairs of printed people are one person, and how many were found to be."""

    gold: int = 0
    found: int = 0
    both: int = 0

    @property
    def precision(self) -> float:
        """The share of found pairs that are right."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of right pairs that were found."""
        return self.both / self.gold if self.gold else 1.0


def units(archive: Path) -> dict[Unit, set[str | None]]:
    """Every printed person of an archive, and whom the pipeline takes each for."""
    found: dict[Unit, set[str | None]] = defaultdict(set)
    with open_archive(archive) as opened:
        rows = opened.sql(_UNITS).dicts()
    for row in rows:
        form = str(row["form"])
        if row["bare"]:
            at = str(row["quote"]).find(form)
            title = BEFORE_NAME.search(str(row["quote"])[:at]) if at > 0 else None
            form = f"{title['title']} {form}" if title else form
        key = (str(row["file"]), f"{row['fact_table']}.{row['col']}", form)
        found[key].add(None if row["person_id"] is None else str(row["person_id"]))
    return found


def fingerprint(unit: Unit) -> str:
    """A digest of one unit: judgements about it can be kept without its text."""
    return hashlib.sha256("\0".join(unit).encode()).hexdigest()[:20]


def compare(
    who: Mapping[Unit, set[str | None]],
    cluster: Mapping[Unit, object],
    unsure: Iterable[frozenset[object]] = (),
) -> tuple[Pairs, Pairs, list[tuple[Unit, Unit]], list[tuple[Unit, Unit]]]:
    """All pairs, and those of two papers; then the pairs that are wrong, and those missed.

    A unit that several people were found for, or nobody, counts as a person of its own.
    """
    skipped = set(unsure)
    every, across = Pairs(), Pairs()
    wrong, missed = [], []
    for one, other in combinations(sorted(set(who) & set(cluster)), 2):
        same = cluster[one] == cluster[other]
        mine, theirs = who[one], who[other]
        joined = mine == theirs and len(mine) == 1 and None not in mine
        if not same and frozenset((cluster[one], cluster[other])) in skipped:
            continue
        for pairs in (every, across) if one[0] != other[0] else (every,):
            pairs.gold += same
            pairs.found += joined
            pairs.both += same and joined
        if joined and not same:
            wrong.append((one, other))
        if same and not joined:
            missed.append((one, other))
    return every, across, wrong, missed


def judged(who: Iterable[Unit]) -> Judged:
    """The reader's clusters for those units that were judged, and the pairs that are unsettled."""
    held = json.loads(JUDGED.read_text(encoding="utf-8"))
    people = held["people"]
    clusters = {unit: people[key] for unit in who if (key := fingerprint(unit)) in people}
    return clusters, [frozenset(pair) for pair in held["unsure"]]


def sample_clusters(who: Iterable[Unit], gold: Path) -> dict[Unit, object]:
    """Who is who in the sample papers: their gold tells full names, misspellings and councils."""
    of_file: dict[str, str] = {}
    right: dict[str, str] = {}
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted(gold.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        council = (
            "parish" if "Parish" in str(held["meetings"]) + str(held["authority"]) else "borough"
        )
        right |= held.get("people_same_as", {})
        for file in held["files"]:
            of_file[Path(file).name] = council
        for meeting in held["meetings"]:
            for row in meeting.get("attendance", []):
                name = right.get(row["name"], row["name"])
                full[council, name.split()[-1]].add(name)
    clusters: dict[Unit, object] = {}
    for unit in who:
        name = _plain(unit[2])
        council = of_file.get(unit[0])
        if council is None or name is None:
            continue
        if len(name.split()) == 1:
            known = full[council, name]
            if len(known) != 1:
                continue
            (name,) = known
        clusters[unit] = (council, right.get(name, name))
    return clusters


_TEAMS = frozenset(["Human Resources", "Communications"])
"""Owners in the sample papers that are no people."""


def _plain(form: str) -> str | None:
    """A printed name without honorific; None for posts, and for several people at once."""
    words = form.split()
    while words and words[0].rstrip(".").lower() in {
        *("councillor", "councillors", "cllr", "cllrs", "mr", "mrs", "miss", "ms", "dr", "dame"),
    }:
        words = words[1:]
    if (
        form in _TEAMS
        or not words
        or words[0].lower() == "the"
        or not all(w[0].isupper() for w in words)
    ):
        return None
    return " ".join(words) if parse(" ".join(words)) else None


def make_gold(readable: Path) -> None:
    """Write digests of the units in a readable file of clusters."""
    held = tomllib.loads(readable.read_text(encoding="utf-8"))
    numbers = {(p["council"], p["called"]): n for n, p in enumerate(held["person"], start=1)}
    people = {
        fingerprint((file, place, form)): numbers[person["council"], person["called"]]
        for person in held["person"]
        for file, place, form in (unit.split(" | ", 2) for unit in person["units"])
    }
    unsure = [
        sorted(numbers[each["council"], called] for called in each["called"])
        for each in held.get("unsure", [])
    ]
    text = json.dumps({"unsure": unsure, "people": people}, indent=0, sort_keys=True)
    JUDGED.write_text(text + "\n", encoding="utf-8")
    print(f"{len(people)} printed people of {len(numbers)} persons in {JUDGED}")


def main() -> int:
    """Measure, or make the gold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, help="the readable clusters to make digests of")
    gold = parser.parse_args().gold
    if gold is not None:
        make_gold(gold)
        return 0
    lines = [
        "| papers | printed names | people | pairs | precision | recall | of two papers | recall |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as scratch:
        who = _linked([ROOT / "corpus" / "papers"], Path(scratch))
    lines.append(_row("sample", who, (sample_clusters(who, ROOT / "corpus" / "gold"), [])))
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    for name, folders in SETS.items() if shared else ():
        with tempfile.TemporaryDirectory() as scratch:
            who = _linked([Path(str(shared)) / each for each in folders], Path(scratch))
        lines.append(_row(name, who, judged(who)))
    if shared is None:
        print("COMMITTEE_PAPERS_SHARED isn't set: the real papers were not measured")
        print("\n".join(lines))
        return 0
    page.write("people", lines)
    return 0


def _linked(papers: list[Path], archive: Path) -> dict[Unit, set[str | None]]:
    pipeline.ingest([str(p) for p in papers], archive)
    return units(archive)


def _row(name: str, who: Mapping[Unit, set[str | None]], clusters: Judged) -> str:
    every, across, _, _ = compare(who, *clusters)
    people = len(set(clusters[0].values()))
    figures = f"{len(clusters[0])} | {people} | {every.gold} | {every.precision:.3f}"
    return f"| {name} | {figures} | {every.recall:.3f} | {across.gold} | {across.recall:.3f} |"


if __name__ == "__main__":
    sys.exit(main())
