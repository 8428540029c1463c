"""Tables without upright lines: a head of several columns, and rows that keep to its columns.

Rows are told by what separates them: level lines, stripes of colour, wider gaps, or, where every
line is as far from the next, the column that only the first line of a row fills.
"""

from __future__ import annotations

import itertools
import operator
from bisect import bisect_right
from collections.abc import Container, Sequence

from pipeline.document import Cell, Row, Table
from pipeline.read.pdf.ink import InkWord, PageInk
from pipeline.read.pdf.lines import Line, lines_of, passage

_GAP = 0.75
"""Font sizes of white space that part two names of a head."""
_COLUMNS, _COLUMNS_RULED = 4, 3
"""The fewest columns of a head that nothing, or a level line, sets off."""
_FAR = 4.5
"""Font sizes between two lines from which the table is over."""
_SLACK = 2.0
_WIDE = 0.6
"""Share of the table's width that a separating line or stripe spans."""
_WIDER = 1.2
"""By how much the gap between rows exceeds that between a row's lines."""
_MAX_HEAD = 12
_HEAD_LINES = 4
"""The most lines of a head."""
_HEAD_PITCH = 1.5
"""Font sizes between two lines of a head, at most."""
_NAME, _TITLE = 6, 12
"""The most words of a column's name, and of a line that stands over some of the rows."""


def grids(
    lines: Sequence[Line], ink: PageInk, known: Container[str]
) -> list[Line | tuple[Table, float]]:
    """The lines in order, those that make up such tables replaced by the table and its top."""
    result: list[Line | tuple[Table, float]] = []
    at = 0
    while at < len(lines):
        table, used = _grid_at(lines, at, ink, known)
        if table is None:
            result.append(lines[at])
            at += 1
        else:
            result.append((table, lines[at].box.top))
            at += used
    return result


def _grid_at(
    lines: Sequence[Line], at: int, ink: PageInk, known: Container[str]
) -> tuple[Table | None, int]:
    heads, starts = _head(lines, at)
    if not _COLUMNS_RULED <= len(starts) <= _MAX_HEAD:
        return None, 0
    head, first = heads[-1], at + len(heads)
    body = list(
        itertools.takewhile(lambda line: _keeps(line, starts) or _names_rows(line), lines[first:])
    )
    while body and _names_rows(body[-1]):
        body.pop()
    for number, (above, line) in enumerate(itertools.pairwise([head, *body])):
        if line.baseline - above.baseline > _FAR * max(line.size, above.size):
            body = body[:number]
            break
    if len(body) < 2 or not _aligned(body, starts):
        return None, 0
    right = max(line.box.x1 for line in (*heads, *body))
    levels = _levels(ink, starts[0], right, head.box.top, body[-1].box.bottom)
    under = any(head.baseline < level < body[0].baseline for level in levels)
    plain = head.bold and not any(line.bold and not _names_rows(line) for line in body)
    if not under and not (plain and len(starts) >= _COLUMNS):
        return None, 0
    rows = [heads, *_rows(body, levels, starts)]
    if len(rows) < 3:
        return None, 0
    made = tuple(_row(row, starts, ink, known) for row in _with_merged(rows, starts, ink, levels))
    return Table(made, columns=len(starts)), len(heads) + len(body)


def _head(lines: Sequence[Line], at: int) -> tuple[list[Line], list[float]]:
    """The lines of a head that begins at a line, and where its columns start.

    Names of several words run over lines, each under its own column: 'Target' over 'date'.
    """
    heads = [lines[at]]
    columns = [(n.box.x0, n.box.x1) for n in lines[at].segments(_GAP)]
    if not lines[at].bold or len(columns) < 2:
        return heads, [left for left, _ in columns] if _brief(lines[at]) else []
    for line in lines[at + 1 : at + _HEAD_LINES]:
        apart = line.baseline - heads[-1].baseline
        if not line.bold or not _brief(line) or apart > _HEAD_PITCH * line.size:
            break
        wider = columns
        for name in line.segments(_GAP):
            x0, x1 = name.box.x0, name.box.x1
            met = [c for c in wider if c[0] < x1 and x0 < c[1]]
            if len(met) > 1:
                return heads, []
            joined = (min([x0, *(c[0] for c in met)]), max([x1, *(c[1] for c in met)]))
            wider = sorted([c for c in wider if c not in met] + [joined])
        heads.append(line)
        columns = wider
    return heads, [left for left, _ in columns] if _brief(lines[at]) else []


def _brief(line: Line) -> bool:
    """Whether a line may be part of a head: none of its names is a sentence."""
    return all(len(name.words) <= _NAME for name in line.segments(_GAP))


def _names_rows(line: Line) -> bool:
    """Whether a line within a table may say what the rows below it are: bold, and of one piece."""
    return line.bold and len(line.segments(_GAP)) == 1 and len(line.words) <= _TITLE


def _keeps(line: Line, starts: Sequence[float]) -> bool:
    """Whether a line's words keep to the columns: none stands across the start of one."""
    if line.box.x0 < starts[0] - _SLACK:
        return False
    return not any(
        word.box.x0 < start - _SLACK and word.box.x1 > start + _SLACK
        for word in line.words
        for start in starts[1:]
    ) and not _prose(line, starts)


def _prose(line: Line, starts: Sequence[float]) -> bool:
    """Whether a line runs on over a column's start without a gap before it."""
    run_on = 0
    for before, word in itertools.pairwise(line.words):
        if _column(before, starts) != _column(word, starts):
            at_edge = any(abs(word.box.x0 - start) <= _SLACK for start in starts)
            run_on += not at_edge and word.box.x0 - before.box.x1 < 0.5 * word.size
    return run_on > 0


