"""A part's flow into numbered items of business, each with what stands under it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.document import Block, Item, Paragraph, Passage, Table, join
from pipeline.lexicon import pattern, rule
from pipeline.segment.closing_list import closing_list, opening_list
from pipeline.segment.enclosures import without_enclosures
from pipeline.segment.entries import Entry, entries_of
from pipeline.segment.figures import with_year
from pipeline.segment.headed import under_headings, without_names
from pipeline.segment.headings import begins_late, chain_of, is_capitals, weight
from pipeline.segment.levels import on_both_levels, with_depth
from pipeline.segment.numbering import parse, years_in_front
from pipeline.segment.recounted import all_ones, with_moved, without_agenda
from pipeline.segment.romans import roman_items
from pipeline.segment.run_in_titles import split_title
from pipeline.segment.sections import lettered_sections
from pipeline.segment.strays import number_at_title
from pipeline.segment.titles import first_matter, has_verb, is_told

_ALSO = rule("parts", "second_number")
_ALSO_AT_END = rule("parts", "second_number_at_end")
_ALSO_FIRST = re.compile(r"\(?(?P<number>\d{1,3})[).]\s+(?=[A-Z]{2})")
"""'163 (25) PUBLIC SPEAKING', 'C31/27 4. PONDS': the agenda's number behind the minute's."""
_DECISION_WORD = rule("parts", "no_title")
_DECIDES = rule("parts", "title_then_decision")
"""'Minutes of 12 June It was resolved that ...': the decision is no part of the title."""
_NO_BUSINESS = rule("parts", "no_business")
_MOTION_LINES = tuple(
    rule("business", f"block_{part}")
    for part in ("heading", "numbered", "movers", "seconder", "verdict")
)
_HOLDS_OFFICE = rule("parts", "holds_office")
"""'Treasurer – Ada Quill', in bold too: who was elected, and no heading."""
_PEOPLE = rule("parts", "people_heading")
_ATTENDANCE = rule("parts", "attendance")
_TITLES = 20
"""Entries from the top within which the titles of a paper end, where those who came are named."""
_PEOPLE_WITHIN = 60
"""Entries from the top within which a paper lists those who came."""
_MARKED = 3
"""Headings marked up as such that a paper has at least, if it heads its business so."""
_ALONE = re.compile(r"\d{1,3}\.\d{1,2}")
"""'3.1' on a line of its own: a matter within the item, and no part of its title."""
_WRAPPED = 45
"""Characters from which a line of a title may have been wrapped."""
_OPEN_TITLE = (" and", " of", " the", " for", " to", " &", " -", " –", ",", " in", " on", " with")


def items_of(
    flow: Sequence[Block], *, agenda: bool = False
) -> tuple[tuple[Block, ...], tuple[Item, ...]]:
    """What stands before the first item, and the items."""
    closing = None if agenda else closing_list(flow)
    if closing is not None:
        above, business = items_of(flow[:closing])
        if business:
            return above, (*business, Item(None, Passage(""), tuple(flow[closing:])))
    flow = flow if agenda else number_at_title(flow)
    entries = entries_of(flow, agenda=agenda)
    entries = entries if agenda else without_enclosures(_without_tasks(entries, flow))
    counted = entries if agenda else without_agenda(entries)
    starts = [e for e in entries if e.style == "item"] or on_both_levels(chain_of(counted), counted)
    starts = with_moved(starts if agenda else with_depth(starts, entries), entries)
    ones = [] if agenda else all_ones(entries)
    starts = ones if len(ones) > len(starts) else starts
    starts = [] if not agenda and _is_list_below(starts, entries) else starts
    stamped = [] if agenda else _stamped(entries)
    if len(stamped) >= 3 and len(stamped) > len(starts):
        starts = stamped
    below = [] if agenda else _numbered_below(entries)
    if len(below) >= 3 and len(below) > len(starts):
        starts = below
    sectioned = [] if agenda else lettered_sections(entries)
    if len(sectioned) > len(starts):
        starts = sectioned
    romans = roman_items(entries)
    lettered = all(e.number is not None and e.number.series == "letter" for e in starts)
    more = lettered and len(romans) > len(starts)
    if romans and (not starts or more or (len(romans) > 1 and romans[0].index < starts[0].index)):
        starts = romans
        of_roman = {e.index: e for e in romans}
        entries = [of_roman.get(e.index, e) for e in entries]
    headed = [] if agenda else under_headings(entries, _bold_headings(entries))
    if headed and not any(e.style or e.text.bold for e in starts):
        starts = headed
    elif not agenda and (not starts or begins_late(entries, starts[0].index)):
        told = " ".join(e.text.text for e in entries[:_TITLES] if e.style != "heading")
        starts = without_names(_bold_headings(entries), told)
    if not starts or (not agenda and begins_late(entries, starts[0].index)):
        return tuple(flow), ()
    if agenda:
        starts = [*_counted_before(entries, starts[0]), *starts]
        return _agenda_items(flow, entries, starts)
    starts = [*_first_of_chain(entries, starts), *starts]
    loose = _loose_headings(entries, starts)
    marks = sorted([*starts, *loose], key=lambda e: e.index)
    preamble = tuple(flow[: starts[0].start]) if starts else tuple(flow)
    marks = [m for m in marks if m.index >= starts[0].index]
    items: list[Item] = []
    last_number: str | None = None
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        end = following.start if following else len(flow)
        item = _item(mark, list(flow[mark.index + 1 : end]), last_number)
        last_number = item.number or last_number
        items.append(item)
    return preamble, tuple(_without_index(items))


def _without_tasks(entries: Sequence[Entry], flow: Sequence[Block]) -> list[Entry]:
    """The entries without those of a list of tasks that opens the paper."""
    tasks = opening_list(flow)
    return [e for e in entries if e.index not in tasks]


def _is_list_below(starts: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether numbers with nothing between them stand below a line that announces a list.

    They are the business only where much of the paper stands below each.
    """
    if len(starts) < 2 or any(b.index - a.index != 1 for a, b in itertools.pairwise(starts)):
        return False
    above = [e for e in entries if e.index < starts[0].index]
    below = [e for e in entries if e.index > starts[-1].index]
    return (
        len(above) > 2
        and above[-1].text.text.endswith(":")
        and has_verb(above[-1].text.text)
        and not (starts[0].style or starts[0].text.bold)
        and len(below) > len(starts)
    )


