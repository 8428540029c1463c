"""Headings of lists of people, alone, before a list or within a paragraph: what each opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import parse_person
from pipeline.extract.grammar.sentences import sentences
from pipeline.extract.people.list_signs import vice_joined
from pipeline.extract.people.lists import are_surnames, entries
from pipeline.lexicon import ordered, rule

_INLINE = rule("attendance", "heading_in_line")
_WHOLE = re.compile(r"^[\w\s,/&()\[\]'’-]{3,70}:?$")
_THEN_NAMES = re.compile(r"(?:[A-Z]{4,}\s)+[A-Z][a-z]+\s[A-Z][a-z]+\s[A-Z(]")
"""Names on the line of a heading in capitals: 'PRESENT Ann Ash AA'."""
_ATTENDED = rule("attendance", "attended")
_LED = rule("attendance", "led_heading")
_PROSE = rule("attendance", "prose")
_TOLD = rule("attendance", "no_list")
_MISSING = rule("attendance", "said_absent")
_SORRY = rule("attendance", "apologies_told")
"""'A Ash and B Birch. Apologies were received from C Cole': another list."""
_NUMBERED = re.compile(
    r"(?<=[\w.)])\s+\d{1,3}(?:[.)]\s*(?=[A-Z])|\s+(?=Apolog(?:y|ies)\b|APOLOG(?:Y|IES)\b))"
)
_COUNTED = rule("attendance", "counted")
_AT_END = rule("attendance", "heading_at_end")
"""A heading that the line break before it was lost to: 'Cy Cole and Di Dell In attendance'."""
_CLERK = re.compile(r"(?:(?:Parish|Town|Community)\s+)?Clerk$")
"""'A Ash; B Birch Parish Clerk: C Cole': the heading behind names whose line break was lost."""
_LETTERS = re.compile(r"\s\(?(?P<letters>[A-Z]{2,3}[a-z]{0,2})\)?(?=\s)")
_POST_BEHIND = re.compile(r"\W*(?:[A-Z]\.?\s?){1,3}\s?[A-Z][a-z][\w'’-]*\s*,\s")
"""'C Cole, Deputy Clerk': a person with a post."""
_OPEN = rule("attendance", "heading_runs_on")
_KEPT = re.compile(r"(?:members?|councillors?)\W*", re.IGNORECASE)
"""A heading that is the honorific of all the names after it."""
_BODY = re.compile(r"(?:Panel|Board|Committee|Group|Trustees|Directors)")
"""'Panel: Jo Bloggs, A Ash (Chair)': those who came, under what they are together."""
_POST_HEADING = rule("attendance", "post_heading")
_COMES = re.compile(r"\b(?:present|attend\w*|substitut\w*|bresennol|presennol)\b", re.IGNORECASE)
"""A heading that says itself whether those below it came."""
_SLASHED = re.compile(r"(?P<head>[A-Z][a-z]+(?:\s[A-Za-z]+){0,4})\s+/\s+(?=[A-Z])(?![^,/]{0,40}:)")
"""'By invitation / Mrs A Ash / Engineer': a heading in a table whose cells slashes part."""
GROUP = rule("attendance", "group_label")
"""'Labour: A Ash, B Birch': a part of the list, by party or by ward."""
_BOARD_OF = re.compile(
    r"\b(?:board|court|council|body|meeting)\s+of\s+(?:the\s+)?(?:trustees|governors|directors|members)\W*"
    r"(?:\W+(?:minutes|meeting)\b.*)?$",
    re.IGNORECASE,
)
"""'Ash Board of Trustees', the body itself above its minutes: no heading of a list."""
_BODY_NAMED = re.compile(
    r"(?!(?i:Members|Councillors|Present|Also|Other|Officers|In\s|Those|Apolog))(?:[A-Z&][\w’'-]*,?\s+|and\s+|of\s+|for\s+|the\s+){2,}"
    r"(?:Committee|Council|Board|Panel|Forum|Commission)"
)
"""'Parks and Public Ponds Committee', the body itself."""
_DASH = re.compile(r"\s[-–—]\s")
_SPACED = re.compile(r"(?:[A-Z]\s){5,}[A-Z]")
_IN_ATTENDANCE = re.compile(r"(\w*?)INATTENDANCE$")
_ADDRESSED = re.compile(r"\W*(?:to|from|cc)\s*:", re.IGNORECASE)
"""'To: All Members of the Council' says who is written to, and not who came."""


@dataclass(frozen=True)
class List:
    """The list that a heading opens."""

    status: str
    grouping: str
    chair: bool = False
    """Whether the heading names who led the meeting: 'In the Chair:'."""


def headings(text: str) -> Iterator[tuple[int, int, List]]:
    """Headings in a paragraph: where each begins, where its list begins, and what it opens."""
    text = vice_joined(text)
    named = _BOARD_OF.search(text) is not None and not _COMES.search(text) and text[-1:] != ":"
    named = named or _BODY_NAMED.fullmatch(text.strip()) is not None
    if named or _ADDRESSED.match(text) or _COUNTED.fullmatch(text.strip(" .")):
        return  # 'One member of the public' heads no list
    apart = _set_apart(text)
    if apart is not None:
        yield 0, *apart
        return
    bare = re.sub(r"\s*:[\s,.;–-]*$", ":", text)
    came = _ATTENDED.search(bare)
    sentence = came is not None and looks_listed(bare[: came.start()])
    alone = _WHOLE.match(bare) and len(bare.split()) <= 9 and not _names_behind(bare)
    if sentence and not bare.endswith(":"):
        return  # 'Ann Ash, Bo Birch and Cy Cole were in attendance'
    whole = list_of(bare) if alone else None
    if whole is not None and (bare.endswith(":") or is_heading_only(bare)):
        yield 0, len(text), whole
        return
    any_inline = False
    ending = _AT_END.search(text)
    if ending is not None and looks_listed(text[: ending.start()]):
        text = text[: ending.start()]
    for match in _INLINE.finditer(text):
        heading = match["heading"] or match["mid"]
        begin = match.start()
        clerk = _CLERK.search(heading)
        if clerk and clerk.start() and looks_listed(heading[: clerk.start()]):
            begin, heading = begin + clerk.start(), clerk.group()
        kind = list_of(heading)
        if kind is None and _BODY.fullmatch(heading) and looks_listed(text[match.end() :]):
            kind = List("present", "member")
        if kind is not None and parse_person(heading) is None and not begins_with_initials(heading):
            any_inline = True
            yield begin, match.end(), kind
    if not any_inline:
        opening = _OPEN.match(text)
        kind = list_of(opening.group()) if opening else None
        keep = opening and _KEPT.fullmatch(opening.group()) is not None
        names = text[opening.end() :] if opening and not keep else text
        told = keep and (_TOLD.search(text) or _ATTENDED.search(text)) is not None
        if opening and kind and not told and parse_person(text) is None and looks_listed(names):
            yield 0, 0 if keep else opening.end(), kind
    last = list_of(ending["heading"]) if ending is not None else None
    if ending is not None and last is not None and len(text) == ending.start():
        yield ending.start("heading"), ending.end(), last


def _names_behind(text: str) -> bool:
    """Whether names stand on the line of a heading: 'PRESENT Ann Ash AA', 'Present - Ann Ash'."""
    if _THEN_NAMES.match(text):
        return True
    pieces = _DASH.split(text)
    named = parse_person(pieces[1]) if len(pieces) > 1 else None
    return named is not None and " " in named.name


def _unspaced(text: str) -> List | None:
    """What a heading opens whose letters are set apart: 'P R E S E N T'."""
    letters = text.strip(" :-")
    if _SPACED.fullmatch(letters) is None:
        return None
    tight = letters.replace(" ", "")
    return list_of(_IN_ATTENDANCE.sub(r"\1 in attendance", tight).strip())


def _set_apart(text: str) -> tuple[int, List] | None:
    """Where the list begins behind a heading that a wide gap or a slash sets apart, and its kind.

    'In Attendance    Clerk, J Ash', 'By invitation / Mrs A Ash / Engineer'; one whose letters are
    set apart stands alone: 'P R E S E N T'.
    """
    tight = _unspaced(text)
    if tight is not None:
        return len(text), tight
    head, gap, rest = text.partition("\n")
    plain = gap and ":" not in head.rstrip(": ") and len(head.split()) <= 4
    slashed = _SLASHED.match(text)
    if slashed:
        head, rest, plain = slashed["head"], text[slashed.end() :], True
    kind = list_of(head) if plain and is_heading_only(head) else None
    return (len(text) - len(rest), kind) if kind is not None and looks_listed(rest) else None


def is_heading_only(text: str) -> bool:
    """Whether a line is a heading and not itself a person ('Councillor A Name')."""
    if parse_person(text) is not None and not text.isupper():
        return False
    opening = _OPEN.match(text)
    if opening and parse_person(text[opening.end() :]) is not None:
        return False  # 'Presiding P Birch'
    if re.search(r"[A-Z][a-z]+\s*\([A-Z]{2,3}\)", text) or begins_with_initials(text):
        return False
    if _POST_BEHIND.match(text):
        return False
    # 'Clerk Jo Bloggs, A Ash Heron Council': a post, its name, and somebody else.
    people = [e for e in entries(text) if e.person.honorific or (e.role and "," in text)]
    return not people


def begins_with_initials(text: str) -> bool:
    """Whether a text begins with a person and that person's own initials: 'Jo Bloggs JB Lead'."""
    match = _LETTERS.search(text)
    if match is None:
        return False
    person = parse_person(text[: match.start()])
    return person is not None and are_initials(match["letters"], person.name)


