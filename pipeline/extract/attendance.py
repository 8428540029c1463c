"""Who was there: members, councillors who attended, officers and guests, and who was in the chair.

Lists stand under headings ('Members Present:', 'IN ATTENDANCE'), as tables of a name and a post,
one to a line, or run on in a sentence. Which heading means which group is data:
`models/lexicon/people.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from pipeline.document import Block, Part, Passage, Row, Table, join
from pipeline.extract.apologies import apologies_in
from pipeline.extract.base import Extractor, found
from pipeline.extract.lexicon import lexicon
from pipeline.extract.names import is_name, parse_person
from pipeline.extract.people_lists import Entry, entries
from pipeline.extract.sentences import sentences
from pipeline.extract.standing import attendee, grouping_of
from pipeline.extract.substitutes import Substitute, substitutes_in
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Attendee

_INLINE = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=\)\s))"
    r"(?P<heading>(?:[A-Z][\w/&'’-]*|\([^)]*\))(?:[ ,](?:[\w/&'’-]+|\([^)]*\))){0,7}?)"
    r"\s*(?:[:–—]|\s-\s|-\s*$|(?<=[A-Z]{4})\s(?=[A-Z]))"
)
_WHOLE = re.compile(r"^[\w\s,/&()'’-]{3,70}:?$")
_OPEN = re.compile(
    r"^(?:present|in\s+attendance|also\s+present|apologies|attendance|members?|councillors?)\b[:\s–-]*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"\b(?:welcomed|opened|declared|reported|noted|advised|resolved|that\s+the|was\s+(?:taken|elected)|meeting\s+(?:began|started|opened|commenced))\b"
)


@dataclass(frozen=True)
class List:
    """The list that a heading opens."""

    status: str
    grouping: str


def find_attendance(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every person whom the part lists as present, absent or sorry."""
    seen: set[tuple[str, str]] = set()
    stand_ins = dict(_stand_ins(part))
    blocks = list(part.preamble) if part.items else list(part.flow)
    found_any = False
    for finding in _walk(blocks, None):
        found_any = True
        if _is_new(finding, seen):
            yield _as_substitute(finding, stand_ins)
    anywhere = not found_any and part.kind == "minutes"
    for item in part.items:
        opened = _list_of(item.heading.text)
        if re.search(r"apolog|absen", item.heading.text, re.IGNORECASE):
            for finding in apologies_in(item, {n for n, s in seen if s == "present"}):
                if _is_new(finding, seen):
                    yield finding
            for finding in _unlisted(stand_ins):
                if _is_new(finding, seen):
                    yield finding
            stand_ins = {}
        elif anywhere:
            listed = opened if opened and opened.status == "present" else None
            for finding in _walk(list(item.flow), listed):
                if _is_new(finding, seen):
                    yield finding


def _stand_ins(part: Part) -> Iterator[tuple[str, tuple[Substitute, Passage]]]:
    for item in part.items:
        if re.search(r"apolog|substitut", item.heading.text, re.IGNORECASE):
            for paragraph in item.paragraphs():
                for start, end in sentences(paragraph.text):
                    sentence = paragraph.passage.cut(start, end)
                    for substitute in substitutes_in(sentence):
                        yield substitute.person.name.casefold(), (substitute, sentence)


def _as_substitute(
    finding: Finding[AnyRecord] | Rejected, stand_ins: dict[str, tuple[Substitute, Passage]]
) -> Finding[AnyRecord] | Rejected:
    """A listed person whom the apologies name as a substitute: a member for the day."""
    if isinstance(finding, Rejected) or not isinstance(finding.value, Attendee):
        return finding
    known = stand_ins.pop(finding.value.name.casefold(), None)
    if known is None or finding.value.substitute_for:
        return finding
    value = structs.replace(finding.value, substitute_for=known[0].absent, grouping="member")
    return structs.replace(finding, value=value)


def _unlisted(
    stand_ins: dict[str, tuple[Substitute, Passage]],
) -> Iterator[Finding[AnyRecord]]:
    """Substitutes whom only the apologies name."""
    for substitute, sentence in stand_ins.values():
        group = grouping_of("attending", substitute.person.honorific, substitute.post)
        record = Attendee(
            name=substitute.person.name,
            honorific=substitute.person.honorific,
            printed=sentence.text[substitute.start : substitute.end],
            role=substitute.post,
            grouping="officer" if group == "officer" and substitute.post else "member",
            status="present",
            substitute_for=substitute.absent,
        )
        yield found(record, sentence, substitute.start, substitute.end, confidence=0.8)


def _is_new(finding: Finding[AnyRecord] | Rejected, seen: set[tuple[str, str]]) -> bool:
    if isinstance(finding, Rejected) or not isinstance(finding.value, Attendee):
        return True
    key = (finding.value.name.casefold(), finding.value.status)
    if key in seen:
        return False
    seen.add(key)
    return True


def _walk(blocks: Sequence[Block], opened: List | None) -> Iterator[Finding[AnyRecord] | Rejected]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block, opened)
            opened = _last_heading(block) or opened
            continue
        text = block.text
        marks = list(_headings(text))
        if not marks:
            if opened is None:
                continue
            heading = block.passage.bold and (text.isupper() or text.endswith(":"))
            if (
                heading
                or _SENTENCE_END.search(text)
                or (len(text) > 60 and not _looks_listed(text))
            ):
                opened = None
                continue
            yield from _list(block.passage, 0, len(text), opened)
            continue
        if marks[0][0] > 0 and opened is not None:
            yield from _list(block.passage, 0, marks[0][0], opened)
        for number, (_, start, kind) in enumerate(marks):
            opened = kind
            end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
            yield from _list(block.passage, start, end, kind)


