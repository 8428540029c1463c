"""Runs that end with an error: what they say, and what they leave for the next one."""

from __future__ import annotations

import errno
import os
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.errors import ExitCode, PublishError
from pipeline.run import ingest
from pipeline.run.documents import Documents
from tests.run import made
from tests.run.archive import documents, rows

STANDS = "the archive published before still stands"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "may.txt"
    path.write_text(made.MINUTES)
    return path


def fail_with(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Documents, "do", fails)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM]
)
def test_a_full_or_closed_disk_is_told_and_leaves_no_marker(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    archive = tmp_path / "archive"
    fail_with(monkeypatch, number)
    with pytest.raises(PublishError, match="Make room or permission") as raised:
        ingest([paper], archive)
    assert STANDS not in str(raised.value)
    assert not list(archive.glob("runs/*"))


def test_the_archive_before_is_spoken_of_where_there_is_one(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "archive"
    ingest([paper], archive)
    fail_with(monkeypatch, errno.ENOSPC)
    with pytest.raises(PublishError, match=STANDS):
        ingest([paper], archive)


def test_any_other_error_of_the_system_is_a_fault(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, errno.EBADF)
    with pytest.raises(OSError, match="Bad file descriptor"):
        ingest([paper], tmp_path / "archive")
    assert not list(tmp_path.glob("archive/runs/*"))


def test_a_failure_to_resolve_speaks_of_an_archive_only_where_there_is_one(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(import_module("pipeline.run.taking"), "resolve", fails)
    with pytest.raises(PublishError, match="resolving the papers failed") as raised:
        ingest([paper], tmp_path / "archive")
    assert STANDS not in str(raised.value)


def test_papers_of_a_failed_run_arrive_with_the_run_that_publishes_them(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, later = tmp_path / "archive", tmp_path / "june.txt"

    def fails(*_: object) -> None:
        raise KeyError("x")

    for number, name in enumerate(("first", "second")):
        paper.with_name(f"{name}.txt").write_text(made.MINUTES.replace("14 May", f"{number} May"))
        later.write_text(made.MINUTES.replace("14 May", f"1{number} June"))
        with monkeypatch.context() as patch:
            patch.setattr(import_module("pipeline.run.taking"), "resolve", fails)
            with pytest.raises(PublishError, match="resolving"):
                ingest([paper, paper.with_name(f"{name}.txt")], archive)
        ingest([tmp_path], archive)
        arrived = "SELECT count(DISTINCT ingested_at) FROM documents"
        assert rows(archive, arrived) == [(number + 1,)]


def test_a_run_that_published_and_then_failed_keeps_its_marker(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "archive"

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.run.ledger.Ledger._save", fails)
        with pytest.raises(PublishError, match=STANDS):
            ingest([paper], archive)
    assert len(list(archive.glob("runs/*.started"))) == 1
    (event,) = ingest([paper], archive).run.events
    assert event.outcome == "unchanged"
    assert rows(archive, "SELECT outcome FROM ingest_runs") == [("success",)] * 2
    assert len(list(archive.glob("runs/*.json"))) == 2


@pytest.mark.parametrize("damage", [b"", b'{"run_id": 3', b"{}", b'{"run_id": "\xff"}'])
def test_a_damaged_record_is_set_aside_and_told(paper: Path, tmp_path: Path, damage: bytes) -> None:
    archive = tmp_path / "archive"
    ingest([paper], archive)
    (record,) = archive.glob("runs/*.json")
    record.write_bytes(damage)
    paper.write_text(made.MINUTES.replace("be noted", "be approved"))
    result = ingest([paper], archive)
    assert result.exit_code == ExitCode.ATTENTION
    assert [each.reason.partition(";")[0] for each in result.attention] == [
        f"{record.name}: the record of an earlier run can't be read"
    ]
    assert record.with_name(record.name + ".damaged").read_bytes() == damage
    assert documents(archive) == {"may.txt": ("ok", None)}
    paper.write_text(made.MINUTES)
    assert ingest([paper], archive).exit_code == ExitCode.OK
