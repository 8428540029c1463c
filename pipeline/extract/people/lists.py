"""Lists of people as minutes run them on: who is named, with which post, where in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.grammar.initials import are_initials
from pipeline.extract.grammar.names import (
    Person,
    honorific_at,
    honorific_of,
    is_councillor,
    is_name,
    parse_person,
)
from pipeline.extract.people.flattened import read_flattened
from pipeline.extract.people.list_signs import brackets_closed, half_of_couple, slashes_apart
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
from pipeline.extract.people.runs import in_pairs, posts_follow, run_apart
from pipeline.lexicon import rule, words

_AND = rule("attendance", "names_joined")
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
_STOP = re.compile(r"(?:[a-z]{4}|\))\.$")
"""A full stop after a whole word or a bracket: 'A Ash, B Birch. C Cole'."""
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
_IN_CHAIR = rule("attendance", "in_chair_behind")
_BRACKET_THEN_NAME = re.compile(r"\([^()]*\)(?=\s+[A-Z])")
"""'Ash (Chair) Birch (Clerk)': a bracket that the comma behind it was lost of."""
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_COUNTED = rule("attendance", "counted")
_NOBODY = rule("attendance", "nobody")
"""What follows an 'and' in a list but gives no name."""


def entries(text: str, offset: int = 0, *, surnames: bool = False) -> Iterator[Entry]:
    """The people of a run-in list, in order, with their place in `text` moved by `offset`.

    With `surnames`, a single name counts as a person: the text around says that people are listed.
    """
    for entry in read_flattened(text, list(_parted(text, 0, surnames=surnames))):
        yield replace(entry, start=entry.start + offset, end=entry.end + offset)


def _parted(text: str, offset: int, *, surnames: bool) -> Iterator[Entry]:
    """The people of a list whose signs part them."""
    text = slashes_apart(brackets_closed(text.replace(" + ", " ; ")))
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
    single = _is_single(text)
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
        found = entry_of(chunk, scope, begin + offset, end + offset) or half_of_couple(
            text, begin, end, offset
        )
        posted = found and current and single and honorific is None
        if found and (
            _is_acronym(found.person, text)
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
            if ((leads and not joined) or named_next) and _is_office(chunk):
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


def _with_posts_behind(text: str) -> list[tuple[int, int]]:
    """The pieces of a list, without a post at its head that is nobody's.

    'Legal Manager, Ms A Ash, Clerk and Mr B Elm, Treasurer' prints its posts behind the names.
    """
    pieces = list(_pieces_apart(text))
    chunks = [text[start:end] for start, end in pieces]
    named = [honorific_of(c)[0] is not None and parse_person(c) is not None for c in chunks]
    nobodys = (
        len(chunks) > 3
        and len(chunks) == 2 * sum(named) + 1
        and all(named[1::2])
        and all(_is_office(c) for c in chunks[::2])
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


def _pieces_apart(text: str) -> Iterator[tuple[int, int]]:
    """The chunks of a list, those that run several people together taken apart."""
    follow = posts_follow(text)
    chunks = list(_chunks(text))
    pairs = in_pairs([text[start:end] for start, end in chunks])
    for start, end in chunks:
        for a, b in run_apart(text[start:end], follow=follow, pairs=pairs):
            yield from _piece(text, start + a, start + b)


def _is_acronym(person: Person, text: str) -> bool:
    """'EDC' or 'JMS' in text that isn't all capitals: a body or initials, no surname."""
    return _ABBREVIATED.fullmatch(person.name) is not None and not text.isupper()


def _is_post_behind(text: str, at: int, chunk: str) -> bool:
    """'Tenant Involvement Officer' behind 'Jo Bloggs,': two capitals before a post are no name."""
    return text[:at].rstrip()[-1:] == "," and _POST_BEHIND.fullmatch(chunk.strip(" .")) is not None


def _marks_next(text: str, chunk: str, at: int) -> bool:
    """Whether '(Chair)' stands before the one it is said of: '(Chair) A Ash; (Vice) B Birch'."""
    return _MARK.fullmatch(chunk) is not None and text[:at].rstrip()[-1:] in {"", ";", ",", ":"}


