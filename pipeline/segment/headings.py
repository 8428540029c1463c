"""Which entries are the headings of business: the one numbered chain that reads best."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.lexicon import rule
from pipeline.segment.entries import Entry
from pipeline.segment.figures import begins_with_day, is_address, is_day, is_year
from pipeline.segment.listed_people import without_people
from pipeline.segment.titles import has_verb, title_end

_BUSINESS = rule("parts", "business")
_SENTENCE = rule("parts", "prose")
_CLAUSE = rule("parts", "clause")
_TO_DEAL_WITH = rule("parts", "summons")
"""A heading in the words of the summons: 'To receive apologies for absence'."""
_LONG_SERIES = re.compile(r"\d\d|/|[A-Z]")
_DECIDED = rule("parts", "decided")
_DASHED = re.compile(r"(?P<title>[A-Z][^.;:–—]{2,60}?)\s+[-–—]\s+(?=[A-Z][^.]{3,}\s)")
"""'Call to Order – The Chair called the meeting to order': a title, and a dash behind it."""
_REFERRING = re.compile(r"\binterests?\b|\bmatters\s+arising\b", re.IGNORECASE)
"""Titles under which other items are referred to line by line."""
_GAP_COST = 0.9
_MOST_COST = 1.8
_RUN = 5
"""Numbers from which a run that nothing breaks is the business of a paper."""
_TAIL = 2
"""Entries of a list, with nothing between them, that would go on with the items."""
_LONGEST_LIST = 20
"""Numbers beyond which a run doesn't begin unless it goes on from the meeting before."""
_SPAN = 0.6
"""Share of the paper that such a run goes through at least."""
_STRAY = 2
"""Lines besides such a run that may tell something: who opened the meeting, when it closed."""
_SKIPS = 12
"""How many numbers may be missing between two headings of one chain."""


def weight(entry: Entry) -> float:
    """How much an entry looks like a heading of business; below 0 it looks like prose."""
    text = entry.text.text
    runs_on = title_end(text) if entry.number and not entry.style else None
    dashed = _DASHED.match(text) if not entry.style else None
    if (
        dashed
        and entry.number
        and entry.number.series != "letter"
        and not has_verb(dashed["title"])
    ):
        runs_on = min(runs_on or len(text), dashed.end("title"))
    if runs_on is not None:
        text = text[:runs_on].rstrip()
    title = text.split(":")[0] if ":" in text[:90] else text
    words = title.split()
    if not any(c.isalpha() for c in text):
        return -2.0
    score = _weight_of_print(entry)
    if is_capitals(title) or starts_in_capitals(text):
        score += 1.2
    if len(words) <= 14 and not title.rstrip().endswith((".", ";", ",")):
        score += 0.7
    if _BUSINESS.search(title) and len(words) <= 14:
        score += 0.8
    if ":" in text[:90] and len(words) <= 8:
        score += 0.5
    return score - _weight_of_prose(text, title) - min(entry.indent, 60.0) / 60.0


def _weight_of_print(entry: Entry) -> float:
    """What the number and the type speak for a heading."""
    score = 1.5 if entry.named else 0.0
    if entry.number and entry.number.series == "letter":
        score -= 0.8  # '(a)' numbers the matters within an item
    elif entry.number and (_LONG_SERIES.search(entry.number.series) or entry.number.place >= 100):
        score += 0.6  # '18.03.5', '5/24', '1203': lists within items are not numbered so
    if entry.style == "item":
        score += 3.0
    if entry.text.bold or entry.style == "heading":
        score += 1.2
    elif entry.text.words and entry.text.words[0].bold:
        score += 0.8
    return score


def _weight_of_prose(text: str, title: str) -> float:
    """What the wording speaks against a heading."""
    against = 0.0
    if _DECIDED.match(text):
        against += 2.0
    if text[:1].islower():
        against += 1.5
    summons = _TO_DEAL_WITH.match(text) is not None and not title.rstrip().endswith(";")
    if summons:
        against -= 0.4
    elif _CLAUSE.match(text) and not is_capitals(title):
        against += 1.2
    if len(title.split()) > 6 and _SENTENCE.search(title):
        against += 0.8
    if text.startswith("That ") or (text.startswith("To ") and not summons):
        against += 1.0
    return against