def looks_listed(text: str) -> bool:
    """Whether people make up most of a text."""
    text = _COUNTED.sub("", GROUP.sub("", text))
    if are_surnames(text):
        return True
    people = [e for e in entries(text) if len(e.role or "") <= 90]
    covered = sum(e.end - e.start for e in people)
    return bool(people) and covered >= 0.5 * len(text)


def list_of(heading: str) -> List | None:
    """What a heading opens, by the lexicon; None where it opens no list of people."""
    for told, meaning in ordered("people", "lists"):
        if told.search(heading):
            led = _LED.match(heading) is not None
            return List(meaning["status"], meaning.get("grouping", "member"), led)
    return None


def within(outer: List | None, inner: List, heading: str) -> List:
    """What a heading opens that stands under another: 'Councillors:' below 'Apologies:'.

    It says which group is listed; that they did not come, the heading above it says.
    """
    if outer is None or outer.status == "present" or _COMES.search(heading):
        return inner
    if inner.status != "present":
        return inner
    return List(outer.status, outer.grouping if inner.grouping == "attending" else inner.grouping)


def post_of(heading: str) -> str | None:
    """The post of the one who follows, where a heading is one: 'Parish Clerk: Mrs A Ash'."""
    text = heading.strip(" :–—-\n")
    return text if _POST_HEADING.fullmatch(text) else None


def list_end(text: str, start: int, end: int) -> int:
    """Where the list that begins at `start` ends: before a numbered item or a sentence of prose."""
    numbered = _NUMBERED.search(text, start)  # the capital after it may stand beyond `end`
    if (
        numbered is not None
        and numbered.start() < end
        and not looks_listed(text[numbered.end() : numbered.end() + 40])
    ):
        end = numbered.start()
    for number, (begin, stop) in enumerate(sentences(text[start:end])):
        told = text[start + begin : start + stop]
        prose = _PROSE.search(told) and not looks_listed(told)
        if number and (_SORRY.search(told) or _MISSING.match(told) or prose):
            return start + begin
    return end
