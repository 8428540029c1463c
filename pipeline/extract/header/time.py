"""When a meeting was held, began and ended, as the head and the end of its paper say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from pipeline.document import Paragraph, Part, Passage, Row, join
from pipeline.extract.grammar.dates import dates_in, first_date, times_in
from pipeline.extract.header.facts import Facts
from pipeline.lexicon import rule

_MINUTES_OF = rule("meetings", "minutes_of")
_END = rule("meetings", "ended")
_STARTED = rule("meetings", "started")
_OPENED = rule("meetings", "opened")
_LABELLED = rule("meetings", "ended_label")
_CLOSING_LINE = rule("meetings", "closing_line")
_LINE = 80
"""Characters of a line that tells nothing but when the meeting was over."""
_SPAN = re.compile(
    r"\W*\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\.?)?\s*(?:to|until|[-–])\s*\d{1,2}[.:]\d{2}\s*"
    r"(?:[ap]\.?\s?m\.?)?\W*",
    re.IGNORECASE,
)
"""'6.30 p.m. to 8.12 p.m.', alone under 'Duration of meeting'."""
_LASTED = re.compile(r"duration", re.IGNORECASE)
_INTERRUPTED = rule("parts", "interrupted")
_OTHER_DATE = rule("meetings", "other_date")
_APPROVED = rule("meetings", "approval_stamp")
_REARRANGED = rule("meetings", "rearranged_from")
"""Before the day that a meeting was first called for."""
_MOVED = rule("meetings", "came_or_went")
_UNTIL = re.compile(
    r"\d\s*(?:[ap]\.?m\.?)?\s*(?:to|until|[-–])\s*(?=\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m))",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(
    r"(?:at\s+)?\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?\s+(?:in|at)\s.{3,50}$", re.IGNORECASE
)
"""'7.30 pm in the Old Hall', 'At 7 pm at Mill House': a line that begins with the hour."""
_YEARLESS = rule("meetings", "day_and_month")
"""'Wednesday 7 February at 4.15pm': the year stands elsewhere, or nowhere."""
_TO_NEXT = rule("meetings", "adjourned_to")
"""'Adjourned at 4 pm to the regular meeting at 6 pm': behind it stands when they meet again."""
_HELD_ON = re.compile(
    r"\bminutes\s+of\s+(?:[\w,'’&-]+\s+){1,12}?held\s+on:?\s+(?:[a-z]+day,?\s+)?$", re.IGNORECASE
)
_HALF = re.compile(r"\b(?:[ap]\.?\s?m\b|hours|hrs|noon)", re.IGNORECASE)
_SAYS_HALF = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
"""'2027-05-04 7pm': the key of a page holds midnight where nobody gave an hour."""
_KEY = re.compile(r"date:")
_OPENING_WITHIN = 30
"""Blocks from the top within which minutes tell that the meeting was opened."""
_IN_FIRST_ITEM = 6
"""The same, below a head that is longer: a list of business, a table of those who came."""


def read_when(facts: Facts, passage: Passage) -> None:
    """The day, and the time if it stands beside it or in a short line of its own."""
    text = passage.text
    if (facts.held_on and _OTHER_DATE.search(text)) or (
        _MOVED.search(text) and not _MINUTES_OF.match(text)
    ):
        return
    if _APPROVED.match(text):
        return
    found = list(dates_in(text))
    if facts.held_on is None and found:
        start, _, day = _of_minutes(text, found)
        facts.held_on = day
        facts.read(passage)
        if facts.starts_at is None:
            _set_times(facts, without_dates(text)[start:] if start else without_dates(text))
    elif facts.starts_at is None and (len(text) < 160 or _MINUTES_OF.match(text)):
        plain = without_dates(text)
        clock = list(times_in(plain))
        short = len(plain.split()) <= 5 or _STARTED.search(text) or _CLOCK_FIRST.match(text)
        dated = clock and _YEARLESS.search(text, 0, clock[0][0])
        if clock and (short or dated) and not _END.search(text):
            _set_times(facts, plain)
            facts.read(passage)


def _of_minutes(text: str, found: Sequence[tuple[int, int, date]]) -> tuple[int, int, date]:
    """The day that a head run together prints for the minutes, or else its first: start, end, day.

    'Cabinet 6 May 2027 Minutes of the meeting held on 4 April 2027': they went to a later one.
    """
    found = [d for d in found if not _REARRANGED.search(text[: d[0]])] or found
    minuted = (d for d in found[1:] if _HELD_ON.search(text, 0, d[0]))
    first = (0, *found[0][1:])
    return first if _HELD_ON.search(text, 0, found[0][0]) else next(minuted, first)


def _set_times(facts: Facts, plain: str) -> None:
    clock = [t for _, _, t in times_in(plain)]
    if not clock:
        return
    facts.starts_at = clock[0]
    if len(clock) == 2 and _UNTIL.search(plain):
        facts.ended_at = clock[1]


def without_dates(text: str) -> str:
    """The text with its dates blanked: '06.05.2017' holds no time."""
    for start, end, _ in dates_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def read_opening(facts: Facts, part: Part) -> tuple[str, Passage] | None:
    """'The chair called the meeting to order at 7pm': the time (and day) that no title gives.

    Gives back the sentence and where it stands, if there is one.
    """
    if part.kind != "minutes":
        return None
    for block in part.flow[: max(_OPENING_WITHIN, len(part.preamble) + _IN_FIRST_ITEM)]:
        if not isinstance(block, Paragraph):
            continue
        for sentence in _sentences(block.text):
            if not _OPENED.search(sentence) or _INTERRUPTED.search(sentence):
                continue
            clock = [t for _, _, t in times_in(without_dates(sentence))]
            if clock and facts.starts_at is None:
                facts.starts_at = clock[0]
                facts.read(block.passage)
            day = first_date(sentence)
            if day and facts.held_on is None:
                facts.held_on = day
                facts.read(block.passage)
            if clock:
                return sentence, block.passage
    return None


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[a-z)]{2}[.;])\s+(?=[A-Z])", text)


def read_key(facts: Facts, part: Part) -> None:
    """The day among the keys of a page, where nothing else tells a day."""
    if facts.held_on is not None:
        return
    for block in part.flow[:3]:
        if isinstance(block, Paragraph) and block.style == "label" and _KEY.match(block.text):
            facts.held_on = first_date(block.text)
            if facts.held_on is not None:
                facts.read(block.passage)
                plain = without_dates(block.text)
                if facts.starts_at is None and _SAYS_HALF.search(plain):
                    _set_times(facts, plain)
            return


def read_end(facts: Facts, part: Part) -> None:
    """When the meeting was over, from the last words of its minutes, or a label in their head."""
    if part.kind not in {"minutes", "meeting_page"}:
        return
    _read_last_words(facts, part)
    if facts.ended_at is None:
        _read_closing_line(facts, part)
    for block in part.preamble[:_OPENING_WITHIN] if facts.ended_at is None else ():
        match = _LABELLED.search(block.text) if isinstance(block, Paragraph) else None
        if match is None or not isinstance(block, Paragraph):
            continue
        clock = [t for _, _, t in times_in(block.text[match.start() :])]
        if clock:
            facts.ended_at = _evening(clock[0], facts.starts_at, block.text)
            facts.read(block.passage)
            return


_CLOSING = 2
"""Items at the end of minutes whose titles may say when the meeting was over."""


def _read_last_words(facts: Facts, part: Part) -> None:
    # Lists may be appended to the minutes: the last item's own words are looked at as well.
    closing = [Paragraph(item.heading) for item in part.items[: -_CLOSING - 1 : -1]]
    for block in [*list(part.flow)[::-1][:25], *closing]:
        if not isinstance(block, Paragraph) or len(block.text) > 1500:
            continue
        text = block.text
        span = [t for _, _, t in times_in(text)] if _SPAN.fullmatch(text) else []
        if len(span) == 2:
            facts.starts_at, facts.ended_at = facts.starts_at or span[0], span[1]
            facts.read(block.passage)
            return
        for match in _END.finditer(text):
            sentence_end = re.search(r"(?<![ap])\.(?=\s+[A-Z]|$)", text[match.start() :])
            stop = match.start() + sentence_end.end() + 4 if sentence_end else len(text)
            begin = max(text.rfind(". ", 0, match.start()), 0)
            if _INTERRUPTED.search(text[begin:stop]):
                continue
            clock = [t for s, _, t in times_in(text) if match.start() - 60 <= s <= stop]
            onward = _TO_NEXT.search(text, match.start(), stop)
            if onward and "adjourn" in match.group().lower():
                now = [t for s, _, t in times_in(text) if match.start() - 60 <= s < onward.start()]
                clock = now or clock
            if clock:
                if len(clock) == 2 and _LASTED.match(match.group()) and facts.starts_at is None:
                    facts.starts_at = clock[0]
                facts.ended_at = _evening(clock[-1], facts.starts_at, text[match.start() :])
                facts.read(block.passage)
                return


def _read_closing_line(facts: Facts, part: Part) -> None:
    """A row 'End time | 9 pm', or a line 'Meeting closed 9 pm' that sheets follow."""
    for block in list(part.flow)[::-1]:
        rows = [block.passage] if isinstance(block, Paragraph) else []
        rows += [] if isinstance(block, Paragraph) else [join(_passages(r)) for r in block.rows]
        for row in rows:
            line = _CLOSING_LINE.match(row.text) if len(row.text) < _LINE else None
            clock = [t for _, _, t in times_in(row.text)] if line else []
            if len(clock) == 1 and not _INTERRUPTED.search(row.text):
                facts.ended_at = _evening(clock[0], facts.starts_at, row.text)
                facts.read(row)
                return


def _passages(row: Row) -> list[Passage]:
    return [c.passage for c in row.cells if c.text]


def _evening(ended: time, began: time | None, text: str) -> time:
    """'7.00pm' to '8.45' ends in the evening."""
    if began is None or ended >= began or ended.hour >= 12 or _HALF.search(text):
        return ended
    later = ended.replace(hour=ended.hour + 12)
    return later if later >= began else ended