def _headings(text: str) -> Iterator[tuple[int, int, List]]:
    """Headings in a paragraph: where each begins, where its list begins, and what it opens."""
    whole = _list_of(text) if _WHOLE.match(text) and len(text.split()) <= 9 else None
    if whole is not None and (text.endswith(":") or _is_heading_only(text)):
        yield 0, len(text), whole
        return
    any_inline = False
    for match in _INLINE.finditer(text):
        kind = _list_of(match["heading"])
        if kind is not None and (parse_person(match["heading"]) is None):
            any_inline = True
            yield match.start(), match.end(), kind
    if not any_inline:
        opening = _OPEN.match(text)
        kind = _list_of(opening.group()) if opening else None
        if opening and kind and parse_person(text) is None and _looks_listed(text[opening.end() :]):
            keep = (
                re.match(r"(?:members?|councillors?)\b", opening.group(), re.IGNORECASE) is not None
            )
            yield 0, 0 if keep else opening.end(), kind


def _is_heading_only(text: str) -> bool:
    """Whether a line is a heading and not itself a person ('Councillor A Name')."""
    if parse_person(text) is not None and not text.isupper():
        return False
    people = [e for e in entries(text) if e.person.honorific]
    return not people


def _looks_listed(text: str) -> bool:
    people = list(entries(text))
    covered = sum(e.end - e.start for e in people)
    return bool(people) and covered >= 0.5 * len(text)


def _list_of(heading: str) -> List | None:
    """What a heading opens, by the lexicon; None where it opens no list of people."""
    for entry in lexicon("people")["lists"]:
        if re.search(entry["pattern"], heading, re.IGNORECASE):
            return List(entry["status"], entry.get("grouping", "member"))
    return None


def _list(
    passage: Passage, start: int, end: int, kind: List
) -> Iterator[Finding[AnyRecord] | Rejected]:
    text = passage.text[start:end]
    for entry in entries(text, start):
        person = attendee(entry, kind.status, kind.grouping, passage.text[entry.start : entry.end])
        yield found(person, passage, entry.start, entry.end)


def _table(table: Table, opened: List | None) -> Iterator[Finding[AnyRecord] | Rejected]:
    columns: dict[int, List] = {}
    for row in table.rows:
        cells = [c for c in row.cells if c.text]
        if not cells:
            continue
        heads = {c.column: kind for c in cells if (kind := _cell_heading(c.text))}
        if heads and len(heads) == len(cells):
            if len(heads) > 1:
                columns = heads
            else:
                opened = next(iter(heads.values()))
                columns = {}
            continue
        if cells[0].column in heads and len(cells) > 1:
            opened = heads[cells[0].column]
            for cell in cells[1:]:
                yield from _list(cell.passage, 0, len(cell.text), opened)
            continue
        if columns:
            for cell in cells:
                kind = columns.get(cell.column)
                if kind is not None:
                    yield from _list(cell.passage, 0, len(cell.text), kind)
        elif opened is not None:
            yield from _row(row, opened)


def _cell_heading(text: str) -> List | None:
    if len(text.split()) > 7 or parse_person(text) is not None or not _is_heading_only(text):
        return None
    if (
        re.search(r"\b(?:director|officer|manager|head|services|lead)\b", text, re.IGNORECASE)
        and not text.endswith(":")
        and not re.search(r"\bpresent|attend", text, re.IGNORECASE)
    ):
        return None
    if re.match(r"\W*[(–-]", text):
        return None
    kind = _list_of(text)
    plain = re.sub(r"[^a-z ]", "", text.lower()).strip()
    listed = plain.split()
    return kind if kind and (text.endswith(":") or len(listed) <= 4) else None


def _row(row: Row, opened: List) -> Iterator[Finding[AnyRecord] | Rejected]:
    """A row of a list: a name and a post, or several names side by side."""
    cells = [c for c in row.cells if c.text]
    others = [c for c in cells[1:] if _names_person(c.text)]
    if others:
        for cell in cells:
            yield from _list(cell.passage, 0, len(cell.text), opened)
        return
    head = cells[0].passage
    people = list(entries(head.text))
    role = " ".join(c.text for c in cells[1:])
    if len(people) != 1:
        yield from _list(head, 0, len(head.text), opened)
        return
    entry = people[0]
    after = re.sub(r"^\W*[–—-]\s*", "", role).strip()
    printed = " ".join(c.text for c in cells)
    both = Entry(entry.person, entry.role, 0, len(printed))
    yield found(
        attendee(both, opened.status, opened.grouping, printed, beside=after or None),
        join([c.passage for c in cells]),
    )


def _names_person(text: str) -> bool:
    if text.startswith(("(", "–", "-")):
        return False
    people = list(entries(text))
    if len(people) != 1:
        return bool(people) and all(p.person.honorific for p in people)
    person = people[0].person
    return person.honorific is not None or (is_name(person.name) and len(person.name.split()) >= 2)


def _last_heading(table: Table) -> List | None:
    for row in reversed(table.rows):
        cells = [c for c in row.cells if c.text]
        if len(cells) == 1 and (kind := _cell_heading(cells[0].text)):
            return kind
    return None


ATTENDANCE = Extractor(
    name="attendance",
    version=1,
    reads=frozenset({"minutes", "meeting_page"}),
    find=find_attendance,
)
