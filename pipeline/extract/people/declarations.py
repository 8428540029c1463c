"""Interests that somebody declared; 'none were declared' is no declaration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.document import Item, Paragraph, Part, Passage, Table, join
from pipeline.extract.base import Extractor, found
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.names import Person
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected
from pipeline.records import AnyRecord, Declaration

_DECLARED = rule("declarations", "declared")
_SAID = rule("declarations", "said")
"""What is enough of a declaration under the heading that asks for declarations."""
_COLUMNS = rule("declarations", "columns")
_NONE = rule("declarations", "none")
_NONE_DECLARED = rule("declarations", "none_declared")
_RULE = rule("declarations", "reminder")
_TYPE = rule("declarations", "interest_type")
_BARE_TYPE = rule("declarations", "bare_type")
_ITEM = rule("declarations", "item")


_FOLLOWING = re.compile(r"\bfollowing\b", re.IGNORECASE)
_LEFT = rule("declarations", "afterwards")


_THEN_DID = rule("declarations", "then_did")
_BEFORE = rule("declarations", "declared_before")
_PARTED = rule("declarations", "parted")
"""What parts a name from the interest where no verb does: 'Cllr Ash - item 7 - personal'."""
_ITEM_FIRST = rule("declarations", "item_first")
_SUBJECT_FIRST = rule("declarations", "subject_first")
_ANNOUNCED = rule("declarations", "announced")
_MADE_BY = rule("declarations", "made_by")
_HOLDS = rule("declarations", "holds")
_ANOTHER = rule("declarations", "another_declares")
_NEXT_PERSON = rule("declarations", "next_person")
_INITIALS = rule("declarations", "initials_only")
_LEADS = rule("declarations", "leads_to_list")
_ENTRY = rule("declarations", "entry_parted")


def find_declarations(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The declarations under the item that asks for them, or in any item's sentences."""
    inside = {id(block) for item in part.items for block in item.flow}
    above = tuple(b for b in part.preamble if id(b) not in inside)
    for item in (Item(None, Passage(""), above), *part.items):
        seen: set[tuple[str, str]] = set()
        for finding in _of_item(item):
            if isinstance(finding, Finding) and isinstance(finding.value, Declaration):
                said = (finding.value.name.casefold(), finding.value.interest)
                if said in seen:
                    continue  # an entry below 'The following were declared', read by itself too
                seen.add(said)
            yield finding


