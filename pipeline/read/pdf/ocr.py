"""Pages without text recognised by OCRmyPDF and Tesseract, in a process that dies with this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL

import pypdfium2 as pdfium

from pipeline.recognition import languages

_PROGRAM = Path(__file__).with_name("ocr_program.py")


@dataclass(frozen=True)
class Recognised:
    """One page as Tesseract read it."""

    hocr: bytes
    degrees: float
    """By how much the page was turned counterclockwise to straighten it."""
    quarters: int
    """By how many clockwise quarter turns after that."""


@dataclass(frozen=True)
class Unrecognised:
    """Why a page could not be recognised, and what to do."""

    reason: str


def recognise(
    pdf: pdfium.PdfDocument, numbers: Sequence[int], seconds: float
) -> dict[int, Recognised | Unrecognised]:
    """Recognise the pages `numbers` (from 1); `seconds` is the wall time for each.

    Ask `pipeline.recognition.shortfall` first whether anything can be. The paper itself is not
    changed: the pages are copied into a file of their own.
    """
    with tempfile.TemporaryDirectory(prefix="committee-papers-", ignore_cleanup_errors=True) as at:
        folder = Path(at)
        try:
            _copy(pdf, numbers, folder / "pages.pdf")
        except pdfium.PdfiumError as error:
            reason = f"it can't be copied to be recognised ({error}): ask for a new copy"
            return {number: Unrecognised(reason) for number in numbers}
        _run(folder, seconds, len(numbers))
        return {
            number: _result(folder, place, seconds) for place, number in enumerate(numbers, start=1)
        }


def _copy(pdf: pdfium.PdfDocument, numbers: Sequence[int], target: Path) -> None:
    """Copy pages; each is then just what is displayed of it, without signature or password."""
    copy = pdfium.PdfDocument.new()
    try:
        copy.import_pages(pdf, [number - 1 for number in numbers])
        for index in range(len(copy)):
            shown = pdf[numbers[index] - 1].get_bbox()
            copy[index].set_mediabox(*shown)
            copy[index].set_cropbox(*shown)
        copy.save(str(target))
    finally:
        copy.close()


def _run(folder: Path, seconds: float, pages: int) -> None:
    """Run the program over all pages; what it can't do shows in what it leaves behind."""
    command = [sys.executable, "-P", str(_PROGRAM), str(folder / "pages.pdf"), str(folder)]
    # One thread: as many papers are read at once as there are processors.
    settings = os.environ | {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(folder)}
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603 - our own program on our own file
            [*command, "+".join(languages()), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            env=settings,
            start_new_session=True,
        )
        try:
            child.wait(timeout=seconds * pages)
        except subprocess.TimeoutExpired:
            pass  # the pages that are done stay
        finally:
            _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started."""
    if child.poll() is None:
        os.killpg(child.pid, SIGKILL)
        child.wait()
    if child.stdin is not None:
        child.stdin.close()


def _result(folder: Path, place: int, seconds: float) -> Recognised | Unrecognised:
    try:
        hocr = (folder / f"{place}.hocr").read_bytes()
        known = json.loads((folder / f"{place}.json").read_text("utf-8"))
    except FileNotFoundError:
        said = (folder / "log").read_text("utf-8", "replace").strip().splitlines()
        last = f" ('{said[-1][:200]}')" if said else ""
        return Unrecognised(
            f"OCRmyPDF could not recognise it within {seconds:g} seconds{last}: "
            "open the page to see whether it is sound"
        )
    return Recognised(hocr, float(known["degrees"]), int(known["quarters"]))
