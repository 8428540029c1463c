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

from pipeline.document import Block, Paragraph, Part, Passage, Row, Table, join
from pipeline.extract.apologies import apologies_in, apologies_of, tells_apologies
from pipeline.extract.base import Extractor, found
from pipeline.extract.names import is_councillor, is_name, parse_person
from pipeline.extract.people_lists import Entry, entries
from pipeline.extract.presiding import chairs_of
from pipeline.extract.refusals import explained, refused_names
from pipeline.extract.sentences import sentences
from pipeline.extract.standing import attendee, settle_groups
from pipeline.extract.substitutes import Substitute, substitutes_in
from pipeline.lexicon import ordered, rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Attendee

_INLINE = rule("attendance", "heading_in_line")
_WHOLE = re.compile(r"^[\w\s,/&()'’-]{3,70}:?$")
_OPEN = rule("attendance", "heading_runs_on")
_SENTENCE_END = rule("attendance", "no_list")
_SORRY = rule("attendance", "apologies_item")
_COURTESY = ("mr", "mrs", "ms", "miss")
_ROLL = rule("attendance", "list_item")
_ATTENDED = rule("attendance", "attended")


@dataclass(frozen=True)
class List:
    """The list that a heading opens."""

    status: str
    grouping: str
    chair: bool = False
    """Whether the heading names who led the meeting: 'In the Chair:'."""


def find_attendance(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every person whom the part lists as present, absent or sorry."""
    seen: set[tuple[str, str]] = set()
    people: list[Finding[Attendee]] = []
    for finding in _everybody(part, people):
        person = finding.value
        if isinstance(person, Attendee) and _is_new(person, seen):
            people.append(Finding(person, finding.sources, finding.confidence, finding.rule))
    chairs = list(chairs_of(part))
    leaders = {c.value.name.casefold() for c in chairs}
    settled = settle_groups([f.value for f in people], local=_is_local(part))
    for known, person in zip(people, settled, strict=True):
        led = person.status == "present" and person.name.casefold() in leaders
        value = structs.replace(person, chair=person.chair or led)
        yield Finding(value, known.sources, known.confidence, known.rule)
    for leader in chairs:
        if _is_new(leader.value, seen):
            yield Finding(leader.value, leader.sources, leader.confidence, leader.rule)


def _everybody(part: Part, known: Sequence[Finding[Attendee]]) -> Iterator[Finding[AnyRecord]]:
    """The people list by list; `known` grows with what was found so far."""
    stand_ins = dict(_stand_ins(part))
    for finding in _walk(list(part.preamble) if part.items else list(part.flow), None):
        yield _as_substitute(finding, stand_ins)
    anywhere = not known and part.kind == "minutes"
    for item in part.items:
        opened = _list_of(item.heading.text)
        if _SORRY.search(item.heading.text):
            if any(_opens_present(b) for b in item.flow):
                yield from _walk(list(item.flow), None)
            else:
                yield from apologies_in(item, titled=_titled(known))
            yield from _unlisted(stand_ins, known)
            stand_ins = {}
        elif anywhere or _ROLL.match(item.heading.text):
            listed = opened if opened and opened.status == "present" else None
            yield from _walk(list(item.flow), listed)
        elif not any(_SORRY.search(i.heading.text) for i in part.items):
            for paragraph in item.paragraphs():
                if tells_apologies(paragraph.text):
                    yield from apologies_of(paragraph.passage, titled=_titled(known))


def _opens_present(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(
        kind.status == "present"
        and rule("attendance", "names_list_of_present").search(block.text[at : at + 40])
        for at, _, kind in _headings(block.text)
    )


def _titled(known: Sequence[Finding[Attendee]]) -> bool | None:
    """Whether every member present is called councillor, or bears no title; None without a list."""
    members = [
        f.value for f in known if f.value.status == "present" and f.value.grouping == "member"
    ]
    if not members:
        return None
    return all(p.honorific is None or is_councillor(p.honorific) for p in members) and any(
        is_councillor(p.honorific) for p in members
    )


def _is_local(part: Part) -> bool:
    """Whether the meeting is a parish's, town's or community's."""
    head = [b.text for b in part.flow[:12] if isinstance(b, Paragraph)]
    return any(rule("attendance", "local_council").search(t) for t in head)


def _stand_ins(part: Part) -> Iterator[tuple[str, tuple[Substitute, Passage]]]:
    for item in part.items:
        if re.search(r"apolog|substitut", item.heading.text, re.IGNORECASE):
            for paragraph in item.paragraphs():
                for start, end in sentences(paragraph.text):
                    sentence = paragraph.passage.cut(start, end)
                    for substitute in substitutes_in(sentence):
                        yield substitute.person.name.casefold(), (substitute, sentence)


def _as_substitute(
    finding: Finding[AnyRecord], stand_ins: dict[str, tuple[Substitute, Passage]]
) -> Finding[AnyRecord]:
    """A listed person whom the apologies name as a substitute: a member for the day."""
    if not isinstance(finding.value, Attendee):
        return finding
    known = stand_ins.pop(finding.value.name.casefold(), None)
    if known is None or finding.value.substitute_for:
        return finding
    value = structs.replace(finding.value, substitute_for=known[0].absent, grouping="member")
    return structs.replace(finding, value=value)


def _unlisted(
    stand_ins: dict[str, tuple[Substitute, Passage]], known: Sequence[Finding[Attendee]]
) -> Iterator[Finding[AnyRecord]]:
    """Substitutes whom only the apologies name: of the group of those whose place they took."""
    for substitute, sentence in stand_ins.values():
        absent = substitute.absent.casefold()
        group = next(
            (f.value.grouping for f in known if f.value.name.casefold() == absent), "member"
        )
        record = Attendee(
            name=substitute.person.name,
            honorific=substitute.person.honorific,
            printed=sentence.text[substitute.start : substitute.end],
            role=substitute.post,
            grouping="officer" if group == "officer" else "member",
            status="present",
            substitute_for=substitute.absent,
        )
        yield found(
            record, sentence, substitute.start, substitute.end, confidence=0.8, rule="substitute"
        )


def _is_new(person: Attendee, seen: set[tuple[str, str]]) -> bool:
    """Whether a name comes for the first time; 'Mr J Ash' and 'Ms J Ash' are two people."""
    key = (person.name.casefold(), person.status)
    title = (person.honorific or "").casefold().strip(".")
    titles = [t for t in _COURTESY if (f"{t} {key[0]}", key[1]) in seen]
    if title in _COURTESY and titles and title not in titles:
        seen.add((f"{title} {key[0]}", key[1]))
        return True
    if key in seen:
        return False
    seen |= {key, (f"{title} {key[0]}", key[1])}
    return True


def _walk(blocks: Sequence[Block], opened: List | None) -> Iterator[Finding[AnyRecord]]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block, opened)
            opened = _last_heading(block) or opened
            continue
        text = block.text
        marks = list(_headings(text))
        if tells_apologies(text):
            yield from apologies_of(block.passage, titled=False)
            opened = None
            continue
        if not marks and (attended := _ATTENDED.search(text)):
            if _looks_listed(text[: attended.start()]):
                yield from _list(
                    block.passage, 0, attended.start(), List("present", "attending"), "attended"
                )
            continue
        if not marks:
            if opened is None:
                continue
            told = re.sub(r"\([^()]*\)", "", text)
            heading = block.passage.bold and (text.isupper() or text.endswith(":"))
            if (
                heading
                or _SENTENCE_END.search(told)
                or (len(text) > 60 and not _looks_listed(text))
            ):
                opened = None
                continue
            yield from _list(block.passage, 0, len(text), opened, "line below")
            continue
        if marks[0][0] > 0 and opened is not None:
            yield from _list(block.passage, 0, marks[0][0], opened, "line below")
        for number, (_, start, kind) in enumerate(marks):
            opened = kind
            end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
            yield from _list(block.passage, start, end, kind, "run-in list")


