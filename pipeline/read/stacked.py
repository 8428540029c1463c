"""Tables that a copy left as one cell below the other: column names, then rows of as many cells.

The copy of a web page or a PDF keeps the order of the cells and loses the columns. They are found
again where a run of names says what each column holds, and every cell below it, counted off row by
row, is of its column's kind. Where cells were left empty the count goes wrong, and nothing is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from pipeline.document import Block, Cell, Paragraph, Row, Table
from pipeline.lexicon import lexicon, pattern

_FEWEST, _MOST = 3, 10
"""How many columns such a table may have."""
_NAME = 40
"""The most characters of a column's name."""
_KINDS = 2
"""Of how many columns the kind must be known, beside the one that holds the task."""
_KNOWN = 0.6
"""Share of names that must be known where the places of their columns are."""
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(rf"\d{{1,4}}[./-]\d|\b(?:{_MONTH})[a-z]*\b|\b20\d\d\b", re.IGNORECASE)
_ROWS = 2
"""The fewest rows."""


def unstacked(flow: Sequence[Block]) -> list[Block]:
    """The flow with such runs of paragraphs made tables again."""
    out: list[Block] = []
    at = 0
    while at < len(flow):
        made, used = _table(flow, at)
        if made is None:
            out.append(flow[at])
            at += 1
        else:
            out.append(made)
            at += used
    return out


def _table(flow: Sequence[Block], at: int) -> tuple[Table | None, int]:
    names: list[str] = []
    for block in flow[at : at + _MOST]:
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if not text or len(text) > _NAME or text[-1] in ".:;?" or any(map(str.isdigit, text)):
            break
        names.append(text)
    best: list[list[Paragraph]] = []
    for width in range(len(names), _FEWEST - 1, -1):
        rows = _rows(flow, at, names[:width])
        if len(rows) * width > sum(map(len, best)):
            best = rows
    if len(best) < _ROWS + 1:
        return None, 0
    width = len(best[0])
    made = tuple(Row(tuple(Cell(p.passage, c) for c, p in enumerate(row))) for row in best)
    return Table(made, columns=width), width * len(best)


def _rows(flow: Sequence[Block], at: int, names: Sequence[str]) -> list[list[Paragraph]]:
    """The head and the rows below it as long as every cell is of its column's kind."""
    tests = [_test(name) for name in names]
    tasks = [_is_task(name) for name in names]
    if sum(t is not None for t in tests) < _KINDS or not any(tasks):
        return []
    if len(set(names)) < len(names) or not all(map(_is_name, names)):
        return []
    width = len(names)
    found: list[list[Paragraph]] = []
    for start in range(at, len(flow) - width + 1, width):
        row = [b for b in flow[start : start + width] if isinstance(b, Paragraph)]
        if len(row) < width:
            break
        if start > at and not all(
            t is None or t(p.text.strip()) for t, p in zip(tests, row, strict=True)
        ):
            break
        if start > at and any(
            task and len(p.text.split()) < 2 for task, p in zip(tasks, row, strict=True)
        ):
            break
        found.append(row)
    return found


def is_head(names: Sequence[str]) -> bool:
    """Whether names are those of a table of tasks: most are known, and what two columns hold."""
    known = sum(map(_is_name, names))
    kinds = sum(_test(name) is not None for name in names)
    return any(map(_is_task, names)) and kinds >= _KINDS and known >= _KNOWN * len(names)


@cache
def _is_name(name: str) -> bool:
    lists = lexicon("plans")
    tables = ("columns", "columns_weak", "columns_other")
    return any(pattern("plans", t, f).search(name) for t in tables for f in lists[t])


@cache
def _is_task(name: str) -> bool:
    task = pattern("plans", "columns", "milestone").search(name)
    group = pattern("plans", "columns", "activity").search(name)
    result = pattern("plans", "columns_other", "measured").search(name)
    return task is not None or (group is not None and result is None)


@cache
def _test(name: str) -> Callable[[str], bool] | None:
    """What a cell must read like under a name, or None where that can't be told."""
    if _is_task(name):
        return None
    for field, test in _TESTS.items():
        if pattern("plans", "columns", field).search(name):
            return test
    return None


def _is_code(text: str) -> bool:
    return len(text) <= 20 and any(map(str.isdigit, text))


def _is_owner(text: str) -> bool:
    return len(text) <= 60 and not any(map(str.isdigit, text)) and text[:1].isupper()


def _is_date(text: str) -> bool:
    undated = pattern("plans", "cells", "undated").match(text) is not None
    return undated or (len(text) <= 40 and _DATE.search(text) is not None)


def _is_status(text: str) -> bool:
    return len(text) <= 45 and pattern("plans", "cells", "status").match(text) is not None


_TESTS: dict[str, Callable[[str], bool]] = {
    "reference": _is_code,
    "status": _is_status,
    "deadline": _is_date,
    "lead_officers": _is_owner,
}
