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

KILLS = int(os.environ.get("COMMITTEE_PAPERS_KILLS", "4"))
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


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """The archive of three nights, the folder beside it, and how long a night takes."""
    top = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    for number in range(NIGHTS):
        change(top / "in", number)
        code, said = go(top / "in", top / "archive", cwd=top)
        assert code == (0 if number == 0 else 1), said
    return top / "archive", (time.monotonic() - began) / NIGHTS


@pytest.fixture
def place(undisturbed: tuple[Path, float]) -> Path:
    """An empty folder, in which the papers get the very paths that the undisturbed ones had."""
    whole = undisturbed[0].parent
    aside = whole.with_name(f"{whole.name}-aside")
    if not aside.exists():
        whole.rename(aside)
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir()
    return whole


def whole_of(place: Path) -> Path:
    return place.with_name(f"{place.name}-aside") / "archive"


@pytest.mark.parametrize("seed", range(KILLS))
def test_three_nights_killed_at_any_moment_come_to_the_same(
    place: Path, undisturbed: tuple[Path, float], seed: int
) -> None:
    folder, archive, takes = place / "in", place / "archive", undisturbed[1]
    chance = random.Random(seed)
    kills = 0
    for number in range(NIGHTS):
        change(folder, number)
        process = start(folder, archive, cwd=place)
        try:
            process.communicate(timeout=chance.uniform(0.1, 1.1) * takes)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            kills += 1
        if (archive / "archive.duckdb").exists():
            assert content(archive)["documents"]
    go(folder, archive, cwd=place)
    assert kills or chance.random() <= 1
    assert content(archive) == content(whole_of(place))
    assert not list(archive.glob("runs/*.started"))
    assert not list(archive.rglob(".part-*"))
    assert not (archive / "before.duckdb").exists()
    twice = {entry: count for entry, count in told(archive).items() if count > 1}
    assert twice == {}
    # A paper that came and was replaced before any night could end was never news.
    final = {source for kind, source in told(archive) if kind in {"new", "replaced"}}
    listed = {str(row[0]) for row in _sources(archive)}
    assert final == listed


def _sources(archive: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(archive / "archive.duckdb", read_only=True) as connection:
        return connection.execute(
            "SELECT source FROM documents WHERE status IN ('ok', 'partial')"
        ).fetchall()


@pytest.mark.parametrize("limit", [500, 20_000, 600_000, 2_000_000])
def test_a_disk_without_room_leaves_the_night_before_and_heals(place: Path, limit: int) -> None:
    """A limit on the size of files stands for a full disk: every write fails beyond it."""
    folder, archive = place / "in", place / "archive"
    change(folder, 0)
    assert go(folder, archive, cwd=place)[0] == 0
    before = content(archive)
    change(folder, 1)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    code, said = go(folder, archive, cwd=place, preexec_fn=small)
    assert code == 3, said
    assert "Traceback" not in said
    assert content(archive) == before
    assert go(folder, archive, cwd=place)[0] == 1
    change(folder, 2)
    assert go(folder, archive, cwd=place)[0] == 1
    assert content(archive) == content(whole_of(place))
    assert max(told(archive).values()) == 1
