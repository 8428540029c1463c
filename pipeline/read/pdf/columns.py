"""Tables without ruling lines: lists set in columns by white space alone.

Attendance lists and agendas are printed so: a name and a role, an item and its pages.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from pipeline.document import Cell, Row, Table
from pipeline.read.pdf.lines import Line, passage
from pipeline.read.pdf.markers import marker_of

_GAP = 1.9
"""Font sizes of white space that set two columns apart; justified prose stays below."""
_ALIGN = 6.0
"""Points by which the starts of one column may differ."""
_EDGE = 1.5
"""Points from a column's edge within which a word begins in it, whatever the gap before."""
_PITCH = 2.7
"""Font sizes between the baselines of two rows, at most."""
_LOOSE_ROWS = 8
"""Rows without a right-hand cell that may stand between two that have one."""
_PAGE_RANGE = re.compile(
    r"\(?(?:pp?\.?|pages?)?\s*\d{1,4}\s*(?:[-–]|to)?\s*(?:\d{1,4})?\)?", re.IGNORECASE
)


@dataclass
class _Run:
    """Lines that may make up a table, with the columns seen so far."""

    left: float
    starts: list[float]
    rows: list[list[list[Line]]] = field(default_factory=list)
    """Per row, per column: the line pieces in it."""
    full_rows: int = 0
    end: int = 0
    """How many rows stand up to the last one with a right-hand cell."""


def segments(line: Line) -> list[Line]:
    """A line's column pieces; a list marker stays with the text it marks."""
    pieces = line.segments(_GAP)
    alone = len(pieces) > 1 and len(pieces[0].words) == 1
    if alone and marker_of(pieces[0].text, gap=_GAP) is not None:
        return [Line(pieces[0].words + pieces[1].words), *pieces[2:]]
    return pieces


def unruled_tables(
    lines: Sequence[Line], known: Container[str]
) -> list[Line | tuple[Table, float]]:
    """The lines in order, those that make up tables replaced by the table and its top."""
    result: list[Line | tuple[Table, float]] = []
    at = 0
    while at < len(lines):
        table, used = _table_at(lines, at, known)
        if table is None:
            result.append(lines[at])
            at += 1
        else:
            result.append((table, lines[at].box.top))
            at += used
    return result


def _table_at(lines: Sequence[Line], at: int, known: Container[str]) -> tuple[Table | None, int]:
    first = segments(lines[at])
    if len(first) < 2:
        return None, 0
    run = _Run(first[0].box.x0, [piece.box.x0 for piece in first[1:]])
    used, loose = 0, 0
    for number, line in enumerate(lines[at:]):
        if number and not _close(lines[at + number - 1], line):
            break
        pieces = _at_columns(run, segments(line))
        column = _column(run, line)
        if len(pieces) > 1:
            if not _fits(run, pieces):
                break
            _add_full(run, pieces)
            loose = 0
        elif column is not None and run.rows:
            run.rows[-1][column].append(line)
        elif _is_left(run, line) and loose < _LOOSE_ROWS and not _is_heading(line, lines[at]):
            _add_left(run, line)
            loose += 1
            continue
        else:
            break
        used, run.end = number + 1, len(run.rows)
    if not _convincing(run):
        return None, 0
    # A left-hand cell may run on below the last right-hand one.
    while at + used < len(lines) and _runs_on(run, lines, at + used):
        run.rows[run.end - 1][0].append(lines[at + used])
        used += 1
    return _build(run, known), used


def _close(before: Line, line: Line) -> bool:
    return 0 < line.baseline - before.baseline <= _PITCH * max(line.size, before.size)


def _fits(run: _Run, pieces: list[Line]) -> bool:
    if abs(pieces[0].box.x0 - run.left) > 3 * _ALIGN:
        return False
    return any(
        abs(piece.box.x0 - start) <= _ALIGN for piece in pieces[1:] for start in run.starts
    ) or all(_PAGE_RANGE.fullmatch(p.text) for p in pieces[1:])