def is_capitals(text: str) -> bool:
    """Whether a text is set all in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def starts_in_capitals(text: str) -> bool:
    """Whether a text begins with at least two capital words ('MINUTES AND ...')."""
    words = [w for w in text.split()[:3] if any(c.isalpha() for c in w)]
    if len(words) < 2 or not (is_capitals(words[0]) or words[0] in {"&", "-", "–"}):
        return False
    return is_capitals(words[1]) or words[1].strip(".,:") in {"&", "-", "–", "NO", "OF", "TO", "IN"}


def chain_of(entries: Sequence[Entry]) -> list[Entry]:
    """The numbered headings: a chain of rising numbers of one series with the best sum of weights.

    Lists inside items ('1. That ...') start again and again; the items of a meeting rise from
    beginning to end, so they make the heaviest chain.
    """
    entries = without_people(entries)
    numbered = [(e, weight(e)) for e in _top_level(entries)]
    # Numbers that run on from meeting to meeting are items, even where sentences follow them.
    serials = {e.number.place for e, _ in numbered if e.number and e.number.place >= 100}
    numbered = [
        (e, value)
        for e, value in numbered
        if e.number
        and (not is_year(e) or _runs_on(e.number.place, serials))
        and not begins_with_day(e)
    ]
    numbered = _without_addresses(numbered)
    numbered = [
        (e, max(value, 0.4) if e.number and _runs_on(e.number.place, serials) else value)
        for e, value in numbered
    ]
    run = _sole_run([e for e, _ in numbered], entries)
    if run:
        return run
    best: list[float] = []
    before: list[int | None] = []
    for at, (entry, value) in enumerate(numbered):
        best.append(value)
        before.append(None)
        for earlier in range(at):
            cost = _step_cost(numbered[earlier][0], entry)
            if cost is not None and best[earlier] - cost + value > best[at]:
                best[at] = best[earlier] - cost + value
                before[at] = earlier
    if not best:
        return []
    at_best: int | None = max(range(len(best)), key=lambda i: best[i])
    chain = []
    while at_best is not None:
        chain.append(numbered[at_best][0])
        at_best = before[at_best]
    chain.reverse()
    values = {id(e): value for e, value in numbered}
    enough = sum(values[id(e)] for e in chain) / len(chain) > (-0.6 if _counts(chain) else 0.35)
    if len(chain) == 1:
        if is_day(chain[0]):
            return []  # 'TRANSPARENCY BOARD 02.03.11': the day of the meeting
        if weight(chain[0]) > 1.5:
            return _filled(chain, numbered)
        return chain if _is_only_item(chain[0], numbered) else []
    return _filled(_without_list(chain, entries), numbered) if enough else []


def _without_addresses(numbered: Sequence[tuple[Entry, float]]) -> list[tuple[Entry, float]]:
    """The numbered entries without house numbers before streets."""
    kept: list[tuple[Entry, float]] = []
    before: set[int] = set()
    for entry, value in numbered:
        if not is_address(entry, before):
            kept.append((entry, value))
        before |= {entry.number.place} if entry.number else set()
    return kept


def _without_list(chain: list[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The chain without the end of a list that begins anew below it: '... 8. 9.' and then '10.'.

    A list of tasks with more entries than the paper has items would else go on with them.
    """
    numbered = {e.index: e for e in entries if e.number}
    inside = {e.index for e in chain}
    for at, entry in enumerate(chain[1:], start=1):
        above = numbered.get(entry.index - 1)
        if (
            above is not None
            and above.index not in inside
            and above.number is not None
            and entry.number is not None
            and above.indent == entry.indent
            and above.number.series == entry.number.series
            and above.number.place == entry.number.place - 1 >= _RUN
            and len(chain) - at >= _TAIL
            and chain[-1].index - entry.index == len(chain) - at - 1
        ):
            return chain[:at]
    return chain


def _top_level(entries: Sequence[Entry]) -> list[Entry]:
    """The numbered entries without '3.1', '3.2' where they stand between '3.' and '4.'."""
    numbered = [e for e in entries if e.number is not None]
    plain = [
        e for e in numbered if e.number and e.number.series == "" and not e.named and weight(e) > 0
    ]
    spans = {
        (a.index, b.index): a.number.place
        for a in plain
        for b in plain
        if a.number and b.number and a.index < b.index and b.number.place == a.number.place + 1
    }
    parts = {
        id(e)
        for e in numbered
        for (first, last), place in spans.items()
        if e.number and e.number.series == f"{place}." and first < e.index < last
    }
    return [e for e in numbered if id(e) not in parts and not _refers(e, spans, plain)]


def _refers(entry: Entry, spans: Mapping[tuple[int, int], int], plain: Sequence[Entry]) -> bool:
    """Whether 'Item 7 - Jo Ash' between items '2.' and '3.' tells of another item.

    Interests and matters arising are listed so, in a paper that heads its items otherwise; an
    excerpt may end among them.
    """
    if not entry.named:
        return False
    above = [e for e in plain if e.index < entry.index]
    lists = len(above) > 1 and _REFERRING.search(above[-1].text.text) is not None
    return lists or any(first < entry.index < last for first, last in spans)


