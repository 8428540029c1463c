"""Hand-built passages, tables, items and parts: what readers and segmenting would give.

Text is set on an invented page, five points to a character; `**words**` are bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from pipeline.document import (
    Block,
    Cell,
    Item,
    Paragraph,
    Part,
    PartKind,
    Passage,
    Row,
    Style,
    Table,
    Word,
)
from pipeline.extract.base import Extractor
from pipeline.provenance import Box, Finding, Rejected
from pipeline.records import AnyRecord

RecordT = TypeVar("RecordT")


def passage(text: str, *, page: int = 1, top: float = 100.0) -> Passage:
    words: list[Word] = []
    plain, bold = "", False
    for stretch in re.split(r"(\*\*)", text):
        if stretch == "**":
            bold = not bold
            continue
        for match in re.finditer(r"\S+", stretch):
            start, end = len(plain) + match.start(), len(plain) + match.end()
            box = Box(50 + 5.0 * start, top, 50 + 5.0 * end, top + 10)
            words.append(Word(start, end, page, box, bold))
        plain += stretch
    return Passage(plain, tuple(words))


def para(
    text: str,
    marker: str | None = None,
    *,
    indent: float = 0.0,
    style: Style = "",
    page: int = 1,
    centred: bool = False,
) -> Paragraph:
    return Paragraph(passage(text, page=page), marker, indent, style, centred)


def bullets(*texts: str, marker: str = "•", indent: float = 18.0) -> list[Paragraph]:
    return [para(text, marker, indent=indent) for text in texts]


def table(*rows: Sequence[str], ruled: bool = True, page: int = 1) -> Table:
    """A table of as many columns as its first row has; '^' is a merged cell's lower part.

    A row of one text spans all the columns.
    """
    columns = len(rows[0])
    made = []
    for row in rows:
        span = columns if len(row) == 1 else 1
        cells = [
            Cell(passage("" if t == "^" else t, page=page), column, span, above=t == "^")
            for column, t in enumerate(row)
        ]
        made.append(Row(tuple(cells), page=page))
    return Table(tuple(made), columns, ruled)


def blocks(*given: str | Block | Sequence[Block]) -> tuple[Block, ...]:
    """Paragraphs from texts, the rest as it is, lists laid flat."""
    found: list[Block] = []
    for each in given:
        if isinstance(each, str):
            found.append(para(each))
        elif isinstance(each, Paragraph | Table):
            found.append(each)
        else:
            found.extend(each)
    return tuple(found)


def item(
    number: str | None,
    heading: str,
    *given: str | Block | Sequence[Block],
    under: str | None = None,
) -> Item:
    return Item(number, passage(heading), blocks(*given), under=under)


def part(
    kind: PartKind,
    *preamble: str | Block | Sequence[Block],
    items: Sequence[Item] = (),
    index: int = 0,
) -> Part:
    front = blocks(*preamble)
    flow = list(front)
    for each in items:
        flow += [Paragraph(each.heading, each.number), *each.flow]
    return Part(index, kind, tuple(flow), items=tuple(items), preamble=front if items else ())


def minutes(*items: Item, front: Sequence[str | Block] = ()) -> Part:
    return part("minutes", *front, items=items)


def values(extractor: Extractor, of: Part) -> list[AnyRecord]:
    """The records that an extractor finds, in order."""
    return [f.value for f in extractor.find(of) if isinstance(f, Finding)]


def quotes(extractor: Extractor, of: Part) -> list[str]:
    """The first source's quote of every finding, in order."""
    return [f.sources[0].quote for f in extractor.find(of) if isinstance(f, Finding)]


def refusals(extractor: Extractor, of: Part) -> list[str]:
    """The texts that an extractor turned down, in order."""
    return [f.text for f in extractor.find(of) if isinstance(f, Rejected)]


def only(kind: type[RecordT], extractor: Extractor, of: Part) -> list[RecordT]:
    """The records, checked to be of one kind."""
    found = values(extractor, of)
    assert all(isinstance(each, kind) for each in found)
    return [each for each in found if isinstance(each, kind)]
