"""The head of a meeting: which body, when, from what time to what time, where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time

from pipeline.document import Block, Paragraph, Part, Passage, Table, join
from pipeline.extract.acting_body import acting_body
from pipeline.extract.base import Extractor
from pipeline.extract.dates import dates_in, first_date, times_in
from pipeline.extract.titlecase import title_case
from pipeline.lexicon import rule
from pipeline.provenance import Finding, Rejected, Source
from pipeline.records import AnyRecord, MeetingHeader

_BODY_WORD = rule("meetings", "body")
_MINUTES_OF = rule("meetings", "minutes_of")
_ABOVE = rule("meetings", "named_above")
_HELD_IN = rule("meetings", "held_in")
_TAIL_VENUE = rule("meetings", "venue_after_time")
_VENUE_LABEL = rule("meetings", "venue_label")
_PLACE = rule("meetings", "place")
_END = rule("meetings", "ended")
_STARTED = rule("meetings", "started")
_NOT_BODY = rule("meetings", "not_a_body")
_OTHER_DATE = rule("meetings", "other_date")
_STAMP = re.compile(
    r"\s*(?:[-–—,]\s*)?(?:(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d{1,2}\s?(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}.*)$",
    re.IGNORECASE,
)


_ISSUE = rule("meetings", "page_of_one_item")
"""A page of one issue names its meeting: 'Meeting: 21/07/2009 - Executive (Item 49)'."""
_MOVED = rule("meetings", "came_or_went")
_UNTIL = re.compile(
    r"\d\s*(?:[ap]\.?m\.?)?\s*(?:to|until|[-–])\s*(?=\d{1,2}[:.]\d{2})", re.IGNORECASE
)
_HALF = re.compile(r"\b(?:[ap]\.?\s?m\b|hours|hrs|noon)", re.IGNORECASE)


_REFERENCE = re.compile(r"^\s*[A-Z]{1,4}\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}\s+(?=[A-Z])")
"""A minute book's running reference before a title: 'MM 27.08.2019'."""


class _Facts:
    """The head's values while they are gathered, with where each was read."""

    def __init__(self) -> None:
        self.body: str | None = None
        self.authority: str | None = None
        self.held_on: date | None = None
        self.starts_at: time | None = None
        self.ended_at: time | None = None
        self.venue: str | None = None
        self.sources: list[Source] = []

    def read(self, passage: Passage) -> None:
        self.sources += [s for s in passage.sources() if s not in self.sources]


def find_header(part: Part) -> Iterator[Finding[AnyRecord] | Rejected]:
    """What a part that belongs to a meeting prints of that meeting."""
    if part.kind in {"report", "action_log"} and part.index:
        return  # a report inside a pack belongs to the pack's meeting
    facts = _Facts()
    blocks = part.preamble if part.items else part.flow
    head = list(_passages(blocks))[: 5 if part.kind == "report" else 18]
    _read_head(facts, head, venues=part.kind not in {"report", "action_log"})
    _read_end(facts, part)
    if facts.body is None and part.kind == "meeting_page":
        named = acting_body(part)
        if named is not None:
            facts.body = named[0]
            facts.read(named[1])
    if not facts.sources:
        return
    yield Finding(
        MeetingHeader(
            body=facts.body,
            authority=facts.authority,
            held_on=facts.held_on,
            starts_at=facts.starts_at,
            ended_at=facts.ended_at,
            venue=facts.venue,
        ),
        tuple(facts.sources),
    )


def _passages(flow: Sequence[Block]) -> Iterator[Passage]:
    for block in flow:
        if isinstance(block, Paragraph):
            if block.style not in {"item", "label"}:
                yield block.passage
        elif isinstance(block, Table):
            for row in block.rows[:6]:
                yield from (c.passage for c in row.cells if c.text)


def _read_head(facts: _Facts, head: Sequence[Passage], *, venues: bool) -> None:
    for at, passage in enumerate(head):
        text = passage.text
        if len(text) > 420:
            continue
        _read_body(facts, _whole_title(head, at), head[:at])
        _read_when(facts, passage)
        if facts.venue is None and venues:
            _read_venue(facts, head, at)
    if facts.body is None:
        _body_from_titles(facts, head)


