"""Who came in somebody's place, as an apologies item tells it: who, for whom, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Passage
from pipeline.extract.grammar.names import Person, parse_person
from pipeline.extract.people.lists import entries
from pipeline.lexicon import rule

_FROM = rule("attendance", "substitute_from")
_RULES = (
    rule("attendance", "substitute_in_note"),
    rule("attendance", "substitute_with"),
    rule("attendance", "substituted_by"),
    rule("attendance", "substitute_for_whom"),
    rule("attendance", "substitute_in_place"),
)
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
    for match in _OF.finditer(text):
        person, absent = parse_person(match["name"]), parse_person(match["absent"])
        if person is not None and absent is not None:
            yield Substitute(person, None, absent.name, match.start("name"), match.end("name"))
    for shape in _RULES:
        for match in shape.finditer(text):
            person = parse_person(match["name"])
            before = list(entries(_FROM.split(text[: match.start()])[-1]))
            if person is None or not before:
                continue
            found = match.groupdict()
            post = found.get("post") or found.get("bracket")
            yield Substitute(person, post, before[-1].person.name, match.start("name"), match.end())
