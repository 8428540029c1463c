"""Papers that were printed, signed, stamped and put through a scanner: pictures of pages."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas


@dataclass(frozen=True)
class Scanner:
    """A scanner and the hand that laid the pages on its glass."""

    angles: Sequence[float]
    """Degrees counterclockwise by which its pages lie askew, in turn."""
    dpi: int = 150
    paper: int = 247
    """The grey of the paper, of 255."""
    ink: int = 0
    """The grey of the print."""
    blur: float = 0.5
    quality: int = 45
    signed: bool = False
    """Whether the pages were stamped, and the last one signed, over the text."""
    bitonal: bool = False
    """Black and white alone, as office machines save what they scan."""


SCANNERS = {
    "scan": Scanner((0.6, -0.4, 0.3, -0.7, 0.5)),
    "scan-skewed": Scanner((2.6, -2.2), quality=40),
    "scan-faint": Scanner((0.4, -0.8), paper=226, ink=158, blur=0.7, quality=60),
    "scan-signed": Scanner((-0.9, 0.5), dpi=200, signed=True, bitonal=True),
    "scan-mixed": Scanner((-1.2, 0.9), quality=40),
}


def scan_pdf(source: Path, target: Path, scanner: Scanner) -> None:
    """Turn the pages of a PDF into pictures without a text layer."""
    document = pdfium.PdfDocument(str(source))
    page_canvas = canvas.Canvas(str(target), pagesize=A4, invariant=1)
    for index in range(len(document)):
        last = index == len(document) - 1
        picture = _picture(document[index], scanner, index, last=last)
        page_canvas.drawImage(picture, 0, 0, *A4)
        page_canvas.showPage()
    page_canvas.save()
    document.close()


def mix_pdf(source: Path, target: Path, scanned: Sequence[int], scanner: Scanner) -> None:
    """Copy a PDF, its pages `scanned` (from 1) as pictures and the others as they are."""
    whole = pdfium.PdfDocument(str(source))
    mixed = pdfium.PdfDocument.new()
    for index in range(len(whole)):
        if index + 1 not in scanned:
            mixed.import_pages(whole, [index])
            continue
        page = io.BytesIO()
        page_canvas = canvas.Canvas(page, pagesize=A4, invariant=1)
        page_canvas.drawImage(_picture(whole[index], scanner, index, last=False), 0, 0, *A4)
        page_canvas.save()
        picture = pdfium.PdfDocument(page.getvalue())
        mixed.import_pages(picture)
        picture.close()
    mixed.save(str(target))
    mixed.close()
    whole.close()


def _picture(page: pdfium.PdfPage, scanner: Scanner, index: int, *, last: bool) -> ImageReader:
    picture = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
    if scanner.signed:
        _stamp(picture, scanner.dpi / 72)
        if last:
            _sign(picture, scanner.dpi / 72)
    ink, paper = scanner.ink, scanner.paper
    picture = picture.point(lambda value: min(ink + value * (255 - ink) // 255, paper))
    picture = picture.rotate(
        scanner.angles[index % len(scanner.angles)],
        Image.Resampling.BICUBIC,
        fillcolor=paper,
    ).filter(ImageFilter.GaussianBlur(scanner.blur))
    data = io.BytesIO()
    if scanner.bitonal:
        picture.point(lambda value: 255 * (value > 160)).convert("1").save(data, "PNG")
    else:
        picture.save(data, "JPEG", quality=scanner.quality)
    data.seek(0)
    return ImageReader(data)


def _stamp(picture: Image.Image, scale: float) -> None:
    """A rubber stamp across the ends of some lines."""
    wide, high = round(150 * scale), round(46 * scale)
    stamp = Image.new("L", (wide, high), 255)
    pencil = ImageDraw.Draw(stamp)
    pencil.rectangle((2, 2, wide - 3, high - 3), outline=90, width=round(1.5 * scale))
    font = ImageFont.load_default(13 * scale)
    pencil.text((wide / 2, high / 2), "PUBLIC COPY", fill=90, font=font, anchor="mm")
    stamp = stamp.rotate(12, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    at = (round(385 * scale), round(528 * scale))
    below = picture.crop((*at, at[0] + stamp.width, at[1] + stamp.height))
    picture.paste(Image.composite(stamp, below, stamp.point(lambda v: 255 * (v < 250))), at)


def _sign(picture: Image.Image, scale: float) -> None:
    """A signature in loops over the lowest lines of text above the page number."""
    rows = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    text = rows[: round(0.9 * picture.height)]
    foot = max(row for row, grey in enumerate(text) if grey < 250) - 18 * scale
    path = [
        (
            (95 + 1.1 * t + 14 * math.sin(t / 5)) * scale,
            foot + (13 * math.sin(t / 3.3) * math.cos(t / 17) - t / 14) * scale,
        )
        for t in range(160)
    ]
    ImageDraw.Draw(picture).line(path, fill=40, width=round(1.3 * scale), joint="curve")
