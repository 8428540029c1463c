"""The body that the titles of a head name, where no statement of it does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.extract.grammar.dates import first_date
from pipeline.extract.grammar.titlecase import title_case
from pipeline.extract.header.body import SHORT, UNNAMED, is_title, name_above, set_body
from pipeline.extract.header.body_name import clean_name, without_sort, without_stamp
from pipeline.extract.header.facts import Facts
from pipeline.lexicon import rule

_BODY_WORD = rule("meetings", "body")
_GENERIC = rule("meetings", "generic_body")
_GOVERNS = rule("meetings", "governing_part")
_NOT_BODY = rule("meetings", "not_a_body")
_IS_BODY = rule("meetings", "meeting_is_body")
_LINE = rule("meetings", "meeting_line")
_TITLE_LABEL = rule("meetings", "title_label")
_WITHIN = rule("meetings", "minutes_within")
"""'Ash School Minutes of the Governing Body Meeting held ...', run on from a letterhead."""
_INITIALS = rule("meetings", "initials_title")
_PAGE_TITLE = rule("meetings", "page_title")
"""The line of a web page that names its meeting: 'Homes Panel - Tuesday, 4th May, 2027 7.00 pm'."""
_PAGE_KIND = rule("pages", "kind")
"""'Agenda and minutes': below it the page's title names whatever body it is."""
_SORT_FIRST = rule("meetings", "sort_before_body")
"""What sort of meeting it was, before a comma and the body: 'Budget Council, Council'."""
_AUTHORITY_FIRST = re.compile(
    r"london\s+borough|(?:city|town|village|township|borough|county)\s+of|.*\b(?:council|borough)$",
    re.IGNORECASE,
)
"""A title that names whose committee the title below it names."""
_MEMBERS = re.compile(r"(?<=\w)\s+members$", re.IGNORECASE)
"""'Minutes of the meeting of the Board members': of the board."""
_CAME = re.compile(
    r"\W*(?:\w+\s+){0,2}(?:present|in\s+attendance|attendees|apologies)\b", re.IGNORECASE
)
"""Below 'Present' stand those who came: 'Jo Bloggs, Ash District Council' is no title there."""
_NOTICE = re.compile(
    r"(?:The\s+)?(?P<kind>[A-Z][\w'’]*(?:\s+[A-Z][\w'’]*){1,6})\s+(?P<meeting>Meeting|Assembly)\s+"
    r"(?:will|is\s+to|was)\s+"
)


def body_from_titles(facts: Facts, head: Sequence[Passage]) -> None:
    """The body from title lines: the last one before the date, the authority's name apart."""
    if _from_page(facts, head) or _from_label(facts, head) or _from_line(facts, head):
        return
    came = next((at for at, p in enumerate(head[:8]) if at and _CAME.match(p.text)), 8)
    titles = [p for p in head[:came] if is_title(p.text) and not _WITHIN.search(p.text)]
    if titles:
        _from_titles(facts, head, titles)
    elif found := next(filter(None, map(_told, head)), None) or _of_a_kind(head):
        facts.body, source = found
        facts.read(source)


def _from_titles(facts: Facts, head: Sequence[Passage], titles: Sequence[Passage]) -> None:
    chosen = titles[0]
    below = clean_name(titles[1].text) if len(titles) > 1 else ""
    if below and _AUTHORITY_FIRST.match(titles[0].text.strip()):
        same = below.casefold() in clean_name(titles[0].text).casefold()
        if not same and not _GENERIC.fullmatch(below):
            chosen = titles[1]
            facts.authority = title_case(titles[0].text.strip())
    elif _GOVERNS.match(below) and head.index(titles[1]) == head.index(chosen) + 1:
        # 'ASH TOWNSHIP' over 'BOARD OF TRUSTEES MEETING'.
        facts.body = title_case(f"{clean_name(chosen.text)} {below}")
        facts.read(chosen)
        facts.read(titles[1])
        return
    chosen = _in_full(clean_name(chosen.text), titles) or chosen
    above = name_above(head, chosen)
    set_body(facts, clean_name(f"{above.text.strip()} {chosen.text}" if above else chosen.text))
    for line in (above, chosen):
        if line is not None:
            facts.read(line)


