"""A paper as text with positions: what every reader makes and every extractor reads.

A Document is a flow of paragraphs and tables in reading order. Segmenting cuts the flow into
Parts (front page, agenda, minutes, report, ...) and a Part of business into numbered Items.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Literal

import msgspec

from pipeline.provenance import Box, Source

MediaType = Literal["application/pdf", "text/html", "text/markdown", "text/plain"]
Style = Literal["", "heading", "item", "label"]
Language = Literal["cy", "en", "both"]
"""Welsh, English, or Welsh and English."""
PartKind = Literal[
    "front_page",
    "agenda",
    "minutes",
    "report",
    "forward_plan",
    "decision_notice",
    "action_log",
    "meeting_page",
    "other",
]


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One printed word (or the half of one that a line end broke) within a passage's text."""

    start: int
    end: int
    page: int
    box: Box
    bold: bool = False


class Passage(msgspec.Struct, frozen=True):
    """Text with the place of each of its words."""

    text: str
    """One line: line breaks and hyphenated line ends joined, white space folded."""
    words: tuple[Word, ...] = ()
    """In order of `start`; empty where the paper has no geometry."""

    @property
    def page(self) -> int | None:
        """The page that the passage begins on."""
        return self.words[0].page if self.words else None

    @property
    def bold(self) -> bool:
        """Whether every word is printed in bold."""
        return bool(self.words) and all(w.bold for w in self.words)

    def sources(self, start: int = 0, end: int | None = None) -> tuple[Source, ...]:
        """Where the characters from `start` to `end` stand: one source per page, at least one."""
        stop = len(self.text) if end is None else end
        inside = [w for w in self.words if w.start < stop and w.end > start]
        if not inside:
            return (Source(None, None, self.text[start:stop].strip()),)
        quotes: dict[int, list[str]] = {}
        for page, run in itertools.groupby(inside, key=lambda w: w.page):
            stretch = list(run)
            begin, stop_here = max(start, stretch[0].start), min(stop, stretch[-1].end)
            quotes.setdefault(page, []).append(self.text[begin:stop_here].strip())
        return tuple(
            Source(page, Box.around(w.box for w in inside if w.page == page), " ".join(texts))
            for page, texts in quotes.items()
        )

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part of the passage from `start` to `end`, white space at its ends dropped."""
        stop = len(self.text) if end is None else end
        raw = self.text[start:stop]
        start += len(raw) - len(raw.lstrip())
        text = raw.strip()
        if not text:
            return Passage("")
        stop = start + len(text)
        words = tuple(
            Word(max(w.start, start) - start, min(w.end, stop) - start, w.page, w.box, w.bold)
            for w in self.words
            if w.start < stop and w.end > start
        )
        return Passage(text, words)


def join(passages: list[Passage], by: str = " ") -> Passage:
    """One passage from several, their texts joined by `by`."""
    text, words = "", []
    for passage in passages:
        if text and passage.text:
            text += by
        words += [
            Word(w.start + len(text), w.end + len(text), w.page, w.box, w.bold)
            for w in passage.words
        ]
        text += passage.text
    return Passage(text, tuple(words))


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph, heading or list entry."""

    passage: Passage
    """The text after the marker."""
    marker: str | None = None
    """A list marker as printed, without brackets or final dot kept apart: '•', '1.', '(a)'."""
    indent: float = 0.0
    """Points from the left margin of the page's text; list nesting for papers without geometry."""
    style: Style = ""
    """What the paper's own markup says it is, where the paper has markup."""
    centred: bool = False

    @property
    def text(self) -> str:
        """The text without the marker."""
        return self.passage.text

    @property
    def page(self) -> int | None:
        """The page that the paragraph begins on."""
        return self.passage.page


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table, with the columns that it covers."""

    passage: Passage
    column: int
    """The first grid column that it covers, from 0."""
    span: int = 1
    """How many grid columns it covers."""
    above: bool = False
    """Whether it is the lower part of a cell that began in a row above (a merged cell)."""
    fill: str | None = None
    """The cell's background as '#rrggbb', where it has one that isn't white."""

    @property
    def text(self) -> str:
        """The cell's text on one line."""
        return self.passage.text