def _whole_title(head: Sequence[Passage], at: int) -> Passage:
    """A title that breaks off before the body's last word ('... AND IMPROVEMENT', 'BOARD')."""
    first = head[at]
    if at + 1 < len(head) and _MINUTES_OF.match(first.text) and not _BODY_WORD.search(first.text):
        following = head[at + 1]
        alike = first.bold == following.bold and first.text.isupper() == following.text.isupper()
        if alike and _BODY_WORD.search(following.text) and len(following.text) < 80:
            return join([first, following])
    return first


def _read_body(facts: _Facts, passage: Passage, before: Sequence[Passage]) -> None:
    if facts.body is not None:
        return
    issue = _ISSUE.match(passage.text)
    if issue is not None:
        facts.body = issue["body"].strip()
        facts.read(passage)
        return
    match = _MINUTES_OF.match(passage.text)
    if match is None:
        return
    body = _clean_body(match["body"])
    if _ABOVE.match(body) or not _BODY_WORD.search(body):
        titles = [t for t in before if _is_title(t.text)]
        if not titles:
            return
        facts.read(titles[-1])
        body = _clean_body(titles[-1].text)
    if rule("meetings", "body_in_general").fullmatch(body):
        titles = [t for t in before if _is_title(t.text)]
        if titles:
            facts.read(titles[-1])
            body = _clean_body(titles[-1].text)
    facts.body = title_case(body)
    facts.read(passage)
    _read_authority(facts, before)


def _read_authority(facts: _Facts, before: Sequence[Passage]) -> None:
    body = facts.body or ""
    for title in before:
        if rule("meetings", "authority").search(title.text) and len(title.text) < 70:
            name = title_case(title.text.strip())
            if rule("meetings", "local_council").fullmatch(body):
                # A local council is its own authority: 'the Town Council' is the one named above.
                if name.casefold().endswith(body.casefold()):
                    facts.body = name
                    return
            elif name.casefold() != body.casefold() and first_date(name) is None:
                facts.authority = name
                return


def _clean_body(text: str) -> str:
    plain = re.sub(r"\s+", " ", _STAMP.sub("", _REFERENCE.sub("", text))).strip(" .,:;–-")
    return rule("meetings", "around_body").sub("", plain).strip()


def _is_title(text: str) -> bool:
    return (
        len(text) < 110
        and _BODY_WORD.search(text) is not None
        and not _NOT_BODY.match(text)
        and not _VENUE_LABEL.match(text)
        and not text.lower().rstrip().endswith("meetings")
        and not text.rstrip().endswith((".", ":"))
        and not re.search(r"\b(?:will|was|were|is|are|has|have)\b", text)
    )


def _body_from_titles(facts: _Facts, head: Sequence[Passage]) -> None:
    """The body from title lines: the last one before the date, the authority's name apart."""
    titles = [p for p in head[:8] if _is_title(p.text)]
    if not titles:
        # 'TMG 14 November 2024': a group known by its initials.
        short = _STAMP.sub("", head[0].text).strip() if head else ""
        if re.fullmatch(r"[A-Z]{3,6}", short) and first_date(head[0].text):
            facts.body = short
            facts.read(head[0])
        return
    chosen = titles[0]
    if len(titles) > 1 and rule("meetings", "authority_first").match(titles[0].text.strip()):
        chosen = titles[1]
        facts.authority = title_case(titles[0].text.strip())
    facts.body = title_case(_clean_body(chosen.text))
    facts.read(chosen)


