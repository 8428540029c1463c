"""Who moved and who seconded: names beside the verbs of motions, in whatever order they stand.

Verbs, labels and offices are data: `models/lexicon/motions.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.extract.grammar.names import Person, honorific_at, parse_person
from pipeline.lexicon import lexicon, pattern


@dataclass(frozen=True)
class Clause:
    """One name beside one verb, and where the two stand together."""

    kind: Literal["moved", "seconded"]
    name: str
    """Without honorific; an office as printed, where no name stands beside it."""
    honorific: str | None
    start: int
    end: int
    active: bool
    """'Cllr Ash proposed', and not 'proposed by Cllr Ash'."""
    titled: bool
    """An honorific or an office says that it is somebody of the meeting."""
    noun: bool = False
    """'the motion of Cllr Ash', 'Amendment by Cllr Birch'."""
    bare: bool = False
    """Nothing but the place says that a name is meant: 'Proposed Ash, seconded Birch'."""


@cache
def _person() -> str:
    stop = "|".join(lexicon("motions")["movers"]["stop"])
    word = r"[A-ZÀ-Þ][\w'’‑-]*"
    dotted = r"(?:Cllrs?|Clrs?|Crs?|Mrs?|Ms|Dr|Prof|Revd?|St|Coun|Ald|Hon)\.|(?:[A-Z]\.)+"
    small = r"(?:de|van|der|von|la|le|bin|al|member|chair)"
    token = rf"(?!(?i:{stop})\b)(?:{dotted}|{word}|{small}(?=\s+[A-Z]))"
    first = rf"(?!(?i:{stop})\b)(?:{dotted}|{word})"
    bracket = r"(?:\s*\([^()]{2,60}\))?"
    return rf"(?:[Tt]he\s+)?{first}(?:\s+{token}){{0,6}}{bracket}"


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?i:{lexicon('motions')['movers']['link']})(?P<who>{_person()})")


@cache
def _before() -> re.Pattern[str]:
    adverbs = r"(?:(?:then|also|formally|subsequently|duly|therefore|again|had|has|further)\s+)*"
    return re.compile(rf"(?<![\w’'])(?P<who>{_person()})\s*,?\s+{adverbs}$")


_ASIDE = re.compile(r",\s[^.;:]{3,140},\s*$")
"""What stands between a name and its verb: 'Cllr Ash, Deputy Leader, seconded'."""


def clauses(text: str) -> list[Clause]:
    """Every mover and seconder that `text` names, in the order of the text."""
    found: list[Clause] = []
    for kind, anchor in _anchors(text):
        if found and anchor.start() < found[-1].end:
            continue
        noun = anchor.re is pattern("motions", "movers", "noun")
        floor = found[-1].end if found else 0
        clause = _beside(text, kind, anchor, floor, noun=noun)
        if clause is None and kind == "moved" and found:
            clause = _around(text, anchor, found[-1])
        if clause is not None and not (found and floor > clause.start > found[-1].start):
            found.append(clause)
    found.sort(key=lambda clause: clause.start)
    return [c for at, c in enumerate(found) if not c.bare or _paired(found, at)]


def _around(text: str, anchor: re.Match[str], between: Clause) -> Clause | None:
    """'Cllr Ash, seconded by Cllr Birch, moved': the mover before the seconder's clause."""
    if (
        between.kind != "seconded"
        or between.active
        or text[between.end : anchor.start()].strip(" ,")
    ):
        return None
    before = _subject(text, 0, between.start)
    if before is None:
        return None
    person, office, start = before
    titled = office or person.honorific is not None
    return Clause("moved", person.name, person.honorific, start, anchor.end(), True, titled)


def _paired(found: list[Clause], at: int) -> bool:
    """Whether a bare name stands beside the clause of the other verb."""
    kind = found[at].kind
    near = (
        found[at + 1] if kind == "moved" and at + 1 < len(found) else found[at - 1] if at else None
    )
    return near is not None and near.kind != kind and abs(near.start - found[at].start) < 60


