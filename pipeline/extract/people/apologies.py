"""Who sent apologies, for absence or for lateness, as an item of the minutes says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Item, Paragraph, Passage, Table
from pipeline.extract.base import found
from pipeline.extract.grammar.minuted import minuted
from pipeline.extract.grammar.names import is_councillor, is_name, parse_person
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.people.list_headings import headings
from pipeline.extract.people.lists import entries
from pipeline.extract.people.paired_lines import is_head_of_names, paired
from pipeline.extract.people.standing import apology_grouping, attendee
from pipeline.extract.people.substitutes import (
    replaced_span,
    substitutes_in,
    substitutes_listed,
    without_substitutes,
)
from pipeline.extract.people.wrapped_lists import joined
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, AttendanceStatus, Attendee

_CLAUSE = rule("attendance", "apology")
_SOURCE = rule("attendance", "apology_from")
_LATE = rule("attendance", "lateness")
_NONE = rule("attendance", "no_apologies")
_TOLD = rule("attendance", "apologies_told")
_AGENDA_TEXT = rule("attendance", "apologies_summons")
_OFFICERS = rule("attendance", "apologies_of_officers")
_SENT = rule("attendance", "apologies_sent")
_SORRY = re.compile(r"\bapologis(?:ed|ing)\b", re.IGNORECASE)
_IN_BRACKETS = rule("attendance", "substitute_in_brackets")
_CAME = rule("attendance", "came")
"""A sentence under the heading of apologies that tells who came."""
_BUSINESS = rule("attendance", "business")
_HEADED = rule("attendance", "apologies_headed")
_MISSING = rule("attendance", "said_absent")
"""'Councillors Ash and Birch were absent.', 'Mr Elm would be late.'"""
_TELLS = rule("attendance", "tells_of_somebody")
_RECEIVED = rule("attendance", "received_from")
_SUBSTITUTE = rule("attendance", "substitute_sentence")
_CAME_AS = rule("attendance", "came_as")
_LEFT_EARLY = rule("attendance", "left_early")
_VERDICT = rule("business", "verdict_only")
_ONE_WORD = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s[A-Z]\.?)?")
_NOT_THERE = rule("attendance", "not_there")
"""'A Ash and B Birch were not in attendance.', where apologies are asked for."""
_NEXT_TIME = re.compile(r"\b(?:attend|for|at|miss)\s+the\s+next\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:Councillor|Cllr)\b")
"""'Councillor A Ash, Bo Birch and Councillor C Cole': each councillor is called so."""
_ALL = re.compile(r"\b(?:Councillors|Cllrs|Members|Aldermen)\b")
"""A title for the whole list: 'Councillors Ash, Mrs Birch and Cole'."""
_NOBODY = re.compile(r"\W*(?:none|nil)\W*", re.IGNORECASE)
"""Below a head of those who might have sent them: 'Officers', 'None'."""
_AS_DID = rule("attendance", "as_did")
_GONE = rule("attendance", "absent_beside")
_NAMES_END = rule("attendance", "names_end")
_HEAD_OF_ROWS = rule("attendance", "missing_head")
_ABSENT = rule("attendance", "missing_unexcused")
_IT_WAS_SAID = rule("attendance", "names_reported")
_ABSENT_HEADED = re.compile(
    r"\W*Absent(?:\s+without\s+apolog(?:y|ies))?\s*[:–-]\s*(?=\S)", re.IGNORECASE
)
_LONGEST_HEAD = 40
"""Characters of a line over some of the names."""
_ALSO_SORRY = re.compile(r"\bapolog(?:y|ies|ised)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?=arriv|join|delayed\b|late\b)")
"""Where a word on when somebody came begins behind a name."""


def apologies_in(item: Item, *, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
    """The people of an apologies item; `titled`: whether all members present are councillors."""
    over, officers, paragraphs = False, False, _minuted(item)
    alone = _first_names(item)
    for block in item.flow:
        if isinstance(block, Table) and not any(substitutes_listed(block)):
            yield from _in_rows(block, titled)
    for paragraph in alone:
        whole_line = (0, len(paragraph.text))
        yield from _people(paragraph.passage, whole_line, titled, rule="apologies list", alone=True)
    if alone:
        return
    sorry = any(tells_apologies(p.text) for p in paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if is_head_of_names(paragraph) or (number and _heads_group(paragraph.text)):
            officers = "officer" in paragraph.text.lower()
            continue
        if number and _NOBODY.fullmatch(paragraph.text):
            continue
        away = _NOT_THERE.match(paragraph.text)
        if away and not _NEXT_TIME.search(paragraph.text):
            # Beside others' apologies they were only absent; alone they are whom the item asks for.
            told_so = _ALSO_SORRY.search(paragraph.text, away.end("who")) is not None
            status: AttendanceStatus = "absent" if sorry and not told_so else "apologies"
            span = away.span("who")
            yield from _people(paragraph.passage, span, titled, status=status, rule="said absent")
            continue
        gone = _ABSENT_HEADED.match(paragraph.text)
        if gone is not None and _is_listed(paragraph.text[gone.end() :]):
            span = (gone.end(), len(paragraph.text))
            yield from _people(paragraph.passage, span, titled, status="absent")
            continue
        told = _CLAUSE.search(paragraph.text) or _RECEIVED.search(paragraph.text)
        if says_missing(paragraph.text):
            yield from missing_of(paragraph.passage, titled=titled)
            continue
        if (
            number
            and not told
            and (over or _is_business(paragraph) or not _is_listed(paragraph.text))
        ):
            over = True  # the list is; who sent apologies may still be told
            continue
        yield from apologies_of(paragraph.passage, titled=titled, officers=officers)


def _heads_group(text: str) -> bool:
    """Whether a line alone says whom those below it belong to: 'Provider members', 'Officers'."""
    return len(text) < _LONGEST_HEAD and any(end == len(text) for _, end, _ in headings(text))


def _in_rows(table: Table, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
    """Those of a table that names one person in each row, and why the person didn't come."""
    rows = [[c for c in row.cells if c.text] for row in table.rows]
    rows = [cells for cells in rows if cells and not _HEAD_OF_ROWS.fullmatch(cells[0].text)]
    named = [cells for cells in rows if parse_person(cells[0].text) is not None]
    if not named or len(named) < len(rows):
        return
    for cells in named:
        said = cells[1].text if len(cells) > 1 else ""
        status: AttendanceStatus = "absent" if _ABSENT.match(said) else "apologies"
        passage = cells[0].passage
        span = (0, len(passage.text))
        yield from _people(passage, span, titled, status=status, rule="apologies list")


