"""Scans read with OCRmyPDF and Tesseract, and what is said where they are not there."""

from __future__ import annotations

import io
from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from pipeline.document import Document, Paragraph, Word
from pipeline.errors import ScannedPagesError
from pipeline.provenance import Box
from pipeline.read.pdf import read_pdf
from pipeline.read.pdf.upright import Upright
from tests.read.pdf.papers import paper
from tests.run.made import minutes_pdf, text_pdf
from tests.scanning import bound, joined, needs_ocr, pictures, scan, stamped

A4 = (595.0, 842.0)


@cache
def printed() -> Document:
    """The minutes as their text layer has them."""
    return read_pdf(minutes_pdf())


def words(document: Document) -> list[tuple[str, Word]]:
    return [
        (block.text[word.start : word.end], word)
        for block in document.flow
        if isinstance(block, Paragraph)
        for word in block.passage.words
    ]


def texts(document: Document) -> list[str]:
    return [
        f"{block.marker or ''} {block.text}".strip()
        for block in document.flow
        if isinstance(block, Paragraph)
    ]


def off(found: Document, turn: Upright) -> list[tuple[str, float]]:
    """The words with how far, in points, they stand from where the scanner put them."""
    here = words(found)
    distances = []
    for text, word in words(printed()):
        box = turn.published(word.box)
        same = [w.box for t, w in here if t == text and w.page == word.page]
        distances.append((text, min((_apart(box, other) for other in same), default=999.0)))
    return distances


def _apart(one: Box, other: Box) -> float:
    return max(
        abs(one.x0 - other.x0),
        abs(one.x1 - other.x1),
        abs(one.top - other.top),
        abs(one.bottom - other.bottom),
    )


@needs_ocr
@pytest.mark.parametrize(
    ("degrees", "quarters"),
    [(0.0, 0), (-3.0, 0), (0.0, 1), (0.5, 2)],
    ids=["straight", "askew", "on its side", "on its head"],
)
def test_a_scan_reads_as_its_print_and_its_words_stand_where_they_are(
    degrees: float, quarters: int
) -> None:
    found = read_pdf(scan(minutes_pdf(), degrees, quarters))
    assert texts(found) == texts(printed())
    assert found.problems == ()
    assert all(page.recognised and (page.confidence or 0) > 0.85 for page in found.pages)
    wide, high = (A4[1], A4[0]) if quarters % 2 else A4
    assert (found.pages[0].width, found.pages[0].height) == pytest.approx((wide, high), abs=1)
    turn = Upright(wide, high, -degrees, -quarters % 4)
    assert [(text, gap) for text, gap in off(found, turn) if gap > 4.0] == []


@needs_ocr
def test_reading_a_scan_twice_gives_the_same() -> None:
    data = scan(minutes_pdf(), 1.0)
    assert read_pdf(data) == read_pdf(data)


@needs_ocr
def test_only_the_pictures_of_a_pack_are_recognised() -> None:
    data = joined(text_pdf([["Agenda", "1. Apologies"]]), scan(minutes_pdf()), minutes_pdf())
    found = read_pdf(data)
    assert [page.recognised for page in found.pages] == [False, True, True, False, False]
    assert [page.confidence is None for page in found.pages] == [True, False, False, True, True]
    assert texts(found).count("The meeting closed at 8.15 pm.") == 2
    assert found.problems == ()


@needs_ocr
def test_a_stamp_of_real_text_on_a_scan_does_not_hide_the_scan() -> None:
    data = stamped(scan(text_pdf([["Minutes of the Allotments Committee"]])), "Page 9")
    found = read_pdf(data)
    assert found.pages[0].recognised
    assert found.pages[0].furniture == ("Page 9",)
    assert texts(found) == ["Minutes of the Allotments Committee"]


