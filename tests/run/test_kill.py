"""Real `papers ingest` processes killed at seeded moments: the archive always opens, and the next
run brings it to what an undisturbed one gives."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest

from pipeline.run import ingest
from tests.run import made
from tests.run.archive import counts, papers, rows

KILLS = int(os.environ.get("COMMITTEE_PAPERS_KILLS", "5"))
PAPERS = 8


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("papers")
    for month in range(PAPERS):
        lines = made.MINUTES.replace("14 May", f"{month + 1} June").splitlines()
        (found / f"june-{month}.pdf").write_bytes(made.text_pdf([lines] * 40))
    (found / "cut.pdf").write_bytes(made.truncated_pdf())
    return found


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """An archive of all the papers, and how long a process takes to make it in seconds."""
    archive = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    process = papers("ingest", folder, "--archive", archive)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 1, out + err
    return archive, time.monotonic() - began


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_is_completed_by_the_next(
    folder: Path, undisturbed: tuple[Path, float], tmp_path: Path, seed: int
) -> None:
    whole, takes = undisturbed
    archive = tmp_path / "archive"
    # Half of the runs begin from an archive of some of the papers, the others from nothing.
    if seed % 2:
        ingest(sorted(folder.glob("june-*.pdf"))[:3], archive)
    moment = random.Random(seed).uniform(0.2, 1.0) * takes
    process = papers("ingest", folder, "--archive", archive)
    try:
        process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    if (archive / "archive.duckdb").exists():
        assert rows(archive, "SELECT count(*) FROM documents")[0][0] in {3, PAPERS + 1}
    cut_off = [p.name.removesuffix(".started") for p in archive.glob("runs/*.started")]
    finished = len(list(archive.glob("runs/*.json")))

    result = ingest([folder], archive)
    expected = counts(whole)
    expected["ingest_runs"] += finished
    if cut_off and result.run.recovered is None:
        expected["ingest_runs"] += 1  # killed after it had published: that run counts
    assert counts(archive) == expected
    assert not list(archive.glob("runs/*.started"))
    assert not list(archive.rglob(".part-*"))
    assert not list(archive.glob("archive.duckdb.new*"))


def test_a_run_cut_off_before_publishing_is_named(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    process = papers("ingest", folder, "--archive", archive)
    while not list(archive.glob("papers/*.json")):
        time.sleep(0.01)
        assert process.poll() is None
    process.kill()
    process.communicate()
    (marker,) = archive.glob("runs/*.started")
    result = ingest([folder], archive)
    assert result.run.recovered == marker.name.removesuffix(".started")
    assert rows(archive, "SELECT recovered FROM ingest_runs") == [(result.run.recovered,)]
    assert {event.outcome for event in result.run.events} == {"new", "quarantined"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_ends_cleanly(folder: Path, tmp_path: Path, number: signal.Signals) -> None:
    archive = tmp_path / "archive"
    process = papers("ingest", folder, "--archive", archive, start_new_session=True)
    while not list(archive.glob("papers/*.json")):
        time.sleep(0.01)
        assert process.poll() is None
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert "Traceback" not in err
    assert not (archive / "archive.duckdb").exists()
    for _ in range(100):  # no process of its session is left
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker outlived the run")


def test_no_worker_outlives_a_killed_run(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    process = papers("ingest", folder, "--archive", archive, start_new_session=True)
    while not list(archive.glob("papers/*.json")):
        time.sleep(0.01)
        assert process.poll() is None
    process.kill()
    process.communicate()
    for _ in range(200):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker outlived the run")


def test_a_reader_keeps_its_archive_while_another_is_published(
    folder: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    some = tmp_path / "some"
    some.mkdir()
    shutil.copy(folder / "june-1.pdf", some)
    ingest([some], archive)
    with duckdb.connect(archive / "archive.duckdb", read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]
        ingest([folder / "june-2.pdf"], archive)
        assert reader.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]
    assert rows(archive, "SELECT count(*) FROM documents") == [(2,)]