def _without_index(items: list[Item]) -> list[Item]:
    """A bare list of the business, with all the minutes after it: they belong to none of it."""
    if len(items) < 3 or any(i.flow for i in items[:-1]) or len(items[-1].flow) < 6:
        return items
    last = items[-1]
    bare = Item(last.number, last.heading, (), also=last.also)
    return [*items[:-1], bare, Item(None, Passage(""), last.flow)]


def _stamped(entries: Sequence[Entry]) -> list[Entry]:
    """Headings that the agenda's number follows on a line of its own: '(Item 3)'."""
    return [
        above
        for above, entry in itertools.pairwise(entries)
        if _ALSO.fullmatch(entry.text.text) and len(above.text.text) < 200
    ]


def _numbered_below(entries: Sequence[Entry]) -> list[Entry]:
    """Headings whose number stands on the line below: 'APOLOGIES', then 'PLA146/14'.

    A heading without a letter of its own kind above it is no heading: only capitals and bold count.
    """
    found: list[Entry] = []
    alone = [parse(e.text.text) if e.number is None and not e.style else None for e in entries]
    pairs = zip(itertools.pairwise(entries), years_in_front(alone)[1:], strict=True)
    for (above, _), number in pairs:
        if number is None or not any(c.isdigit() for c in number.printed):
            continue
        if above.number or not (is_capitals(above.text.text) or above.text.bold):
            continue
        title = _with_line_above(entries, above, found)
        last = found[-1].number if found else None
        if last is None or (number.series == last.series and number.place > last.place):
            found.append(replace(title, number=number))
    return found


def _with_line_above(entries: Sequence[Entry], title: Entry, found: Sequence[Entry]) -> Entry:
    """A title in capitals above its number, with the line of it that it was wrapped from."""
    first = next((e for e in entries if e.index == title.index - 1), None)
    if (
        first is None
        or first.number
        or first.style
        or len(first.text.text) < _WRAPPED
        or not (is_capitals(first.text.text) and is_capitals(title.text.text))
        or parse(first.text.text)
        or (found and first.index <= found[-1].index + 1)
    ):
        return title
    return replace(title, text=join([first.text, title.text]), label=first.index)