def test_a_page_of_text_over_a_background_picture_is_no_scan() -> None:
    lines = [f"{n}. The clerk reported on allotment number {n} and its fence" for n in range(9)]
    document = pdfium.PdfDocument(text_pdf([lines]))
    picture = pdfium.PdfImage.new(document)
    picture.set_bitmap(pdfium.PdfBitmap.from_pil(Image.new("RGB", (60, 80), (240, 240, 255))))
    picture.set_matrix(pdfium.PdfMatrix().scale(*A4))
    document[0].insert_obj(picture)
    document[0].gen_content()
    target = io.BytesIO()
    document.save(target)
    assert not read_pdf(target.getvalue(), most=0).pages[0].recognised


@needs_ocr
def test_the_crop_of_a_page_is_what_is_read() -> None:
    """What the publisher cut off is not displayed, and evidence counts from the crop's corner."""
    document = pdfium.PdfDocument(scan(minutes_pdf()))
    document[0].set_cropbox(40, 30, 595, 842)
    target = io.BytesIO()
    document.save(target)
    found = read_pdf(target.getvalue())
    first = next(w for t, w in words(printed()) if t == "Minutes")
    seen = next(w for t, w in words(found) if t == "Minutes")
    assert seen.box.x0 == pytest.approx(first.box.x0 - 40, abs=3)
    assert seen.box.top == pytest.approx(first.box.top, abs=3)


@needs_ocr
def test_a_photograph_is_no_page_of_text() -> None:
    picture = Image.effect_mandelbrot((620, 877), (-2, -1.5, 1, 1.5), 40)
    found = read_pdf(joined(minutes_pdf(), bound([picture], 75)))
    assert found.problems == ()
    assert found.pages[2].recognised
    assert texts(found) == texts(printed())


@needs_ocr
def test_nothing_but_an_empty_sheet_is_told_of() -> None:
    found = read_pdf(bound([Image.new("L", (620, 877), 255)], 75))
    assert len(found.problems) == 1
    assert "not a word can be recognised" in found.problems[0]


@needs_ocr
def test_a_page_that_can_hardly_be_read_is_said_to_be_poor() -> None:
    pages = []
    for picture in pictures(minutes_pdf(), dpi=150):
        small = picture.resize((picture.width // 3, picture.height // 3), Image.Resampling.BOX)
        pencil = ImageDraw.Draw(small)
        for y in range(0, small.height, 5):
            pencil.line((0, y, small.width, y + 9), fill=120)
        pages.append(small)
    found = read_pdf(bound(pages, 50))
    assert any("only poorly" in problem for problem in found.problems) or texts(found) == []
    assert texts(found) != texts(printed())


def test_without_tesseract_the_pages_and_the_remedy_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    found = read_pdf(joined(minutes_pdf(), scan(minutes_pdf()), minutes_pdf()), most=0)
    (problem,) = found.problems
    assert problem.startswith("2 of 6 pages (3-4) have no text layer")
    assert "apt install tesseract-ocr" in problem
    assert "'papers ingest'" in problem
    assert found.unrecognised
    assert [page.recognised for page in found.pages] == [False] * 6
    assert len(texts(found)) == 2 * len(texts(printed()))


@needs_ocr
def test_more_scanned_pages_than_allowed_are_counted_before_any_is_recognised() -> None:
    with pytest.raises(ScannedPagesError) as told:
        read_pdf(scan(minutes_pdf()), most=1)
    assert told.value.pages == 2


@needs_ocr
@pytest.mark.parametrize(
    "name", ["iab-2025-03-11-minutes", "hnp-2025-11-06-minutes", "iab-2026-06-09-minutes"]
)
def test_the_scans_of_the_sample_are_read(name: str) -> None:
    found = read_pdf(paper(name))
    assert found.problems == ()
    assert all((page.confidence or 0) > 0.85 for page in found.pages)
    numbers = [b.marker for b in found.flow if isinstance(b, Paragraph) and b.marker]
    assert {"1.", "2."} <= set(numbers)
