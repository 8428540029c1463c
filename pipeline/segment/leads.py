"""Who leads each item, in a column right of the titles: '1  Apologies          JT'.

Where no lines are drawn, the column's words are run on to the titles, and two items that nothing
stands under look like a table of two columns. Both are told by the wide gap before the letters.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import structs

from pipeline.document import Block, Paragraph, Passage, Row, Table
from pipeline.lexicon import rule
from pipeline.segment.numbering import leading, parse

_LEAD = rule("parts", "lead_of_item")
_GAP = 40.0
"""Points between a title and the column, at least."""
_COLUMN = 30.0
"""Points within which the entries of the column begin."""
_FEW = 3
"""Titles with such an entry that tell a column."""


def without_leads(flow: Sequence[Block]) -> Sequence[Block]:
    """`flow`, its numbered titles without who leads them; as it was where there is no column."""
    found = {at: cut for at, b in enumerate(flow) if (cut := _lead_behind(b)) is not None}
    places = [_left(flow[at], cut) for at, cut in found.items()]
    if len(places) < _FEW:
        return flow
    middle = median(places)
    out: list[Block] = []
    for at, block in enumerate(flow):
        cut = found.get(at)
        if isinstance(block, Paragraph):
            beside = cut is not None and abs(_left(block, cut) - middle) <= _COLUMN
            passage = block.passage.cut(0, cut) if beside else block.passage
            out.append(structs.replace(block, passage=passage))
        else:
            out += list(_titles(block, middle)) or [block]
    return out


def _lead_behind(block: Block) -> int | None:
    """Where the lead begins behind a numbered title and a wide gap."""
    if not isinstance(block, Paragraph) or not (block.marker or "")[:1].isdigit():
        return None
    for before, word in itertools.pairwise(block.passage.words):
        apart = word.box.x0 - before.box.x1 > _GAP and word.page == before.page
        if apart and _LEAD.fullmatch(block.text[word.start :].strip()):
            return word.start
    return None


def _left(block: Block, cut: int | None) -> float:
    words = block.passage.words if isinstance(block, Paragraph) else ()
    return next((w.box.x0 for w in words if w.start == cut), 0.0)


def _titles(table: Table, column: float) -> Iterator[Paragraph]:
    """The rows of a table as titles; none where one of them is anything else."""
    titles = [_title(row, column) for row in table.rows]
    if all(titles):
        yield from (title for title in titles if title is not None)


def _title(row: Row, column: float) -> Paragraph | None:
    cells = [c for c in row.cells if c.text]
    words = cells[-1].passage.words if cells else ()
    if len(cells) not in (2, 3) or not words or abs(words[0].box.x0 - column) > _COLUMN:
        return None
    if not _LEAD.fullmatch(cells[-1].text):
        return None
    if len(cells) == 3:
        number = parse(cells[0].text)
        return Paragraph(cells[1].passage, number.printed) if number else None
    start = leading(cells[0].text)
    passage: Passage = cells[0].passage
    return Paragraph(passage.cut(start[1]), start[0].printed) if start else None
