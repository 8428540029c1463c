"""A page of a PDF as a picture, or a part of it, with boxes drawn on it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from pipeline.errors import UnreadablePaperError, UsageError
from pipeline.provenance import Box

COLOUR = (212, 53, 28)
"""GOV.UK's red: it stands out from black print and from the blue and green of council headings."""
MARGIN = 1.5
"""Points between the words and the outline around them."""


ROOM = 17.0
"""Points of the page around what is cut out: about one line, to see what it stands in."""
LEFT = 60.0
"""Points to the left of it: as far as item numbers, bullets and 'RESOLVED' stand from the text."""
LEAST_WIDTH = 420.0
"""Points that a cut-out is wide at least: most of a line on A4."""
COLOURS = 24
"""Colours of a cut-out's palette: enough for print and its red outline, and small."""


def draw(pdf: bytes, page: int, boxes: Sequence[Box], scale: float = 2.0) -> bytes:
    """The page (from 1) as PNG, each box outlined; `scale` is pixels per PDF point.

    Boxes are in points from the page's top left corner. Raises UnreadablePaperError for bytes
    that PDFium can't read, UsageError for a page that the PDF doesn't have.
    """
    with _opened(pdf) as document:
        image = _rendered(document, page, scale)
    _outline(image, boxes, scale)
    return _png(image)


def cut_outs(
    pdf: Path, wanted: Sequence[tuple[int, tuple[Box, ...]]], scale: float = 1.6
) -> list[tuple[bytes, int, int]]:
    """What stands in and around boxes: for each page (from 1) with boxes a PNG, width and height.

    Width and height are in pixels, of which `scale` make a PDF point. Pages that come one after
    another in `wanted` are rendered once. Raises as `draw` does, and OSError.
    """
    found = []
    image, rendered = None, 0
    with _opened(pdf) as document:
        for page, boxes in wanted:
            if image is None or page != rendered:
                image, rendered = _rendered(document, page, scale), page
            part = _part(image, boxes, scale)
            found.append((_png(part.quantize(COLOURS)), part.width, part.height))
    return found


def _part(page: Image.Image, boxes: Sequence[Box], scale: float) -> Image.Image:
    """The part of a rendered page around the boxes, these outlined."""
    around = Box.around(boxes)
    left = max(0.0, around.x0 - LEFT)
    right = max(around.x1 + ROOM, left + LEAST_WIDTH)
    edges = (
        round(left * scale),
        max(0, round((around.top - ROOM) * scale)),
        min(page.width, round(right * scale)),
        min(page.height, round((around.bottom + ROOM) * scale)),
    )
    if edges[0] >= edges[2] or edges[1] >= edges[3]:
        raise UnreadablePaperError("the box lies outside its page")
    marked = page.copy()
    _outline(marked, boxes, scale)
    return marked.crop(edges)


@contextmanager
def _opened(pdf: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePaperError(f"the PDF can't be read ({error}); fetch it again") from error
    try:
        yield document
    finally:
        document.close()


def _rendered(document: pypdfium2.PdfDocument, page: int, scale: float) -> Image.Image:
    if not 1 <= page <= len(document):
        raise UsageError(f"the PDF has {len(document)} pages, and no page {page}")
    try:
        image: Image.Image = document[page - 1].render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise UnreadablePaperError(f"page {page} can't be drawn ({error})") from error
    return image


def _outline(image: Image.Image, boxes: Sequence[Box], scale: float) -> None:
    pencil = ImageDraw.Draw(image)
    for box in boxes:
        edges = (
            (box.x0 - MARGIN) * scale,
            (box.top - MARGIN) * scale,
            (box.x1 + MARGIN) * scale,
            (box.bottom + MARGIN) * scale,
        )
        pencil.rectangle(edges, outline=COLOUR, width=max(1, round(scale)))


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, format="PNG", optimize=True)
    return target.getvalue()
