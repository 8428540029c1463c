"""A page of a PDF as a picture, with boxes drawn on it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import ImageDraw

from pipeline.errors import UnreadablePaperError, UsageError
from pipeline.provenance import Box

COLOUR = (212, 53, 28)
"""GOV.UK's red: it stands out from black print and from the blue and green of council headings."""
MARGIN = 1.5
"""Points between the words and the outline around them."""


def draw(pdf: bytes, page: int, boxes: Sequence[Box], scale: float = 2.0) -> bytes:
    """The page (from 1) as PNG, each box outlined; `scale` is pixels per PDF point.

    Boxes are in points from the page's top left corner. Raises UnreadablePaperError for bytes
    that PDFium can't read, UsageError for a page that the PDF doesn't have.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePaperError(f"the PDF can't be read ({error}); fetch it again") from error
    try:
        if not 1 <= page <= len(document):
            raise UsageError(f"the PDF has {len(document)} pages, and no page {page}")
        image = document[page - 1].render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise UnreadablePaperError(f"page {page} can't be drawn ({error})") from error
    finally:
        document.close()
    pencil = ImageDraw.Draw(image)
    for box in boxes:
        edges = (
            (box.x0 - MARGIN) * scale,
            (box.top - MARGIN) * scale,
            (box.x1 + MARGIN) * scale,
            (box.bottom + MARGIN) * scale,
        )
        pencil.rectangle(edges, outline=COLOUR, width=max(1, round(scale)))
    target = io.BytesIO()
    image.save(target, format="PNG")
    return target.getvalue()