def _first_of_chain(entries: Sequence[Entry], starts: Sequence[Entry]) -> list[Entry]:
    """The numbers before the first heading, where they open with a sentence and no title.

    '1. The minutes were taken as read.' above '2. Matters arising' is an item, without a heading.
    """
    first = starts[0]
    if first.number is None or first.style or not 2 <= first.number.place <= 3:
        return []
    wanted = first.number.place - 1
    found: list[Entry] = []
    for entry in reversed([e for e in entries if e.index < first.index]):
        number = entry.number
        if number and number.series == first.number.series and number.place == wanted:
            found.insert(0, entry)
            wanted -= 1
    return found if wanted == 0 else []


def _counted_before(entries: Sequence[Entry], first: Entry) -> list[Entry]:
    """The numbers of an agenda that lead up to its first heading from 1, one after another.

    'A report on the survey of the ponds' reads as prose, but above '7. Any other business' it is
    item 6.
    """
    if first.number is None or first.style:
        return []
    wanted = first.number.place - 1
    found: list[Entry] = []
    for entry in reversed([e for e in entries if e.index < first.index]):
        number = entry.number
        if number is None or number.series != first.number.series or entry.indent > first.indent:
            continue
        if number.place != wanted or not wanted:
            break
        found.insert(0, entry)
        wanted -= 1
    return [] if wanted else found


def _item(mark: Entry, body: list[Block], before: str | None) -> Item:
    title, rest = (mark.text, Passage("")) if mark.style == "item" else split_title(mark.text)
    inside = first_matter(title.text, mark.number.printed if mark.number else "")
    if inside is not None:
        title, rest = mark.text.cut(0, inside), mark.text.cut(inside)
    if not rest.text and _is_sentence(mark):
        title, rest = Passage(""), mark.text
    if rest.text:
        body.insert(0, Paragraph(rest))
    number_below = body[0] if body and isinstance(body[0], Paragraph) else None
    below = parse(number_below.text) if number_below else None
    if below and mark.number and below.printed == mark.number.printed:
        body.pop(0)
    also = None
    match = _ALSO_AT_END.search(title.text)
    if match:
        also, title = match["number"], title.cut(0, match.start())
    elif mark.number and (match := _ALSO_FIRST.match(title.text)):
        also, title = match["number"], title.cut(match.end())
    while body and isinstance(body[0], Paragraph):
        head = body[0]
        found = _ALSO.fullmatch(head.text) if also is None else None
        if found:
            also = found["number"]
        elif _ALONE.fullmatch(head.text):
            break
        elif not rest.text and (_goes_on(title, head) or _wraps(mark, title, head)):
            title = join([title, head.passage])
        else:
            break
        body.pop(0)
    number = mark.number.printed if mark.number else None
    if number is None and also is not None:
        number, also = also, None
    return Item(number, title, tuple(body), also=also, under=None if number else before)


def _is_sentence(mark: Entry) -> bool:
    """Whether a number opens a sentence of the minutes and no heading."""
    text = mark.text.text
    if (
        len(text.split()) > 14
        and (end := re.search(r"\w\w\.\s", text))
        and has_verb(text[: end.end()])
    ):
        return True
    return text.endswith(".") and len(text.split()) > 8 and weight(mark) < -0.5


def _goes_on(title: Passage, head: Paragraph) -> bool:
    """Whether a heading's text runs on in the next paragraph."""
    if head.marker is not None or head.style:
        return False
    same = (title.bold and head.passage.bold) or (
        is_capitals(title.text) and is_capitals(head.text)
    )
    open_end = title.text.lower().endswith(_OPEN_TITLE) or head.text[:1].islower()
    return bool(
        same and open_end and len(head.text) < 120 and not _DECISION_WORD.fullmatch(head.text)
    )


def _wraps(mark: Entry, title: Passage, head: Paragraph) -> bool:
    """Whether a title below 'Item 3:' runs on in the next line: only its length tells."""
    return (
        mark.label is not None
        and not title.words
        and head.marker is None
        and not head.style
        and len(title.text) >= _WRAPPED
        and not title.text.endswith((".", ":", "?", ")"))
        and len(head.text) < 90
        and not has_verb(head.text)
        and _DECIDES.match(f" {head.text}") is None
    )


