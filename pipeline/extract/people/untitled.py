"""A list of those who came that stands at the head of minutes without a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Block, Paragraph, Table
from pipeline.extract.grammar.names import is_councillor
from pipeline.extract.people.list_headings import List, looks_listed
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.tables import people_in_table, people_of
from pipeline.provenance import Finding
from pipeline.records import AnyRecord

_WITHIN = 25
"""Blocks from the top within which such a list begins."""
_FEWEST = 4
"""Lines that name one person each, one below the other, that make a list."""
_LONGEST = 100
"""Characters of such a line."""
_FIGURES = re.compile(r"\d\d")
"""A day or an address, which a line that names somebody hardly holds."""
_PRESENT = List("present", "member")
_BESIDE = List("present", "attending")


def people_untitled(blocks: Sequence[Block]) -> Iterator[Finding[AnyRecord]]:
    """The people of the first run of lines at the top that each name one, with a post beside most.

    For minutes that say nowhere else who came: names alone might be anybody's.
    """
    for start, block in enumerate(blocks[:_WITHIN]):
        if isinstance(block, Table):
            if _lists_people(block):
                yield from people_in_table(block, _PRESENT)
                return
            continue
        if _is_run_in(block):
            yield from people_of(block.passage, 0, len(block.text), _PRESENT, "untitled list")
            for paragraph, _ in _run(blocks[start + 1 :]):
                passage = paragraph.passage
                yield from people_of(passage, 0, len(passage.text), _BESIDE, "untitled list")
            return
        run = _run(blocks[start:])
        if _is_list([entry for _, entry in run]):
            for paragraph, _ in run:
                passage = paragraph.passage
                yield from people_of(passage, 0, len(passage.text), _PRESENT, "untitled list")
            return


def _is_run_in(line: Paragraph) -> bool:
    """Whether a line names several people, and nothing else, each called councillor."""
    if line.style == "label" or _FIGURES.search(line.text) or not looks_listed(line.text):
        return False
    people = [e.person for e in entries(line.text)]
    return len(people) >= _FEWEST - 1 and all(is_councillor(p.honorific) for p in people)


def _run(blocks: Sequence[Block]) -> list[tuple[Paragraph, Entry]]:
    """The lines from the first block on that name one person each."""
    found: list[tuple[Paragraph, Entry]] = []
    for block in blocks:
        one = _one_person(block.text) if isinstance(block, Paragraph) else None
        if one is None or not isinstance(block, Paragraph) or block.style == "label":
            break
        found.append((block, one))
    return found


def _lists_people(table: Table) -> bool:
    """Whether the first cell of every row names one person, and a post stands beside most."""
    held = [[c.text for c in row.cells if c.text] for row in table.rows]
    people = [entry for row in held if row and (entry := _one_person(row[0])) is not None]
    posted = sum(len(row) > 1 for row in held) + sum(bool(e.role) for e in people)
    return len(held) == len(people) >= _FEWEST and 2 * posted >= len(people)


def _is_list(people: Sequence[Entry]) -> bool:
    """Whether there are enough of them, most with a post."""
    posted = sum(bool(e.role or e.person.brackets) for e in people)
    return len(people) >= _FEWEST and 2 * posted >= len(people)


def _one_person(text: str) -> Entry | None:
    """The one whom a short line names by a whole name or with a title; None for any other line."""
    if len(text) > _LONGEST or text.endswith(":") or _FIGURES.search(text):
        return None
    people = list(entries(text))
    if len(people) != 1 or people[0].start > 0:
        return None
    person = people[0].person
    return people[0] if person.honorific or len(person.name.split()) > 1 else None