def _is_office(chunk: str) -> bool:
    """Whether a chunk before any name is the post of the one named next: 'The Town Clerk'."""
    spoken = [w.lower().strip(".,:()") for w in re.sub(r"['’]s\b", "", chunk).split()]
    roles = words("people", "role_words")
    return (
        0 < len(spoken) <= 8
        and (any(w in roles for w in spoken) or spoken[-1] == "mayor")
        and spoken[-1] not in {"councillors", "members"}
    )


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


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces between commas, semicolons, 'and' and new honorifics, none inside brackets."""
    start, depth, at = 0, 0, 0
    while at < len(text):
        char = text[at]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            joint = _AND.match(text, at)
            if char in ",;\n·•" and not re.match(r",\s*(?:and|&)\s", text[at:]):
                yield from _piece(text, start, at)
                start = at + 1
            elif joint and (
                (not _is_phrase(text, start, at) and _begins_person(text[joint.end() :]))
                or (text[at - 1] in ")]" and parse_person(text[start:at]) is not None)
            ):
                yield from _piece(text, start, at)
                start = at = joint.end()
                continue
            elif char in ",;·•":
                yield from _piece(text, start, at)
                start = at + 1
                joint = _AND.match(text, at + 1)
                if joint:
                    start = at = joint.end()
                    continue
            elif char == " " and at > start and _is_apart(text, start, at):
                yield from _piece(text, start, at)
                start = at + 1
        at += 1
    yield from _piece(text, start, len(text))


def _is_phrase(text: str, start: int, at: int) -> bool:
    """Whether the 'and' at `at` stands within an office: 'Police and Crime Commissioner'.

    'Parks and Rivers Manager Jo Ash' opens a list, or follows a semicolon: before its 'and' nobody
    is named yet, whose post it could be.
    """
    if re.search(r"\bpolice$", text[:at], re.IGNORECASE):
        return True
    piece = text[start:at].strip()
    first = text[:start].rstrip()[-1:] in {"", ";"} and not piece.startswith("the ")
    following = re.split(r"[,;(]|\sand\s", text[at:].strip().removeprefix("and "), maxsplit=1)[0]
    return (
        first
        and _is_office(piece)
        and parse_person(piece) is None
        and office_first(piece, 0, 0) is None
        and honorific_of(following.strip())[0] is None
        and office_first(following.strip(), 0, 0) is not None
    )


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " ,;.:\n–-·•":
        start += 1
    while end > start and text[end - 1] in " ,;\n":
        end -= 1
    dangling = re.search(
        r"\s(?:and|&|(?:together\s+|along\s+)?with|plus|as well as)$", text[start:end]
    )
    if dangling:
        end = start + dangling.start()
    if start < end:
        yield start, end


def _begins_person(text: str) -> bool:
    """Whether a person, or a post with a person, begins here: 'Strategy and Policy' does not."""
    first = re.split(
        r"[,;(]|(?<=[a-z]{4})\.\s|\s(?:and|&|of|for|from|was|were|had|who|attended|declared)\s|\s[–-]\s",
        text,
        maxsplit=1,
    )[0].strip()
    first = first.rstrip(".")
    initialled = re.match(r"(?:[A-Z]\.? ?){1,3}(?P<name>[A-Z][a-z'’-]+)\b", first)
    if parse_person(first) is not None or (initialled and is_name(initialled["name"])):
        return True
    if _NOBODY.match(text) or (text and honorific_at(text, 0)):
        return True
    if is_name(first) and len(first.split()) <= 2:
        return True
    return office_first(re.split(r"[,;(]|\sand\s", text, maxsplit=1)[0], 0, 0) is not None


def _is_apart(text: str, start: int, at: int) -> bool:
    """Whether a person ends at a blank: at a full stop, or before a new honorific."""
    stop = _STOP.search(text, start, at)
    if stop is not None:
        title, _ = honorific_of(f"{text[:at].rsplit(maxsplit=1)[-1]} X")
        if title is None or title.strip(".").lower() in words("people", "office_honorifics"):
            return True  # 'A Ash, Clerk. B Birch': a post behind a name ends there as well
    return _new_honorific(text, start, at)


def _new_honorific(text: str, start: int, at: int) -> bool:
    """A new honorific where the comma before it is missing ('A Name (Chair) Cllr B Name')."""
    own, _ = honorific_of(text[start:])
    if own is not None and len(own) > at - start:
        return False  # 'Depute Lord Provost' is one honorific
    honorific, _ = honorific_of(text[at + 1 :])
    if honorific is None or honorific.lower() in words("people", "weak_honorifics"):
        # 'D Reed (Chair) M Ash': a bracket closes, another name begins.
        return (
            text[at - 1] in ")]"
            and parse_person(text[start:at]) is not None
            and bool(re.match(r"[A-Z]", text[at + 1 : at + 2]))
            and is_name(re.split(r"[,;(]|\sand\s", text[at + 1 :], maxsplit=1)[0].strip(" ."))
        )
    before = text[start:at].strip()
    if re.match(r"(?:parish |town )?clerk\s+[A-Z]", text[at + 1 :], re.IGNORECASE):
        return parse_person(before, honorific="Mr") is not None
    if not before or honorific_of(before + " X")[1] == "X":
        return False
    before = _IN_CHAIR.sub("", re.split(r"\s[–-]\s", before, maxsplit=1)[0])
    return parse_person(before) is not None or text[at - 1] in ")]"