def _at_columns(run: _Run, pieces: list[Line]) -> list[Line]:
    """A line without a wide gap, cut where a word stands at a known column's edge.

    A long name leaves less than a column's gap before its role.
    """
    if len(pieces) > 1 or not run.rows:
        return pieces
    words = pieces[0].words
    for at, (before, word) in enumerate(itertools.pairwise(words), start=1):
        gap = word.box.x0 - before.box.x1
        if gap > 0.4 * word.size and any(abs(word.box.x0 - s) <= _EDGE for s in run.starts):
            return [Line(words[:at]), Line(words[at:])]
    return pieces


def _column(run: _Run, line: Line) -> int | None:
    """The right-hand column that a lone piece continues, or None."""
    for index, start in enumerate(run.starts, start=1):
        if abs(line.box.x0 - start) <= _ALIGN:
            return index
    return None


def _is_left(run: _Run, line: Line) -> bool:
    return abs(line.box.x0 - run.left) <= 3 * _ALIGN and line.box.x1 < run.starts[0] - 2


def _is_heading(line: Line, first: Line) -> bool:
    """A heading of the next list: 'Officers Present:', or bold over rows that are not."""
    return line.text.endswith(":") or (line.bold and not first.bold)


def _add_full(run: _Run, pieces: list[Line]) -> None:
    if run.rows and _same_row(run, pieces[0]):
        row = run.rows[-1]
    else:
        row = [[] for _ in range(len(run.starts) + 1)]
        run.rows.append(row)
    row[0].append(pieces[0])
    for piece in pieces[1:]:
        nearest = min(range(len(run.starts)), key=lambda i: abs(run.starts[i] - piece.box.x0))
        row[nearest + 1].append(piece)
    run.full_rows += 1


def _add_left(run: _Run, line: Line) -> None:
    if run.rows and _continues(run, line):
        run.rows[-1][0].append(line)
    else:
        run.rows.append([[line], *([] for _ in run.starts)])


def _same_row(run: _Run, piece: Line) -> bool:
    """Whether a line with both sides filled goes on with the row above it."""
    if piece.text[0] in "(&" or piece.text[0].islower():
        return True
    text = " ".join(p.text for cell in run.rows[-1][1:] for p in cell)
    return text.count("(") > text.count(")")


def _continues(run: _Run, piece: Line) -> bool:
    """Whether a left-hand piece goes on with the cell above it."""
    above = run.rows[-1][0]
    if not above:
        return False
    if piece.text[0] in "(&" or piece.text[0].islower():
        return True
    gap = piece.words[1].box.x0 - piece.words[0].box.x1 if len(piece.words) > 1 else None
    if marker_of(piece.words[0].text, None if gap is None else gap / piece.size):
        return False
    limit = max(p.box.x1 for row in run.rows for p in row[0])
    room = limit - above[-1].box.x1
    word = piece.words[0].box
    full = room < (word.x1 - word.x0) + 0.25 * piece.size
    return full and len(above[-1].words) > 3 and above[-1].bold == piece.bold


def _convincing(run: _Run) -> bool:
    rights = [p for row in run.rows[: run.end] for cell in row[1:] for p in cell]
    if not rights:
        return False
    pieces = [p for row in run.rows[: run.end] for cell in row for p in cell]
    if sum(p.text.endswith(",") for p in pieces) > 0.5 * len(pieces):
        return False  # a justified list of names, its blanks stretched
    if run.full_rows >= 2:
        return True
    text = rights[0].text
    return _PAGE_RANGE.fullmatch(text) is not None or text.startswith(("(", "– (", "- ("))


def _runs_on(run: _Run, lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    return (
        _close(lines[at - 1], line)
        and len(_at_columns(run, segments(line))) == 1
        and _is_left(run, line)
        and not _is_heading(line, lines[at - 1])
        and _continues(_Run(run.left, run.starts, run.rows[: run.end]), line)
    )


def _build(run: _Run, known: Container[str]) -> Table:
    rows = []
    for row in run.rows[: run.end]:
        cells = tuple(Cell(passage(pieces, known), column) for column, pieces in enumerate(row))
        page = next((p.page for pieces in row for p in pieces), None)
        rows.append(Row(cells, page=page))
    return Table(tuple(rows), columns=len(run.starts) + 1, ruled=False)
