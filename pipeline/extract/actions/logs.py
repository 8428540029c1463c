"""Action logs: tables of what was asked for, carried from meeting to meeting, one row each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Paragraph, Part, Row, Table, join
from pipeline.extract.base import found
from pipeline.extract.grammar.dates import parse_date
from pipeline.extract.plans.columns import Columns, NoPlan, colour_of, header_row
from pipeline.extract.plans.headings import Headings
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import Action, AnyRecord

_INTERESTS = rule("declarations", "columns")
_BULLET = re.compile(r"(?:^|\s)[*•▪●]\s+")
_RECORDS = frozenset({"minutes", "meeting_page", "action_log"})


def logged_actions(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The rows of a part's action logs, complete ones too."""
    headings = Headings(part)
    columns: Columns | None = None
    width = 0
    for block in part.flow:
        if isinstance(block, Paragraph):
            headings.add(block)
            continue
        if _INTERESTS.search(" ".join(c.text for c in block.rows[0].cells)):
            columns = None  # who declared which interest: nobody is asked for anything
            continue
        head = header_row(block, log=part.kind in _RECORDS or headings.name_a_log())
        if isinstance(head, NoPlan):
            columns = None
            if part.kind in _RECORDS:
                yield Rejected(head.head, head.reason)
        elif head is not None:
            columns, width = (head[1] if headings.are_of_log(head[1]) else None), block.columns
            if columns is not None:
                yield from _rows(block, head[0] + 1, columns, part)
        elif columns is not None and block.columns == width and block.ruled:
            yield from _rows(block, 0, columns, part)


def _rows(table: Table, start: int, columns: Columns, part: Part) -> Iterator[Finding[AnyRecord]]:
    numbers = {item.number for item in part.items if item.number}
    own = next((i.number or i.under for i in part.items if table in i.flow), None)
    for row in table.rows[start:]:
        text = columns.text(row, "milestone")
        filled = [c for c in row.cells if c.text]
        # A row with one cell names the meeting that the rows below come from.
        heads = len(filled) == 1 and len(columns.of) > 2 and (filled[0].span > 1 or not _acts(text))
        if text is None or heads or columns.repeats(row):
            continue
        for task in _tasks(text):
            record = _record(row, columns, task, own, numbers)
            yield found(record, join([c.passage for c in filled]))


def _tasks(text: str) -> list[str]:
    """The tasks of a row, which may list several for one owner: '* Mend it * Paint it'."""
    listed = [task.strip() for task in _BULLET.split(text) if task.strip()]
    return listed if _BULLET.match(text) and len(listed) > 1 else [text]


def _acts(text: str | None) -> bool:
    """Whether a cell that stands alone is an action and no heading."""
    return text is not None and len(text.split()) > 6


def _record(row: Row, columns: Columns, text: str, own: str | None, numbers: set[str]) -> Action:
    due = columns.text(row, "revised") or columns.text(row, "deadline")
    reference = columns.text(row, "reference")
    status = columns.text(row, "status")
    worded = status if status and re.search(r"\w", status) else None
    rated = colour_of(row, columns)
    minuted = columns.minuted and reference and reference.rstrip(".") in numbers
    return Action(
        item_number=reference.rstrip(".") if minuted and reference else own,
        text=text,
        owner=columns.text(row, "lead_officers"),
        due=due,
        due_on=parse_date(due) if due else None,
        origin="log",
        status=worded or rated,
        status_derived="fill" if rated and not worded else None,
        reference=reference,
        comment=columns.text(row, "comment"),
    )