def _headings(text: str) -> Iterator[tuple[int, int, List]]:
    """Headings in a paragraph: where each begins, where its list begins, and what it opens."""
    whole = _list_of(text) if _WHOLE.match(text) and len(text.split()) <= 9 else None
    if whole is not None and (text.endswith(":") or _is_heading_only(text)):
        yield 0, len(text), whole
        return
    any_inline = False
    for match in _INLINE.finditer(text):
        heading = match["heading"] or match["mid"]
        kind = _list_of(heading)
        if kind is not None and parse_person(heading) is None:
            any_inline = True
            yield match.start(), match.end(), kind
    if not any_inline:
        opening = _OPEN.match(text)
        kind = _list_of(opening.group()) if opening else None
        if opening and kind and parse_person(text) is None and _looks_listed(text[opening.end() :]):
            keep = rule("attendance", "column_head").fullmatch(opening.group()) is not None
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
    for words, meaning in ordered("people", "lists"):
        if words.search(heading):
            led = rule("attendance", "led").match(heading)
            return List(meaning["status"], meaning.get("grouping", "member"), led is not None)
    return None


def _list(
    passage: Passage, start: int, end: int, kind: List, by: str
) -> Iterator[Finding[AnyRecord]]:
    text = passage.text[start:end]
    titled = rule("attendance", "councillors").search(text) is not None
    for entry in entries(text, start):
        printed = passage.text[entry.start : entry.end]
        person = attendee(entry, kind.status, kind.grouping, printed)
        office = titled and re.fullmatch(r"chair\w*", person.role or "", re.IGNORECASE)
        person = structs.replace(
            person, chair=person.chair or kind.chair, role=None if office else person.role
        )
        yield found(person, passage, entry.start, entry.end, rule=by)


def _table(table: Table, opened: List | None) -> Iterator[Finding[AnyRecord]]:
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
                yield from _list(cell.passage, 0, len(cell.text), opened, "table row")
            continue
        if columns:
            for cell in cells:
                kind = columns.get(cell.column)
                if kind is not None:
                    yield from _list(cell.passage, 0, len(cell.text), kind, "table column")
        elif opened is not None:
            yield from _row(row, opened)


def _cell_heading(text: str) -> List | None:
    if len(text.split()) > 7 or parse_person(text) is not None or not _is_heading_only(text):
        return None
    if (
        rule("attendance", "paid_post").search(text)
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


def _row(row: Row, opened: List) -> Iterator[Finding[AnyRecord]]:
    """A row of a list: a name and a post, or several names side by side."""
    cells = [c for c in row.cells if c.text]
    others = [c for c in cells[1:] if _names_person(c.text)]
    if others:
        for cell in cells:
            yield from _list(cell.passage, 0, len(cell.text), opened, "table row")
        return
    head = cells[0].passage
    people = list(entries(head.text))
    role = " ".join(c.text for c in cells[1:])
    if len(people) != 1:
        yield from _list(head, 0, len(head.text), opened, "table row")
        return
    entry = people[0]
    after = re.sub(r"^\W*[–—-]\s*", "", role).strip()
    printed = " ".join(c.text for c in cells)
    both = Entry(entry.person, entry.role, 0, len(printed))
    yield found(
        attendee(both, opened.status, opened.grouping, printed, beside=after or None),
        join([c.passage for c in cells]),
        rule="table row",
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
    version=3,
    reads=frozenset({"minutes", "meeting_page"}),
    find=explained(find_attendance, refused_names),
)
