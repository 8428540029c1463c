"""Scans made for the tests: pages of a PDF as pictures, askew, turned, faint or stamped."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence

import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline.recognition import shortfall

needs_ocr = pytest.mark.skipif(shortfall() is not None, reason=f"needs OCR: {shortfall()}")
QUARTERS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


def pictures(
    pdf: bytes, degrees: float = 0.0, quarters: int = 0, dpi: int = 150
) -> list[Image.Image]:
    """Each page as scanned lying `degrees` counterclockwise, then turned clockwise by quarters."""
    document = pdfium.PdfDocument(pdf)
    made = []
    for page in document:
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        picture = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
        made.append(picture.transpose(QUARTERS[quarters]) if quarters else picture)
    document.close()
    return made


def scan(pdf: bytes, degrees: float = 0.0, quarters: int = 0, dpi: int = 150) -> bytes:
    """The pages of a PDF as a PDF of pictures."""
    return bound(pictures(pdf, degrees, quarters, dpi), dpi)


def bound(made: Sequence[Image.Image], dpi: int = 150) -> bytes:
    """Pictures as the pages of a PDF."""
    target = io.BytesIO()
    made[0].save(target, "PDF", resolution=dpi, save_all=True, append_images=made[1:])
    return target.getvalue()


def joined(*papers: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole = pdfium.PdfDocument.new()
    for data in papers:
        one = pdfium.PdfDocument(data)
        whole.import_pages(one)
        one.close()
    target = io.BytesIO()
    whole.save(target)
    whole.close()
    return target.getvalue()


def stamped(pdf: bytes, text: str) -> bytes:
    """A PDF with a line of real text near the foot of its first page, as stamping software adds."""
    document = pdfium.PdfDocument(pdf)
    page = document[0]
    font = pdfium.raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    line = pdfium.raw.FPDFPageObj_CreateTextObj(document, font, 10.0)
    wide = ctypes.create_string_buffer((text + "\0").encode("utf-16-le"))
    pdfium.raw.FPDFText_SetText(line, ctypes.cast(wide, pdfium.raw.FPDF_WIDESTRING))
    pdfium.raw.FPDFPageObj_Transform(line, 1, 0, 0, 1, 280, 24)
    pdfium.raw.FPDFPage_InsertObject(page, line)
    pdfium.raw.FPDFPage_GenerateContent(page)
    page.close()
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()
