"""A part's flow as a list of entries, each a line of business that may be a heading."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document import Block, Paragraph, Passage, Style, Table
from pipeline.lexicon import rule
from pipeline.segment.numbering import Number, is_named, leading, parse, years_in_front

_LABEL = rule("parts", "item_label")
"""'Item 3:' on a line of its own."""
_BULLET = re.compile(r"[•●▪■◦\uf0b7\uf0a7\uf0d8\uf0fc]")
_LISTED = re.compile(rf"{_BULLET.pattern}|[-–o*]")
"""What begins a line of a list within a cell."""
_OF_YEAR = re.compile(r"/\d{2}(?:\d\d)?$")
"""'56/27' is an item's number behind a bullet too, where '3.' might count anything."""
_ALONE = re.compile(r"\(?\d{1,3}(?:[./]\d{1,4}){0,2}[.)]")
_ALONE_BARE = re.compile(r"\d{1,3}(?:[./]\d{1,4}){0,2}")
_ALONE_WHOLE = re.compile(r"\d{1,2}\.0")
"""'2.0' on a line of its own counts items, where '2.1' counts what stands below them."""

_ALONE_ANY = re.compile(r"(?:[A-Z]{1,4}[ /]?)?\d{1,4}(?:[./]\d{1,4}){0,2}[.)]?", re.IGNORECASE)
"""'60', '2.15.1', '45/24', 'JTB 13/001', 'C/141/2017': a number on a line of its own."""
_STROKE = re.compile(r"\d/")
_COUNTING = 4
"""Such lines, counting on, of which it is told that they number the items."""
_LONG_RUN = 6
"""Such lines, of which fewer need stand above what reads as a title."""
_COLUMN = 3
"""Such lines with nothing between them, that stand apart from their titles."""
_INNER = re.compile(r"(?P<number>\d{1,2}\.)\s+(?=[A-Z])")
"""'1. 3. MINUTES': a list begun anew for each item, and the item's own number."""
_GLUED = re.compile(r"\d{1,2}(?=[A-Z](?:[a-z]{2}|[A-Z]{2,}))")
_MOTION = rule("business", "block_numbered")
"""'R2027-16 S. Ash, L. Elm:'"""
_TITLE = 160
_FIRST = re.compile(r"1(?:\.0?)?[.)]?\s+[A-Z]")
_PAGES = re.compile(
    r"\(?(?:pages?|pp?\.?)?\s*(?P<range>\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?)\)?", re.IGNORECASE
)
_TRAILING_PAGES = re.compile(
    r"\s\(?(?:(?:pages?|pp?\.)\s*(?P<range>\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?)"
    r"|(?P<bare>\d{1,4}\s*[-–]\s*\d{1,4}))\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entry:
    """A paragraph, or one row of a list set in columns, as a candidate for a heading."""

    block: Block
    text: Passage
    """Without the number."""
    number: Number | None
    index: int
    """Place of `block` in the flow."""
    indent: float = 0.0
    style: Style = ""
    pages: str | None = None
    """A page range printed beside it, as on an agenda."""
    named: bool = False
    """The word 'Item' or 'Minute' stands before the number."""
    label: int | None = None
    """Place in the flow of the line above that holds only its number."""

    @property
    def start(self) -> int:
        """The first place in the flow that belongs to it."""
        return self.index if self.label is None else self.label


def entries_of(flow: Sequence[Block], *, agenda: bool = False) -> list[Entry]:
    """The candidates of a flow in order; on an agenda, table rows are candidates too."""
    found: list[Entry] = []
    above = _numbers_above(flow)
    stamp = _stamped_above(flow)
    apart = _column_apart(flow)
    glued = _glued(flow)
    for index, block in enumerate(flow):
        if isinstance(block, Paragraph):
            entry = _of_paragraph(block, index, agenda=agenda)
            if index in glued:
                digits = glued[index]
                text = block.passage.cut(digits)
                entry = replace(entry, number=parse(block.text[:digits]), text=text)
            label = _number_above(flow, index, entry, known=index - 1 in above)
            if label is not None and (index - 1 == stamp or index - 1 in apart):
                label = None
            if label is not None:
                named = _LABEL.match(_line(flow[index - 1])) is not None
                entry = replace(entry, number=label, named=named, label=index - 1)
                found.pop()
            elif found and _belongs_above(found[-1], entry):
                # The number stands beside the first bullet under its heading.
                found[-1] = replace(found[-1], number=entry.number)
                entry = replace(entry, number=None)
            found.append(entry)
        elif agenda:
            found.extend(_of_rows(block, index))
    numbers = years_in_front([entry.number for entry in found])
    return [
        entry if number is entry.number else replace(entry, number=number)
        for entry, number in zip(found, numbers, strict=True)
    ]


def _glued(flow: Sequence[Block]) -> dict[int, int]:
    """The paragraphs whose number stands straight before the title: '1Welcome', '2Apologies'.

    They rise from 1 or 2 through the paper, three at least; and how many digits each number has.
    """
    found = {
        at: match
        for at, block in enumerate(flow)
        if isinstance(block, Paragraph)
        and block.marker is None
        and (match := _GLUED.match(block.text)) is not None
    }
    places = [int(match.group()) for match in found.values()]
    rises = places == sorted(set(places)) and places[:1] in ([1], [2])
    return {at: m.end() for at, m in found.items()} if rises and len(places) >= _COLUMN else {}


def _belongs_above(above: Entry, entry: Entry) -> bool:
    return (
        entry.number is not None
        and above.number is None
        and above.index == entry.index - 1
        and isinstance(above.block, Paragraph)
        and above.block.marker is None
        and above.text.bold
        and len(above.text.text) < 80
        and _BULLET.match(entry.text.text) is not None
    )


def _line(block: Block) -> str:
    return f"{block.marker or ''} {block.text}".strip() if isinstance(block, Paragraph) else ""


def _numbers_above(flow: Sequence[Block]) -> frozenset[int]:
    """The lines that hold nothing but an item's number, where each stands above its title.

    They count on, four at least, and what stands below them reads as titles do. Where numbers
    stand below their titles, the line above is a heading and the line below is prose.
    """
    alone = [
        (at, number)
        for at, block in enumerate(flow[:-1])
        if _ALONE_ANY.fullmatch(line := _line(block)) and (number := parse(line)) is not None
    ]
    longest: list[int] = []
    for first in range(len(alone)):
        run = [alone[first]]
        for at, number in alone[first + 1 :]:
            last = run[-1][1]
            if number.series == last.series and number.place == last.place + 1:
                run.append((at, number))
        longest = max(longest, [at for at, _ in run], key=len)
    titled = sum(_reads_as_title(flow[at + 1]) for at in longest)
    headed = sum(at > 0 and _reads_as_heading(flow[at - 1]) for at in longest)
    most = 2 / 3 if len(longest) >= _LONG_RUN else 4 / 5
    told = len(longest) >= _COUNTING and titled >= len(longest) * most and titled > headed
    return frozenset(longest) if told else _of_known_series(flow, alone)


def _of_known_series(flow: Sequence[Block], alone: Sequence[tuple[int, Number]]) -> frozenset[int]:
    """The numbers alone on their lines whose like stand before titles elsewhere: '05/22/02'."""
    beside = Counter(
        start[0].series
        for block in flow
        if isinstance(block, Paragraph) and (start := leading(_line(block))) is not None
    )
    return frozenset(
        at
        for at, number in alone
        if _STROKE.search(number.series)
        and beside[number.series] > 1
        and _reads_as_title(flow[at + 1])
        and not (at and _reads_as_heading(flow[at - 1]))
    )


def _reads_as_title(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.marker is None
        and len(block.text) < _TITLE
        and block.text[:1].isupper()
        and not block.text.endswith((".", ";", ","))
    )


def _reads_as_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.text.isupper() or block.passage.bold)


