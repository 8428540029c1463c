"""Minutes that are set as one table, number beside text beside who is to act, as paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Cell, Paragraph, Passage, Row, Table, Word, join
from pipeline.lexicon import rule
from pipeline.segment.cell_paragraphs import REFERENCE, cut_cell, lines_of
from pipeline.segment.frame_numbers import numbered, numbers_apart
from pipeline.segment.numbering import Number, parse

_BUSINESS = rule("parts", "business")
_ACTION_HEAD = rule("parts", "action_column")
_DECISION_HEAD = rule("parts", "decision_column")
_DECIDES = rule("parts", "decides")
_DECIDED = rule("parts", "decided_beside")
_DECISION_WORD = rule("parts", "word_for_decisions")
_TASK_WORD = rule("parts", "word_for_tasks")
_NOBODY = rule("parts", "nobody_acts")
_TASK = rule("parts", "task_beside")
"""'Clerk to write to the county': one task over several lines, no list of owners."""
_ENDED = re.compile(r"[.:;?!][”’\"')]*$")
_LONG = 120
"""Characters in the longest text of a table that holds minutes and not a list."""
_HEAD, _MOST, _NAME = 4, 5, 30
"""Rows at the top of a table among which its head stands, its columns at most, and the most
characters of the name of one."""
_SERIES = 8
"""Numbers of a series that is told from a misprint in it."""


def without_frames(flow: Sequence[Block]) -> tuple[Block, ...]:
    """`flow`, with the rows of minutes that are framed by a table as the paragraphs they hold.

    A table is such a frame where the numbers of its first column rise from row to row, and what
    stands beside them is text: minutes, and no plan, log or account.
    """
    flow = [_counted(block) for block in _without_other_lists(flow)]
    framed = [isinstance(b, Table) and _is_frame(b) for b in flow]
    if not any(framed):
        return tuple(flow)
    first = _begins(flow, framed.index(True))
    out: list[Block] = list(flow[:first])
    action: Passage | None = None
    decision: Cell | None = None
    for block in flow[first:]:
        if not isinstance(block, Table) or not (
            block is flow[first] or _is_frame(block) or _goes_on(block)
        ):
            out.append(block)
            continue
        titles = _title_column(block)
        labels = _labels(block, begins=block is flow[first])
        if labels and len(labels) < len(block.rows):
            above = block.rows[: block.rows.index(labels[0])]
            for row in above:
                out += [p for c in _held(row) for p in cut_cell(c.passage)]
            out.append(structs.replace(block, rows=labels))
            labels = (*above, *labels)
        for row in block.rows:
            action = _action_head(row) or action
            decision = _decision_head(row) or decision
            if row not in labels:
                _append(out, list(_paragraphs(row, action, titles, decision)))
    return tuple(out)


def _labels(table: Table, *, begins: bool) -> tuple[Row, ...]:
    """The rows above the business that say who came, when and where: 'Present | A Ash'.

    A title over all the columns may stand above them where the minutes begin.
    """
    head = list(itertools.takewhile(lambda row: not _is_business(row), table.rows))
    if begins and not head and (found := numbered(table)):
        above = table.rows[: found[0][0]]
        titles = list(itertools.takewhile(lambda row: len(_held(row)) == 1, above))
        head = [row for row in above[len(titles) :] if not _is_business(row)]
    return tuple(row for row in head if _action_head(row) is None and len(_held(row)) > 1)


def _counted(block: Block) -> Block:
    """A table that is a frame once the numbers in front of its rows stand apart; else the block."""
    if not isinstance(block, Table) or _is_frame(block):
        return block
    apart = numbers_apart(block)
    return apart if apart is not block and _is_frame(apart) else block


def _without_other_lists(flow: Sequence[Block]) -> list[Block]:
    """`flow`, with a frame that one table holds with a list of other numbers above set apart."""
    out: list[Block] = []
    for block in flow:
        at = _last_series(block) if isinstance(block, Table) else 0
        if isinstance(block, Table) and at:
            parts = [structs.replace(block, rows=r) for r in (block.rows[:at], block.rows[at:])]
            out += parts if _is_frame(parts[1]) else [block]
        else:
            out.append(block)
    return out


def _last_series(table: Table) -> int:
    """The row at which the last series of numbers of a table begins; 0 where it has but one."""
    series = [(at, n.series) for at, n in numbered(table)]
    of_last = list(itertools.takewhile(lambda each: each[1] == series[-1][1], reversed(series)))
    return of_last[-1][0] if len(of_last) < len(series) else 0


def _begins(flow: Sequence[Block], first: int) -> int:
    """Where the frame begins: its first rows may stand in a table of their own, a page above."""
    last, numbers = flow[first], _numbers_of(flow[first])
    for at in range(first - 1, max(-1, first - 4), -1):
        above = flow[at]
        if not isinstance(above, Table) or not isinstance(last, Table):
            continue
        own = _numbers_of(above)
        goes_on = own and numbers and own[-1].series == numbers[0].series
        if above.columns == last.columns and goes_on and own[-1].place < numbers[0].place:
            return at
    return first


def _title_column(table: Table) -> int | None:
    """The column of titles between the numbers and the text, as 'Item | Notes | Action' has it."""
    rows = [table.rows[at] for at, _ in numbered(table)]
    beside = [len(row.text(1)) for row in rows]
    texts = [len(row.text(2)) for row in rows]
    if not rows or table.columns < 3 or 2 * sum(n > 0 for n in beside) < len(rows):
        return None
    return 1 if sum(beside) < sum(texts) and max(beside) < 2 * _LONG else None


def _held(row: Row) -> list[Cell]:
    return [c for c in row.cells if c.text]


def _is_business(row: Row) -> bool:
    """Whether a row begins with a number, or holds text alone: 'Date | 26 February' does not."""
    cells = _held(row)
    if not cells:
        return False
    return parse(cells[0].text) is not None or len(cells[0].text) > 40 or len(cells) == 1


def _append(out: list[Block], blocks: list[Block]) -> None:
    """Add a row's paragraphs; the first may go on a sentence that the page before broke off."""
    if out and blocks:
        last, first = out[-1], blocks[0]
        if (
            isinstance(last, Paragraph)
            and isinstance(first, Paragraph)
            and first.marker is None
            and last.page != first.page
            and not last.passage.bold
            and not _ENDED.search(last.text)
        ):
            joined = join([last.passage, first.passage])
            out[-1] = structs.replace(last, passage=joined)
            blocks = blocks[1:]
    out += blocks