def _first_names(item: Item) -> list[Paragraph]:
    """The entries of a list of apologies that names everybody by one word: 'Ada', 'Joss'."""
    entries_ = [b for b in item.flow if isinstance(b, Paragraph)]
    named = all(
        p.marker is not None
        and _ONE_WORD.fullmatch(p.text)
        and is_name(p.text)
        and not _NONE.search(p.text)
        and not _VERDICT.fullmatch(p.text)
        for p in entries_
    )
    return entries_ if named and len(entries_) > 1 else []


def says_missing(text: str) -> bool:
    """Whether a sentence says of people that they were not there: 'Mr Ash was absent.'."""
    return _MISSING.match(text) is not None


def missing_of(passage: Passage, *, titled: bool | None) -> Iterator[Finding[AnyRecord]]:
    """The people of whom a sentence says that they were absent, or would be late."""
    missing = _MISSING.match(passage.text)
    if missing is None:
        return
    status: AttendanceStatus = "apologies" if missing["excused"] else "absent"
    status = "late" if missing["late"] else status
    yield from _people(passage, missing.span("who"), titled, status=status, rule="said absent")


def _is_business(paragraph: Paragraph) -> bool:
    return _BUSINESS.match(paragraph.text) is not None


def _is_listed(text: str) -> bool:
    """Whether a paragraph names people, and little is told of them."""
    if _TELLS.search(text):
        return False
    people = list(entries(text))
    covered = sum(e.end - e.start for e in people if len(e.role or "") <= 90)
    return bool(people) and covered >= 0.4 * len(text)


def tells_apologies(text: str) -> bool:
    """Whether a paragraph outside any apologies item is one: 'Apologies were received from ...'."""
    return _TOLD.search(text) is not None


def apologies_headed(passage: Passage) -> Passage | None:
    """What follows a heading of apologies on its own line: 'Apologies for absence Cllr A Ash'."""
    match = _HEADED.match(passage.text)
    if match is None or match.end() >= len(passage.text):
        return None
    return passage.cut(match.end())


def _minuted(item: Item) -> list[Paragraph]:
    """The item's paragraphs after the label 'Minutes:', if it has one; never the agenda's text."""
    paragraphs = [
        p for p in joined(list(paired(list(item.paragraphs())))) if isinstance(p, Paragraph)
    ]
    told = minuted(paragraphs)
    return [p for p in told if p.style != "label" and not _AGENDA_TEXT.match(p.text)]


def apologies_of(
    passage: Passage, *, titled: bool | None, alone: bool = False, officers: bool = False
) -> Iterator[Finding[AnyRecord]]:
    """The people whom one paragraph says to have sent apologies; `officers`: a head says so.

    `alone`: whether the paper calls all its people by one name, so that one is a person here too.
    """
    if _NONE.search(passage.text):
        return
    told = _CLAUSE.search(passage.text) is not None
    for came in _CAME_AS.finditer(passage.text) if told else ():
        start, end = came.span("name")
        for entry in entries(came["name"], start):
            person = attendee(entry, "present", "member", came["name"])
            yield found(person, passage, start, end, rule="came as a substitute")
    for number, (start, end) in enumerate(sentences(passage.text)):
        sentence = passage.cut(start, end)
        if _LEFT_EARLY.search(sentence.text) or _NEXT_TIME.search(sentence.text):
            continue
        gone = _GONE.match(sentence.text)
        if gone is not None and _is_listed(gone["who"]):
            absent: AttendanceStatus = "late" if gone["late"] else "absent"
            span = gone.span("who")
            yield from _people(sentence, span, titled, status=absent, rule="said absent")
            continue
        received = None if told else _RECEIVED.search(sentence.text)
        if number and says_missing(sentence.text):
            yield from missing_of(sentence, titled=titled)
            continue
        replaced = replaced_span(sentence.text)
        if replaced is not None:
            yield from _people(sentence, replaced, titled)
            continue
        listed = _begins_with_person(sentence.text) and _is_listed(sentence.text)
        goes_on = listed and _CAME.search(sentence.text) is None
        if told and number and goes_on and _CLAUSE.search(sentence.text) is None:
            span = (0, len(sentence.text))  # '... and Bo Birch, Members. Cllr Elm, Observer.'
            yield from _people(sentence, span, titled, officers=officers)
        elif told:
            yield from _of_sentence(sentence, titled, alone=alone)
        elif received is not None:
            span = (received.end(), len(sentence.text))
            yield from _people(sentence, span, titled, rule="apologies told")
        elif not _CAME.search(_IN_BRACKETS.sub("", sentence.text)) and (
            number == 0 or _begins_with_person(sentence.text)
        ):
            span = (0, len(sentence.text))
            yield from _people(sentence, span, titled, officers=officers, rule="apologies list")


