"""A PDF's bytes into a Document: words, tables and paragraphs with their places."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pypdfium2 as pdfium
from msgspec import structs

from pipeline.document import Block, Document, Page, Table
from pipeline.errors import UnreadablePaperError
from pipeline.provenance import Box
from pipeline.read.pdf.columns import unruled_tables
from pipeline.read.pdf.furniture import split_furniture
from pipeline.read.pdf.grids import grids
from pipeline.read.pdf.ink import PageInk, read_ink
from pipeline.read.pdf.letterhead import letterhead_apart
from pipeline.read.pdf.lines import Line, lines_of, vocabulary
from pipeline.read.pdf.overlays import without_line_numbers, without_watermark
from pipeline.read.pdf.owners import Margin, margin_of, owners_apart
from pipeline.read.pdf.paragraphs import (
    Draft,
    Measures,
    build,
    drafts_of,
    heading_of,
    margins_of,
    right_margin,
    runs_over,
)
from pipeline.read.pdf.problems import NO_TEXT, problems
from pipeline.read.pdf.ruled import ruled_tables
from pipeline.read.pdf.scans import recognise_scans
from pipeline.read.pdf.spaced import closed_up
from pipeline.read.pdf.stitch import stitch
from pipeline.read.pdf.upright import as_published
from pipeline.read.pdf.zones import Zone, zones_of

_BLANK_NOTICE = "intentionally left blank"


@dataclass
class _Column:
    """One page's flow while it is put together: drafts of paragraphs, and tables."""

    blocks: list[Draft | Table]
    left: float
    width: float


def read_pdf(data: bytes, most: int | None = None) -> Document:
    """Read a PDF; pages that are pictures are recognised (OCR) where that is installed.

    Raises UnreadablePaperError when PDFium can't open it or no page can be read, and
    ScannedPagesError when more than `most` pages (None: any number) would have to be recognised.
    """
    pdf = _open(data)
    try:
        pages, inks = _read_pages(pdf)
        pages = recognise_scans(pdf, pages, inks, most)
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    flow, furniture = _flow(inks)
    turned = {ink.number: ink.upright for ink in inks if ink.upright is not None}
    pages = [
        structs.replace(page, furniture=stamps)
        for page, stamps in zip(pages, furniture, strict=True)
    ]
    return Document(
        "application/pdf",
        tuple(as_published(flow, turned)),
        pages=tuple(pages),
        title=metadata.get("Title") or None,
        producer=metadata.get("Producer") or None,
        problems=tuple(problems(pages, blank=not any(ink.words for ink in inks))),
        unrecognised=any(page.problem == NO_TEXT for page in pages),
    )


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data)
        if len(pdf) == 0:
            raise UnreadablePaperError("the PDF has no pages: ask the publisher for the file again")
    except pdfium.PdfiumError as error:
        # PDFium's own words can be those of the file before: what the bytes say decides.
        if b"/Encrypt" in data:
            message = (
                "the PDF is encrypted and opens only with a password: "
                "ask the publisher for an open copy"
            )
        elif b"%%EOF" not in data[-2048:]:
            message = "the PDF is cut short (it has no end mark): download it again"
        else:
            message = "the PDF is damaged: download it again or ask for a new copy"
        raise UnreadablePaperError(message) from error
    return pdf


def _read_pages(pdf: pdfium.PdfDocument) -> tuple[list[Page], list[PageInk]]:
    pages, inks = [], []
    form = pdf.get_formtype() != pdfium.raw.FORMTYPE_NONE
    for index in range(len(pdf)):
        number = index + 1
        try:
            page = pdf[index]
            try:
                if form:
                    page = _filled_in(pdf, page, index)
                ink = read_ink(page, number)
                words, ink.stamp = without_watermark(ink.words)
                if number == 1:
                    words, ink.letterhead = letterhead_apart(words, ink.width, ink.height)
                ink.words = closed_up(words)
            finally:
                page.close()
        except pdfium.PdfiumError as error:
            # A page that fails keeps its number, so that later pages are cited rightly.
            pages.append(Page(number, 0.0, 0.0, problem=f"can't be read ({error})"))
            inks.append(PageInk(number, 0.0, 0.0))
            continue
        pages.append(Page(number, ink.width, ink.height))
        inks.append(ink)
    for ink, words in zip(inks, without_line_numbers([ink.words for ink in inks]), strict=True):
        ink.words = words
    return pages, inks


def _filled_in(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int) -> pdfium.PdfPage:
    """A page of a form with what was filled in as text of the page; as it was where that fails."""
    flattened = pdfium.raw.FPDFPage_Flatten(page, pdfium.raw.FLAT_NORMALDISPLAY)
    if flattened != pdfium.raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return pdf[index]


def _flow(inks: Sequence[PageInk]) -> tuple[list[Block], list[tuple[str, ...]]]:
    """The blocks of all pages in reading order, and each page's furniture."""
    known = vocabulary(lines_of(ink.words) for ink in inks)
    ruled = [ruled_tables(ink, known) for ink in inks]
    # Furniture is sought outside of tables: a plan's repeated header row is no running head.
    split = split_furniture(
        [(ink.height, lines_of(free)) for ink, (_, free) in zip(inks, ruled, strict=True)]
    )
    zoned = _zoned([(text, tables) for (tables, _), (text, _) in zip(ruled, split, strict=True)])
    measures = Measures.of(text for zones in zoned for text in _texts(zones))
    columns = [
        _column(ink, tables, zones, known, measures)
        for ink, (tables, _), zones in zip(inks, ruled, zoned, strict=True)
    ]
    furniture = [
        (*([ink.stamp] if ink.stamp else []), *ink.letterhead, *(line.text for line in kept_out))
        for ink, (_, kept_out) in zip(inks, split, strict=True)
    ]
    return _assemble(columns, known), furniture