def _stamped_above(flow: Sequence[Block]) -> int | None:
    """Where 'Agenda Item 4' stands over minutes that have a first item of their own.

    It tells their place in the pack that they are printed in, and opens no item of theirs.
    """
    stamp = next((n for n, b in enumerate(flow[:2]) if _LABEL.match(_line(b))), None)
    if stamp is None or not _line(flow[stamp]).lower().startswith("agenda"):
        return None
    return stamp if any(_FIRST.match(_line(b)) for b in flow[stamp + 1 :]) else None


def _column_apart(flow: Sequence[Block]) -> frozenset[int]:
    """The lines of a column of numbers that a scan's text sets above all their titles.

    '1.1.', '1.2.', '2.1.' with nothing in between: the last is no nearer to its title than they.
    """
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate([*flow, None]):
        if block is not None and _ALONE_ANY.fullmatch(_line(block)) and parse(_line(block)):
            run.append(at)
            continue
        found.update(run if len(run) >= _COLUMN else ())
        run = []
    return frozenset(found)


def _number_above(flow: Sequence[Block], index: int, entry: Entry, *, known: bool) -> Number | None:
    """The number that stands alone on the line above a title."""
    if not index or entry.number is not None or (entry.style == "label" and not known):
        return None
    block, above = flow[index], _line(flow[index - 1])
    if not isinstance(block, Paragraph) or block.marker is not None or len(block.text) > 200:
        return None
    if _LABEL.match(above):
        return _digits(above)
    plain = entry.text.bold or entry.style == "heading" or entry.text.text.isupper()
    if (
        _ALONE.fullmatch(above)
        or _ALONE_WHOLE.fullmatch(above)
        or (plain and _ALONE_BARE.fullmatch(above))
        or (known and len(block.text) < _TITLE)
    ):
        return parse(above)
    return None


