"""The lists of people of a stretch of minutes, heading by heading, up to where business begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph, Passage, Table
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.grammar.wide_gaps import with_gaps
from pipeline.extract.people.affiliations import affiliated
from pipeline.extract.people.apologies import (
    apologies_headed,
    apologies_of,
    missing_of,
    says_missing,
    tells_apologies,
)
from pipeline.extract.people.group_lines import without_labels
from pipeline.extract.people.list_columns import columns_of, head_columns, people_in_columns
from pipeline.extract.people.list_headings import (
    List,
    begins_with_initials,
    headings,
    list_end,
    looks_listed,
    post_of,
    within,
)
from pipeline.extract.people.list_start import below_title
from pipeline.extract.people.list_state import State
from pipeline.extract.people.paired_lines import paired
from pipeline.extract.people.registers import is_register, people_marked
from pipeline.extract.people.standing import is_officer
from pipeline.extract.people.statuses import called, is_roll
from pipeline.extract.people.substitutes import substitutes_listed
from pipeline.extract.people.tables import last_heading, opens_itself, people_in_table, people_of
from pipeline.extract.people.told import people_told, tells_who_came
from pipeline.extract.people.wrapped_lists import joined
from pipeline.lexicon import rule
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, Attendee

_ROLL_HEAD = rule("attendance", "roll_head")
_ROLL_ROW = rule("attendance", "roll_row")
_SENTENCE_END = rule("attendance", "no_list")
_INTERESTS = rule("declarations", "columns")
"""The head of a table of who declared what: nobody is listed there as present."""
_VOTE = rule("attendance", "vote_line")
_VOTED_ABSENT = re.compile(r"\W*(?:absent|excused|abstain\w*)\b", re.IGNORECASE)
_BUSINESS = rule("attendance", "business")
_LISTED_AGAIN = rule("attendance", "listed_again")
_CONTACT = rule("attendance", "contact_label")
"""'Lead officer: Jo Bloggs' over no list tells whom to ask, not who came."""
_REACHED = rule("attendance", "contact_details")
_MEMBERS_CAME = re.compile(r"(?:member|councillor|cllr|governor|trustee).*attend", re.IGNORECASE)
_COUNTED = rule("attendance", "counted")
_ATTENDING = re.compile(r"\W*attending\W*$", re.IGNORECASE)
_OTHER_MEMBERS = re.compile(r"\W*other\s+(?:members?|councillors?)\b", re.IGNORECASE)
_DAY = re.compile(r"\W*\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+\d{4}\W*")
"""A day on a line of its own begins with a number, and no business."""
_OTHER = rule("attendance", "other_label")
_STAFF_LABEL = re.compile(
    r"(?P<post>(?:[A-Z][\w&’'-]*\s){0,4}(?:Officer|Manager|Solicitor|Accountant|Administrator)):\s+(?=[A-Z])"
)
"""'Finance Officer: Jo Bloggs', among the lines of the members."""
_LABEL = rule("attendance", "matter_label")
"""'Police Report:', on a line of its own: the heading of something else."""
_ITEM = re.compile(
    r"(?<=[\w.)])\s+(?P<number>\d{1,3})(?:[.)]\s+(?=[A-Z])"
    r"|\s+(?=(?i:apolog(?:y|ies)|declarations?\s+of|minutes\s+of)\b))"
)


def people_listed(
    blocks: Sequence[Block], opened: List | None, *, known: bool = False
) -> Iterator[Finding[AnyRecord]]:
    """The people of all lists in `blocks`; `opened` is the list that a heading above opened.

    With `known`, somebody was found before: a numbered line is business at once.
    """
    state = State(opened, found=known, alone=not known and opened is None and _alone(blocks))
    rolled = False
    below = without_labels(list(paired(below_title(blocks))))
    commas = affiliated(below)
    roll = {id(b) for b in called(below)}
    for block in joined(below, commas):
        if id(block) in roll:
            state.found, state.opened = True, None  # read by itself
            continue
        state.comma = commas.get(id(block))
        if isinstance(block, Paragraph):
            rolled = bool(_ROLL_HEAD.match(block.text) or (rolled and _ROLL_ROW.match(block.text)))
            if rolled:
                state.opened = None  # the roll is read by itself
                continue
        if isinstance(block, Table) and is_roll(block):
            state.found = True  # read by itself
            continue
        if isinstance(block, Table) and not state.closed and is_register(block):
            for marked in people_marked(block, blocks):
                state.found = True
                yield marked
            continue
        if _is_vote(block, state):
            continue
        whence = _with_affiliation(block, state)
        for finding in whence or _of_block(_parted(block), state):
            state.found, state.fresh = True, False
            state.names.append(getattr(finding.value, "name", ""))
            yield _on_one_line(finding)


def _is_vote(block: Block, state: State) -> bool:
    """Whether a line tells who voted which way, or, below such a line, who was absent then."""
    text = block.text if isinstance(block, Paragraph) else ""
    if _VOTE.match(text):
        state.opened, state.columns, state.voting = None, (), True
        return True
    state.voting = state.voting and _VOTED_ABSENT.match(text) is not None
    return state.voting


def _with_affiliation(block: Block, state: State) -> list[Finding[AnyRecord]]:
    """The one person of a line that prints behind the name where the person comes from."""
    if state.comma is None or state.opened is None or not isinstance(block, Paragraph):
        return []
    name, whence = block.passage.cut(0, state.comma), block.text[state.comma :].strip(" ,.")
    listed = people_of(name, 0, state.comma, state.opened, "line below", post=whence)
    return [_as_printed(f, whence) for f in listed]


def _as_printed(finding: Finding[AnyRecord], post: str) -> Finding[AnyRecord]:
    """With 'Board Member' too as the post, where each line prints one."""
    person = finding.value
    if not isinstance(person, Attendee) or person.role or person.chair:
        return finding
    return structs.replace(finding, value=structs.replace(person, role=post))


def _parted(block: Block) -> Block:
    """A paragraph with its wide gaps told; the list of a short line may be set in columns."""
    if not isinstance(block, Paragraph):
        return block
    return structs.replace(block, passage=with_gaps(block.passage))


def _on_one_line(finding: Finding[AnyRecord]) -> Finding[AnyRecord]:
    """A finding whose quotes are as the paper prints them, without the marks of wide gaps."""
    sources = tuple(structs.replace(s, quote=s.quote.replace("\n", " ")) for s in finding.sources)
    return structs.replace(finding, sources=sources)


def _of_block(block: Block, state: State) -> Iterator[Finding[AnyRecord]]:
    if isinstance(block, Table):
        yield from _of_table(block, state)
        return
    text = block.text
    if not state.found and _REACHED.search(text):
        return  # a letterhead tells how the clerk is reached, not who came
    if tells_apologies(text) or says_missing(text):
        read = missing_of if says_missing(text) else apologies_of
        alone = {"alone": True} if read is apologies_of and state.one_named() else {}
        yield from read(block.passage, titled=False, **alone)
        yield from _items_within(block.passage)
        state.opened, state.columns = None, ()
        return
    headed = apologies_headed(block.passage) if block.marker or _numbered(text) else None
    if headed is not None:
        yield from apologies_of(headed, titled=False)
        state.opened, state.closed = None, state.closed or state.found
        return
    marks = list(headings(text))
    if state.found and _is_business(block, marks):
        state.closed, state.opened, state.columns = True, None, ()
    if state.closed and not (marks and marks[0][0] == 0 and _LISTED_AGAIN.match(text)):
        return
    if marks and not _under_another(marks, state):
        yield from _under(block.passage, marks, state)
    elif state.columns and len(text) < 200:
        yield from people_in_columns(block.passage, state.columns)
    else:
        yield from _without_heading(block, state)


def _of_table(table: Table, state: State) -> Iterator[Finding[AnyRecord]]:
    """The people of a table; one of substitutes is read by itself, one of interests lists none."""
    head = " ".join(c.text for c in table.rows[0].cells)
    shut = state.closed and state.opened is None
    if shut or _INTERESTS.search(head) or any(substitutes_listed(table)):
        return
    if state.columns and not opens_itself(table):
        for row in table.rows:
            for cell in row.cells:
                yield from people_in_columns(cell.passage, state.columns)
        return
    yield from people_in_table(table, state.opened)
    state.columns = head_columns(table)
    state.opened = last_heading(table) or state.opened


def _under_another(marks: list[tuple[int, int, List]], state: State) -> bool:
    """Whether 'Councillors A and B' stands below a heading alone, such as 'Also present:'."""
    begin, start, _ = marks[0]
    return (
        state.fresh
        and len(marks) == 1
        and begin == start == 0
        and state.opened is not None
        and (
            state.opened.grouping in {"attending", "councillor", "guest"}
            or state.opened.status != "present"
        )
    )


def _under(
    passage: Passage, marks: list[tuple[int, int, List]], state: State
) -> Iterator[Finding[AnyRecord]]:
    """The people of a paragraph with headings, and what it leaves open."""
    text = passage.text
    state.bulleted, state.titled = False, 0
    state.columns = columns_of(passage, marks)
    if state.columns:
        state.opened = None
        return
    if marks[0][0] > 0 and state.opened is not None:
        yield from people_of(passage, 0, marks[0][0], state.opened, "line below")
    outer = state.opened if state.fresh else None
    for number, (begin, start, kind) in enumerate(marks):
        kind = within(outer, kind, text[begin:start])  # noqa: PLW2901 - 'Apologies: Officers: ...'
        if state.alone and not state.found and kind.grouping in {"attending", "councillor"}:
            kind = List(kind.status, "member", kind.chair)  # noqa: PLW2901 - as the list is alone
        if not state.found and _CONTACT.match(text, begin):
            continue
        if state.found and _ATTENDING.match(text[begin:start]):
            kind = List(kind.status, "attending")  # noqa: PLW2901 - 'Sederunt: ... Attending: ...'
        if begin == start and state.opened is not None and state.opened.status != "present":
            kind = state.opened  # noqa: PLW2901 - 'Apologies:', and below it 'Councillors A and B'
        if state.led and kind.grouping == "councillor" and _OTHER_MEMBERS.match(text, begin):
            kind = List(kind.status, "member")  # noqa: PLW2901 - beside the one who presided
        state.led = kind.chair and (state.led or not state.found)
        alone = not text[start:].strip()
        # 'Present:' and at once 'Apologies:', both alone: two columns whose cells were lost.
        lost = alone and state.fresh and not state.found and kind.status == "apologies"
        below = kind if alone else List(kind.status, kind.grouping)  # 'Chair: A Ash' leads alone
        state.opened, state.fresh = None if lost else below, alone and not lost
        if lost:
            continue
        state.post = None if text[start:].strip() else post_of(text[begin:start])
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        outer = kind if not text[start:end].strip() else None
        stop = list_end(text, start, end)
        if kind.status == "apologies" and tells_apologies(text[start:stop]):
            yield from apologies_of(passage.cut(start, stop), titled=False)
        else:
            post = post_of(text[begin:start])
            yield from people_of(passage, start, stop, kind, "run-in list", post=post)
            yield from _missed(passage.cut(stop, end))
    yield from _items_within(passage)


def _missed(passage: Passage) -> Iterator[Finding[AnyRecord]]:
    """Those of whom the sentences behind a list say that they were sorry or absent."""
    if tells_apologies(passage.text):
        yield from apologies_of(passage, titled=False)
        return
    for start, end in sentences(passage.text):
        if says_missing(passage.text[start:end]):
            yield from missing_of(passage.cut(start, end), titled=False)


def _without_heading(block: Paragraph, state: State) -> Iterator[Finding[AnyRecord]]:
    text = block.text
    if block.style == "label":
        state.opened = None  # a web page's label, which no list of people goes on over
        return
    told = list(people_told(block.passage, state.opened, known=state.found))
    if told or tells_who_came(text):
        yield from told
        return
    if state.opened is None:
        return
    bullet = block.marker is not None and not re.match(r"\W*\d", block.marker)
    plain = _COUNTED.sub("", re.sub(r"\([^()]*\)", "", text))
    heading = (
        bool(_OTHER.match(text))
        or (_LABEL.fullmatch(text) is not None and state.found)
        or block.style == "heading"
        or (block.passage.bold and (text.isupper() or text.endswith(":")))
    )
    if (
        heading
        or (state.bulleted and not bullet)
        or _SENTENCE_END.search(plain)
        or (len(text) > 60 and not looks_listed(text))
    ):
        state.opened = None
        return
    state.bulleted = state.bulleted or bullet
    kind, post = state.opened, state.post
    label = _STAFF_LABEL.match(text)
    if label is not None and kind.status == "present" and is_officer(label["post"]):
        kind = List(kind.status, "officer")
    listed = list(people_of(block.passage, 0, len(text), kind, "line below", post=post))
    if listed:
        state.opened = List(kind.status, state.opened.grouping)  # one person leads
        state.post = None
    titled = [isinstance(f.value, Attendee) and bool(f.value.honorific) for f in listed]
    posted = [isinstance(f.value, Attendee) and is_officer(f.value.role or "") for f in listed]
    if (
        state.titled >= 3
        and titled
        and not any(titled)
        and not all(posted)
        and not begins_with_initials(text)
    ):
        state.opened = None  # after 'Ms A Ash, Mr B Birch, Dr C Cole' a bare name is no person
        return
    state.titled = state.titled + len(titled) if all(titled) else -len(titled) - 99
    yield from listed


def _alone(blocks: Sequence[Block]) -> bool:
    """Whether the members are headed 'Members in attendance', and stand in no other list."""
    kinds = [
        (kind, b.text[begin:start])
        for b in blocks
        if isinstance(b, Paragraph)
        for begin, start, kind in headings(b.text)
        if kind.status == "present" and kind.grouping != "officer"
    ]
    first = kinds[0] if kinds else None
    return (
        first is not None
        and first[0].grouping in {"attending", "councillor"}
        and _MEMBERS_CAME.search(first[1]) is not None
        and re.search(r"also|other|officer|visit|county", first[1], re.IGNORECASE) is None
        and all(kind.grouping != "member" for kind, _ in kinds)
        and not any(isinstance(b, Table) for b in blocks)
    )


def _is_business(block: Paragraph, marks: list[tuple[int, int, List]]) -> bool:
    """Whether a paragraph begins the business of the meeting, so that no list goes on."""
    if marks and marks[0][0] == 0:
        return False
    if _DAY.fullmatch(f"{block.marker or ''} {block.text}"):
        return False
    if block.marker is not None and re.match(r"\W*\d", block.marker):
        return not looks_listed(block.text)
    if _numbered(block.text) and not looks_listed(block.text):
        return True
    return _BUSINESS.match(block.text) is not None


def _numbered(text: str) -> bool:
    return re.match(r"\d{1,3}(?:[./]\d{1,3})*[.):]?\s*(?:[A-Z]|$)", text) is not None


def _items_within(passage: Passage) -> Iterator[Finding[AnyRecord]]:
    """The apologies among the items of minutes that were run into one paragraph."""
    marks = list(_ITEM.finditer(passage.text))
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(passage.text)
        headed = apologies_headed(passage.cut(mark.end(), end))
        if headed is not None:
            yield from apologies_of(headed, titled=False)
            return
