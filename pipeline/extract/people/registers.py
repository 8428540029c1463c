"""Registers of attendance: a row for each member, a column for each meeting, marks in the cells.

The column of the paper's own date counts. What a mark means stands in a legend ('P – Present') or
is plain by itself; a mark that could mean two things tells nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.document import Block, Cell, Paragraph, Passage, Table, join
from pipeline.extract.base import found
from pipeline.extract.grammar.dates import dates_in
from pipeline.extract.grammar.names import parse_person
from pipeline.extract.people.list_headings import List, list_of
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import words
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_LEGEND = re.compile(
    r"(?<!\w)(?P<mark>[A-Z]{1,3}|[✓✔✗xX/])\s*[–=:-]\s*(?P<said>[A-Z][a-z]+[a-z ]*)"
)
_MARK = re.compile(r"[A-Za-z]{1,3}|[✓✔✗/-]|[Pp]resent|[Aa]bsent|[Aa]pologies")
_NOT = re.compile(r"[-/✗]|[Nn]|[Nn]o")
"""Marks that deny what the head of their column says."""
_HEAD = 3
"""The most words of the head of such a column."""
_LEAST = 3
"""Rows of people that make a register."""


def is_register(table: Table) -> bool:
    """Whether a table is one: names in its first column, and columns with nothing but marks."""
    rows = [cells for cells in _rows(table) if _is_person(cells[0].text)]
    return len(rows) >= _LEAST and (bool(_mark_columns(rows)) or len(_headed(table, rows)) > 1)


def people_marked(table: Table, blocks: Sequence[Block]) -> Iterator[Finding[AnyRecord]]:
    """Who came by the register `table`, which stands among `blocks`; nobody if no column fits."""
    at = next((n for n, b in enumerate(blocks) if b is table), 0)
    rows = [cells for cells in _rows(table) if _is_person(cells[0].text)]
    headed = _headed(table, rows)
    if len(headed) > 1:
        yield from _under_heads(rows, headed)
        return
    marks = _mark_columns(rows)
    column = _column_of(table, blocks[:at], marks)
    if column is None:
        return
    meanings = _meanings(blocks[at : at + 6])
    first = min(_dated(table)) if _dated(table) else min(marks)
    for cells in rows:
        mark = next((c for c in cells if c.column == column and c.text), None)
        kind = meanings.get(mark.text.strip(". ").lower()) if mark else None
        entry = _entry(cells[0].text)
        if mark is None or kind is None or entry is None:
            continue
        yield _marked(entry, cells, mark, kind, first)


def _marked(
    entry: Entry, cells: Sequence[Cell], mark: Cell, kind: List, first: int
) -> Finding[AnyRecord]:
    """Somebody by a mark on his row; the post stands left of the columns of marks, from `first`."""
    posts = (c.text for c in cells[1:] if c.column < first and not any(dates_in(c.text)))
    record = attendee(entry, kind.status, kind.grouping, cells[0].text, beside=next(posts, None))
    return found(record, join([cells[0].passage, mark.passage]), rule="register")


def _headed(table: Table, rows: Sequence[list[Cell]]) -> dict[int, List]:
    """Columns with nothing but marks below a head that says what they mean: 'Apologies'."""
    below = [c for cells in rows for c in cells[1:]]
    other = {c.column for c in below if not _MARK.fullmatch(c.text.strip())}
    marked = {c.column for c in below} - other
    people = {id(cells[0]) for cells in rows}
    heads = itertools.takewhile(lambda r: not any(id(c) in people for c in r.cells), table.rows)
    return {
        cell.column: kind
        for row in heads
        for cell in row.cells
        if cell.column in marked
        and 0 < len(cell.text.split()) <= _HEAD
        and (kind := list_of(cell.text)) is not None
    }


def _under_heads(
    rows: Sequence[list[Cell]], headed: dict[int, List]
) -> Iterator[Finding[AnyRecord]]:
    """Each person by the column that his mark stands in; nobody whose marks contradict."""
    for cells in rows:
        entry = _entry(cells[0].text)
        marks = [c for c in cells if c.column in headed and not _NOT.fullmatch(c.text.strip())]
        if entry is not None and len(marks) == 1:
            kind = List(headed[marks[0].column].status, "member")
            yield _marked(entry, cells, marks[0], kind, min(headed))


def _rows(table: Table) -> Iterator[list[Cell]]:
    for row in table.rows:
        cells = [c for c in row.cells if c.text]
        if cells and cells[0].column == min(c.column for c in row.cells):
            yield cells


def _is_person(text: str) -> bool:
    entry = _entry(text)
    return entry is not None and (" " in entry.person.name or entry.person.honorific is not None)


def _entry(text: str) -> Entry | None:
    """The one whom a first cell names, with a post behind the name or without."""
    person = parse_person(text)
    if person is not None:
        return Entry(person, None, 0, len(text))
    named = list(entries(text))
    return named[0] if len(named) == 1 and named[0].start == 0 and named[0].role else None


def _mark_columns(rows: Sequence[list[Cell]]) -> set[int]:
    """The columns whose filled cells are marks, in half of the rows at least.

    The last row of a longer table may hold what stood below it.
    """
    held: dict[int, list[str]] = {}
    for cells in rows:
        for cell in cells[1:]:
            held.setdefault(cell.column, []).append(cell.text.strip())
    known = set(words("people", "register_marks"))
    return {
        column
        for column, texts in held.items()
        if len(texts) * 2 >= len(rows)
        and sum(_MARK.fullmatch(t) is not None for t in texts) >= len(texts) - (len(texts) > _LEAST)
        and any(t.lower() in known for t in texts)
    }


def _dated(table: Table) -> dict[int, date]:
    """The columns whose head is a date, by their place; of the first row that has two."""
    for row in table.rows[:3]:
        dated = {c.column: d for c in row.cells for _, _, d in dates_in(c.text)}
        if len(dated) >= 2:
            return dated
    return {}


def _column_of(table: Table, before: Sequence[Block], marks: set[int]) -> int | None:
    """The column of this meeting: under its date, or the only one with marks."""
    dated = _dated(table)
    if not dated:
        above = next((b for b in reversed(before[-3:]) if isinstance(b, Table)), None)
        heads = _dated(above) if above is not None else {}
        last = max((c.column for row in table.rows for c in row.cells), default=0)
        shift = last - max(heads, default=0)  # both tables end at the same edge
        dated = {column + shift: day for column, day in heads.items()}
    if not dated:
        return next(iter(marks)) if len(marks) == 1 else None
    said = [d for b in before if isinstance(b, Paragraph) for _, _, d in dates_in(b.text)]
    fitting = [c for day in said for c, head in dated.items() if head == day]
    return fitting[0] if fitting else None


def _meanings(after: Sequence[Block]) -> dict[str, List]:
    """What each mark means, by the legend below the register or by itself."""
    meanings = {mark: List("present", "member") for mark in words("people", "register_marks")}
    for passage in _texts(after):
        for told in _LEGEND.finditer(passage.text):
            said = told["said"]
            kind = list_of(said)
            if re.match(r"sanction|excus|accept", said, re.IGNORECASE):
                kind = List("apologies", "member")
            elif re.match(r"late|left|part|attend|in attendance|virtual", said, re.IGNORECASE):
                kind = List("present", "member")
            if kind is not None:
                meanings[told["mark"].lower()] = List(kind.status, "member")
    for mark, status in (("apologies", "apologies"), ("apol", "apologies"), ("absent", "absent")):
        meanings.setdefault(mark, List(status, "member"))
    return meanings


def _texts(blocks: Sequence[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.passage
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield cell.passage