def _numbers(table: Table) -> list[Number]:
    return [number for _, number in numbered(table)]


def _numbers_of(block: Block) -> list[Number]:
    return _numbers(block) if isinstance(block, Table) else []


def _in_order(places: Sequence[int]) -> list[int]:
    """The places of a series of numbers, without the one of a long series that is misprinted.

    'BM 133/2021' between 32 and 34 counts nothing.
    """
    if len(places) < _SERIES:
        return list(places)
    broken = next((at for at, (a, b) in enumerate(itertools.pairwise(places)) if a >= b), None)
    doubtful = (0, len(places) - 1) if broken is None else (broken, broken + 1)
    for at in doubtful if not _counts(places) else ():
        rest = [*places[:at], *places[at + 1 :]]
        if _counts(rest):
            return rest
    return list(places)


def _counts(places: Sequence[int]) -> bool:
    """Whether numbers rise from row to row, and leave out few."""
    rises = all(a < b for a, b in itertools.pairwise(places))
    return rises and places[-1] - places[0] < 3 * len(places)


def _is_frame(table: Table) -> bool:
    numbers = _numbers(table)
    places = _in_order([n.place for n in numbers])
    texts = [max((c.text for c in row.cells), key=len, default="") for row in table.rows]
    beside = _title_column(table) or any(map(_decision_head, table.rows[:_HEAD]))
    titles = [row.text(1) for row in table.rows] if beside else texts
    return (
        len(numbers) >= 3
        and len({n.series for n in numbers}) == 1
        and _counts(places)
        and max(map(len, texts)) > _LONG
        and all(_is_text(row, table) for row in table.rows)
        # A log or plan is numbered too: only minutes have apologies, minutes and a next meeting.
        and sum(_BUSINESS.search(text[:60]) is not None for text in titles) >= 2
    )


def _goes_on(table: Table) -> bool:
    """Whether a table after a frame is its next page: text in one column, numbers beside some."""
    longest = max((len(c.text) for row in table.rows for c in row.cells), default=0)
    return all(_is_text(row, table) for row in table.rows) and longest > _LONG


def _is_text(row: Row, table: Table) -> bool:
    """Whether a row may be of minutes: a number, a title or none, a text, and who is to act.

    A column of decisions may hold a text too.
    """
    held = _held(row)
    more = any(map(_decision_head, table.rows[:_HEAD]))
    return len(held) <= 4 + more and sum(len(c.text) > 40 for c in held) <= 2 + more


def _action_head(row: Row) -> Passage | None:
    cells = [c for c in row.cells if c.text]
    most = 3 if _decision_head(row) is None else 5
    if cells and len(cells) <= most and _ACTION_HEAD.fullmatch(cells[-1].text):
        return cells[-1].passage
    return None


def _decision_head(row: Row) -> Cell | None:
    """The head of a column that holds what was decided."""
    cells = [c for c in row.cells if c.text]
    if 2 <= len(cells) <= _MOST and all(len(c.text) < _NAME for c in cells):
        return next((c for c in cells[1:] if _DECISION_HEAD.fullmatch(c.text)), None)
    return None


