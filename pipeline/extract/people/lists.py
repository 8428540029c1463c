"""Lists of people as minutes run them on: who is named, with which post, where in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import (
    Person,
    honorific_of,
    is_councillor,
    is_name,
    parse_person,
)
from pipeline.extract.people.flattened import read_flattened
from pipeline.extract.people.list_signs import half_of_couple, signs_set
from pipeline.extract.people.pieces import is_office, pieces_apart
from pipeline.extract.people.posts import (
    PLURAL,
    Entry,
    after_posts,
    entry_of,
    held_by,
    is_civic,
    office_first,
    singular,
)
from pipeline.lexicon import rule, words

_FROM = rule("attendance", "list_begins")
_SURNAME = re.compile(r"(?:[OD]['’]|Ma?c)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_OF_ONE = re.compile(
    rf"(?:(?:[Vv]an|[Vv]on|[Dd]e)\s(?:(?:[Dd]er|[Dd]en|[Ll]a)\s)?)?{_SURNAME.pattern}(?:\s[A-Z]\.?)?"
)
"""One of such a list: 'Ash', 'van Elm', and 'Joss B.' where two are called Joss."""
_ABBREVIATED = re.compile(r"[A-Z]{2,4}")
_ELSEWHERE = re.compile(r"\s*(?:County|District|Borough|City|Unitary)\s+C(?:ouncillor|llr)")
"""After a place: 'Heron County Councillor A Ash' names no post of the one before."""
_UPPER_TIER = re.compile(
    r"(?:the\s+)?(?:(?:County|District|Borough|City|Unitary|Ward)[\s/&]*){1,3}C(?:ouncillor|llr)\.?"
)
"""What a councillor of a larger council is called among those of a parish."""
_ONE_TITLE = re.compile(
    r"(?P<first>[A-Z]\w+\.?\s[A-Z][\w'’-]+)\s*(?:\([^()]*\)\s|(?:\([^()]*\))?,\s)(?P<rest>.{6,}\sand\s.+)"
)
"""One title before all the surnames: 'Councillor Ash (Chair), Birch, Cole and Dell'."""
_POST_BEHIND = rule("attendance", "post_behind")
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|did)\b")
_JOINT_BEHIND = re.compile(r"(?:[\s,;]+(?:and|&|the))+\s*$")
"""What joins a list to the last of it: 'A Ash, B Birch and the' before 'Clerk (C Cole)'."""
_MARK = re.compile(
    r"\((?:the\s+)?(?:(?:vice|deputy|acting)[ -])?(?:chair\w*|conven[eo]r)\)", re.IGNORECASE
)
"""'(Chair) Cllr A Ash; (Vice-Chair) Cllr B Birch': a mark of office before the name."""
_BRACKET_THEN_NAME = re.compile(r"\([^()]*\)(?=\s+[A-Z])")
"""'Ash (Chair) Birch (Clerk)': a bracket that the comma behind it was lost of."""
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_COUNTED = rule("attendance", "counted")
_LETTERED = re.compile(r"(?P<letters>[A-Z]{2,3})(?:\s*\((?P<note>[^()]*)\))?")
_LETTERS = re.compile(
    r"(?:^|[,;]\s*|\band\s+|&\s*)[A-Z]{2,3}(?=\s*(?:\([^()]*\)\s*)?(?:[,;.&]|and\b|$))"
)
_LEAST_LETTERED = 3
"""People of a list who are told by their initials: 'BW, CK, EH'."""


def entries(text: str, offset: int = 0, *, surnames: bool = False) -> Iterator[Entry]:
    """The people of a run-in list, in order, with their place in `text` moved by `offset`.

    With `surnames`, a single name counts as a person: the text around says that people are listed.
    """
    for entry in read_flattened(text, list(_parted(text, 0, surnames=surnames))):
        yield replace(entry, start=entry.start + offset, end=entry.end + offset)


def _parted(text: str, offset: int, *, surnames: bool) -> Iterator[Entry]:
    """The people of a list whose signs part them."""
    text = signs_set(text)
    at = 0
    for held in after_posts(text):
        before = _JOINT_BEHIND.sub("", text[at : held.start])
        yield from _run_on(before, offset + at, surnames=surnames)
        yield Entry(held.person, held.role, held.start + offset, held.end + offset)
        at = held.end
    yield from _run_on(text[at:], offset + at, surnames=surnames)


def are_surnames(text: str) -> bool:
    """Whether a list prints nothing but surnames: 'Ash, Birch (Chair), Cole and Dell'."""
    plain = re.sub(r"\([^()]*\)", "", _BRACKET_THEN_NAME.sub(";", text))
    plain = _COUNTED.sub("", plain).strip(" .;,")
    pieces = [p.strip() for p in re.split(r"[,;&]|\sand\s", plain) if p.strip()]
    alone = sum(_SURNAME.fullmatch(p) is not None for p in pieces)
    return (
        len(pieces) >= 3
        and 2 * alone > len(pieces)
        and all(_OF_ONE.fullmatch(p) and is_name(p) for p in pieces)
    )


def _shares_title(text: str) -> bool:
    """Whether a councillor's title at the head of a list is for all the surnames after it."""
    match = _ONE_TITLE.match(text.strip())
    return (
        match is not None
        and is_councillor(honorific_of(match["first"])[0])
        and are_surnames(match["rest"])
    )