def _digits(label: str) -> Number | None:
    found = re.search(r"\d+", label)
    return parse(found.group()) if found else None


def _of_paragraph(block: Paragraph, index: int, *, agenda: bool) -> Entry:
    text, number = block.passage, parse(block.marker) if block.marker else None
    if number is None and (block.marker is None or _BULLET.fullmatch(block.marker)):
        start = leading(text.text)
        if start is not None and (block.marker is None or _OF_YEAR.search(start[0].series)):
            number, text = start[0], text.cut(start[1])
    elif number is not None and number.printed == "1" and (inner := _INNER.match(text.text)):
        number, text = parse(inner["number"]), text.cut(inner.end())
    pages = None
    if agenda and (match := _TRAILING_PAGES.search(text.text)):
        pages, text = match["range"] or match["bare"], text.cut(0, match.start())
    if number is not None and _MOTION.fullmatch(block.text):
        number, text = None, block.passage  # it numbers a motion, and not the business
    named = number is not None and is_named(block.text)
    return Entry(block, text, number, index, block.indent, block.style, pages, named)


def _of_rows(table: Table, index: int) -> Iterator[Entry]:
    for row in table.rows:
        cells = [c for c in row.cells if c.text]
        pages = None
        if len(cells) > 1 and (match := _PAGES.fullmatch(cells[-1].text)):
            pages = match["range"]
            cells = cells[:-1]
        if not cells:
            continue
        number, text = parse(cells[0].text), cells[0].passage
        if number is not None and len(cells) > 1:
            text = cells[1].passage
        else:
            start = leading(text.text)
            number, text = (start[0], text.cut(start[1])) if start else (None, text)
        if pages is None and (match := _TRAILING_PAGES.search(text.text)):
            pages, text = match["range"] or match["bare"], text.cut(0, match.start())
        yield Entry(table, _above_list(text), number, index, pages=pages)


def _above_list(title: Passage) -> Passage:
    """The title of a cell without the bullets that stand on lines of their own below it."""
    for above, word in itertools.pairwise(title.words):
        below = word.page == above.page and word.box.top > above.box.bottom - 1.0
        if below and _LISTED.fullmatch(title.text[word.start : word.end]):
            return title.cut(0, word.start)
    return title