def _paragraphs(
    row: Row, action: Passage | None, titles: int | None, decision: Cell | None
) -> Iterator[Block]:
    """What a row of minutes holds, in order: its title, its text, what was decided, who acts."""
    if _decision_head(row) is not None:
        return
    decided = [c for c in row.cells if decision is not None and c.column == decision.column]
    rest = structs.replace(row, cells=tuple(c for c in row.cells if c not in decided))
    beside = [c for c in rest.cells if decision is not None and c.column > decision.column]
    if not any(c.text for c in decided) or decision is None:
        yield from _recorded(rest, action, titles)
        return
    yield from _recorded(
        structs.replace(rest, cells=rest.cells[: -len(beside) or None]), None, titles
    )
    for cell in decided:
        said = list(cut_cell(cell.passage, listed=True))
        if said and not _says_itself(cell.text, decision.text):
            said[0] = structs.replace(
                said[0], passage=join([decision.passage, said[0].passage], ": ")
            )
        elif task := _TASK_WORD.search(decision.text):
            said = [_labelled(piece, decision.passage, task) for piece in said]
        yield from _with_owners(said, beside, action)


def _says_itself(text: str, head: str) -> bool:
    """Whether a cell tells by itself what it is, or its head wouldn't: 'Outcomes and actions'."""
    told = any(_DECIDES.search(each) for each in (text, text.lower()))
    return told or _TASK_WORD.search(head) is not None


def _labelled(piece: Paragraph, head: Passage, task: re.Match[str]) -> Paragraph:
    """An entry of a column of decisions and tasks under the word of its head that it belongs to."""
    text, decided = piece.text, _DECISION_WORD.search(head.text)
    number = REFERENCE.match(text)
    if number or _TASK.search(text):
        label = head.cut(*task.span())
        piece = structs.replace(piece, passage=piece.passage.cut(number.end() if number else 0))
    elif decided and _DECIDED.search(text) and not _DECIDES.search(text):
        label = head.cut(*decided.span())
    else:
        return piece
    return structs.replace(piece, passage=join([label, piece.passage], ": "))


def _recorded(row: Row, action: Passage | None, titles: int | None) -> Iterator[Block]:
    cells = [c for c in row.cells if c.text]
    number = parse(cells[0].text) if cells and cells[0].column == 0 else None
    marker = cells.pop(0) if number is not None and len(cells) > 1 else None
    if not cells or _action_head(row) is not None:
        return
    title = next((c for c in cells if c.column == titles), None)
    if title is not None and marker is not None:
        # The type of a title's column says nothing more: its place is that of a heading.
        yield Paragraph(title.passage, marker.text, style="heading")
        cells, marker = [c for c in cells if c is not title], None
    if titles is not None and action is not None:
        # What stands right of the text is who is to act, even where nothing was noted.
        text = next((c for c in cells if c.column == titles + 1), None)
        beside = [c for c in cells if c.column > titles + 1]
        yield from _with_owners(list(cut_cell(text.passage)) if text else [], beside, action)
        return
    if not cells:
        return
    text = max(cells, key=lambda c: len(c.text))
    beside = [c for c in cells if c.column > text.column]
    told = [c for c in cells if c.column < text.column or (action is None and c in beside)]
    blocks = [p for c in cells if c is text or c in told for p in cut_cell(c.passage)]
    if marker is not None and blocks:
        blocks[0] = structs.replace(blocks[0], marker=marker.text)
    yield from _with_owners(blocks, beside, action)


def _with_owners(
    blocks: Sequence[Paragraph], beside: Sequence[Cell], action: Passage | None
) -> Iterator[Paragraph]:
    """The paragraphs, each followed by who is to act on it, as its column names it."""
    named = [c for c in beside if not _NOBODY.fullmatch(c.text)]
    owners = [line for cell in named for line in _owner_lines(cell.passage)] if action else []
    for at, block in enumerate(blocks):
        yield block
        last = at == len(blocks) - 1
        words = block.passage.words
        mine = [o for o in owners if last or not o.words or _stands_by(o, words)]
        for owner in mine:
            owners.remove(owner)
            if action is not None:
                yield Paragraph(join([action, owner], ": "))
    if not blocks and action is not None:
        yield from (Paragraph(join([action, owner], ": ")) for owner in owners)


def _owner_lines(passage: Passage) -> list[Passage]:
    lines = lines_of(passage)
    if not lines or _TASK.search(passage.text):
        return [passage] if passage.text else []
    return [passage.cut(line[0].start, line[-1].end) for line in lines]


def _stands_by(owner: Passage, words: Sequence[Word]) -> bool:
    place = owner.words[0]
    same = [w for w in words if w.page == place.page]
    return bool(same) and place.box.top <= max(w.box.bottom for w in same)