def _run_on(text: str, offset: int, *, surnames: bool) -> Iterator[Entry]:
    surnames = surnames or _shares_title(text)
    scope: str | None = "" if surnames else None
    current: Entry | None = None
    # '2 members of the press' are nobody by name: they only part those who are.
    text = _COUNTED.sub(lambda m: ";" * len(m.group()), text)
    office: tuple[str, int] | None = None
    offices_first = False
    # Whether somebody was named under the title of the whole list, and whether that title goes on:
    # 'Cllrs A, Cllr B C, D' has one of the same kind, which ends no plural.
    used = inherited = False
    single, lettered = _is_single(text), len(_LETTERS.findall(text)) >= _LEAST_LETTERED
    for start, end in _with_posts_behind(text):
        chunk = text[start:end]
        lead = _FROM.match(chunk)
        begin = start
        if lead and 0 < lead.end() < len(chunk):
            begin += lead.end()
            chunk = text[begin:end]
            scope = None  # 'Councillors A and B and from C D': C D is no councillor
        honorific, _ = honorific_of(chunk)
        if honorific is not None:
            courtesy = honorific.casefold().strip(".") in _COURTESY
            kept = scope if scope and (is_councillor(honorific) or (courtesy and used)) else None
            of_all = _of_all(honorific)
            scope = singular(of_all) if of_all is not None else kept
            scope = "" if scope is None and surnames else scope
            inherited = kept is not None and of_all is None
            used = used and of_all is None
        elif (office and not is_civic(office[0])) or (
            inherited and len(re.sub(r"\([^()]*\)", "", chunk).split()) > 1
        ):
            # 'Cllrs A Ash, B Birch and the clerk, C Cole': she is no councillor
            scope, inherited = "" if surnames else None, False
        if PLURAL.match(chunk) and current is None:
            scope, used = singular(chunk), True  # 'Councillors, Mr A Ash, Mrs B Birch'
            continue
        found = (
            entry_of(chunk, scope, begin + offset, end + offset)
            or half_of_couple(text, begin, end, offset)
            or (_by_letters(chunk, begin + offset, end + offset) if lettered else None)
        )
        posted = found and current and single and honorific is None
        if found and (
            (_is_acronym(found.person, text) and not lettered)
            or (posted and current and (current.role or found.role))
            or (current and not current.role and _is_post_behind(text, begin, chunk))
        ):
            found = None
        if found is None:
            joined = re.search(r"(?:\band|&)\s*$", text[:start]) is not None
            leads = current is None or (offices_first and current.role is not None)
            # 'A, B and the Clerk, Mrs C', 'A, B and District Councillor, C'
            named_next = _marks_next(text, chunk, begin) or (
                joined and (chunk.startswith("the ") or _UPPER_TIER.fullmatch(chunk))
            )
            if ((leads and not joined) or named_next) and is_office(chunk):
                office, offices_first = (chunk, begin + offset), True
            elif not joined and not _ELSEWHERE.match(text, end):
                current = _with_role(current, chunk, end + offset)
            continue
        if current is not None:
            yield current
        used = used or bool(scope)
        current = held_by(found, office)
        office = None
    if current is not None:
        yield current