def _read_when(facts: _Facts, passage: Passage) -> None:
    text = passage.text
    if (facts.held_on and _OTHER_DATE.search(text)) or (
        _MOVED.search(text) and not _MINUTES_OF.match(text)
    ):
        return
    found = list(dates_in(text))
    if facts.held_on is None and found:
        facts.held_on = found[0][2]
        facts.read(passage)
        clock = [t for s, _, t in times_in(_without_dates(text))]
        if facts.starts_at is None and clock:
            facts.starts_at = clock[0]
            if len(clock) == 2 and _UNTIL.search(_without_dates(text)):
                facts.ended_at = clock[1]
    elif facts.starts_at is None and (len(text) < 160 or _MINUTES_OF.match(text)):
        clock = [t for _, _, t in times_in(_without_dates(text))]
        short = len(text.split()) <= 4 or _STARTED.search(text)
        if clock and short and not _END.search(text):
            facts.starts_at = clock[0]
            facts.read(passage)


def _without_dates(text: str) -> str:
    """The text with its dates blanked: '06.05.2017' holds no time."""
    for start, end, _ in dates_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _read_venue(facts: _Facts, head: Sequence[Passage], at: int) -> None:
    passage = head[at]
    text = passage.text
    match = _VENUE_LABEL.match(text)
    if match is None and (facts.held_on or facts.body):
        for pattern in (_HELD_IN, _TAIL_VENUE):
            match = pattern.search(text)
            if (
                match
                and (_PLACE.search(match["venue"]) or len(match["venue"].split()) <= 5)
                and not first_date(match["venue"])
            ):
                break
            match = None
    if match is not None:
        facts.venue = title_case(match["venue"].strip(" .,"))
        facts.read(passage)
        return
    dated = facts.held_on is not None and any(
        True for p in head[: at + 1] for _ in dates_in(p.text)
    )
    plain = not list(dates_in(text)) and not _NOT_BODY.match(text) and len(text) < 130
    if dated and plain and _PLACE.search(text) and "@" not in text and not text.endswith(":"):
        if rule("meetings", "contact").search(text) or _MINUTES_OF.match(text):
            return
        if _is_title(text) and not re.search(r"\d|,", text):
            return
        lines = [passage]
        for following in head[at + 1 : at + 3]:
            if following.bold == passage.bold and _goes_on(lines[-1].text, following.text):
                lines.append(following)
            else:
                break
        facts.venue = title_case(" ".join(p.text for p in lines).strip(" .,"))
        for line in lines:
            facts.read(line)


def _goes_on(above: str, below: str) -> bool:
    """Whether an address runs on: its postcode, or capitals after capitals, on the next line."""
    if re.fullmatch(r"[A-Z]{0,2}\d?[A-Z\d]?\s*\d[A-Z]{2}", below.strip()):
        return True
    return (
        above.isupper()
        and below.isupper()
        and not _NOT_BODY.match(below)
        and len(below) < 70
        and (
            above.rstrip().endswith((",", "AND"))
            or _PLACE.search(below) is not None
            or "," in below
        )
    )


def _read_end(facts: _Facts, part: Part) -> None:
    if part.kind not in {"minutes", "meeting_page"}:
        return
    for block in list(part.flow)[::-1][:25]:
        if not isinstance(block, Paragraph) or len(block.text) > 1500:
            continue
        text = block.text
        for match in _END.finditer(text):
            sentence_end = re.search(r"(?<![ap])\.(?=\s+[A-Z]|$)", text[match.start() :])
            stop = match.start() + sentence_end.end() + 4 if sentence_end else len(text)
            clock = [t for s, _, t in times_in(text) if match.start() - 60 <= s <= stop]
            if clock:
                facts.ended_at = _evening(clock[-1], facts.starts_at, text[match.start() :])
                facts.read(block.passage)
                return


def _evening(ended: time, began: time | None, text: str) -> time:
    """'7.00pm' to '8.45' ends in the evening."""
    if began is None or ended >= began or ended.hour >= 12 or _HALF.search(text):
        return ended
    later = ended.replace(hour=ended.hour + 12)
    return later if later >= began else ended


HEADER = Extractor(
    name="header",
    version=2,
    reads=frozenset(
        {
            "minutes",
            "meeting_page",
            "agenda",
            "front_page",
            "report",
            "decision_notice",
            "action_log",
        }
    ),
    find=find_header,
)