def name_in_full(facts: Facts, head: Sequence[Passage]) -> None:
    """Take the name in full that a line of the head has for 'Committee' or 'Board members'."""
    if facts.body is None or (short := _GENERIC.fullmatch(_MEMBERS.sub("", facts.body))) is None:
        return
    kind = short["kind"]
    titles = [p for p in head if is_title(p.text)]
    full = _in_full(kind, [p for p in titles if not _GENERIC.fullmatch(clean_name(p.text))])
    if full is not None:
        set_body(facts, clean_name(full.text))
        facts.read(full)


def _in_full(name: str, titles: Sequence[Passage]) -> Passage | None:
    """The title that says a name in full: 'Ash Trust Governing Body' for 'Governing body'."""
    ending = " " + name.casefold()
    return next((t for t in titles if clean_name(t.text).casefold().endswith(ending)), None)


def _told(line: Passage) -> tuple[str, Passage] | None:
    """The body that a line names which is no title: a notice, a letterhead run on, initials."""
    text = line.text
    if (match := _NOTICE.match(text)) is not None and _IS_BODY.search(match["kind"]):
        return title_case(f"{match['kind']} {match['meeting']}"), line
    if (match := _WITHIN.search(text)) is not None:
        return title_case(clean_name(match["body"] or match["above"])), line
    if (match := _INITIALS.match(text)) is not None:
        return match["body"], line
    # 'TMG 14 November 2024': a group known by its initials.
    short = without_stamp(text).strip()
    if SHORT.fullmatch(short) and first_date(text):
        return short, line
    return None


def _of_a_kind(head: Sequence[Passage]) -> tuple[str, Passage] | None:
    """'Minutes Annual Parish Council Meeting 4 May 2027': what kind of body met, and no more."""
    for passage in head[:8]:
        match = _LINE.match(passage.text) if first_date(passage.text) else None
        named = _GENERIC.fullmatch(clean_name(match["body"])) if match else None
        if named is not None and " " in named["kind"]:
            return named["kind"].title(), passage
    return None


def _from_page(facts: Facts, head: Sequence[Passage]) -> bool:
    """'Virtual Meeting, Council - Monday 20 July 2027 7.00 pm', as a page prints it."""
    for at, passage in enumerate(head[:8]):
        match = _PAGE_TITLE.match(passage.text)
        if match is None:
            continue
        below_kind = at > 0 and _PAGE_KIND.fullmatch(head[at - 1].text)
        if not (_BODY_WORD.search(match["body"]) or below_kind):
            continue
        name = match["body"]
        _, _, last = name.rpartition(", ")
        # 'Extraordinary Meeting - Council - Town Hall, Ash, Council': its title, and the body.
        twice = _BODY_WORD.search(last) is not None and name.count(last) > 1
        set_body(facts, clean_name(last if twice else _SORT_FIRST.sub("", name)))
        facts.read(passage)
        return True
    return False


def _from_label(facts: Facts, head: Sequence[Passage]) -> bool:
    """'Title of meeting' and beside it the body, in cells or after a colon."""
    for at, passage in enumerate(head):
        match = _TITLE_LABEL.match(passage.text)
        if match is None:
            continue
        value = (match["value"] or "").strip()
        cell = head[at + 1] if not value and at + 1 < len(head) else passage
        name = value or cell.text
        named = _BODY_WORD.search(name) or name.endswith("AGM")
        if named and len(name) < 110 and first_date(name) is None:
            facts.body = title_case(clean_name(re.sub(r"\s+[-–—]\s+", " ", name)))
            facts.read(cell)
            return True
    return False


def _from_line(facts: Facts, head: Sequence[Passage]) -> bool:
    """'Ash and Elm Parish Council – Ordinary meeting Tuesday 5 June 2027, 7.30pm'."""
    for passage in head[:8]:
        match = _LINE.match(passage.text) if first_date(passage.text) else None
        if match is None or len(passage.text) > 220 or UNNAMED.match(passage.text):
            continue
        name = without_sort(clean_name(match["body"]))
        if not name or _GENERIC.fullmatch(name) or _NOT_BODY.match(name):
            continue
        full = _in_full(name, [p for p in head[:8] if is_title(p.text)]) or passage
        set_body(facts, name if full is passage else clean_name(full.text))
        facts.read(full)
        return True
    return False
