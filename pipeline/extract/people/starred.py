"""Lists of a whole body in which a sign beside a name tells who came, or who didn't.

'* Cllr A Ash' above '* denotes members present', 'Cllr B Birch +' above '+ Apologies'. Where the
sign tells who came, those without it did not; where it tells who didn't, the others are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document import Block, Paragraph, Passage
from pipeline.extract.base import found
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.standing import attendee
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, AttendanceStatus

_CAME = rule("attendance", "star_present")
_SORRY = rule("attendance", "star_apologies")
_MISSED = rule("attendance", "star_absent")
_SIGNS = "*+†#^"
_LEAST = 3
"""Names with a sign that make such a list, where it tells who came."""
_WITHIN = re.compile(rf"[{re.escape(_SIGNS)}]\s*(?=[A-Z])")
_BESIDE = re.compile(rf"(?P<sign>[{re.escape(_SIGNS)}])\s*(?:/.*)?$")
_INITIALLED = re.compile(
    r"(?:M(?:rs?|s|iss)\.?\s+|Dr\.?\s+)?(?:[A-Z]\.?\s?){1,4}[A-Z][a-z][\w’'-]*"
)
"""'P H Ash Mere D C': initials and one surname, whatever stands behind."""


class _Marked(NamedTuple):
    entry: Entry
    passage: Passage
    sign: str


def people_starred(blocks: Sequence[Block]) -> Iterator[Finding[AnyRecord]]:
    """The people of a list whose legend says what a sign beside a name tells."""
    texts = [b for b in blocks if isinstance(b, Paragraph)]
    legend = {at: told for at, b in enumerate(texts) if (told := _legend(b)) is not None}
    signs = dict(legend.values())
    if not signs:
        return
    lines = [list(_marked(texts[at], signs)) for at in range(max(legend)) if at not in legend]
    signed = [m for line in lines for m in line if m.sign]
    if len(signed) < (_LEAST if "present" in signs.values() else 1):
        return
    first = next(n for n, line in enumerate(lines) if any(m.sign for m in line))
    others: AttendanceStatus | None = "absent" if "present" in signs.values() else None
    for line in lines[first:]:
        for entry, passage, sign in line:
            status = signs[sign] if sign else others
            if status is not None:
                printed = passage.text[entry.start : entry.end]
                person = attendee(entry, status, "member", printed)
                yield found(person, passage, entry.start, entry.end, rule="starred")


def _legend(paragraph: Paragraph) -> tuple[str, AttendanceStatus] | None:
    printed = f"{paragraph.marker or ''}{paragraph.text}"
    rules: tuple[tuple[re.Pattern[str], AttendanceStatus], ...] = (
        (_SORRY, "apologies"),
        (_MISSED, "absent"),
        (_CAME, "present"),
    )
    return next(((printed[0], told) for said, told in rules if said.match(printed)), None)


def _marked(paragraph: Paragraph, signs: dict[str, AttendanceStatus]) -> Iterator[_Marked]:
    """The people of a line, each with the sign before or behind it; '' where it has none."""
    text, passage = paragraph.text, paragraph.passage
    if sum(text.count(sign) for sign in signs) >= _LEAST:
        for match in _WITHIN.finditer(text):
            name = _INITIALLED.match(text, match.end())
            people = list(entries(name.group(), match.end())) if name else []
            if len(people) == 1 and match.group()[0] in signs:
                yield _Marked(people[0], passage, match.group()[0])
        return
    begin = len(text) - len(text.lstrip(_SIGNS + " "))
    behind = _BESIDE.search(text)
    end = behind.start() if behind else len(text)
    sign = text[0] if begin else paragraph.marker or (behind["sign"] if behind else "")
    people = list(entries(text[begin:end], begin))
    if len(people) == 1 and people[0].start == begin:
        yield _Marked(people[0], passage, sign if sign in signs else "")