def _sole_run(numbered: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """The plain numbers of a paper that has no others, where they count through it without a gap.

    They are its business however they read: '2. The minutes were agreed. 3. Matters arising'.
    """
    if any(e.number and e.number.series not in {"", "letter"} for e in numbered):
        return []
    plain = [e for e in numbered if e.number and e.number.series == ""]
    places = [e.number.place for e in plain if e.number]
    if len(plain) < _RUN or places != list(range(places[0], places[0] + len(places))):
        return []
    level = max(e.indent for e in plain) - min(e.indent for e in plain) < 30
    first, last = plain[0].index, plain[-1].index
    spans = last - first >= _SPAN * last
    titled = sum(weight(e) > 0 for e in plain) >= 0.25 * len(plain)
    business = (spans and titled) or _is_all_told(plain, entries)
    begins = places[0] <= 2 or places[0] > _LONGEST_LIST
    return plain if level and business and begins and len(entries) >= 2 * _RUN else []


def _is_all_told(run: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether a run from 1 on holds all that the paper tells, its head aside: one number a line."""
    first, last = run[0], run[-1]
    told = [e for e in entries if e.number is None and has_verb(e.text.text)]
    above = [e for e in entries if e.index < first.index]
    return (
        first.number is not None
        and first.number.place == 1
        and len(told) <= _STRAY
        and not any(e.index > last.index + _STRAY for e in entries)
        and not (above and above[-1].text.text.endswith(":"))
        and not any(e.text.text[:1].islower() or e.text.text.startswith("That ") for e in run)
    )


def _counts(chain: Sequence[Entry]) -> bool:
    """Whether a chain counts 1, 2, 3, ... at one depth, at least to 5: a list of business."""
    places = [e.number.place for e in chain if e.number]
    return (
        len(places) >= 5
        and places == list(range(1, len(places) + 1))
        and max(e.indent for e in chain) - min(e.indent for e in chain) < 30
    )


def _is_only_item(entry: Entry, numbered: Sequence[tuple[Entry, float]]) -> bool:
    """Whether a paper has one item alone, its '1.' over a title."""
    number, text = entry.number, entry.text.text
    same = [e for e, _ in numbered if e.number and number and e.number.series == number.series]
    return (
        number is not None
        and number.series == ""
        and number.place == 1
        and len(same) == 1
        and not entry.indent
        and len(text.split()) <= 14
        and not text.endswith((".", ";", ","))
        and weight(entry) >= 0.7
    )


def _filled(chain: list[Entry], numbered: Sequence[tuple[Entry, float]]) -> list[Entry]:
    """The chain with the numbers that it left out, where each stands just once in its place.

    '3. The minutes were agreed.' reads as prose, but between items 2 and 4 it is item 3.
    """
    out = [chain[0]]
    for later in chain[1:]:
        earlier = out[-1]
        a, b = earlier.number, later.number
        between = [
            e
            for e, _ in numbered
            if a
            and b
            and e.number
            and earlier.index < e.index < later.index
            and e.number.series == a.series == b.series
            and e.style == earlier.style
            and a.place < e.number.place < b.place
        ]
        places = [e.number.place for e in between if e.number]
        if places == sorted(set(places)):
            out += between
        out.append(later)
    return [*out, *_after(out[-1], [e for e, _ in numbered])]


def _after(last: Entry, numbered: Sequence[Entry]) -> list[Entry]:
    """What counts on from the last heading, where no list of its own began in between."""
    out: list[Entry] = []
    for entry in numbered:
        a, b = (out or [last])[-1].number, entry.number
        if entry.index <= last.index or not a or not b or b.series != a.series:
            continue
        if b.place <= a.place:
            break
        if b.place == a.place + 1 and entry.style == last.style and entry.indent <= last.indent + 1:
            out.append(entry)
    return out


def _runs_on(place: int, serials: set[int]) -> bool:
    """Whether a number stands in a run of at least four consecutive ones."""
    return place in serials and any(
        all(n in serials for n in range(first, first + 4)) for first in range(place - 3, place + 1)
    )


def _step_cost(earlier: Entry, later: Entry) -> float | None:
    """The cost of going from one number to another in a chain; None where it can't be."""
    a, b = earlier.number, later.number
    if a is None or b is None or earlier.style != later.style:
        return None
    if a.series != b.series:
        # A slip of the pen in the part that should stay the same: 18.05.10 after 18.07.9.
        alike = re.sub(r"\d", "#", a.series) == re.sub(r"\d", "#", b.series) != ""
        return 0.6 if alike and b.place == a.place + 1 else None
    step = b.place - a.place
    if step == 0 and a.printed != b.printed:
        # 7a after 7, but not 7 after 7a; 4 may stand after a 4A that was put in.
        return None if a.printed[-1].islower() and b.printed.isdigit() else 0.3
    if step < 1 or step > _SKIPS:
        return None
    return min(_GAP_COST * (step - 1), _MOST_COST)


def begins_late(entries: Sequence[Entry], first: int) -> bool:
    """Whether numbers begin behind most of the business: a list within its last matter."""
    number = next((e.number for e in entries if e.index == first), None)
    if number is not None and number.place > 1:
        return False
    told = sum(len(e.text.text) > 30 and has_verb(e.text.text) for e in entries if e.index < first)
    return first > 0.6 * max(e.index for e in entries) and told >= 3
