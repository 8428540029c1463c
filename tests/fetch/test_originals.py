"""Originals: whole, under their digest, or absent."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePaperError
from pipeline.fetch.durable import SCRATCH, clear_scratch, replacing, write_whole
from pipeline.fetch.originals import digest, forget, keep


def test_a_paper_is_kept_under_its_digest(tmp_path: Path) -> None:
    paper = tmp_path / "Minutes.PDF"
    paper.write_bytes(b"bytes" * 1000)
    sha256 = hashlib.sha256(paper.read_bytes()).hexdigest()
    assert digest(paper) == sha256
    kept = keep(tmp_path / "archive", paper, sha256)
    assert kept == tmp_path / f"archive/originals/{sha256[:2]}/{sha256}.pdf"
    assert kept.read_bytes() == paper.read_bytes()
    assert keep(tmp_path / "archive", paper, sha256) == kept
    forget(tmp_path / "archive", sha256)
    assert not kept.exists()


def test_a_paper_that_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(b"new")
    with pytest.raises(UnreadablePaperError, match="changed"):
        keep(tmp_path / "archive", paper, hashlib.sha256(b"old").hexdigest())
    assert not [path for path in (tmp_path / "archive").rglob("*") if path.is_file()]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "file"
    write_whole(target, b"old")
    with pytest.raises(TypeError), replacing(target) as file:
        file.writelines([b"half", "not bytes"])  # type: ignore[list-item]
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_stopped_run_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / "a/b" / f"{SCRATCH}xyz"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    clear_scratch(tmp_path)
    assert not left.exists()
