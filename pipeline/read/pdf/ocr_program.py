"""OCRmyPDF in a process of its own, and its plugin: pages of a PDF into hOCR, and how they lay.

Run as a script, never imported by the pipeline: it alone loads OCRmyPDF. Whoever starts it holds
its standard input open; when that closes, this process ends with all that it has started, so that
no Tesseract outlives a worker that was killed.

Arguments: the PDF, the folder for the results, the languages ('eng+cym': the first is tried
before the rest), and the seconds that one page may take. For page N it writes `N.hocr` and
`N.json`: {"degrees": by how much the page was turned counterclockwise to straighten it,
"quarters": by how many clockwise quarter turns after that}.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
import threading
from pathlib import Path

import ocrmypdf
from ocrmypdf.builtin_plugins.tesseract_ocr import TesseractOcrEngine
from ocrmypdf.exceptions import ExitCodeException
from PIL import Image

DPI = 300
"""Pictures of less are enlarged: measured, a third of the misread words at 200 dpi go."""
ONE_COLUMN = 4
"""Tesseract's mode for text in one column: rows of lists and numbers stay with their text."""
GOOD = 85.0
"""Mean confidence, of 100, below which a page is tried in other ways."""
TURNED = 2.0
"""How sure Tesseract must be (its own measure) that a page stands on its side or its head."""
MOST_MEGAPIXELS = 250.0
FOLDER = "COMMITTEE_PAPERS_OCR"
_CONFIDENCE = re.compile(r"x_wconf (\d+)")
_QUARTERS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}
"""By clockwise quarter turns; Pillow's are counterclockwise."""


class RecordingEngine(TesseractOcrEngine):
    """Tesseract, with what it found and how the page was turned written down."""

    @staticmethod
    def get_deskew(input_file: Path, options: ocrmypdf.OcrOptions) -> float:
        """Degrees counterclockwise that straighten the page."""
        degrees = float(TesseractOcrEngine.get_deskew(input_file, options))
        degrees = degrees if abs(degrees) <= 15 else 0.0
        _record(input_file).write_text(json.dumps({"degrees": degrees, "quarters": 0}), "utf-8")
        return degrees

    @staticmethod
    def generate_hocr(
        input_file: Path, output_hocr: Path, output_text: Path, options: ocrmypdf.OcrOptions
    ) -> None:
        """Recognise a page; what comes out poorly is tried turned, and in all the languages."""
        page = _recognised(input_file, output_hocr, output_text, options, ["eng"])
        if page is not None and confidence(page) < GOOD:
            page = _otherwise(page, input_file, output_hocr, output_text, options)
        if page is not None:
            _record(input_file).with_suffix(".hocr").write_text(page, "utf-8")
        # OCRmyPDF's own output is not wanted.
        output_hocr.write_text("", "utf-8")
        output_text.write_text("", "utf-8")


def _otherwise(
    page: str, picture: Path, hocr: Path, text: Path, options: ocrmypdf.OcrOptions
) -> str:
    """The best of what comes out turned by quarters, and in the other languages."""
    quarters = _quarters(picture, options)
    if quarters:
        turned = picture.with_name(f"turned_{picture.name}")
        with Image.open(picture) as image:
            image.transpose(_QUARTERS[quarters]).save(turned, dpi=image.info["dpi"])
        upright = _recognised(turned, hocr, text, options, ["eng"])
        if upright is not None and confidence(upright) > confidence(page):
            record = _record(picture)
            known = json.loads(record.read_text("utf-8"))
            record.write_text(json.dumps(known | {"quarters": quarters}), "utf-8")
            page, picture = upright, turned
    languages = list(options.languages)
    if len(languages) > 1 and confidence(page) < GOOD:
        other = _recognised(picture, hocr, text, options, languages)
        if other is not None and confidence(other) > confidence(page):
            return other
    return page


def _quarters(picture: Path, options: ocrmypdf.OcrOptions) -> int:
    """By how many clockwise quarter turns the page would stand upright, as far as can be told."""
    try:
        found = TesseractOcrEngine.get_orientation(picture, options)  # type: ignore[no-untyped-call]
    except ExitCodeException:
        return 0  # too little text on the page, or no data for orientation installed
    return (360 - found.angle) // 90 % 4 if found.confidence >= TURNED else 0


def _recognised(
    picture: Path, hocr: Path, text: Path, options: ocrmypdf.OcrOptions, languages: list[str]
) -> str | None:
    """The page as hOCR; None when Tesseract failed on it or took too long."""
    try:
        spoken = options.model_copy(update={"languages": languages})
        TesseractOcrEngine.generate_hocr(picture, hocr, text, spoken)  # type: ignore[no-untyped-call]
    except ExitCodeException as error:
        print(error, file=sys.stderr)  # noqa: T201 - kept by the caller
        return None
    return hocr.read_text("utf-8") or None


def confidence(hocr: str) -> float:
    """The mean confidence of the words, of 100; 0 without words."""
    found = [int(c) for c in _CONFIDENCE.findall(hocr)]
    return sum(found) / len(found) if found else 0.0


def _record(picture: Path) -> Path:
    """Where to note what is found on a page: OCRmyPDF names its pictures '000001_ocr.png'."""
    number = re.search(r"(\d{6})_", picture.name)
    return Path(os.environ[FOLDER]) / f"{int(number[1]) if number else 0}.json"


@ocrmypdf.hookimpl
def get_ocr_engine(options: ocrmypdf.OcrOptions | None) -> RecordingEngine:
    """Use the engine above."""
    del options
    return RecordingEngine()


def main(pdf: str, folder: str, languages: str, seconds: str) -> int:
    """Recognise every page of `pdf`; the exit status is OCRmyPDF's."""
    threading.Thread(target=_end_with_the_caller, args=(folder,), daemon=True).start()
    os.environ[FOLDER] = folder
    Image.MAX_IMAGE_PIXELS = None  # OCRmyPDF sets its own bound
    return int(
        ocrmypdf.ocr(
            Path(pdf),
            Path(os.devnull),
            language=languages.split("+"),
            output_type="none",
            rasterizer="pypdfium",
            mode="force",
            deskew=True,
            oversample=DPI,
            tesseract_pagesegmode=ONE_COLUMN,
            optimize=0,
            jobs=1,
            use_threads=True,
            progress_bar=False,
            max_image_mpixels=MOST_MEGAPIXELS,
            tesseract_timeout=float(seconds),
            tesseract_non_ocr_timeout=float(seconds),
            plugins=[Path(__file__)],
        )
    )


def _end_with_the_caller(folder: str) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
