"""Who led a meeting, where a sentence tells it: 'Mr A Ash in the Chair', 'Cllr Birch presided'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Paragraph, Part
from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.people.lists import entries
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import Attendee

_PRESIDED = rule("attendance", "presided")
_LABELLED = rule("attendance", "chair_label")
_CHAIR_HEAD = rule("attendance", "led_heading")
_CHAIRED_BY = rule("attendance", "chaired_by")
_TOOK_CHAIR = rule("attendance", "took_chair")
_CALLED = rule("attendance", "called_to_order")
_NAMED = rule("attendance", "chair_named")
_LED = (_CHAIRED_BY, _TOOK_CHAIR, _CALLED, _NAMED, rule("attendance", "chair_for_meeting"))
_OPENED = rule("attendance", "opened_meeting")
_ELECTED = rule("attendance", "elected_chair")
_ELECTED_ALONE = rule("attendance", "elected_alone")
_SIGNED = rule("attendance", "signed_chair")
_ELECTION = re.compile(r"(?:elect|appoint)\w*\s+(?:of\s+)?(?:an?\s+|the\s+)?chair", re.IGNORECASE)
_LISTED_WITHIN = 14
"""Paragraphs of an item in which lists may stand before the line on the chair."""
_OFFICE = rule("attendance", "office_of_chair")
_AS_SIGNED = 12
"""How many blocks at the end of minutes may hold the signature."""
_ONE_NAME = re.compile(r"[A-Z][a-z’'-]{2,}")
"""'Ada was elected Chair': of a paper whose people have one name, `mark_likely` knows which."""
_ELECTED_TO_LEAD = re.compile(
    r"^(?P<who>[A-Z][\w.’' -]{2,40}?)\s+was\s+(?:duly\s+|unanimously\s+)?"
    r"(?:elected|appointed|chosen)\s+(?:as\s+)?(?:the\s+)?[Cc]hair(?:man|woman|person)?\W*$"
)
_LETTERS = re.compile(r"[A-Z]{2,3}[a-z]{0,2}")


def chairs_of(part: Part) -> Iterator[Finding[Attendee]]:
    """The people whom a line before the business, or in its first two items, puts in the chair.

    One who is named by initials only has them for a name: `mark_chairs` knows the person.
    """
    blocks = list(part.preamble) if part.items else list(part.flow[:40])
    for item in part.items[:2]:
        blocks += item.flow[:_LISTED_WITHIN]
    headed = False
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        below, headed = headed, _CHAIR_HEAD.fullmatch(block.text.strip()) is not None
        people = list(entries(block.text)) if below else []
        if len(people) == 1:
            printed = block.text[people[0].start : people[0].end]
            person = structs.replace(attendee(people[0], "present", "member", printed), chair=True)
            sources = block.passage.sources(people[0].start, people[0].end)
            yield Finding(person, sources, 0.9, "in the chair")
            continue
        whole = _PRESIDED.match(block.text) or _LABELLED.match(block.text)
        match = whole or next(
            (m for p in _LED if (m := p.search(block.text))),
            None,
        )
        if match is None:
            continue
        start = match.start("who")
        people = list(entries(match["who"], start))
        letters = _LETTERS.fullmatch(match["who"].strip(" ."))
        if len(people) == 1:
            entry = people[0]
            printed = block.text[entry.start : entry.end]
            person = structs.replace(attendee(entry, "present", "member", printed), chair=True)
            sources = block.passage.sources(entry.start, entry.end)
            yield Finding(person, sources, 0.9 if whole else 0.8, "in the chair")
        elif letters:
            yield Finding(
                _lettered(letters.group()),
                block.passage.sources(start, match.end("who")),
                0.8,
                "in the chair",
            )


def _lettered(letters: str) -> Attendee:
    """One who is named by initials, or one name, only."""
    return Attendee(name=letters, printed=letters, grouping="member", status="present", chair=True)


def likely_chairs(part: Part) -> Iterator[Finding[Attendee]]:
    """Who probably led, where no line says it: opened the meeting, was elected, or signs for it.

    The likeliest first. Those who are not listed as present didn't lead: `mark_likely` knows.
    """
    blocks = list(part.preamble) if part.items else list(part.flow[:40])
    for item in part.items[:2]:
        blocks += item.flow[:6]
    elections = [i for i in part.items[:4] if _ELECTION.search(i.heading.text)]
    chosen = [b for i in elections for b in i.flow[:4]]
    chosen += [Paragraph(i.heading) for i in part.items[:2]]
    for pattern, where in (
        (_OPENED, blocks),
        (_ELECTED, chosen),
        (_ELECTED_TO_LEAD, [b for i in part.items[:1] for b in i.flow[:6]]),
        (_ELECTED_ALONE, [b for i in elections[:1] for b in i.flow[:4]]),
        (_SIGNED, list(part.flow[-_AS_SIGNED:])),
    ):
        for block in where:
            match = pattern.search(block.text) if isinstance(block, Paragraph) else None
            if match is None or not isinstance(block, Paragraph):
                continue
            group = "who" if match["who"] else "signer"  # only a signature has both
            start, end = match.span(group)
            people = list(entries(block.text[start:end], start))
            letters = _LETTERS.fullmatch(match[group].strip(" ."))
            if len(people) == 1:
                person = attendee(people[0], "present", "member", match[group])
            elif letters or _ONE_NAME.fullmatch(match[group].strip(" .")):
                person = _lettered(match[group].strip(" ."))
            else:
                continue
            yield Finding(person, block.passage.sources(start, end), 0.7, "likely chair")


def mark_likely(people: Sequence[Attendee], likely: Sequence[Finding[Attendee]]) -> list[Attendee]:
    """The people, the likeliest chair among those present marked if nobody is marked yet."""
    marked = list(people)
    if any(p.chair for p in marked):
        return marked
    offices = [
        n
        for n, p in enumerate(marked)
        if p.status == "present" and p.grouping == "member" and _OFFICE.fullmatch(p.role or "")
    ]
    if not likely and len(offices) == 1:
        marked[offices[0]] = structs.replace(marked[offices[0]], chair=True)
        return marked
    for chair in likely:
        fitting = [
            n
            for n, p in enumerate(marked)
            if p.status == "present" and p.grouping == "member" and _is(chair.value, p)
        ]
        if len(fitting) == 1:
            marked[fitting[0]] = structs.replace(marked[fitting[0]], chair=True)
            break
    return marked


def without_mark(people: Sequence[Attendee]) -> list[Attendee]:
    """The people, a '(Chair)' no post where no other member's office is printed.

    Beside a 'Vice-Chair' or a 'Treasurer' it is an office like theirs; alone it tells who led.
    '(Chairman)' is the title of an office more often than not, and stays.
    """
    offices = [p for p in people if p.grouping == "member" and p.status == "present" and p.role]
    if len(offices) != 1 or not offices[0].chair or (offices[0].role or "").lower() != "chair":
        return list(people)
    return [structs.replace(p, role=None) if p is offices[0] else p for p in people]


def mark_chairs(
    people: Sequence[Attendee], chairs: Sequence[Finding[Attendee]]
) -> tuple[list[Attendee], list[Finding[Attendee]]]:
    """The people, those who led marked, and the chairs who are not among them.

    A chair of whom only initials or a surname are printed is the one person present whom they
    fit; where they fit nobody or several, nobody is marked.
    """
    marked = list(people)
    unknown = []
    for chair in chairs:
        fitting = [n for n, p in enumerate(marked) if p.status == "present" and _is(chair.value, p)]
        if len(fitting) == 1:
            if not any(p.chair for p in marked) or chair.confidence > 0.85:
                marked[fitting[0]] = structs.replace(marked[fitting[0]], chair=True)
        elif not fitting and not _LETTERS.fullmatch(chair.value.name) and " " in chair.value.name:
            unknown.append(chair)
    return marked, unknown


def _is(chair: Attendee, person: Attendee) -> bool:
    said, known = chair.name.casefold(), person.name.casefold()
    if said == known:
        return True
    if _LETTERS.fullmatch(chair.name):
        return are_initials(chair.name, person.name)
    ours, theirs = said.split(), known.split()
    if len(ours) > 1 and (ours[0], ours[-1]) == (theirs[0], theirs[-1]) and len(ours[0]) > 2:
        return True  # 'Ada Ash' is 'Ada B Ash'
    surnames = said.split()[-1] == known.split()[-1]
    return surnames and (len(said.split()) == 1 or len(known.split()) == 1 or said[0] == known[0])
