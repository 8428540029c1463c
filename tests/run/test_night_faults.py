"""Nights that are killed, or whose disk is full: the archive always opens, and the next night
brings it to what undisturbed nights give, row for row."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from tests.run import made
from tests.run.archive import papers
from tests.run.folders import minutes, settings

KILLS = int(os.environ.get("COMMITTEE_PAPERS_KILLS", "3"))
NIGHTS = 3
ACTION = "ACTION: Mrs Carol Finch to obtain three quotes for the hedge by 1 June 2024."
LEDGER = {"ingest_runs", "ingest_events", "schema_migrations"}


def change(folder: Path, number: int) -> None:
    """What is published, replaced and withdrawn before the night of this number."""
    folder.mkdir(exist_ok=True)
    if number == 0:
        for month in ("January", "March", "May"):
            (folder / f"{month}.txt").write_text(minutes(month))
        (folder / "minutes.pdf").write_bytes(made.minutes_pdf())
    elif number == 1:
        (folder / "July.txt").write_text(minutes("July", action=ACTION))
        (folder / "March.txt").write_text(minutes("March").replace("be noted", "be approved"))
        (folder / "cut.pdf").write_bytes(made.truncated_pdf())
    else:
        (folder / "May.txt").unlink()
        (folder / "September.txt").write_text(minutes("September", action=ACTION))


def start(folder: Path, archive: Path, **options: object) -> subprocess.Popen[str]:
    return papers("nightly", "--settings", settings(folder.parent, folder, archive), **options)


def go(folder: Path, archive: Path, **options: object) -> tuple[int, str]:
    process = start(folder, archive, **options)
    out, err = process.communicate(timeout=240)
    return process.returncode, out + err


def content(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without what the clock says."""
    found = {}
    with duckdb.connect(archive / "archive.duckdb", read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        for (name,) in names:
            if name not in LEDGER:
                clocks = "COLUMNS(c -> c NOT IN ('ingested_at', 'replaced_at'))"
                every = connection.execute(f"SELECT {clocks} FROM {name}").fetchall()
                found[name] = sorted(every, key=repr)
    return found


def told(archive: Path) -> Counter[tuple[str, str]]:
    """How often the digests tell of each paper as new, replaced or removed."""
    digests = (json.loads(path.read_text()) for path in (archive / "digests").glob("*.json"))
    return Counter(
        (kind, paper["source"])
        for digest in digests
        for kind in ("new", "replaced", "removed")
        for paper in digest[kind]
    )


class Undisturbed:
    """Three nights that nothing disturbed: what was there before each, and after."""

    def __init__(self, top: Path) -> None:
        self.folder, self.archive = top / "work" / "in", top / "work" / "archive"
        self.folder.parent.mkdir()
        self.before: dict[int, Path] = {}
        self.contents: dict[int, dict[str, list[tuple[object, ...]]]] = {-1: {}}
        self.told: dict[int, Counter[tuple[str, str]]] = {}
        self.seconds: dict[int, float] = {}
        for number in range(NIGHTS):
            change(self.folder, number)
            self.before[number] = top / f"before-{number}"
            shutil.copytree(self.folder.parent, self.before[number])
            began = time.monotonic()
            code, said = go(self.folder, self.archive)
            assert code == (1 if number == 1 else 0), said
            self.seconds[number] = time.monotonic() - began
            self.contents[number] = content(self.archive)
            self.told[number] = told(self.archive)

    def restore(self, number: int) -> None:
        """Put everything back to where it was before a night, times of files too."""
        shutil.rmtree(self.folder.parent)
        shutil.copytree(self.before[number], self.folder.parent)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_night_killed_at_any_moment_comes_to_the_same(nights: Undisturbed, seed: int) -> None:
    chance = random.Random(seed)
    number = seed % NIGHTS
    nights.restore(number)
    process = start(nights.folder, nights.archive)
    try:
        process.communicate(timeout=chance.uniform(0.1, 1.1) * nights.seconds[number])
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    if (nights.archive / "archive.duckdb").exists():
        stands = content(nights.archive)
        assert stands in (nights.contents[number - 1], nights.contents[number])
    code, said = go(nights.folder, nights.archive)
    assert code in {0, 1}, said
    found, expected = content(nights.archive), nights.contents[number]
    assert {name for name in expected if found[name] != expected[name]} == set()
    assert told(nights.archive) == nights.told[number]
    assert not list(nights.archive.glob("runs/*.started"))
    assert not list(nights.archive.rglob(".part-*"))
    assert not (nights.archive / "before.duckdb").exists()


@pytest.mark.parametrize("limit", [500, 20_000, 600_000, 2_000_000])
def test_a_disk_without_room_leaves_the_night_before_and_heals(
    nights: Undisturbed, limit: int
) -> None:
    """A limit on the size of files stands for a full disk: every write fails beyond it."""
    nights.restore(1)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    code, said = go(nights.folder, nights.archive, preexec_fn=small)
    assert code == 3, said
    assert "Traceback" not in said
    assert content(nights.archive) == nights.contents[0]
    code, said = go(nights.folder, nights.archive)
    assert code == 1, said
    found, expected = content(nights.archive), nights.contents[1]
    assert {name for name in expected if found[name] != expected[name]} == set()
    assert told(nights.archive) == nights.told[1]