def _aligned(body: Sequence[Line], starts: Sequence[float]) -> bool:
    """Whether most columns have words that begin where their head's name does."""
    edges = {
        column
        for line in body
        for column, start in enumerate(starts)
        if any(abs(word.box.x0 - start) <= _SLACK for word in line.words)
    }
    return len(edges) >= max(3, 0.7 * len(starts))


def _levels(ink: PageInk, left: float, right: float, top: float, bottom: float) -> list[float]:
    """The heights at which a line or the edge of a stripe crosses the table."""
    width = _WIDE * (right - left)
    found = [
        (rule.box.top + rule.box.bottom) / 2
        for rule in ink.rules
        if rule.horizontal and _over(rule.box.x0, rule.box.x1, left, right) >= width
    ]
    for box, _ in ink.fills:
        if _over(box.x0, box.x1, left, right) >= width:
            found += [box.top, box.bottom]
    return sorted(level for level in found if top < level < bottom + 20)


def _over(x0: float, x1: float, left: float, right: float) -> float:
    return min(x1, right) - max(x0, left)


def _rows(
    body: Sequence[Line], levels: Sequence[float], starts: Sequence[float]
) -> list[list[Line]]:
    """The lines of each row."""
    gaps = [below.baseline - above.baseline for above, below in itertools.pairwise(body)]
    within = [level for level in levels if level > body[0].baseline]
    if within and sum(level < body[-1].baseline for level in within):
        breaks = [
            any(above.baseline < level < below.baseline for level in within)
            for above, below in itertools.pairwise(body)
        ]
    elif max(gaps) > _WIDER * min(gaps):
        breaks = [gap > _WIDER * min(gaps) for gap in gaps]
    else:
        anchor = _anchor(body, starts)
        breaks = [_fills(line, anchor, starts) for line in body[1:]]
    rows = [[body[0]]]
    bold = [_names_rows(line) for line in body]
    alone = [above or below for above, below in itertools.pairwise(bold)]
    for line, new in zip(body[1:], map(operator.or_, breaks, alone), strict=True):
        if new:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _anchor(body: Sequence[Line], starts: Sequence[float]) -> int:
    """The column that fewest lines fill, of those that the first line fills."""
    filled = [c for c in range(len(starts)) if _fills(body[0], c, starts)]
    return min(filled, key=lambda c: (sum(_fills(line, c, starts) for line in body), c), default=0)


def _column(word: InkWord, starts: Sequence[float]) -> int:
    return max(0, bisect_right(starts, word.box.x0 + _SLACK) - 1)


def _fills(line: Line, column: int, starts: Sequence[float]) -> bool:
    return any(_column(word, starts) == column for word in line.words)


def _with_merged(
    rows: Sequence[list[Line]], starts: Sequence[float], ink: PageInk, levels: Sequence[float]
) -> list[list[Line]]:
    """The rows' lines, what stands in a cell that is merged over rows put with the first of them.

    The line between two rows leaves out the columns whose cells are merged over both.
    """
    level = [rule for rule in ink.rules if rule.horizontal] if levels else []
    homes = [0] * len(starts)
    words: list[list[InkWord]] = [[w for line in rows[0] for w in line.words]]
    for at, (above, row) in enumerate(itertools.pairwise(rows), start=1):
        top, foot = above[-1].baseline, row[0].baseline
        between = [r.box for r in level if top < (r.box.top + r.box.bottom) / 2 < foot]
        met = [any(b.x0 <= s + _SLACK <= b.x1 for b in between) for s in starts]
        part = any(met) and not all(met) and at > 1
        homes = [homes[c] if part and not met[c] else at for c in range(len(starts))]
        words.append([])
        for word in (w for line in row for w in line.words):
            words[homes[_column(word, starts)]].append(word)
    return [lines_of(own) for own in words if own]


def _row(
    lines: Sequence[Line], starts: Sequence[float], ink: PageInk, known: Container[str]
) -> Row:
    words = [word for line in lines for word in line.words]
    if len(lines) == 1 and _names_rows(lines[0]) and not _keeps(lines[0], starts):
        first = _column(words[0], starts)
        over = Cell(passage(lines, known), first, len(starts) - first)
        return Row((over,), page=ink.number)
    top, bottom = min(w.box.top for w in words), max(w.box.bottom for w in words)
    cells = []
    for column, start in enumerate(starts):
        stop = starts[column + 1] if column + 1 < len(starts) else ink.width
        own = [word for word in words if _column(word, starts) == column]
        fill = (
            None
            if any(c.isalnum() for w in own for c in w.text)
            else _mark(ink, start, stop, top, bottom)
        )
        cells.append(Cell(passage(lines_of(own), known), column, fill=fill))
    return Row(tuple(cells), page=ink.number)


def _mark(ink: PageInk, left: float, right: float, top: float, bottom: float) -> str | None:
    """The colour of a dot or a filled box that stands in a cell without words."""
    for box, colour in (*ink.marks, *ink.fills):
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        inside = left - _SLACK <= x < right and top - _SLACK <= y <= bottom + _SLACK
        if inside and box.x1 - box.x0 <= right - left + 2 * _SLACK and colour not in _NEUTRAL:
            return colour
    return None


_NEUTRAL = frozenset({"#000000", "#ffffff"})
