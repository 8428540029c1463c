"""Scans from one run to the next: read again when what recognises them has been installed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.run.limits import Limits
from tests.run import made
from tests.run.archive import documents, last_events, papers, rows
from tests.scanning import needs_ocr, scan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "papers"
    place.mkdir()
    (place / "scan.pdf").write_bytes(scan(made.minutes_pdf()))
    (place / "print.pdf").write_bytes(made.text_pdf([["Annual report", "All is well."]]))
    return place


def _ingest(folder: Path, archive: Path, **environment: str) -> int:
    done = papers("ingest", folder, "--archive", archive, env=os.environ | environment)
    done.communicate(timeout=300)
    return done.returncode


@needs_ocr
def test_a_scan_is_read_again_once_tesseract_is_there(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert _ingest(folder, archive, PATH="/nonexistent") == 1
    status, reason = documents(archive)["scan.pdf"]
    assert status == "partial"
    assert "apt install tesseract-ocr" in str(reason)
    assert rows(archive, "SELECT count(*) FROM attendance") == [(0,)]

    assert _ingest(folder, archive, PATH="/nonexistent") == 1
    assert {outcome for outcome, _ in last_events(archive).values()} == {"unchanged"}

    assert _ingest(folder, archive) == 0
    assert documents(archive)["scan.pdf"] == ("ok", None)
    outcomes = {name: outcome for name, (outcome, _) in last_events(archive).items()}
    assert outcomes == {"scan.pdf": "updated", "print.pdf": "unchanged"}
    assert rows(archive, "SELECT count(*) FROM attendance") == [(5,)]
    assert rows(archive, "SELECT recognised_pages FROM documents ORDER BY source") == [(0,), (2,)]

    assert _ingest(folder, archive, PATH="/nonexistent") == 0
    assert {outcome for outcome, _ in last_events(archive).values()} == {"unchanged"}


def test_each_scanned_page_adds_to_the_time() -> None:
    limits = Limits(seconds=100, seconds_per_megabyte=10, seconds_per_scanned_page=30)
    assert limits.seconds_for(5 << 20) == 150
    assert limits.seconds_for(5 << 20, scanned=4) == 270
    with pytest.raises(UsageError):
        Limits(seconds_per_scanned_page=0)