def _begins_with_person(text: str) -> bool:
    first = next(entries(text), None)
    return (
        first is not None
        and first.start == 0
        and not re.search(r"\b(?:had|has|would|will|said)\b", text)
    )


def _end_of_names(text: str) -> int:
    """Where the names end: before another sentence, and a semicolon behind which nobody stands."""
    for stop in _NAMES_END.finditer(text):
        if text[stop.start()] == "." or not _begins_with_person(text[stop.end() :]):
            return stop.start()
    return len(text)


def _of_sentence(
    passage: Passage, titled: bool | None, *, alone: bool
) -> Iterator[Finding[AnyRecord]]:
    text = passage.text
    clauses = list(_CLAUSE.finditer(text))
    for number, clause in enumerate(clauses):
        end = clauses[number + 1].start() if number + 1 < len(clauses) else len(text)
        late = _LATE.search(clause.group()) is not None
        source = _SOURCE.search(text, clause.end(), end)
        before = text[: clause.start()] if number == 0 else ""
        if source is not None and source.end() < end:
            span = text[source.end() : end]
            length = _end_of_names(span)
            officers = _OFFICERS.search(text[clause.end() : source.end() + 30]) is not None
            yield from _people(
                passage,
                (source.end(), source.end() + length),
                titled,
                late=late,
                officers=officers,
                alone=alone,
            )
        elif before.strip() and (
            _SORRY.search(clause.group())
            or _SENT.search(before)
            or _SENT.search(text[max(0, clause.end() - 40) :].rstrip(" ."))
        ):
            sent = _SENT.search(before)
            until = sent.start() if sent else clause.start()
            said = _IT_WAS_SAID.match(text)
            begin = said.end() if said is not None else 0
            yield from _people(passage, (begin, until), titled, late=late, alone=alone)
            as_well = _AS_DID.search(text, clause.end(), end)
            if as_well is not None:
                yield from _people(passage, (as_well.end(), end), titled, late=late, alone=alone)
        elif source is None and clause.end() < end and number == 0:
            yield from _people(passage, (clause.end(), end), titled, late=late)


def _people(  # noqa: PLR0913 - the people, where, and what is known of them
    passage: Passage,
    span: tuple[int, int],
    titled: bool | None,
    *,
    late: bool = False,
    officers: bool = False,
    alone: bool = False,
    status: AttendanceStatus = "apologies",
    rule: str = "apologies told",
) -> Iterator[Finding[AnyRecord]]:
    start, end = span
    text = passage.text[start:end]
    for aside in (_CAME_AS, _SUBSTITUTE, _IN_BRACKETS):
        text = aside.sub(lambda m: " " * len(m.group()), text)
    text = without_substitutes(text)
    substitutes = list(substitutes_in(passage))
    came = {s.person.name.casefold() for s in substitutes}
    replaced = {s.absent.casefold() for s in substitutes}
    people = list(entries(text, start, surnames=alone))
    each = titled is None and len(_EACH.findall(text)) > 1
    some = (
        titled is None
        and not _ALL.search(text)
        and any(is_councillor(e.person.honorific) for e in people)
    )
    for entry in people:
        if entry.person.name.casefold() in came:
            continue
        printed = passage.text[entry.start : entry.end]
        # '(late)', 'A Ash arriving later': of one of those who are sorry.
        beside = f"{' '.join(entry.person.brackets)} {_AFTER.split(printed)[-1]}"
        late_one = late or (beside.strip() != printed and _LATE.search(beside) is not None)
        record = attendee(entry, "late" if late_one else status, "member", printed)
        grouping = apology_grouping(
            entry,
            record.role,
            officers=officers,
            titled=titled or some,
            replaced=entry.person.name.casefold() in replaced,
        )
        if each and grouping == "member" and entry.person.honorific is None:
            grouping = "guest"
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
            rule=rule,
        )


def _post(role: str | None) -> str | None:
    return (
        None
        if role and re.fullmatch(r"(?:parish |town )?councillor", role, re.IGNORECASE)
        else role
    )
