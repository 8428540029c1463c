"""Who came in somebody's place, as an apologies item tells it: who, for whom, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Passage
from pipeline.extract.names import Person, parse_person
from pipeline.extract.people_lists import entries

_PERSON = r"(?P<name>(?:[A-Z][\w'’.-]*\s+){1,4}[A-Z][\w'’-]+)"
"""A name of two words and more, its honorific among them."""
_POST = r"(?:,\s*(?P<post>[^,()]+)|\s*\((?P<bracket>[^()]+)\))?"
_CAME = (
    r"(?:(?:who\s+)?(?:attended|was\s+(?:present|in\s+attendance|attending)|attending|(?:was\s+)?substitut(?:ed|ing)|deputis(?:ed|ing))"
    r"(?:\s+as\s+(?:(?:a|the|his|her|their)\s+)?(?:substitute|deputy|representative)|\s+for\s+(?:him|her|them)|\s+in\s+(?:his|her|their)\s+place)?)"
)
_FROM = re.compile(r"\b(?:from|behalf\s+of|for)\b|:", re.IGNORECASE)
_RULES = (
    re.compile(rf"\(\s*(?:with\s+)?{_PERSON}{_POST}\s+{_CAME}"),
    re.compile(rf"\bwith\s+{_PERSON}{_POST}\s+{_CAME}"),
    re.compile(rf"\b(?:substituted|represented|replaced)\s+by\s+{_PERSON}{_POST}"),
    re.compile(rf"\bfor\s+whom\s+{_PERSON}{_POST}\s+(?:was\s+)?(?:substitut|deputis|attend)\w+"),
)


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
    for rule in _RULES:
        for match in rule.finditer(text):
            person = parse_person(match["name"])
            before = list(entries(_FROM.split(text[: match.start()])[-1]))
            if person is None or not before:
                continue
            found = match.groupdict()
            post = found.get("post") or found.get("bracket")
            yield Substitute(person, post, before[-1].person.name, match.start("name"), match.end())
