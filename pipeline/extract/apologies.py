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
    r"|(?:\b(?:an?|their|his|her|the|no|any)\s+)?(?<![a-z])apolog(?:y|ies|ised|ising)\b"
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
_TOLD = re.compile(
    r"^[\W\d]*(?:(?:there\s+were\s+)?(?:an?\s+)?apolog(?:y|ies)\b(?:[^.:]*\b(?:from|behalf\s+of)\b|\s+for\s+absence\s*[:–-]\s*(?=\w)))|\b(?:sent|gave|tendered|offered|submitted)\s+(?:(?:his|her|their)\s+)?apologies\b",
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


def apologies_in(item: Item, *, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
    """The people of an apologies item; `titled`: whether all members present are councillors."""
    for paragraph in _minuted(item):
        yield from apologies_of(paragraph.passage, titled=titled)


def tells_apologies(text: str) -> bool:
    """Whether a paragraph outside any apologies item is one: 'Apologies were received from ...'."""
    return _TOLD.search(text) is not None


def _minuted(item: Item) -> list[Paragraph]:
    """The item's paragraphs after the label 'Minutes:', if it has one; never the agenda's text."""
    paragraphs = list(item.paragraphs())
    for at, paragraph in enumerate(paragraphs):
        if paragraph.style == "label" and paragraph.text.lower().startswith("minutes"):
            paragraphs = paragraphs[at + 1 :]
            break
    return [p for p in paragraphs if p.style != "label" and not _AGENDA_TEXT.match(p.text)]


def apologies_of(passage: Passage, *, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
    """The people whom one paragraph says to have sent apologies."""
    if _NONE.search(passage.text):
        return
    told = _CLAUSE.search(passage.text) is not None
    for number, (start, end) in enumerate(sentences(passage.text)):
        sentence = passage.cut(start, end)
        if told:
            yield from _of_sentence(sentence, titled)
        elif not _CAME.search(sentence.text) and (
            number == 0 or _begins_with_person(sentence.text)
        ):
            yield from _people(sentence, (0, len(sentence.text)), titled)


def _begins_with_person(text: str) -> bool:
    first = next(entries(text), None)
    return (
        first is not None
        and first.start == 0
        and not re.search(r"\b(?:had|has|would|will|said)\b", text)
    )


def _of_sentence(passage: Passage, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
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
                passage, (source.end(), source.end() + length), titled, late=late, officers=officers
            )
        elif before.strip() and (_SENT.search(before) or _SENT.search(text[clause.end() - 40 :])):
            sent = _SENT.search(before)
            until = sent.start() if sent else clause.start()
            yield from _people(passage, (0, until), titled, late=late)
        elif source is None and clause.end() < end and number == 0:
            yield from _people(passage, (clause.end(), end), titled, late=late)


def _people(
    passage: Passage,
    span: tuple[int, int],
    titled: bool | None,
    *,
    late: bool = False,
    officers: bool = False,
) -> Iterator[Finding[AnyRecord]]:
    start, end = span
    text = passage.text[start:end]
    for aside in (_SUBSTITUTE, _IN_BRACKETS):
        text = aside.sub(lambda m: " " * len(m.group()), text)
    substitutes = list(substitutes_in(passage))
    came = {s.person.name.casefold() for s in substitutes}
    replaced = {s.absent.casefold() for s in substitutes}
    for entry in entries(text, start):
        if entry.person.name.casefold() in came:
            continue
        printed = passage.text[entry.start : entry.end]
        late_one = late or _LATE.search(" ".join(entry.person.brackets)) is not None
        record = attendee(entry, "late" if late_one else "apologies", "member", printed)
        grouping = apology_grouping(
            entry,
            record.role,
            officers=officers,
            titled=titled,
            replaced=entry.person.name.casefold() in replaced,
        )
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
