"""Those whom a list of the body names and of whom the apologies tell: one person, who was sorry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Part
from pipeline.extract.grammar.initials import are_initials
from pipeline.provenance import Finding
from pipeline.records import Attendee

_SORRY = re.compile(
    r"\b[Aa]polog\w+\b[^.;]{0,60}?\b(?:from|of|by)\s+"
    r"(?P<who>(?:[A-Z]{2,3}|[A-Z][a-z]+)\b(?:(?:,\s*|\s+and\s+|\s*&\s*)(?:[A-Z]{2,3}|[A-Z][a-z]+)\b)*)"
    r"(?=\s*[.,;(]|\s+[a-z]|\s*$)",
)
"""'Apologies were received from KD, OW and Hazel': known by initials, or a given name."""
_WITHIN = 6
"""Items in which apologies are told."""


def called_sorry(people: Sequence[Finding[Attendee]], part: Part) -> list[Finding[Attendee]]:
    """The people, those of a list of the whole body marked whom the apologies call by initials.

    A list without a heading names everybody; 'apologies from KD and Hazel' says who didn't come.
    """
    called = list(_called(part))
    out = []
    for finding in people:
        person = finding.value
        of_all = finding.rule == "untitled list" and person.status == "present"
        if of_all and any(_is_called(c, person.name) for c in called):
            person = structs.replace(person, status="apologies", chair=False)
        out.append(structs.replace(finding, value=person))
    return out


def _called(part: Part) -> Iterator[str]:
    for item in part.items[:_WITHIN]:
        for paragraph in item.paragraphs():
            for match in _SORRY.finditer(paragraph.text):
                yield from re.findall(r"[A-Z][A-Za-z]+", match["who"])


def _is_called(short: str, name: str) -> bool:
    given = name.split(maxsplit=1)[0]
    return are_initials(short, name) if short.isupper() else short == given and given != name


def told_sorry(people: Sequence[Finding[Attendee]]) -> list[Finding[Attendee]]:
    """The people, without the absent of whom a line of apologies tells.

    'Councillors not present: A Ash' and 'Apologies were received from Councillor Ash' name one
    person: the list has the name in full, the apologies the reason for not coming.
    """
    absent = [f for f in people if f.value.status == "absent"]
    sorry = [f for f in people if f.value.status == "apologies"]
    told = {id(a): s for s in sorry if (a := _only(s.value.name, absent)) is not None}
    told = {a: s for a, s in told.items() if list(told.values()).count(s) == 1}
    again = {id(s) for s in told.values()}
    out = []
    for finding in people:
        if id(finding) in again:
            continue
        known = told.get(id(finding))
        if known is None:
            out.append(finding)
            continue
        value = structs.replace(finding.value, status="apologies")
        sources = (*finding.sources, *known.sources)
        out.append(structs.replace(finding, value=value, sources=sources))
    return out


def _only(name: str, absent: Sequence[Finding[Attendee]]) -> Finding[Attendee] | None:
    """The one absent person whom a name stands for: a surname, or initials before it."""
    same = [f for f in absent if _stands_for(name, f.value.name)]
    return same[0] if len(same) == 1 else None


def _stands_for(short: str, full: str) -> bool:
    *given, last = short.casefold().split()
    *whole, surname = full.casefold().split()
    if last != surname:
        return False
    return not given or not whole or given[0][0] == whole[0][0]
