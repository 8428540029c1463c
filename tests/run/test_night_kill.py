"""Nights that are killed at seeded moments, and a disk that is full: the archive always opens, and
the next run brings it to what undisturbed nights give, row for row."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import PublishError
from pipeline.fetch import durable
from tests.replica.council import Council
from tests.replica.server import Replica
from tests.run.archive import rows
from tests.run.nights import content, outcomes, run, start, write_settings

KILLS = int(os.environ.get("COMMITTEE_PAPERS_KILLS", "3"))


class Undisturbed:
    """Three nights that nothing disturbed, and the folder as it was before each."""

    def __init__(self, top: Path, replica: Replica) -> None:
        self.replica = replica
        self.folder = top / "work"
        self.folder.mkdir()
        self.settings = write_settings(self.folder, replica)
        self.before: dict[int, Path] = {}
        self.contents: dict[int, Any] = {0: None}
        self.seconds: dict[int, float] = {}
        for night in (1, 2, 3):
            self.before[night] = top / f"before-{night}"
            shutil.copytree(self.folder, self.before[night])
            replica.night = night
            began = time.monotonic()
            process = start(self.settings)
            out, err = process.communicate(timeout=300)
            assert process.returncode == 0, out + err
            self.seconds[night] = time.monotonic() - began
            self.contents[night] = content(self.folder / "archive")

    def restore(self, night: int) -> None:
        """Put everything back to where it was before a night."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.before[night], self.folder)
        self.replica.night = night
        self.replica.faults.clear()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Undisturbed]:
    with Replica(Council(per_body=4)).serving() as replica:
        replica.steady = True
        yield Undisturbed(tmp_path_factory.mktemp("nights"), replica)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_night_is_completed_by_the_next(undisturbed: Undisturbed, seed: int) -> None:
    chance = random.Random(seed)
    night = chance.choice((1, 2, 3)) if seed else 1
    undisturbed.restore(night)
    archive = undisturbed.folder / "archive"
    process = start(undisturbed.settings)
    try:
        process.communicate(timeout=chance.uniform(0.1, 1.0) * undisturbed.seconds[night])
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    if (archive / "archive.duckdb").exists():
        stands = content(archive)
        assert stands in (undisturbed.contents[night - 1], undisturbed.contents[night])
    process = start(undisturbed.settings)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, out + err
    found, expected = content(archive), undisturbed.contents[night]
    for name in expected:
        assert found[name] == expected[name], name
    assert not list(archive.glob("runs/*.started"))
    assert not list(archive.rglob(".part-*"))
    assert not list(archive.glob("archive.duckdb.new*"))
    assert not [p for p in archive.glob("sources/*/outbox/*") if p.is_dir()]
    events = rows(
        archive,
        "SELECT source, sha256, outcome FROM ingest_events WHERE outcome IN ('new', 'removed') "
        "GROUP BY ALL HAVING count(*) > 1",
    )
    assert events == []


@pytest.mark.parametrize("after", [0, 3, 40, 80, 120])
def test_a_full_disk_leaves_a_whole_archive_and_the_next_night_goes_on(
    undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The disk is full from the so-many-th file on that this process wants to put in place."""
    undisturbed.restore(3)
    left = [after]
    real = os.fsync

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    settings, replica = undisturbed.settings, undisturbed.replica
    with monkeypatch.context() as disk:
        disk.setattr(durable.os, "fsync", full)
        try:
            night = run(settings, replica, 3)
        except (PublishError, OSError):
            pass
        else:
            assert left[0] >= 0 or night.exit_code in {1, 4}
    archive = undisturbed.folder / "archive"
    assert content(archive) in (undisturbed.contents[2], undisturbed.contents[3])
    run(settings, replica, 3)
    found, expected = content(archive), undisturbed.contents[3]
    for name in expected:
        assert found[name] == expected[name], name
    assert outcomes(run(settings, replica, 3)) == {}
