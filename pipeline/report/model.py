"""What a report is, whatever form it is written in: sections of tables, charts and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from pipeline.provenance import Box

Value = str | int | float | date | None
"""What a cell holds; None where the papers don't say."""

Kind = Literal["text", "number", "date", "mark"]
"""How a column is set: `mark` is a word or letter that stands in the middle of its cell."""


@dataclass(frozen=True)
class Paper:
    """A paper that a report cites."""

    document_id: str
    name: str
    """File name that it was ingested under."""
    kind: str
    """What it is, in words: 'minutes', 'agenda pack'."""
    address: str | None
    """Where it was published: an http or https address; None where that isn't known."""
    original: str | None
    """Address of the kept file, from where the report stands; None where it is gone."""
    sha256: str = ""
    media_type: str = ""

    @property
    def link(self) -> str | None:
        """Where a reader can open the paper."""
        return self.address or self.original


@dataclass(frozen=True)
class Place:
    """Where a value was read from."""

    paper: Paper
    page: int | None = None
    """From 1; None where the paper has no pages."""
    boxes: tuple[Box, ...] = ()
    """On that page, in points from its top left corner."""
    quote: str = ""
    """The words that it was read from."""

    @property
    def label(self) -> str:
        """The place in words: 'minutes, page 3'."""
        return self.paper.kind + (f", page {self.page}" if self.page else "")

    @property
    def link(self) -> str | None:
        """Where a reader can open the page: PDF readers go to the page that is named."""
        link = self.paper.link
        if link is None or self.page is None or self.paper.media_type != "application/pdf":
            return link
        return f"{link.partition('#')[0]}#page={self.page}"


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind = "text"
    wide: bool = False
    """Whether its texts are long and need room."""
    roomy: bool = False
    """Whether it needs some room: more than a name, less than a text."""
    to: str = ""
    """Anchor of the row that tells more about it; empty where none does."""
    data_only: bool = False
    """Whether it is for filtering and counting: in a workbook or CSV file, and on no page."""


@dataclass(frozen=True)
class Row:
    """One row of a table, and where it was read from."""

    cells: tuple[Value, ...]
    places: tuple[Place, ...] = ()
    """The most authoritative first."""
    name: str = ""
    """Anchor that other places of the report point to; empty where none do."""
    to: str = ""
    """Anchor of what tells more about the row; empty where nothing does."""


@dataclass(frozen=True)
class Table:
    """A table with a heading of its own."""

    name: str
    """Sheet of the workbook, and --table of a CSV file: tables named alike make one."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    about: tuple[tuple[str, Value], ...] = ()
    """What all its rows have in common, by column name: columns where tables are joined."""
    pictures: Literal["none", "open", "closed"] = "none"
    """Whether the page cut-outs stand below the rows, and are open to begin with."""
    matrix: bool = False
    """Whether it has one narrow column per meeting after the first columns."""
    data_only: bool = False
    """Whether it is for filtering and counting: in a workbook or CSV file, and on no page."""
    empty: str = "None."
    """What is said where there are no rows."""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f"{self.title}: {len(row.cells)} cells, not {len(self.columns)}")

    def on_page(self) -> Table:
        """The table as a page has it: without columns for filtering, and without empty ones."""
        shown = [
            at
            for at, column in enumerate(self.columns)
            if not column.data_only
            and (
                at == 0 or self.matrix or any(row.cells[at] not in {None, ""} for row in self.rows)
            )
        ]
        if len(shown) == len(self.columns):
            return self
        rows = tuple(replace(row, cells=tuple(row.cells[at] for at in shown)) for row in self.rows)
        return replace(self, columns=tuple(self.columns[at] for at in shown), rows=rows)


@dataclass(frozen=True)
class Chart:
    """A drawing of figures that stand in a table beside it."""

    title: str
    description: str
    """What can be seen in it, for those who can't."""
    svg: str
    table: str
    """Title of the table that holds the same figures."""
    wide: bool = False
    """Whether it needs the whole width, and to be printed across."""


@dataclass(frozen=True)
class Note:
    """A paragraph."""

    text: str


Block = Table | Chart | Note


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    name: str = ""
    """Anchor; empty where nothing points to it."""


@dataclass(frozen=True)
class Report:
    """A report, ready to be written."""

    kind: str
    title: str
    asked: tuple[tuple[str, str], ...]
    """What was asked for: names and values."""
    made: str
    """From which archive, and as of when."""
    summary: tuple[str, ...]
    """The chief findings, a sentence each."""
    sections: tuple[Section, ...]
    main: str = ""
    """The table that a CSV file holds where none is named."""
    as_of: datetime | None = None
    """When the archive was last brought up to date, in UTC."""

    def tables(self) -> dict[str, Table]:
        """All its tables by name, those named alike joined into one."""
        joined: dict[str, list[Table]] = {}
        for table in (each for each in self.blocks() if isinstance(each, Table)):
            joined.setdefault(table.name, []).append(table)
        return {name: _joined(tables) for name, tables in joined.items()}

    def blocks(self) -> Iterator[Block]:
        """Everything that stands in it, in reading order."""
        for section in self.sections:
            yield from _blocks(section)


def cited(report: Report) -> list[Paper]:
    """The papers that a report's rows were read from, in the order that they come."""
    papers = {
        place.paper.document_id: place.paper
        for block in report.blocks()
        if isinstance(block, Table)
        for row in block.rows
        for place in row.places
    }
    return list(papers.values())


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks(inner)


def _joined(tables: Sequence[Table]) -> Table:
    """One table of all rows: each column name once, before them what a table's rows share."""
    columns: dict[str, Column] = {}
    for name in dict(pair for table in tables for pair in table.about):
        columns[name] = Column(name, _kind([dict(table.about).get(name) for table in tables]))
    for table in tables:
        columns |= {each.name: each for each in table.columns if each.name not in columns}
    rows = []
    for table in tables:
        names = [column.name for column in table.columns]
        for row in table.rows:
            held = dict(table.about) | dict(zip(names, row.cells, strict=True))
            rows.append(replace(row, cells=tuple(held.get(name) for name in columns)))
    first = tables[0]
    title = first.title if len(tables) == 1 else first.name.capitalize()
    every = tuple(columns.values())
    return replace(first, title=title, columns=every, rows=tuple(rows), about=())


def _kind(values: Sequence[Value]) -> Kind:
    held = [value for value in values if value is not None]
    if held and all(isinstance(value, date) for value in held):
        return "date"
    if held and all(isinstance(value, int | float) for value in held):
        return "number"
    return "text"


@dataclass(frozen=True)
class Scope:
    """Which meetings a report is about."""

    body: str | None = None
    """Only bodies whose name has this in it."""
    since: date | None = None
    until: date | None = None
    limit: int = 200
    """At most so many rows of the chief table, the most telling first."""
    plan: str | None = None
    """Only plans whose name has this in it, or the plan of this key."""
    params: dict[str, object] = field(init=False, compare=False)
    """The same for SQL."""

    def __post_init__(self) -> None:
        params = {"body": self.body, "since": self.since, "until": self.until}
        object.__setattr__(self, "params", params)

    def asked(self) -> tuple[tuple[str, str], ...]:
        """The scope in words."""
        return (
            ("Bodies", f"those with “{self.body}” in their name" if self.body else "all"),
            ("From", in_words(self.since) if self.since else "the first meeting held"),
            ("To", in_words(self.until) if self.until else "the last meeting held"),
        )


def in_words(day: date) -> str:
    """A day as councils write it: '9 June 2026'."""
    return f"{day.day} {day:%B %Y}"