def _anchors(text: str) -> Iterator[tuple[Literal["moved", "seconded"], re.Match[str]]]:
    each: list[tuple[Literal["moved", "seconded"], re.Match[str]]] = []
    each += [("moved", m) for m in pattern("motions", "movers", "noun").finditer(text)]
    each += [("moved", m) for m in pattern("motions", "movers", "moved").finditer(text)]
    each += [("seconded", m) for m in pattern("motions", "movers", "seconded").finditer(text)]
    return iter(sorted(each, key=lambda found: found[1].start()))


def _beside(
    text: str, kind: Literal["moved", "seconded"], anchor: re.Match[str], floor: int, *, noun: bool
) -> Clause | None:
    """The person beside a verb: before it ('Cllr Ash proposed'), or after it ('proposed by')."""
    after = _after().match(text, anchor.end())
    linked = after is not None and after.start("who") - anchor.end() > 1
    if not noun and not linked:
        before = _subject(text, floor, anchor.start())
        if before is not None:
            person, office, start = before
            titled = office or person.honorific is not None
            return Clause(kind, person.name, person.honorific, start, anchor.end(), True, titled)
    if after is None:
        return None
    named = _named(after["who"])
    if named is None:
        return None
    person, office = named
    titled = office or person.honorific is not None
    if not (titled or linked or noun or _labelled(text, floor, anchor.start())):
        return None
    bare = not (titled or linked or noun)
    return Clause(
        kind, person.name, person.honorific, anchor.start(), after.end(), False, titled, noun, bare
    )


def _labelled(text: str, floor: int, at: int) -> bool:
    """Whether a verb stands as a label: at the start, after a stop, or right after a name."""
    if floor and not text[floor:at].strip(" ,;&/"):
        return True
    return re.search(r"(?:^|[.;:,(\[–-]|\band)\s*$", text[:at]) is not None


_AS_OFFICE = re.compile(r",\s+as\s+(?:the\s+)?$")


def _subject(text: str, floor: int, at: int) -> tuple[Person, bool, int] | None:
    """Who stands before a verb at `at`, what is said of them between commas left out.

    Nobody before `floor` is meant: they belong to the verb before.
    """
    start = max(floor, at - 200)
    head = text[start:at]
    found = _before().search(head)
    if found and _AS_OFFICE.search(head[: found.start("who")]):
        found = (
            None  # 'Cllr Ash, as Chair, proposed': the office says who, and the name stands before
        )
    named = _named(found["who"]) if found else None
    if found and named and (named[1] or named[0].honorific or not head.rstrip().endswith(",")):
        return named[0], named[1], start + found.start()
    if not head.rstrip().endswith(","):
        return None
    for name in re.finditer(rf"(?<![\w’'])(?P<who>{_person()})(?=,\s)", head):
        aside = _named(name["who"])
        if aside and (aside[1] or aside[0].honorific) and _ASIDE.match(head, name.end()):
            return aside[0], aside[1], start + name.start()
    return None


def _named(printed: str) -> tuple[Person, bool] | None:
    """The person that `printed` names, and whether it is an office without a name."""
    text = printed.strip(" ,.;:")
    if re.search(r"(?:['’]s|s['’])$", text):
        return None
    inside = re.search(r"\(([^()]+)\)", text)
    if inside:
        held = parse_person(inside[1])
        if held is not None and held.honorific:
            return held, False
        text = text[: inside.start()].strip()
    if pattern("motions", "movers", "offices").match(text):
        return Person(text[:1].upper() + text[1:], None), True
    for space in re.finditer(r"\s+", text):
        if honorific_at(text, space.end()) and not honorific_at(text, 0):
            text = text[space.end() :]
            break
    person = parse_person(text)
    titles = lexicon("motions")["movers"]["titles"]
    tokens = text.split()
    led = 0
    while led < len(tokens) - 1 and tokens[led].lower() in titles:
        led += 1
    if led and (person is None or person.honorific is None):
        called = parse_person(" ".join(tokens[led:]), honorific=" ".join(tokens[:led]))
        return None if called is None else (called, False)
    if person is None:
        person = parse_person(text, honorific="")
    if person is None:
        return None
    return Person(person.name, person.honorific or None), False
