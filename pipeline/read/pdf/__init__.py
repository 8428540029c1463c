"""A PDF's bytes into a Document: words, tables and paragraphs with their places."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from msgspec import structs

from pipeline.document import Block, Document, Page, Table
from pipeline.errors import UnreadablePaperError
from pipeline.provenance import Box
from pipeline.read.pdf.columns import unruled_tables
from pipeline.read.pdf.furniture import split_furniture
from pipeline.read.pdf.grids import grids
from pipeline.read.pdf.ink import PageInk, read_ink
from pipeline.read.pdf.lines import Line, lines_of, vocabulary
from pipeline.read.pdf.paragraphs import (
    Draft,
    Measures,
    build,
    drafts_of,
    margins_of,
    right_margin,
    runs_over,
)
from pipeline.read.pdf.problems import NO_TEXT, problems
from pipeline.read.pdf.ruled import ruled_tables
from pipeline.read.pdf.scans import recognise_scans
from pipeline.read.pdf.stitch import stitch
from pipeline.read.pdf.upright import as_published

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
            finally:
                page.close()
        except pdfium.PdfiumError as error:
            # A page that fails keeps its number, so that later pages are cited rightly.
            pages.append(Page(number, 0.0, 0.0, problem=f"can't be read ({error})"))
            inks.append(PageInk(number, 0.0, 0.0))
            continue
        pages.append(Page(number, ink.width, ink.height))
        inks.append(ink)
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
    measures = Measures.of(text for text, _ in split)
    columns = [
        _column(ink, tables, text, known, measures)
        for ink, (tables, _), (text, _) in zip(inks, ruled, split, strict=True)
    ]
    furniture = [tuple(line.text for line in kept_out) for _, kept_out in split]
    return _assemble(columns, known), furniture


def _column(
    ink: PageInk,
    tables: Sequence[tuple[Box, Table]],
    lines: Sequence[Line],
    known: Container[str],
    measures: Measures,
) -> _Column:
    right, margins = right_margin(lines), margins_of(lines, measures)
    left = min((line.box.x0 for line in lines), default=0.0)
    placed: list[tuple[float, Draft | Table]] = [(box.top, table) for box, table in tables]
    for stretch in _between(lines, [box.top for box, _ in tables]):
        gathered: list[Line] = []
        for entry in _set_in_columns(stretch, ink, known):
            if isinstance(entry, Line):
                gathered.append(entry)
                continue
            placed += [
                (d.lines[0].box.top, d) for d in drafts_of(gathered, measures, right, margins)
            ]
            gathered = []
            placed.append((entry[1], entry[0]))
        placed += [(d.lines[0].box.top, d) for d in drafts_of(gathered, measures, right, margins)]
    placed.sort(key=lambda p: p[0])
    return _Column([block for _, block in placed], left, ink.width)


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
        flow.append(build(draft, known, column.left, column.width))
