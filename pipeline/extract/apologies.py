"""Who sent apologies, for absence or for lateness, as an item of the minutes says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Item, Paragraph, Passage
from pipeline.extract.base import found
from pipeline.extract.people_lists import entries
from pipeline.extract.sentences import sentences
from pipeline.extract.standing import apology_grouping, attendee
from pipeline.extract.substitutes import substitutes_in
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, Attendee

_CLAUSE = re.compile(
    r"\band\s+for\s+lateness\b"
    r"|(?:\b(?:an?|their|his|her|the|no|any)\s+)?\bapolog(?:y|ies|ised|ising)\b"
    r"(?:\s+(?:of|for)\s+(?:absence|lateness|being\s+late|late\s+arrival|non-?\s?attendance"
    r"|inability\s+to\s+attend))?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:from|by|of|for|behalf\s+of)\b\s*:?\s*|:\s*|[–—]\s*|\s-\s", re.IGNORECASE
)
_LATE = re.compile(r"\blate", re.IGNORECASE)
_NONE = re.compile(
    r"^\W*(?:none|nil|no\s+apologies|there\s+were\s+no|n/?a|all\s+present)\b|\bno\s+apologies\b",
    re.IGNORECASE,
)
_AGENDA_TEXT = re.compile(
    r"^\W*(?:to\s+(?:receive|note|consider|accept)|members?\s+(?:are|will))\b", re.IGNORECASE
)
_OFFICERS = re.compile(r"\bofficers?\b\s*:?\s*$|\bfollowing\s+officers?\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sent|gave|given|tendered|submitted|offered|had\s+sent|has\s+sent|have\s+sent|were\s+received)\b[^.]*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\b(?:attend|substitut|deputis)\w*[^()]*\)", re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:in\s+attendance|attended|attending|joined|substitut\w+|deputis\w+|represented)\b",
    re.IGNORECASE,
)
"""A sentence under the heading of apologies that tells who came."""
_SUBSTITUTE = re.compile(
    r"\.\s+[^.]*\b(?:substitut|deputis|attended\s+(?:in|on)|in\s+(?:his|her|their)\s+place)[^.]*",
    re.IGNORECASE,
)


def apologies_in(item: Item, present: set[str]) -> Iterator[Finding[AnyRecord]]:
    """The people of an apologies item; `present` are the casefolded names of those who came."""
    del present  # a person both present and sorry is kept twice: the paper says so
    for paragraph in _minuted(item):
        yield from _of_paragraph(paragraph.passage)


def _minuted(item: Item) -> list[Paragraph]:
    """The item's paragraphs after the label 'Minutes:', if it has one; never the agenda's text."""
    paragraphs = list(item.paragraphs())
    for at, paragraph in enumerate(paragraphs):
        if paragraph.style == "label" and paragraph.text.lower().startswith("minutes"):
            paragraphs = paragraphs[at + 1 :]
            break
    return [p for p in paragraphs if p.style != "label" and not _AGENDA_TEXT.match(p.text)]


def _of_paragraph(passage: Passage) -> Iterator[Finding[AnyRecord]]:
    if _NONE.search(passage.text):
        return
    if not _CLAUSE.search(passage.text):
        if not _CAME.search(passage.text):
            yield from _people(passage, 0, len(passage.text), late=False, officers=False)
        return
    for start, end in sentences(passage.text):
        yield from _of_sentence(passage.cut(start, end))


def _of_sentence(passage: Passage) -> Iterator[Finding[AnyRecord]]:
    text = passage.text
    clauses = list(_CLAUSE.finditer(text))
    for number, clause in enumerate(clauses):
        end = clauses[number + 1].start() if number + 1 < len(clauses) else len(text)
        late = _LATE.search(clause.group()) is not None
        source = _SOURCE.search(text, clause.end(), end)
        before = text[: clause.start()] if number == 0 else ""
        if source is not None and source.end() < end:
            span = text[source.end() : end]
            stop = re.search(r"\.\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|It|The|There|In)\b)|;\s", span)
            length = stop.start() if stop else len(span)
            officers = _OFFICERS.search(text[clause.end() : source.end() + 30]) is not None
            yield from _people(
                passage, source.end(), source.end() + length, late=late, officers=officers
            )
        elif before.strip() and (_SENT.search(before) or _SENT.search(text[clause.end() - 40 :])):
            sent = _SENT.search(before)
            yield from _people(
                passage, 0, sent.start() if sent else clause.start(), late=late, officers=False
            )
        elif source is None and clause.end() < end and number == 0:
            yield from _people(passage, clause.end(), end, late=late, officers=False)


def _people(
    passage: Passage, start: int, end: int, *, late: bool, officers: bool
) -> Iterator[Finding[AnyRecord]]:
    text = passage.text[start:end]
    for aside in (_SUBSTITUTE, _IN_BRACKETS):
        text = aside.sub(lambda m: " " * len(m.group()), text)
    came = {s.person.name.casefold() for s in substitutes_in(passage)}
    for entry in entries(text, start):
        if entry.person.name.casefold() in came:
            continue
        printed = passage.text[entry.start : entry.end]
        late_one = late or _LATE.search(" ".join(entry.person.brackets)) is not None
        record = attendee(entry, "late" if late_one else "apologies", "member", printed)
        grouping = apology_grouping(entry, record.role, officers=officers)
        yield found(
            Attendee(
                name=record.name,
                honorific=record.honorific,
                printed=record.printed,
                role=_post(record.role),
                grouping=grouping,
                status=record.status,
            ),
            passage,
            entry.start,
            entry.end,
        )


def _post(role: str | None) -> str | None:
    return (
        None
        if role and re.fullmatch(r"(?:parish |town )?councillor", role, re.IGNORECASE)
        else role
    )
