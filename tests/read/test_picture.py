from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import UnreadablePaperError, UsageError
from pipeline.provenance import Box
from pipeline.read.picture import COLOUR, MARGIN, draw


@pytest.fixture
def pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 100)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_box_is_outlined_where_it_stands(pdf: bytes) -> None:
    picture = draw(pdf, 1, [Box(20, 30, 60, 40)], scale=2.0)
    image = Image.open(io.BytesIO(picture))
    assert (image.format, image.size) == ("PNG", (400, 200))
    assert image.getpixel((round((20 - MARGIN) * 2), 70)) == COLOUR
    assert image.getpixel((80, round((30 - MARGIN) * 2))) == COLOUR
    assert image.getpixel((80, 70)) == (255, 255, 255), "inside the box"
    assert image.getpixel((300, 150)) == (255, 255, 255), "outside the box"


def test_a_page_that_is_not_there_is_told(pdf: bytes) -> None:
    with pytest.raises(UsageError, match="1 pages, and no page 2"):
        draw(pdf, 2, [])


def test_bytes_that_are_no_pdf_are_told() -> None:
    with pytest.raises(UnreadablePaperError, match="can't be read"):
        draw(b"not a PDF", 1, [])
