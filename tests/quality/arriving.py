"""The papers of an archive, as if they had come in one after the other."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from pipeline.extraction import Paper
from pipeline.resolve import resolve
from pipeline.run import papers

PEOPLE = ("attendance", "membership", "declarations", "votes", "motions", "actions")
KEYS = ("person_id", "proposer_id", "seconder_id", "owner_person_id")


def changes(archive: Path, seed: int, steps: int = 8) -> list[tuple[object, object, object]]:
    """What any later paper changed of who stood before: fact, column and the id as it was."""
    every = [p for p in papers.load_all(archive, papers.known(archive)) if p.facts]
    random.Random(seed).shuffle(every)
    first = datetime(2022, 1, 1, tzinfo=UTC)
    came = [
        msgspec.structs.replace(each, ingested_at=first + timedelta(days=at))
        for at, each in enumerate(every)
    ]
    before: dict[tuple[object, object], object] = {}
    changed = []
    for count in range(1, len(came) + 1, max(1, len(came) // steps)):
        now = _people(came[:count])
        changed += [(*key, was) for key, was in before.items() if now.get(key) != was]
        before = now
    return changed


def _people(came: list[Paper]) -> dict[tuple[object, object], object]:
    tables = resolve(came)
    return {
        (row["fact_id"], key): row[key]
        for table in PEOPLE
        for row in tables[table]
        for key in KEYS
        if key in row
    }
