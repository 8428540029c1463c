"""A paper that was printed, signed and put through a scanner: pictures only, a little askew."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

_DPI = 150
_ANGLES = (0.6, -0.4, 0.3, -0.7, 0.5)
_PAPER_GREY = 247


def scan_pdf(source: Path, target: Path) -> None:
    """Turn the pages of a PDF into grey, slightly skewed JPEGs without a text layer."""
    document = pdfium.PdfDocument(str(source))
    page_canvas = canvas.Canvas(str(target), pagesize=A4, invariant=1)
    for index in range(len(document)):
        picture = document[index].render(scale=_DPI / 72, grayscale=True).to_pil()
        picture = picture.convert("L").point(lambda value: min(value, _PAPER_GREY))
        picture = picture.rotate(
            _ANGLES[index % len(_ANGLES)], Image.Resampling.BICUBIC, fillcolor=_PAPER_GREY
        ).filter(ImageFilter.GaussianBlur(0.5))
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=45)
        data.seek(0)
        page_canvas.drawImage(ImageReader(data), 0, 0, *A4)
        page_canvas.showPage()
    page_canvas.save()
    document.close()