def _of_item(item: Item) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The declarations of one item, some of them perhaps twice."""
    asks = rule("declarations", "titles").search(item.heading.text) is not None
    paragraphs = [p for p in item.paragraphs() if p.style != "label"]
    for at, paragraph in enumerate(paragraphs):
        if not asks and not _DECLARED.search(paragraph.text):
            continue
        if asks and _ANNOUNCED.search(paragraph.text):
            yield from _announced(paragraphs[at + 1 :])
        if asks and paragraph.text.endswith(":") and _LEADS.search(paragraph.text):
            yield from _listed(paragraph, paragraphs[at + 1 :], None)
            continue
        if asks and not (_SAID.search(paragraph.text) or _MADE_BY.search(paragraph.text)):
            yield from _noted(paragraph)
            continue
        number = None if asks else item.number
        if paragraph.text.endswith(":") and _DECLARED.search(paragraph.text):
            yield from _listed(paragraph, paragraphs[at + 1 :], number)
        else:
            yield from _of_paragraph(paragraph, number, asks=asks)
    if asks:
        for block in item.flow:
            if isinstance(block, Table):
                yield from _of_table(block)


def _announced(below: Sequence[Paragraph]) -> Iterator[Finding[AnyRecord] | Rejected]:
    """The entries below 'The following announcements were made:': 'Cllr Ash was a tenant.'."""
    for paragraph in below:
        match = _HOLDS.match(paragraph.text) if paragraph.marker is not None else None
        people = list(entries(match["who"])) if match else []
        if match is None or len(people) != 1:
            return
        yield found(
            Declaration(name=people[0].person.name, interest=match["what"].strip(" .")),
            paragraph.passage,
            confidence=0.75,
            rule="announced",
        )


def _of_table(table: Table) -> Iterator[Finding[AnyRecord] | Rejected]:
    """A table of a member and an interest on each row, below a row of headings."""
    headed = False
    for row in table.rows:
        cells = [c for c in row.cells if c.text]
        if not cells:
            continue
        if not headed:
            titles = " ".join(c.text for c in cells)
            headed = len(cells) > 1 and _COLUMNS.search(titles) is not None
            continue
        people = list(entries(cells[0].text, surnames=True))
        rest = " ".join(c.text for c in cells[1:])
        if len(people) != 1 or not rest or _NONE.match(rest):
            continue
        kind = _TYPE.search(rest) or _BARE_TYPE.search(rest)
        item = _ITEM.search(rest)
        record = Declaration(
            name=people[0].person.name,
            item_number=item["number"] if item else None,
            interest=rest,
            interest_type=_type_of(kind),
        )
        yield found(record, join([c.passage for c in cells]), confidence=0.8, rule="table row")


def _listed(
    lead: Paragraph, below: Sequence[Paragraph], number: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    """'The following members declared an interest as ...:', and their names below."""
    match = _DECLARED.search(lead.text)
    interest = _interest(lead.text[match.end() :]) if match else ""
    parted = _LEADS.search(lead.text) is not None
    for paragraph in below:
        each = _ENTRY.match(paragraph.text) if parted else None
        if each is not None:
            yield from _entry_of(paragraph, each, lead, number)
            continue
        if _DECLARED.search(paragraph.text):
            return
        people = list(entries(paragraph.text, surnames=True))
        covered = sum(e.end - e.start for e in people)
        if not interest or not people or covered < 0.6 * len(paragraph.text):
            return
        for entry in people:
            yield found(
                Declaration(name=entry.person.name, item_number=number, interest=interest),
                join([lead.passage, paragraph.passage]),
                confidence=0.8,
                rule="names below",
            )
        if paragraph.marker is None:
            return


def _entry_of(
    paragraph: Paragraph, each: re.Match[str], lead: Paragraph, number: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    """'A Ash - Trustee of the hall', below a line that says what is listed."""
    item, kind = _ITEM.search(lead.text), _TYPE.search(lead.text)
    for entry in entries(each["who"], surnames=True):
        yield found(
            Declaration(
                name=entry.person.name,
                item_number=item["number"] if item else number,
                interest=each["what"].strip(" .,;"),
                interest_type=_type_of(kind),
            ),
            paragraph.passage,
            confidence=0.8,
            rule="entries below",
        )


def _noted(paragraph: Paragraph) -> Iterator[Finding[AnyRecord] | Rejected]:
    """An entry of the item that has no verb: 'Item 3 – Mr Ash (Financial)'."""
    text = paragraph.text
    if _NONE.search(text) or _RULE.search(text):
        return
    edges = [0, *(m.end() for m in _NEXT_PERSON.finditer(text)), len(text)]
    for start, end in itertools.pairwise(edges):
        clause = text[start:end].strip(" .;&")
        first = _ITEM_FIRST.match(clause)
        subject = _SUBJECT_FIRST.match(clause)
        parted = _PARTED.search(clause)
        if first is not None:
            people, number = list(entries(first["who"])), first["number"]
            notes = [n for e in people for n in e.person.brackets]
            interest = notes[-1] if notes else f"Item {number}"
        elif subject is not None and not _people_only(subject["what"]):
            people, interest = list(entries(subject["who"])), subject["what"].strip()
            item = _ITEM.search(interest)
            number = item["number"] if item else None
        elif parted is not None and (short := _by_initials(clause[: parted.start()])):
            people, interest = short, clause[parted.end() :]
            item = _ITEM.search(interest)
            number = item["number"] if item else None
        elif parted is not None and _people_only(clause[: parted.start()]):
            people, interest = list(entries(clause[: parted.start()])), clause[parted.end() :]
            item = _ITEM.search(interest)
            number = item["number"] if item else None
        else:
            continue
        kind = _TYPE.search(clause) or _BARE_TYPE.search(clause)
        for entry in people:
            own = entry.person.brackets[-1] if first and entry.person.brackets else interest
            own = _LEFT.sub("", _THEN_DID.sub("", own))
            yield found(
                Declaration(
                    name=entry.person.name,
                    item_number=number,
                    interest=own.strip(" .,;"),
                    interest_type=_type_of(kind),
                ),
                paragraph.passage,
                start,
                end,
                confidence=0.75,
                rule="without a verb",
            )


def _people_only(text: str) -> bool:
    """Whether a text is nothing but people, each called by an honorific."""
    people = list(entries(text))
    covered = sum(e.end - e.start for e in people)
    titled = bool(people) and (
        people[0].person.honorific is not None or _is_full_name(people[0].person.name)
    )
    return titled and covered >= 0.75 * len(text.strip()) and not any(e.role for e in people)


def _is_full_name(name: str) -> bool:
    """'Ada Ash', whom no title marks as a person."""
    first, *rest = name.split()
    return bool(rest) and is_given_name(first)


def _type_of(kind: re.Match[str] | None) -> str | None:
    """The kind of interest that a match of `_TYPE` or `_BARE_TYPE` names."""
    return next((g for g in kind.groups() if g), None) if kind else None


def _of_paragraph(
    paragraph: Paragraph, number: str | None, *, asks: bool
) -> Iterator[Finding[AnyRecord] | Rejected]:
    text = paragraph.text
    for start, end in _declared_apart(text):
        sentence = text[start:end]
        passive = _MADE_BY.match(sentence)
        if passive is not None:
            yield from _made_by(paragraph, start, end, passive, number)
            continue
        match = (_SAID if asks else _DECLARED).search(sentence)
        if match is None:
            continue
        if not asks and _BEFORE.search(sentence[: match.start()]):
            yield Rejected(sentence, "refers back to a declaration made before")
            continue
        if _RULE.search(sentence[: match.start()]):
            yield Rejected(sentence, "reminds of the rule, and declares nothing")
            continue
        if _NONE.search(sentence[: match.end()]) or rule("declarations", "none_declared").match(
            sentence
        ):
            yield Rejected(sentence, "says that nothing was declared")
            continue
        interest = _interest(sentence[match.end() :])
        if not interest:
            yield Rejected(sentence, "declares nothing that the sentence names")
            continue
        who = sentence[: match.start()].lstrip("([ ")
        named = rule("declarations", "before_verb").sub("", who)
        people = _called(list(entries(named))) or _by_initials(named)
        if not people and _FOLLOWING.search(who):
            # As in: The following declared an interest in item 4: Cllrs Ash and Birch.
            interest, _, named = interest.rpartition(":")
            people = list(entries(named)) if interest and _people_only(named) else []
        if not people:
            yield Rejected(sentence, "declares something, but nobody could be told who did")
        kind = _TYPE.search(sentence)
        item = _ITEM.search(sentence)
        for entry in people:
            yield found(
                Declaration(
                    name=entry.person.name,
                    item_number=item["number"] if item else number,
                    interest=interest,
                    interest_type=_type_of(kind),
                ),
                paragraph.passage,
                start,
                end,
                confidence=0.85,
                rule="sentence",
            )


def _made_by(
    paragraph: Paragraph, start: int, end: int, made: re.Match[str], number: str | None
) -> Iterator[Finding[AnyRecord] | Rejected]:
    """What a sentence in the passive tells: 'Declarations were made by Cllr Ash on item 4'."""
    interest = made["what"].strip(" .")
    item, kind = _ITEM.search(interest), _TYPE.search(made.group())
    for entry in entries(made["who"]):
        yield found(
            Declaration(
                name=entry.person.name,
                item_number=item["number"] if item else number,
                interest=interest,
                interest_type=_type_of(kind),
            ),
            paragraph.passage,
            start,
            end,
            confidence=0.8,
            rule="made by",
        )


def _called(people: list[Entry]) -> list[Entry]:
    """The people from the first who has an honorific: a place may stand before them."""
    titled = [n for n, entry in enumerate(people) if entry.person.honorific is not None]
    return people[titled[0] :] if titled else people


def _declared_apart(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, cut where another member declares in the same one."""
    for start, end in sentences(text):
        edges = [start]
        for another in _ANOTHER.finditer(text, start, end):
            before = (edges[-1], another.start())
            if _SAID.search(text, *before) or _RULE.search(text, *before):
                edges.append(another.end())
        yield from itertools.pairwise([*edges, end])


def _by_initials(text: str) -> list[Entry]:
    """Those whom a text calls by their initials alone: 'JP and AT'."""
    if _INITIALS.fullmatch(text.strip(" ,")) is None:
        return []
    return [
        Entry(Person(m.group(), None), None, m.start(), m.end())
        for m in re.finditer(r"[A-Z]{2,3}\b", text)
    ]


def _interest(after: str) -> str:
    """What was declared: the words after the verb, without what the member did then."""
    text = rule("declarations", "preface").sub("", after)
    text = text if "(" in text else text.rstrip(" .)")  # '(Cllr Ash declared an interest.)'
    return re.sub(r",?\s+and$", "", _LEFT.sub("", text).strip(" .,;:")).strip(" .,;:")


DECLARATIONS = Extractor(
    name="declarations",
    version=10,
    reads=frozenset({"minutes", "meeting_page"}),
    find=find_declarations,
)