def _loose_headings(entries: Sequence[Entry], starts: Sequence[Entry]) -> list[Entry]:
    """Headings of business without a number among numbered ones."""
    capitals = sum(is_capitals(e.text.text) for e in starts) >= 0.6 * len(starts)
    bold = sum(e.text.bold for e in starts) >= 0.6 * len(starts)
    taken = {at for e in starts for at in (e.index, e.start)}
    found = []
    for entry in entries:
        text = entry.text.text
        if entry.index in taken or entry.number or entry.style == "label":
            continue
        if not is_capitals(text) or len(text) < 8 or len(text.split()) > 16:
            continue
        if _NO_BUSINESS.match(text) or _of_motion(text):
            continue
        if _DECISION_WORD.match(text) and (
            _DECISION_WORD.fullmatch(text) or re.match(r"actions?\b", text, re.IGNORECASE)
        ):
            continue
        if _ALSO.fullmatch(text) or parse(text):
            continue
        if capitals and (entry.text.bold or not bold) and weight(entry) > 1:
            found.append(entry)
    return found


def _of_motion(text: str) -> bool:
    """Whether a line opens what was decided, or is of a motion that is set as a block of lines."""
    opens = pattern("business", "decisions", "opening").match(text) is not None
    return opens or any(line.fullmatch(text) is not None for line in _MOTION_LINES)


def _bold_headings(entries: Sequence[Entry]) -> list[Entry]:
    """Headings of a paper that numbers nothing: bold or capital lines that name business."""
    found = [
        e
        for e in entries
        if e.style != "label"
        and (e.text.bold or e.style == "heading" or is_capitals(e.text.text))
        and 1 <= len(e.text.text.split()) <= 12
        and not _DECISION_WORD.fullmatch(e.text.text)
        and weight(e) >= 1.9
    ]
    # The paper's own title stands above the first line of ordinary text.
    marked = sum(e.style == "heading" for e in entries) >= _MARKED
    plain = next((e.index for e in entries if _is_plain(e, marked=marked)), 0)
    # A list of those who came has headings of its own, and stands before all business.
    people = [e.index for e in entries[:_PEOPLE_WITHIN] if _PEOPLE.match(e.text.text)]
    listed = (e.index for e in entries[:_TITLES] if _ATTENDANCE.search(e.text.text[:60]))
    first = max([plain, next(listed, plain), *people])
    if people:
        told = (e.index for e in entries if e.index > first and is_told(e.text.text))
        first = max(first, next(told, first + 2) - 2)
    named = [
        e
        for e in found
        if e.index > first
        and not _NO_BUSINESS.match(e.text.text)
        and not _of_motion(e.text.text)
        and not _HOLDS_OFFICE.fullmatch(e.text.text)
        and not (e.text.text.endswith(".") and has_verb(e.text.text))
    ]
    return [with_year(e) for e in named]


def _is_plain(entry: Entry, *, marked: bool) -> bool:
    """Whether an entry is ordinary text; where headings are `marked` as such, all others are."""
    if entry.text.bold or entry.style == "label":
        return False
    return weight(entry) < 1 or (marked and not entry.style and not is_capitals(entry.text.text))


def _agenda_items(
    flow: Sequence[Block], entries: Sequence[Entry], starts: Sequence[Entry]
) -> tuple[tuple[Block, ...], tuple[Item, ...]]:
    order = {id(e): at for at, e in enumerate(entries)}
    items = []
    for mark, following in zip(starts, [*starts[1:], None], strict=False):
        stop = order[id(following)] if following else len(entries)
        under = entries[order[id(mark)] + 1 : stop]
        pages = next((e.pages for e in [mark, *under[:6]] if e.pages), None)
        title, rest = mark.text, Passage("")
        if not isinstance(mark.block, Table) and len(mark.text.text.split()) > 14:
            title, rest = split_title(mark.text)
        body: list[Block] = [Paragraph(rest)] if rest.text else []
        body += [Paragraph(e.text) for e in under]
        items.append(
            Item(mark.number.printed if mark.number else None, title, tuple(body), pages=pages)
        )
    return tuple(flow[: starts[0].index]), tuple(items)
