"""Lists of people set side by side: 'Present:  Also present:  Apologies:' over columns of names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Passage, Table
from pipeline.extract.people.list_headings import List
from pipeline.extract.people.tables import cell_heading, people_of
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_TOLERANCE = 14.0
"""Points by which a name may stand to the left of its heading."""


@dataclass(frozen=True)
class Column:
    """A heading among others on its line, and where it begins."""

    left: float
    kind: List


def columns_of(passage: Passage, marks: list[tuple[int, int, List]]) -> tuple[Column, ...]:
    """The columns of a line of nothing but headings; none where it holds names, or one heading."""
    edges = [mark[0] for mark in marks[1:]] + [len(passage.text)]
    if len(marks) < 2 or marks[0][0] > 0:
        return ()
    if any(passage.text[m[1] : end].strip() for m, end in zip(marks, edges, strict=True)):
        return ()
    found = []
    for start, end, kind in marks:
        boxes = [w.box.x0 for w in passage.words if start <= w.start < max(end, start + 1)]
        if not boxes:
            return ()
        found.append(Column(min(boxes), kind))
    return tuple(found) if _in_order(found) else ()


def head_columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table whose first row is headings, for the lines that go on below it."""
    if not table.rows:
        return ()
    cells = [c for c in table.rows[0].cells if c.text]
    kinds = [cell_heading(c.text) for c in cells]
    if len(cells) < 2 or not all(kinds) or not all(c.passage.words for c in cells):
        return ()
    found = [
        Column(c.passage.words[0].box.x0, kind)
        for c, kind in zip(cells, kinds, strict=True)
        if kind is not None
    ]
    return tuple(found) if _in_order(found) else ()


def _in_order(columns: list[Column]) -> bool:
    return all(a.left + _TOLERANCE < b.left for a, b in itertools.pairwise(columns))


def people_in_columns(
    passage: Passage, columns: tuple[Column, ...]
) -> Iterator[Finding[AnyRecord]]:
    """The people of one line or cell, each in the list over whose column the words stand."""
    runs: list[tuple[int, int, int]] = []
    for word in passage.words:
        at = max(
            (n for n, c in enumerate(columns) if c.left <= word.box.x0 + _TOLERANCE), default=0
        )
        if runs and runs[-1][0] == at:
            runs[-1] = (at, runs[-1][1], word.end)
        else:
            runs.append((at, word.start, word.end))
    for at, start, end in runs:
        yield from people_of(passage, start, end, columns[at].kind, "table column")
