"""Recognising in a process that ends with the one that asked for it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.read.pdf.ocr import Unrecognised, recognise
from tests.run.made import minutes_pdf
from tests.scanning import needs_ocr, scan

WORKER = """
import sys
import pypdfium2
from pipeline.read.pdf.ocr import recognise
pdf = pypdfium2.PdfDocument(sys.argv[1])
recognise(pdf, [1, 2] * 20, 60)
"""


def _running(mark: str) -> list[str]:
    """The commands of the processes whose arguments name `mark`."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # it has just ended
        if mark in command:
            found.append(command)
    return found


@needs_ocr
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_a_killed_worker_leaves_no_tesseract_and_no_file(tmp_path: Path) -> None:
    paper = tmp_path / "scan.pdf"
    paper.write_bytes(scan(minutes_pdf()))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(paper)], env=os.environ | {"TMPDIR": str(scratch)}
    )
    try:
        _until(lambda: any("tesseract" in c.split()[0] for c in _running(str(scratch))))
    finally:
        worker.kill()
        worker.wait()
    _until(lambda: not _running(str(scratch)))
    _until(lambda: not list(scratch.iterdir()))


def _until(holds: object, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


@needs_ocr
def test_a_page_that_takes_too_long_says_so_and_the_others_stay() -> None:
    pdf = pdfium.PdfDocument(scan(minutes_pdf()))
    found = recognise(pdf, [1, 2], 0.05)
    assert set(found) == {1, 2}
    for page in found.values():
        assert isinstance(page, Unrecognised)
        assert "0.05 seconds" in page.reason


@needs_ocr
def test_the_paper_is_left_as_it_was() -> None:
    data = scan(minutes_pdf())
    pdf = pdfium.PdfDocument(data)
    before = [(page.get_mediabox(), page.get_rotation()) for page in pdf]
    recognise(pdf, [2], 60)
    assert [(page.get_mediabox(), page.get_rotation()) for page in pdf] == before
