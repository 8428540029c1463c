"""Restricted papers: what the archive may not keep of them, and what may not hide that they are."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.run import ingest
from tests.run import made
from tests.run.archive import documents, last_events

TITLE = "Sale of Pond Cottage"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "may.txt"
    path.parent.mkdir()
    path.write_text(made.MINUTES)
    return path


def sidecar(paper: Path, **keys: object) -> None:
    paper.with_name(paper.name + ".meta.json").write_text(json.dumps(keys))


def holds(archive: Path, text: str) -> list[Path]:
    """The files of an archive that have this text in them."""
    files = [path for path in archive.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if text.encode() in (gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes())
    ]


def test_a_restricted_papers_sidecar_is_not_kept(paper: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    sidecar(paper, title=TITLE)
    ingest([paper], archive)
    assert holds(archive, TITLE)
    sidecar(paper, title=TITLE, restricted=True)
    ingest([paper], archive)
    assert documents(archive)["may.txt"][0] == "restricted"
    assert not holds(archive, TITLE)
    (event,) = ingest([paper], archive).run.events
    assert event.outcome == "unchanged"


def test_nor_of_one_that_says_so_itself(paper: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    paper.write_text(f"NOT FOR PUBLICATION {TITLE}\n\n{made.MINUTES}")
    sidecar(paper, title=TITLE)
    ingest([paper], archive)
    assert documents(archive)["may.txt"][0] == "restricted"
    assert not holds(archive, TITLE)
    (event,) = ingest([paper], archive).run.events
    assert event.outcome == "unchanged"


def test_the_bytes_before_are_forgotten_too(paper: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    ingest([paper], archive)
    paper.write_text(made.MINUTES.replace("be noted", "be approved"))
    sidecar(paper, restricted=True)
    ingest([paper], archive)
    assert not holds(archive, "Ada Byron")


@pytest.mark.parametrize("text", ['{"Restricted": true}', "{", '{"restricted": "perhaps"}'])
def test_a_broken_sidecar_beside_any_copy_counts(paper: Path, tmp_path: Path, text: str) -> None:
    archive = tmp_path / "archive"
    (paper.parent / "other.txt").write_text(made.MINUTES)
    (paper.parent / "other.txt.meta.json").write_text(text)
    result = ingest([paper, paper.parent / "other.txt"], archive)
    ((status, reason),) = documents(archive).values()
    assert (result.exit_code, status) == (ExitCode.ATTENTION, "quarantined")
    assert "other.txt.meta.json" in str(reason)
    assert not holds(archive, "Ada Byron")


def test_a_copy_elsewhere_does_not_lift_the_restriction(paper: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    sidecar(paper, restricted=True)
    ingest([paper], archive)
    copy = tmp_path / "copy.txt"
    copy.write_text(made.MINUTES)
    ingest([copy], archive)
    assert [status for status, _ in documents(archive).values()] == ["restricted"]
    assert not holds(archive, "Ada Byron")


def test_sidecars_of_no_use_are_reported(paper: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    sidecar(paper, pages=3)
    (paper.parent / "june.meta.json").write_text('{"restricted": true}')
    result = ingest([paper.parent], archive)
    assert result.exit_code == ExitCode.ATTENTION
    assert result.run.papers == 1
    reasons = sorted(each.reason for each in result.attention)
    assert [reason.partition(";")[0] for reason in reasons] == [
        "a sidecar that belongs to no file",
        "may.txt.meta.json: keys that mean nothing here ('pages')",
    ]
    assert last_events(archive)["june.meta.json"][0] == "failed"
    assert documents(archive)["may.txt"] == ("ok", None)