def _zoned(
    pages: Sequence[tuple[list[Line], Sequence[tuple[Box, Table]]]],
) -> list[list[Zone]]:
    """The zones of each page, given its lines and its ruled tables."""
    zoned: list[list[Zone]] = []
    gutters: set[float] = set()
    margin: Margin | None = None
    for lines, tables in pages:
        found = margin_of(lines) if margin is None else (0, margin)
        text, named = lines, list[Zone]()
        if found is not None:
            start, margin = found
            text, named = owners_apart(lines, margin, start)
        stretches = _between(text, [box.top for box, _ in tables])
        zones = [zone for stretch in stretches for zone in zones_of(stretch, gutters)]
        gutters |= {zone.gutter for zone in zones if zone.gutter is not None}
        zoned.append(zones + named)
    return zoned


def _column(
    ink: PageInk,
    tables: Sequence[tuple[Box, Table]],
    zones: Sequence[Zone],
    known: Container[str],
    measures: Measures,
) -> _Column:
    left = min((line.box.x0 for zone in zones for line in zone.lines), default=0.0)
    usual = [line for zone in zones if zone.right is None for line in zone.lines]
    right, margins = right_margin(usual), margins_of(usual, measures)
    placed: list[tuple[float, Draft | Table]] = [(box.top, table) for box, table in tables]
    usually = partial(drafts_of, measures=measures, right=right, margins=margins)
    for zone in zones:
        if zone.right is None:
            found = _blocks(zone.lines, ink, known, usually)
        elif zone.heading:
            found = [(0.0, heading_of(zone.lines, zone.right, aside=zone.aside))]
        else:
            own = margins_of(zone.lines, measures)
            drafts = partial(drafts_of, measures=measures, right=zone.right, margins=own)
            found = _blocks(zone.lines, ink, known, drafts)
            for _, block in found:
                if isinstance(block, Draft):
                    block.left = min(line.box.x0 for line in zone.lines)
            if placed and placed[-1][0] == zone.top:
                found = _run_on(placed[-1][1], found)
        placed += [(top if zone.top is None else zone.top, block) for top, block in found]
    placed.sort(key=lambda p: p[0])
    return _Column([block for _, block in placed], left, ink.width)


def _run_on(
    above: Draft | Table, found: list[tuple[float, Draft | Table]]
) -> list[tuple[float, Draft | Table]]:
    """What is found in a column, without the rest of the paragraph that the one before broke."""
    first = found[0][1] if found else None
    if isinstance(above, Draft) and isinstance(first, Draft) and runs_over(above, first):
        above.lines.extend(first.lines)
        return found[1:]
    return found


def _texts(zones: Sequence[Zone]) -> Iterator[list[Line]]:
    """The lines of a page, and those of each column apart, as they wrap at one margin."""
    yield [line for zone in zones if zone.right is None for line in zone.lines]
    for zone in zones:
        if zone.right is not None and not zone.heading:
            yield zone.lines


def _blocks(
    lines: Sequence[Line],
    ink: PageInk,
    known: Container[str],
    drafts: Callable[[Sequence[Line]], list[Draft]],
) -> list[tuple[float, Draft | Table]]:
    """The paragraphs of a zone, as `drafts` makes them, and its tables, with their tops."""
    found: list[tuple[float, Draft | Table]] = []
    gathered: list[Line] = []
    for entry in [*_set_in_columns(lines, ink, known), None]:
        if isinstance(entry, Line):
            gathered.append(entry)
            continue
        found += [(draft.lines[0].box.top, draft) for draft in drafts(gathered)]
        gathered = []
        if entry is not None:
            found.append((entry[1], entry[0]))
    return found


def _set_in_columns(
    lines: Sequence[Line], ink: PageInk, known: Container[str]
) -> Iterator[Line | tuple[Table, float]]:
    """The lines in order, tables without upright lines and lists set in columns found in them."""
    rest: list[Line] = []
    for entry in grids(lines, ink, known):
        if isinstance(entry, Line):
            rest.append(entry)
            continue
        yield from unruled_tables(rest, known)
        rest = []
        yield entry
    yield from unruled_tables(rest, known)


def _between(lines: Sequence[Line], tops: Sequence[float]) -> list[list[Line]]:
    """The lines cut at each table's top, so that no paragraph runs across a table."""
    stretches: list[list[Line]] = [[]]
    cuts = sorted(tops)
    for line in lines:
        while cuts and line.baseline > cuts[0]:
            cuts.pop(0)
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _assemble(columns: Sequence[_Column], known: Container[str]) -> list[Block]:
    """All pages' blocks in order; what a page break cut in two is one again."""
    flow: list[Block] = []
    open_draft: tuple[Draft, _Column] | None = None
    for column in columns:
        for place, block in enumerate(column.blocks):
            if isinstance(block, Draft):
                if open_draft and block.aside:
                    open_draft[0].notes.append(block)
                    continue
                if open_draft and place == 0 and runs_over(open_draft[0], block):
                    open_draft[0].lines.extend(block.lines)
                    continue
                _finish(open_draft, known, flow)
                open_draft = (block, column)
                continue
            _finish(open_draft, known, flow)
            open_draft = None
            flow.append(block)
    _finish(open_draft, known, flow)
    return [b for b in stitch(flow) if isinstance(b, Table) or _BLANK_NOTICE not in b.text.lower()]


def _finish(
    open_draft: tuple[Draft, _Column] | None, known: Container[str], flow: list[Block]
) -> None:
    if open_draft is not None:
        draft, column = open_draft
        every = (draft, *draft.notes)
        flow.extend(build(each, known, column.left, column.width) for each in every)
