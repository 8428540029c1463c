from __future__ import annotations

import fcntl
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from pipeline.extraction import Run, RunEvent

DONE = "20311001T120000.000000Z"
CUT_OFF = "20311002T030000.000000Z"


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> Path:
    """An archive folder with a run in its ledger."""
    target = tmp_path / "archive"
    shutil.copytree(folder, target)
    runs = target / "runs"
    runs.mkdir()
    run = Run(
        run_id=DONE,
        started_at=datetime(2031, 10, 1, 12, tzinfo=UTC),
        finished_at=datetime(2031, 10, 1, 12, 0, 30, tzinfo=UTC),
        outcome="partial",
        papers=6,
        events=(
            RunEvent(source="papers/a.pdf", sha256="a", stage="extract", outcome="new"),
            RunEvent(
                source="papers/b.pdf", sha256=None, stage="fetch", outcome="failed", reason="gone"
            ),
        ),
    )
    (runs / f"{DONE}.json").write_bytes(msgspec.json.encode(run))
    return target


def test_runs_and_papers_in_need_are_listed(papers, place: Path) -> None:
    printed = papers("status", "--archive", place)
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    assert "2031-10-01 12:00:00" in printed.out
    assert "failed: papers/b.pdf: gone" in printed.out
    for word in ("quarantined", "partial", "restricted", "marked exempt"):
        assert word in printed.out
    assert "never finished" not in printed.out


def test_a_run_that_was_cut_off_is_told(papers, place: Path) -> None:
    (place / "runs" / f"{CUT_OFF}.started").touch()
    (place / "lock").touch()
    printed = papers("status", "--archive", place)
    assert f"Run {CUT_OFF} never finished" in printed.out
    assert json.loads(papers("status", "--archive", place, "--json").out)["unfinished"] == [CUT_OFF]


def test_a_marker_of_a_published_run_is_no_cut_off_run(papers, place: Path) -> None:
    (place / "runs" / f"{DONE}.started").touch()
    assert json.loads(papers("status", "--archive", place, "--json").out)["unfinished"] == []


def test_a_run_at_work_is_not_called_cut_off(papers, place: Path) -> None:
    (place / "runs" / f"{CUT_OFF}.started").touch()
    with (place / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = json.loads(papers("status", "--archive", place, "--json").out)
    assert (found["working"], found["unfinished"]) == (True, [])


def test_a_folder_that_never_published_has_a_status_too(papers, place: Path) -> None:
    (place / "archive.duckdb").unlink()
    printed = papers("status", "--archive", place)
    assert printed.code == 0
    assert "No run has published" in printed.out


def test_the_last_runs_are_newest_first_and_limited(papers, place: Path) -> None:
    content = (place / "runs" / f"{DONE}.json").read_text()
    (place / "runs" / f"{CUT_OFF}.json").write_text(content.replace(DONE, CUT_OFF))
    found = json.loads(papers("status", "--archive", place, "--runs", "1", "--json").out)
    assert [run["run_id"] for run in found["runs"]] == [CUT_OFF]
