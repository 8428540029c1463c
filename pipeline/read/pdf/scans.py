"""Pages that are pictures: which they are, and their words put where a text layer's would be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium
from msgspec import structs

from pipeline.document import Page
from pipeline.errors import ScannedPagesError
from pipeline.provenance import Box
from pipeline.read.pdf.hocr import words_of
from pipeline.read.pdf.ink import InkWord, PageInk
from pipeline.read.pdf.ocr import Unrecognised, recognise
from pipeline.read.pdf.problems import NO_TEXT, UNREADABLE
from pipeline.read.pdf.upright import Upright
from pipeline.recognition import SECONDS_PER_PAGE, shortfall

_PICTURE = 0.3
"""Share of a page under pictures from which a page without words is taken for a scan."""
_WHOLE = 0.7
"""Share under pictures from which a page with few words is a scan that was stamped."""
_STAMPED = 20
"""Words of a text layer that may be stamps, page numbers and running heads on a scan."""
_POOR = 0.6
"""Mean confidence of a page's words below which they are not to be trusted."""
_FEW = 5
"""Words that a photograph or a logo may be taken for."""


def recognise_scans(
    pdf: pdfium.PdfDocument, pages: Sequence[Page], inks: Sequence[PageInk], most: int | None
) -> list[Page]:
    """The pages, those that are scans with what came of recognising them; their words go to `inks`.

    Raises ScannedPagesError when there are more than `most` of them (None: any number).
    """
    scans = _scans(pages, inks)
    if not scans:
        return list(pages)
    if shortfall() is not None:
        return [
            structs.replace(page, problem=NO_TEXT) if page.number in scans else page
            for page in pages
        ]
    if most is not None and len(scans) > most:
        raise ScannedPagesError(len(scans))
    found = recognise(pdf, scans, SECONDS_PER_PAGE)
    read = []
    for page, ink in zip(pages, inks, strict=True):
        result = found.get(page.number)
        if result is None:
            read.append(page)
        elif isinstance(result, Unrecognised):
            read.append(structs.replace(page, problem=f"has no text layer, and {result.reason}"))
        else:
            upright = Upright(page.width, page.height, result.degrees, result.quarters)
            words, confidence = words_of(result.hocr, page.number, upright.size)
            read.append(_add(page, ink, upright, words, confidence))
    return read


def _scans(pages: Sequence[Page], inks: Sequence[PageInk]) -> list[int]:
    """The numbers of the pages to recognise."""
    # Letters may be drawn as shapes: a paper without a single word is read nowhere.
    wordless = not any(ink.words for ink in inks)
    return [
        ink.number
        for page, ink in zip(pages, inks, strict=True)
        if page.problem is None
        and (
            (not ink.words and ink.pictures > _PICTURE)
            or (len(ink.words) <= _STAMPED and ink.pictures > _WHOLE)
            or (wordless and ink.drawn)
        )
    ]


def _add(
    page: Page, ink: PageInk, upright: Upright, words: Sequence[InkWord], confidence: float | None
) -> Page:
    """Put recognised words into a page's ink; the page with what can be said of them."""
    poor = confidence is not None and confidence < _POOR
    if poor and len(words) <= _FEW:
        return structs.replace(page, recognised=True)  # a picture, not a picture of text
    ink.width, ink.height = upright.size
    ink.upright = upright
    own = [_turned(word, upright) for word in ink.words]
    ink.words[:] = [*own, *_beside(words, [word.box for word in own])]
    problem = UNREADABLE if poor else None
    return structs.replace(page, recognised=True, confidence=confidence, problem=problem)


def _turned(word: InkWord, upright: Upright) -> InkWord:
    """A word of the text layer, as a stamp has, where it stands on the upright page."""
    box = upright.upright(word.box)
    return replace(word, box=box, baseline=box.bottom - (word.box.bottom - word.baseline))


def _beside(words: Sequence[InkWord], printed: Sequence[Box]) -> Iterator[InkWord]:
    """The words that the text layer doesn't have already."""
    for word in words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
        if not any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for b in printed):
            yield word
