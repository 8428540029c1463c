"""The signs between people, where a list lacks some or has others; letters keep their places."""

from __future__ import annotations

import re

from pipeline.extract.grammar.names import honorific_of, parse_person
from pipeline.extract.people.posts import Entry

_UNCLOSED = re.compile(r"(?P<open>\([\w .-]{2,40})[;,](?=[^()]*\()")
_COUPLED = re.compile(r"\s*(?:&|and)\s+[A-Z][a-z]+\s+(?P<surname>[A-Z][\w'’-]+)")
_GIVEN = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_VICE = re.compile(r"\b(?P<vice>[Vv]ice)\s+[–-]\s+(?=[Cc]hair)")
"""'Vice – Chairman'."""
_WARD = re.compile(
    r"(?:^|(?<=[;,]\s)|(?<=and\s))(?:[A-Z][\w'’-]+\s){1,3}(?=Ward\s(?:Councillor|Cllr)\s)"
)
"""'Elm Hill Ward Councillor Mrs Ash': of which ward she is."""
_INITIALLED = re.compile(r"(?:[A-Z]\.\s?){1,4}[A-Z][a-z][\w'’-]*")
_LEAST_SLASHED = 3
"""People parted by slashes that make a list."""


def signs_set(text: str) -> str:
    """A list with the signs that it lacks, or has otherwise: brackets, slashes, plus signs."""
    text = _WARD.sub(lambda m: " " * len(m.group()), vice_joined(text))
    return slashes_apart(brackets_closed(text.replace(" + ", " ; ")))


def vice_joined(text: str) -> str:
    """A text whose 'Vice – Chair' has a blank for the dash."""
    return _VICE.sub(lambda m: m["vice"] + " " * (len(m.group()) - 4), text)


def brackets_closed(text: str) -> str:
    """A list whose bracket was never closed, closed there: 'A Ash (Chair; B Birch (Vice)'."""
    return _UNCLOSED.sub(r"\g<open>)", text) if text.count("(") > text.count(")") else text


def slashes_apart(text: str) -> str:
    """A list whose people are parted by slashes, parted by semicolons: 'A Ash / B Birch / C Cole'.

    A slash behind one person stands before the post; each of three and more is a person, and each
    of two with a title, initials or a post of their own.
    """
    pieces = [p.strip(" ,;.") for p in text.split(" / ")]
    posted = all("(" in p or honorific_of(p)[0] or _INITIALLED.fullmatch(p) for p in pieces)
    if len(pieces) < (_LEAST_SLASHED - posted) or any(parse_person(p) is None for p in pieces):
        return text
    return text.replace(" / ", " ; ")


def half_of_couple(text: str, start: int, end: int, offset: int) -> Entry | None:
    """The first half of a couple: of 'Kath & Bob Ash', Kath Ash."""
    given = text[start:end].strip()
    coupled = _COUPLED.match(text, end) if _GIVEN.fullmatch(given) else None
    person = parse_person(f"{given} {coupled['surname']}") if coupled else None
    return Entry(person, None, start + offset, end + offset) if person else None
