"""Rolls with a column that says who came: 'Ada Quill  Vice Chair  Absent'; American boards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document import Block, Paragraph, Passage, Table, join
from pipeline.extract.base import found
from pipeline.extract.people.lists import entries
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, AttendanceStatus

_HEAD = rule("attendance", "roll_head")
_ROW = rule("attendance", "roll_row")
_STATUS: dict[str, AttendanceStatus] = {
    "present": "present",
    "remote": "present",
    "late": "present",
    "absent": "absent",
    "excused": "apologies",
}


def people_by_status(blocks: Sequence[Block]) -> Iterator[Finding[AnyRecord]]:
    """The people of the rolls in `blocks`: lines, or table rows, below a head with 'Status'.

    Who came late was there: the time of arrival stands in a column of its own.
    """
    on = False
    for block in blocks:
        if isinstance(block, Table):
            on = False
            if is_roll(block):
                for row in block.rows[1:]:
                    yield from _person(join([c.passage for c in row.cells if c.text]))
        elif isinstance(block, Paragraph):
            on = _HEAD.match(block.text) is not None or (on and _ROW.match(block.text) is not None)
            if on:
                yield from _person(block.passage)


def is_roll(table: Table) -> bool:
    """Whether a table is a roll: its head names people, their posts and a status."""
    head = " ".join(c.text for c in table.rows[0].cells if c.text) if table.rows else ""
    return _HEAD.match(head) is not None


def _person(row: Passage) -> Iterator[Finding[AnyRecord]]:
    match = _ROW.match(row.text)
    if match is None:
        return
    people = list(entries(match["who"]))
    if len(people) != 1 or people[0].start != 0:
        return
    status = _STATUS[match["status"].lower()]
    person = attendee(people[0], status, "member", match["who"])
    yield found(person, row, 0, match.end("who"), rule="roll")
