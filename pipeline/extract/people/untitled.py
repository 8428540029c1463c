"""A list of those who came that stands at the head of minutes without a heading of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import Block, Paragraph, Passage, Table
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import Person
from pipeline.extract.people.group_lines import grouped
from pipeline.extract.people.list_headings import List, looks_listed
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.tables import people_in_table, people_of
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_WITHIN = 25
"""Blocks from the top within which such a list begins."""
_FEWEST = 4
"""Lines that name one person each, one below the other, that make a list."""
_SURE = 0.6
"""Share of names that begin with a title or a given name, from which they need no posts."""
_LONGEST = 100
"""Characters of such a line."""
_FIGURES = re.compile(r"\d\d")
"""A day or an address, which a line that names somebody hardly holds."""
_NAME_HEAD = rule("attendance", "column_of_names")
_KEY = re.compile(r"\([A-Z]{1,5}\)\s*[–=:-]?\s*[A-Z][a-z]")
_PRESENT = List("present", "member")
_BESIDE = List("present", "attending")


def people_untitled(blocks: Sequence[Block], *, known: bool) -> Iterator[Finding[AnyRecord]]:
    """The people of the first run of lines at the top that each name one, with a post beside most.

    For minutes that say nowhere else who came: names alone might be anybody's, unless they are
    many. Where others than members are `known`, only lists count that name people group by group.
    """
    for line in grouped(blocks[:_WITHIN]):
        yield from people_of(line.passage, 0, len(line.text), _PRESENT, "untitled list")
    if known or any(grouped(blocks[:_WITHIN])):
        return
    if columns := _columns_of_names(blocks[:_WITHIN]):
        for passage in columns:
            yield from people_of(passage, 0, len(passage.text), _PRESENT, "untitled list")
        return
    for start, block in enumerate(blocks[:_WITHIN]):
        if isinstance(block, Paragraph) and _is_run_in(block):
            lines = [block, *itertools.takewhile(_goes_on, blocks[start + 1 :])]
            for each in lines:
                yield from _listed(each, _PRESENT)
            below = [b for b in blocks[start + len(lines) :] if not _is_key(b)]
            for beside, _ in _run(below):
                yield from _listed(beside, _BESIDE)
            return
        run = _run(blocks[start:])
        if _is_list([entry for _, people in run for entry in people]):
            for each, _ in run:
                yield from _listed(each, _PRESENT)
            return


def _columns_of_names(blocks: Sequence[Block]) -> list[Passage]:
    """The cells below a row of a table that says 'Name' over every column."""
    for table in blocks:
        rows = table.rows if isinstance(table, Table) else ()
        for at, row in enumerate(rows):
            head = [c.text for c in row.cells if c.text]
            if head and all(_NAME_HEAD.fullmatch(text) for text in head):
                cells = [c.passage for below in rows[at + 1 :] for c in below.cells if c.text]
                named = [c for c in cells if _one_person(c.text) is not None]
                if len(named) >= _FEWEST and len(named) == len(cells):
                    return named
    return []


def _listed(block: Block, kind: List) -> Iterator[Finding[AnyRecord]]:
    if isinstance(block, Table):
        yield from people_in_table(block, kind)
    else:
        yield from people_of(block.passage, 0, len(block.text), kind, "untitled list")


def _is_run_in(line: Paragraph) -> bool:
    """Whether a line names several people, and nothing else: councillors, or plainly people."""
    if line.style == "label" or _FIGURES.search(line.text) or not looks_listed(line.text):
        return False
    people = [e.person for e in entries(line.text)]
    if len(people) >= _FEWEST - 1 and all(p.honorific for p in people):
        return True
    whole = all(p.honorific or " " in p.name for p in people)
    return len(people) >= _FEWEST and whole and _SURE * len(people) <= _known(people)


def _goes_on(block: Block) -> bool:
    """Whether a line below such a line names several more with titles."""
    if not isinstance(block, Paragraph) or not looks_listed(block.text):
        return False
    people = list(entries(block.text))
    return len(people) > 1 and all(e.person.honorific for e in people)


def _is_key(block: Block) -> bool:
    """'(FG) Foundation Governor; (SG) Staff Governor': what letters beside the names mean."""
    return isinstance(block, Paragraph) and _KEY.match(block.text) is not None


def _run(blocks: Sequence[Block]) -> list[tuple[Block, list[Entry]]]:
    """The lines, and the tables, from the first block on that name one person in each line."""
    found: list[tuple[Block, list[Entry]]] = []
    for block in blocks:
        people = _one_a_row(block) if isinstance(block, Table) else _one_a_line(block)
        if not people:
            break
        found.append((block, people))
    return found


def _one_a_line(block: Paragraph) -> list[Entry]:
    person = _one_person(block.text) if block.style != "label" else None
    return [person] if person is not None else []


def _one_a_row(table: Table) -> list[Entry]:
    """The people of a table whose rows all name one in their first cell, what is beside as post."""
    held = [[c.text for c in row.cells if c.text] for row in table.rows]
    people = [(entry, row) for row in held if row and (entry := _one_person(row[0])) is not None]
    if len(people) < len(held):
        return []
    return [replace(e, role=e.role or " ".join(row[1:]) or None) for e, row in people]


def _is_list(people: Sequence[Entry]) -> bool:
    """Whether there are enough of them, most with a post or all of them plainly people."""
    posted = sum(bool(e.role or e.person.brackets) for e in people)
    if len(people) >= _FEWEST and 2 * posted >= len(people):
        return True
    return len(people) > _FEWEST and _SURE * len(people) <= _known([e.person for e in people])


def _known(people: Sequence[Person]) -> int:
    """How many begin with a title or a given name, or have their own initials beside them."""
    return sum(
        bool(p.honorific)
        or is_given_name(p.name.split()[0])
        or any(are_initials(letters, p.name) for letters in p.brackets)
        for p in people
    )


def _one_person(text: str) -> Entry | None:
    """The one whom a short line names by a whole name or with a title; None for any other line."""
    if len(text) > _LONGEST or text.endswith(":") or _FIGURES.search(text):
        return None
    people = list(entries(text))
    if len(people) != 1 or people[0].start > 0:
        return None
    person = people[0].person
    return people[0] if person.honorific or len(person.name.split()) > 1 else None
