"""Who came in somebody's place, as an apologies item tells it: who, for whom, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Passage, Table
from pipeline.extract.grammar.names import Person, parse_person
from pipeline.extract.people.lists import entries
from pipeline.lexicon import rule

_FROM = rule("attendance", "substitute_from")
_BY = rule("attendance", "substituted_by")
_RULES = (
    rule("attendance", "substitute_in_note"),
    rule("attendance", "substitute_with"),
    _BY,
    rule("attendance", "substitute_for_whom"),
    rule("attendance", "substitute_in_place"),
)
_OVER_STOP = re.compile(r"[a-z]\.\s")
"""'Ash. Councillor Birch' is no name: a sentence ends within it."""
_BARE = rule("attendance", "substitute_bare")
_COLUMN = rule("attendance", "substitute_column")
_COLUMNS = 2
"""Columns of a table of substitutes: the member, and who came instead."""
_REPLACED = rule("attendance", "replaced")
_OF_WHOM = rule("attendance", "substitute_of_whom")
_OF = rule("attendance", "substitute_of")
"""'Mr A Ash had been appointed as a substitute member for Mr B Birch': both are named."""


@dataclass(frozen=True)
class Substitute:
    """One person who came for another."""

    person: Person
    post: str | None
    absent: str
    """The name of the one who sent apologies."""
    start: int
    end: int


def substitutes_in(passage: Passage) -> Iterator[Substitute]:
    """The substitutes that a sentence of apologies names, each with the name before it."""
    text = passage.text
    for match in (*_OF.finditer(text), *_OF_WHOM.finditer(text)):
        person, absent = parse_person(match["name"]), parse_person(match["absent"])
        post = match.groupdict().get("post")
        if person is not None and absent is not None and not _OVER_STOP.search(person.name):
            yield Substitute(person, post, absent.name, match.start("name"), match.end("name"))
    for shape in _RULES:
        for match in shape.finditer(text):
            person = parse_person(match["name"])
            before = list(entries(_FROM.split(text[: match.start()])[-1]))
            if person is None or not before:
                continue
            post, end = _post_of(match)
            yield Substitute(person, post, before[-1].person.name, match.start("name"), end)


def substitute_bare(passage: Passage) -> Iterator[Substitute]:
    """The one of a line that says no more than who came for whom: 'Cllr Ash for Cllr Birch'."""
    match = _BARE.match(passage.text)
    person = parse_person(match["name"]) if match else None
    absent = parse_person(match["absent"]) if match else None
    if match is not None and person is not None and absent is not None:
        yield Substitute(person, None, absent.name, match.start("name"), match.end("name"))


def substitutes_listed(table: Table) -> Iterator[tuple[Substitute, Passage]]:
    """The substitutes of a table with a column of them, each beside the member who was away."""
    head = [cell.text for cell in table.rows[0].cells]
    if len(head) != _COLUMNS or not _COLUMN.match(head[1]):
        return
    for row in table.rows[1:]:
        cells = [cell.passage for cell in row.cells]
        people = [parse_person(cell.text) for cell in cells]
        if len(people) == _COLUMNS and people[0] is not None and people[1] is not None:
            yield Substitute(people[1], None, people[0].name, 0, len(cells[1].text)), cells[1]


def replaced_in(passage: Passage) -> Iterator[Substitute]:
    """Those who 'replaced' others, where a sentence names as many who came as who did not."""
    match = _REPLACED.match(passage.text)
    if match is None:
        return
    came = list(entries(match["who"], match.start("who")))
    absent = list(entries(match["absent"]))
    if len(came) == len(absent):
        for entry, other in zip(came, absent, strict=True):
            yield Substitute(entry.person, None, other.person.name, entry.start, entry.end)


def replaced_span(text: str) -> tuple[int, int] | None:
    """Where a sentence of those who 'replaced' others names the others."""
    match = _REPLACED.match(text)
    return match.span("absent") if match is not None else None


def without_substitutes(text: str) -> str:
    """The text with those blanked who came by 'substituted by', their posts too."""
    for match in reversed(list(_BY.finditer(text))):
        _, end = _post_of(match)
        text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return text


def _post_of(match: re.Match[str]) -> tuple[str | None, int]:
    """The post beside a substitute, and where it ends: no other person of the list."""
    found = match.groupdict()
    post = found.get("post") or found.get("bracket")
    if found.get("post") and next(entries(found["post"]), None) is not None:
        return None, match.end("name")
    return post, match.end()
