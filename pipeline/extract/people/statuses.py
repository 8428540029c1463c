"""Rolls with a column that says who came: 'Ada Quill  Vice Chair  Absent'.

American boards print them, and the attendance pages of meetings: 'Attendee  Role  Attendance'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Cell, Paragraph, Passage, Table, join
from pipeline.extract.base import found
from pipeline.extract.people.list_headings import list_of
from pipeline.extract.people.lists import entries
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, AttendanceStatus

_HEAD = rule("attendance", "roll_head")
_ROW = rule("attendance", "roll_row")
_LEAST_STARRED = 3
_LETTERED = re.compile(r"(?P<mark>[A-Z]{1,2})\s+(?P<who>[A-Z].{3,90})")
_LETTER_MEANS = re.compile(r"(?<!\w)(?P<mark>[A-Z]{1,2})\s*[:=–-]\s*(?P<said>[A-Z][a-z]+[a-z ]*)")
_PLAIN = rule("attendance", "roll_role")
_CALLED = rule("attendance", "called_row")
_ANSWERED = re.compile(r"\b(?:present|here|yes|attended)\W*$", re.IGNORECASE)
_STATUS: dict[str, AttendanceStatus] = {
    "present": "present",
    "here": "present",
    "yes": "present",
    "not present": "absent",
    "no": "absent",
    "apology": "apologies",
    "sent apologies": "apologies",
    "apologies received": "apologies",
    "attended": "present",
    "in attendance": "present",
    "remote": "present",
    "late": "present",
    "absent": "absent",
    "excused": "apologies",
    "apologies": "apologies",
}


def people_by_status(blocks: Sequence[Block]) -> Iterator[Finding[AnyRecord]]:
    """The people of the rolls in `blocks`: lines, or table rows, below a head with 'Status'.

    Who came late was there: the time of arrival stands in a column of its own.
    """
    on = False
    rolls = {id(b) for b in called(blocks)}
    for block in blocks:
        if id(block) in rolls:
            lines = (
                [block.passage]
                if isinstance(block, Paragraph)
                else [join([c.passage for c in r.cells if c.text]) for r in block.rows]
            )
            for line in lines:
                yield from _answers(line)
        elif isinstance(block, Table):
            on = False
            if is_roll(block):
                for row in block.rows[1:]:
                    yield from _row([c for c in row.cells if c.text])
        elif isinstance(block, Paragraph):
            on = _HEAD.match(block.text) is not None or (on and _ROW.match(block.text) is not None)
            if on:
                yield from _person(block.passage)


def called(blocks: Sequence[Block]) -> list[Block]:
    """The lines, or tables, of rolls that tell behind each name whether it answered.

    'Mr A Ash – Present', 'Ms B Birch: Absent': three and more in a row, one of whom is there.
    """
    rolls: list[Block] = []
    run: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and _called_on(block.passage) is not None:
            run.append(block)
            continue
        if len(run) >= _LEAST_STARRED and any(_ANSWERED.search(p.text) for p in run):
            rolls += run
        run = []
        if isinstance(block, Table) and not is_roll(block):
            rows = [join([c.passage for c in r.cells if c.text]) for r in block.rows]
            told = [r for r in rows if _called_on(r) is not None]
            if len(told) >= max(_LEAST_STARRED, len(rows) - 1):
                rolls.append(block)
    return rolls


def _called_on(line: Passage) -> tuple[str, AttendanceStatus] | None:
    match = _CALLED.fullmatch(line.text)
    if match is None or len(list(entries(match["who"]))) != 1:
        return None
    return match["who"], _STATUS[" ".join(match["status"].lower().split())]


def _answers(line: Passage) -> Iterator[Finding[AnyRecord]]:
    told = _called_on(line)
    if told is not None:
        who, status = told
        (entry,) = entries(who)
        person = attendee(entry, status, "member", who)
        yield found(person, line, entry.start, entry.end, rule="roll")


def people_lettered(blocks: Sequence[Block]) -> tuple[list[Finding[AnyRecord]], list[Block]]:
    """Those with a letter before their names that a legend explains, and the blocks left over.

    'P  Ada Ash' and 'A  Bo Birch', below which stand 'P: Present' and 'A: Apologies'.
    """
    said = {
        m["mark"]: kind
        for b in blocks
        if isinstance(b, Paragraph)
        for m in _LETTER_MEANS.finditer(f"{b.marker or ''} {b.text}")
        if (kind := list_of(m["said"]))
    }
    found_so: list[Finding[AnyRecord]] = []
    rest: list[Block] = []
    for block in blocks if len(said) > 1 else ():
        match = _LETTERED.fullmatch(block.text) if isinstance(block, Paragraph) else None
        people = list(entries(match["who"], match.start("who"))) if match else []
        known = match is not None and match["mark"] in said and len(people) == 1
        if match is None or not known or not isinstance(block, Paragraph):
            rest.append(block)
            continue
        entry, passage = people[0], block.passage
        status = said[match["mark"]].status
        person = attendee(entry, status, "member", passage.text[entry.start : entry.end])
        found_so.append(found(person, passage, entry.start, entry.end, rule="lettered"))
    return (found_so, rest) if len(found_so) >= _LEAST_STARRED else ([], list(blocks))


def is_roll(table: Table) -> bool:
    """Whether a table is a roll: its head names people, their posts and a status."""
    head = " ".join(c.text for c in table.rows[0].cells if c.text) if table.rows else ""
    return _HEAD.match(head) is not None


def _row(cells: Sequence[Cell]) -> Iterator[Finding[AnyRecord]]:
    """One row: the name, the post if there is one, and whether the person came."""
    if len(cells) < 2:
        return
    post = cells[1].text if len(cells) > 2 and not _ROW.match(f"Name {cells[1].text}") else None
    yield from _person(join([c.passage for c in cells]), name=cells[0].text, post=post)


def _person(
    row: Passage, *, name: str | None = None, post: str | None = None
) -> Iterator[Finding[AnyRecord]]:
    match = _ROW.match(row.text)
    if match is None:
        return
    who = name or match["who"]
    people = list(entries(who))
    if len(people) != 1 or people[0].start != 0:
        return
    said = " ".join(match["status"].lower().split())
    group = "attending" if said == "in attendance" else "member"
    person = attendee(people[0], _STATUS[said], group, who, beside=post)
    printed = post or people[0].role
    if person.role is None and printed and _PLAIN.match(printed):
        person = structs.replace(person, role=printed)  # the column tells the role of everybody
    yield found(person, row, 0, match.end("who"), rule="roll")
