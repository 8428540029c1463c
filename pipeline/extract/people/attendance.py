"""Who was there: members, councillors who attended, officers and guests, and who was in the chair.

Lists stand under headings ('Members Present:', 'IN ATTENDANCE'), as tables of a name and a post,
one to a line, or run on in a sentence. Which heading means which group is data:
`models/lexicon/people.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Item, Paragraph, Part, Passage, Table
from pipeline.extract.base import Extractor, found
from pipeline.extract.grammar.names import is_councillor
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.people.absences import called_sorry, told_sorry
from pipeline.extract.people.apologies import apologies_in, apologies_of, tells_apologies
from pipeline.extract.people.groups import council_of, settle_groups
from pipeline.extract.people.list_headings import List, headings, list_of
from pipeline.extract.people.presiding import (
    chairs_of,
    likely_chairs,
    mark_chairs,
    mark_likely,
    without_mark,
)
from pipeline.extract.people.starred import people_starred
from pipeline.extract.people.statuses import people_by_status, people_lettered
from pipeline.extract.people.substitutes import (
    Substitute,
    replaced_in,
    substitute_bare,
    substitutes_in,
    substitutes_listed,
)
from pipeline.extract.people.told import people_there_for
from pipeline.extract.people.untitled import people_untitled
from pipeline.extract.people.walk import people_listed
from pipeline.extract.refusals import explained, refused_names
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Attendee

_SORRY = rule("attendance", "apologies_item")
_ROLL_WITHIN = 6
"""Items among which the roll is called."""
_STRAY = 2
"""Officers whom a line names, at most, where the members stand in a list without a heading."""
_COURTESY = ("mr", "mrs", "ms", "miss")
_ASKS = rule("declarations", "titles")
"""Under such a title stand those who declared an interest, and no list of who came."""
_ROLL = rule("attendance", "list_item")
_CALLED = rule("attendance", "roll_called")
_MISSED = rule("attendance", "missed_item")
_STAND_INS = rule("attendance", "substitutes_item")
_CAME_FOR = re.compile(r"\s(?:substituted|deputised|in\s+substitution)\s+for\s+[A-Z]")
"""'Mrs D Ash substituted for Ms T Birch.', under any heading."""
_LIST_HEADING = rule("attendance", "list_heading")


def find_attendance(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """Every person whom the part lists as present, absent or sorry."""
    seen: set[tuple[str, str]] = set()
    people: list[Finding[Attendee]] = []
    missed: set[str] = set()
    for finding in _everybody(part, people):
        person = finding.value
        if not isinstance(person, Attendee):
            continue
        if finding.rule == "starred" and person.status != "present":
            missed.add(person.name.casefold())
        elif person.status == "present" and person.name.casefold() in missed:
            continue  # the list is of the whole body, and the sign beside the name says who came
        if person.chair and _led_already(people, person):
            continue
        if _is_new(person, seen):
            people.append(Finding(person, finding.sources, finding.confidence, finding.rule))
        elif person.chair:
            _lead(people, person)
    people = told_sorry(called_sorry(people, part))
    chairs = list(chairs_of(part))
    settled = settle_groups([f.value for f in people], kind=council_of(part))
    marked, unknown = mark_chairs(settled, chairs)
    if not unknown:
        marked = mark_likely(marked, list(likely_chairs(part)))
    for known, person in zip(people, without_mark(marked), strict=True):
        yield Finding(person, known.sources, known.confidence, known.rule)
    for leader in unknown:
        if _is_new(leader.value, seen):
            yield Finding(leader.value, leader.sources, leader.confidence, leader.rule)


def _led_already(people: list[Finding[Attendee]], leader: Attendee) -> bool:
    """Mark the one listed before whom a line on the chair names without the middle initial."""
    ends = _ends_of(leader.name)
    for at, known in enumerate(people):
        value = known.value
        longer = len(value.name.split()) > len(leader.name.split()) == len(ends)
        if longer and value.status == "present" and _ends_of(value.name) == ends:
            people[at] = structs.replace(known, value=structs.replace(value, chair=True))
            return True
    return False


def _ends_of(name: str) -> tuple[str, str]:
    """The first and the last word of a name, folded: of 'Ada B Ash' as of 'Ada Ash'."""
    words = name.casefold().split()
    return words[0], words[-1]


def _lead(people: list[Finding[Attendee]], leader: Attendee) -> None:
    """Mark one who is listed before, and now again under 'Chairman'."""
    for at, known in enumerate(people):
        value = known.value
        if value.name.casefold() == leader.name.casefold() and value.status == "present":
            people[at] = structs.replace(known, value=structs.replace(value, chair=True))


def _everybody(part: Part, known: Sequence[Finding[Attendee]]) -> Iterator[Finding[AnyRecord]]:
    """The people list by list; `known` grows with what was found so far."""
    for flow in (part.preamble, *(item.flow for item in part.items[:_ROLL_WITHIN])):
        yield from people_by_status(flow)
    yield from people_starred(part.preamble)
    lettered, head = people_lettered(part.preamble if part.items else part.flow)
    yield from lettered
    stand_ins = dict(_stand_ins(part))
    for finding in people_listed(head, None):
        yield _as_substitute(finding, stand_ins)
    anywhere = not _anybody_came(known) and part.kind == "minutes"
    for item in part.items:
        opened = _opened_by(item)
        if _SORRY.search(item.heading.text):
            if tells_apologies(item.heading.text):
                yield from apologies_of(item.heading, titled=_titled(known))
            roll = List("present", "member") if _CALLED.search(item.heading.text) else None
            if roll is not None or any(_opens_present(b) for b in item.flow):
                yield from people_listed(list(item.flow), roll)
            else:
                yield from apologies_in(item, titled=_titled(known))
            yield from _unlisted(stand_ins, known)
            stand_ins.clear()
        elif (
            opened is not None
            or (anywhere and not _anybody_came(known) and not _ASKS.search(item.heading.text))
            or _ROLL.match(item.heading.text)
        ):
            yield from people_listed(list(item.flow), opened, known=bool(known))
            anywhere = anywhere or opened is not None
        elif not any(_SORRY.search(i.heading.text) for i in part.items):
            for paragraph in item.paragraphs():
                if tells_apologies(paragraph.text):
                    yield from apologies_of(paragraph.passage, titled=_titled(known))
    yield from _unlisted(stand_ins, known)
    yield from _unlisted_anywhere(part, known)


def _unlisted_anywhere(
    part: Part, known: Sequence[Finding[Attendee]]
) -> Iterator[Finding[AnyRecord]]:
    """Those whom no headed list names, in minutes without any and on web pages."""
    came = [f.value.grouping for f in known if f.value.status == "present"]
    if part.kind == "minutes" and "member" not in came:
        yield from people_untitled(part.preamble or part.flow, known=len(came) > _STRAY)
    if part.kind == "meeting_page":
        for item in part.items:
            for paragraph in item.paragraphs():
                yield from people_there_for(paragraph.passage)


def _anybody_came(known: Sequence[Finding[Attendee]]) -> bool:
    return any(f.value.status == "present" for f in known)


def _opened_by(item: Item) -> List | None:
    """What the heading of an item opens, where it is a heading of a list: 'Officers Present'."""
    title = item.heading.text
    if _MISSED.match(title):
        return List("absent", "member")
    if _ROLL.match(title) or (item.number is None and _LIST_HEADING.match(title)):
        opened = list_of(title)
        return opened if opened and opened.status == "present" else None
    return None


def _opens_present(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(
        kind.status == "present"
        and re.search(r"present|attend|bresennol", block.text[at : at + 40], re.IGNORECASE)
        for at, _, kind in headings(block.text)
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


def _stand_ins(part: Part) -> Iterator[tuple[str, tuple[Substitute, Passage]]]:
    """The substitutes of the items that ask for them; of others, who is said to have come so."""
    for block in part.flow:
        if isinstance(block, Paragraph):
            for start, end in sentences(block.text):
                sentence = block.passage.cut(start, end)
                for substitute in replaced_in(sentence):
                    yield substitute.person.name.casefold(), (substitute, sentence)
    for item in part.items:
        for block in item.flow:
            for substitute, cell in substitutes_listed(block) if isinstance(block, Table) else ():
                yield substitute.person.name.casefold(), (substitute, cell)
        asks = _STAND_INS.search(item.heading.text) is not None
        for paragraph in item.paragraphs():
            if not asks and _CAME_FOR.search(paragraph.text) is None:
                continue
            # 'Cllr A attended as her substitute.' says of whom only in the sentence before.
            spans = [*sentences(paragraph.text), *([(0, len(paragraph.text))] if asks else [])]
            for start, end in spans:
                sentence = paragraph.passage.cut(start, end)
                bare = substitute_bare(sentence) if asks else ()
                for substitute in (*substitutes_in(sentence), *bare):
                    if asks or (substitute.start == 0 and _CAME_FOR.search(sentence.text)):
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


ATTENDANCE = Extractor(
    name="attendance",
    version=20,
    reads=frozenset({"minutes", "meeting_page"}),
    find=explained(find_attendance, refused_names),
)