def _by_letters(chunk: str, start: int, end: int) -> Entry | None:
    """'BW (by phone)' in a list of people who are told by their initials alone."""
    match = _LETTERED.fullmatch(chunk.strip(" .,;"))
    if match is None or match["letters"].lower() in words("people", "post_nominals"):
        return None
    brackets = (match["note"],) if match["note"] else ()
    return Entry(Person(match["letters"], None, brackets), None, start, end)


def _with_posts_behind(text: str) -> list[tuple[int, int]]:
    """The pieces of a list, without a post at its head that is nobody's.

    'Legal Manager, Ms A Ash, Clerk and Mr B Elm, Treasurer' prints its posts behind the names.
    """
    pieces = list(pieces_apart(text))
    chunks = [text[start:end] for start, end in pieces]
    named = [honorific_of(c)[0] is not None and parse_person(c) is not None for c in chunks]
    nobodys = (
        len(chunks) > 3
        and len(chunks) == 2 * sum(named) + 1
        and all(named[1::2])
        and all(is_office(c) for c in chunks[::2])
    )
    return pieces[1:] if nobodys else pieces


def _of_all(honorific: str) -> str | None:
    """The honorific of a whole list: 'Councillors', and in 'Councillors Mrs Ash, Birch' too."""
    first = honorific.split(maxsplit=1)[0]
    return honorific if PLURAL.match(honorific) else first if PLURAL.match(first) else None


def _is_single(text: str) -> bool:
    """Whether a line names one person with an honorific, and then a post of up to two pieces."""
    honorific, rest = honorific_of(text)
    if honorific is None or PLURAL.match(honorific) or ";" in text or re.search(r"\sand\b", text):
        return False
    if honorific.lower() in words("people", "office_honorifics"):
        return False  # 'Clerk Jo Bloggs, A Ash': the post is told, and others follow
    pieces = rest.split(",")
    return 2 <= len(pieces) <= 3 and not any(honorific_of(p)[0] or _is_officer(p) for p in pieces)


def _is_officer(piece: str) -> bool:
    """'Secretary Jo Bloggs': one word of a post, and a name."""
    words_of = piece.split()
    return (
        3 <= len(words_of) <= 4 and words_of[0].istitle() and office_first(piece, 0, 0) is not None
    )


def _is_acronym(person: Person, text: str) -> bool:
    """'EDC' or 'JMS' in text that isn't all capitals: a body or initials, no surname."""
    return _ABBREVIATED.fullmatch(person.name) is not None and not text.isupper()


def _is_post_behind(text: str, at: int, chunk: str) -> bool:
    """'Tenant Involvement Officer' behind 'Jo Bloggs,': two capitals before a post are no name."""
    return text[:at].rstrip()[-1:] == "," and _POST_BEHIND.fullmatch(chunk.strip(" .")) is not None


def _marks_next(text: str, chunk: str, at: int) -> bool:
    """Whether '(Chair)' stands before the one it is said of: '(Chair) A Ash; (Vice) B Birch'."""
    return _MARK.fullmatch(chunk) is not None and text[:at].rstrip()[-1:] in {"", ";", ",", ":"}


def _with_role(current: Entry | None, chunk: str, end: int) -> Entry | None:
    """A chunk that names nobody is the post, or a post-nominal, of the person before."""
    text = re.sub(r"^\(([^()]*)\)$", r"\1", chunk.strip(" .,;:"))
    if current is None or not text or text.lower() in words("people", "post_nominals"):
        return current
    if text.lower() in {"the", "and", "our"} or are_initials(text, current.person.name):
        return current
    if re.match(r"(?:for\s+)?whom\b", text, re.IGNORECASE) or _VERB.search(text):
        return current
    if any(rule("attendance", told).match(text) for told in ("no_post", "said_of_all", "reason")):
        return current
    role = f"{current.role}, {text}" if current.role else text
    return Entry(current.person, role, current.start, end, current.of)