class Row(msgspec.Struct, frozen=True):
    """One row of a table: its cells by column, empty ones too."""

    cells: tuple[Cell, ...]
    page: int | None = None

    def text(self, column: int) -> str:
        """The text of the cell that begins at grid column `column`, or ''."""
        return next((c.text for c in self.cells if c.column == column), "")


class Table(msgspec.Struct, frozen=True, tag=True):
    """A grid of rows that stand on one page."""

    rows: tuple[Row, ...]
    columns: int
    ruled: bool = True
    """A grid: drawn with lines, or rows that keep to the columns of a head; False for a list whose
    columns only white space sets apart."""

    @property
    def page(self) -> int | None:
        """The page that the table stands on."""
        return self.rows[0].page if self.rows else None


Block = Paragraph | Table


class Page(msgspec.Struct, frozen=True):
    """One page of a paged paper."""

    number: int
    width: float
    height: float
    furniture: tuple[str, ...] = ()
    """Stamps, running heads and feet that were kept out of the flow."""
    problem: str | None = None
    """Why the page has no text, if it has none and is not blank on purpose; or what is wrong with
    the text that it has."""
    confidence: float | None = None
    """For a page that was recognised from its picture (OCR): the mean confidence of its words,
    0..1. None where the words are the paper's own, and where no word was found."""
    recognised: bool = False
    """Whether its words were recognised from its picture (OCR)."""


class Document(msgspec.Struct, frozen=True):
    """A paper that was read."""

    media_type: MediaType
    flow: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    title: str | None = None
    """The title in the file's own metadata or markup."""
    producer: str | None = None
    """The program that made the file, from its metadata."""
    problems: tuple[str, ...] = ()
    """What could not be read and the remedy: a paper with problems is partial."""
    unrecognised: bool = False
    """Whether pages were left out because what recognises scans (OCR) is not installed."""


class Item(msgspec.Struct, frozen=True):
    """One heading of business and what stands under it."""

    number: str | None
    """As printed, without the final dot; None for an unnumbered heading."""
    heading: Passage
    """The title as printed."""
    flow: tuple[Block, ...]
    also: str | None = None
    """A second printed number."""
    pages: str | None = None
    """The page range as printed on an agenda."""
    under: str | None = None
    """For an unnumbered heading: the number of the item before it."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """The item's paragraphs, rows of lists set in columns among them; no ruled tables."""
        for block in self.flow:
            if isinstance(block, Paragraph):
                yield block
            elif not block.ruled:
                for row in block.rows:
                    text = join([c.passage for c in row.cells if c.text])
                    if text.text:
                        yield Paragraph(text)


class Part(msgspec.Struct, frozen=True):
    """A stretch of a paper that is one thing: the front page, the minutes, one report."""

    index: int
    """Its place in the paper, from 0."""
    kind: PartKind
    flow: tuple[Block, ...]
    items: tuple[Item, ...] = ()
    """Items of business, for minutes, agendas and meeting pages."""
    preamble: tuple[Block, ...] = ()
    """What stands before the first item."""
    title: str | None = None
    draft: bool = False
    """Minutes that stand inside another meeting's pack, to be approved there."""
    media_type: MediaType = "application/pdf"
    language: Language | None = None
    """None where the part has too few words to tell."""
    problems: tuple[str, ...] = ()
    """What of it is not read, and the remedy: a paper with such a part is partial."""

    @property
    def first_page(self) -> int | None:
        """The page that the part begins on."""
        return next((b.page for b in self.flow if b.page is not None), None)

    @property
    def last_page(self) -> int | None:
        """The page that the part's last block begins on."""
        return next((b.page for b in reversed(self.flow) if b.page is not None), None)
