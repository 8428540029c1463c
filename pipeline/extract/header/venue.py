"""Where a meeting was held: by a label, after 'held in' or the time, or on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.extract.grammar.dates import dates_in, first_date, times_in
from pipeline.extract.grammar.titlecase import title_case
from pipeline.extract.header.body import is_title
from pipeline.extract.header.facts import Facts
from pipeline.lexicon import rule

_HELD_IN = rule("meetings", "held_in")
_AFTER_TIME = rule("meetings", "venue_after_time")
_LINE = rule("meetings", "venue_line")
_OF_MEETING = rule("meetings", "venue_of_meeting")
_OPEN = re.compile(r"\b(?:meeting|assembly|session)\s+(?:at|in)(?:\s+the)?$", re.IGNORECASE)
"""'MINUTES OF THE MEETING AT' above the place: another paragraph, as it is set otherwise."""
_LABEL = rule("meetings", "venue_label")
_LABEL_WITHIN = rule("meetings", "venue_label_within")
_BARE_LABEL = rule("meetings", "venue_label_alone")
_PLACE = rule("meetings", "place")
_NOT_BODY = rule("meetings", "not_a_body")
_PEOPLE = rule("meetings", "head_of_people")
_MINUTES_OF = rule("meetings", "minutes_of")
_STATES = rule("meetings", "title_opening")
_CONTACT = rule("meetings", "contact")
_LISTED = rule("meetings", "listed_line")
_CAME = re.compile(r"\W*(?:\w+\s+)?(?:present|in\s+attendance|apologies)\b", re.IGNORECASE)
_OPENED = rule("meetings", "opened")
_VERB = rule("parts", "finite_verb")
_YEARLESS = rule("meetings", "day_and_month")
"""'held on 13 December at the Town Hall': the year stands elsewhere."""
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\b(?=\.?\s+\d))\b,?",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:(?:open|closed|public|private|executive|plenary)\s+(?:session|meeting)|public|private)$"
    r"|\d{1,2}(?:st|nd|rd|th)\b|(?:this|that|these|which)\b|p\.?\s?o\.?\s+box\b",
    re.IGNORECASE,
)
"""'held in Open Session', 'held on 1st and § ': how or when; 'PO Box': where letters go."""
_HOUR_BEHIND = re.compile(r"[\s,]*(?:\b(?:at|from)\s+)?§[\W\d]*$")
"""'Ash Hall at 7 pm': when, behind where."""
_OTHERWISE = re.compile(r":\s+\S|^\W*minute\b", re.IGNORECASE)
"""'Mill House: Jo Bloggs': a line that says something else, with a place in it."""
_MARKS = re.compile(
    r"§(?:(?:[\s,(]|\b(?:the|of|from|to|until|and|on|at)\b|[|–-])*§\)?)+", re.IGNORECASE
)
_BEFORE_MARK = re.compile(
    r"\b(?:on|at|from|of|commencing|starting)\s+(?:at\s+|the\s+)?§", re.IGNORECASE
)
_LINK = re.compile(r"[\s,;(–-]*\bhttps?://\S+.*$")
"""Where the meeting can be seen, after the place where it was held."""
_ALSO_REMOTE = re.compile(
    r",?\s+and\s+(?:also\s+)?(?:remotely|virtually|online|(?:via|by|through)\s+(?:video|teams|zoom|microsoft))"
    r"\b.*$",
    re.IGNORECASE,
)
"""How others took part, behind the place where the meeting was held."""
_REMOTE_FIRST = re.compile(r"^(?:virtual|online|remote)\s+meeting\s*,\s*(?=\S)", re.IGNORECASE)
"""'Virtual meeting, Zoom': how they met, before the means; 'Virtual meeting on Zoom' is one."""
_OWN_LABEL = re.compile(r"^(?:held\s+(?:at|in)|venue|place|location)\s*[:,]\s*", re.IGNORECASE)
"""'Held on: 4 May' and 'Held at: the Moot Hall' were read as one line."""
_HOW = re.compile(r"\s*\((?:online|virtual(?:ly)?|remote(?:ly)?|hybrid)\)$", re.IGNORECASE)
"""'Ponds Server (online)': how they met, behind the place."""
_TITLE_BEHIND = re.compile(r"\s+(?:draft\s+)?(?:minutes|agenda)$", re.IGNORECASE)
"""The title on the next line, that was run on to the place."""
_MOST = 130
"""Characters of a line that is only a place, at most."""


def read_venue(facts: Facts, head: Sequence[Passage], at: int) -> None:
    """Take the place that the passage `head[at]` states: by its label, or in a statement."""
    passage = head[at]
    match = _LABEL.match(passage.text) or _LABEL_WITHIN.search(passage.text)
    if match is not None:
        _set(facts, match["venue"], passage)
        return
    if _BARE_LABEL.fullmatch(passage.text) and at + 1 < len(head):
        _set(facts, head[at + 1].text, head[at + 1])
        return
    if facts.held_on or facts.body or _STATES.match(passage.text):
        text = marked(passage.text)
        if at and _OPEN.search(head[at - 1].text):
            text = f"meeting at {text}"
        patterns = ((_OF_MEETING, True), (_HELD_IN, False), (_AFTER_TIME, True), (_LINE, False))
        for pattern, sure in patterns:
            found = pattern.search(text)
            if (
                found
                and not _PEOPLE.match(found["venue"])
                and _is_place(found["venue"], named=sure)
            ):
                _set(facts, _with_article(text, found), passage)
                return


def read_place_of(facts: Facts, sentence: str, passage: Passage) -> None:
    """'... called the meeting to order at 6.30pm at the Town Hall': the place after the time."""
    if facts.venue is not None:
        return
    for found in _AFTER_TIME.finditer(marked(sentence)):
        if _is_place(found["venue"], named=True):
            _set(facts, found["venue"], passage)
            return


def _with_article(text: str, found: re.Match[str]) -> str:
    """'the Church' keeps its article: one word alone is no name."""
    venue = found["venue"].strip(" .,-–")
    article = re.search(r"\b(?:the|THE)\s+$", text[: found.start("venue")])
    return venue if " " in venue or article is None else f"{article.group()}{venue}"


def marked(text: str) -> str:
    """`text` with each stretch of weekdays, dates and times as one '§'."""
    spans = [(a, b) for a, b, _ in dates_in(text)]
    spans += [(a, b) for a, b, _ in times_in(text) if not _within(a, spans)]
    spans += [m.span() for m in _YEARLESS.finditer(text) if not _within(m.start(), spans)]
    spans += [m.span() for m in _DAY.finditer(text)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + "§" + text[end:]
    return _BEFORE_MARK.sub("§", _MARKS.sub("§", text))


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_place(venue: str, *, named: bool) -> bool:
    if _NO_PLACE.match(venue.strip(" .,")):
        return False
    known = _PLACE.search(venue) is not None
    short = len(venue.split()) <= 5 or venue.count(",") >= 1
    return (known or (short and not named)) and first_date(venue) is None and len(venue) > 3


def _set(facts: Facts, venue: str, *lines: Passage) -> None:
    venue = _ALSO_REMOTE.sub("", venue) or venue
    venue = _OWN_LABEL.sub("", venue)
    venue = _HOW.sub("", _REMOTE_FIRST.sub("", venue)) or venue
    venue = _TITLE_BEHIND.sub("", _LINK.sub("", venue)) or venue
    where = _HOUR_BEHIND.sub("", marked(venue))
    venue = where if where and "§" not in where else venue
    facts.venue = title_case(venue.strip(" .,:-–"))
    for line in lines:
        facts.read(line)


def read_place(facts: Facts, head: Sequence[Passage], at: int) -> None:
    """A line below the day that is a place: 'Committee Room 2, Town Hall'."""
    passage = head[at]
    text = passage.text
    if any(_CAME.match(p.text) or _OPENED.search(p.text) for p in head[:at]):
        return  # below those who came, or who opened the meeting, stands what was said
    dated = facts.held_on is not None and any(
        True for p in head[: at + 1] for _ in dates_in(p.text)
    )
    soon = at > 0 and is_title(head[at - 1].text)
    dated = dated or (soon and any(True for p in head[at + 1 : at + 3] for _ in dates_in(p.text)))
    plain = not list(dates_in(text)) and not _NOT_BODY.match(text) and len(text) < _MOST
    plain = plain and not _OTHERWISE.search(text) and not _NO_PLACE.match(text)
    if not (dated and plain and _PLACE.search(text) and "@" not in text and text[-1] != ":"):
        return
    if any(p.match(text) for p in (_MINUTES_OF, _PEOPLE)) or any(
        p.search(text) for p in (_CONTACT, _LISTED)
    ):
        return
    if is_title(text) and not re.search(r"\d|,", text):
        return
    if text.endswith(".") and _VERB.search(text):
        return  # somebody of that address spoke
    lines = [passage]
    for following in head[at + 1 : at + 3]:
        if following.bold == passage.bold and _goes_on(lines[-1].text, following.text):
            lines.append(following)
        else:
            break
    _set(facts, " ".join(p.text for p in lines), *lines)


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
