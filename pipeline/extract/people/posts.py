"""One person of a list with the post beside the name: 'Jo Bloggs – Head of Finance'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.grammar.initials import are_initials, without_own_letters
from pipeline.extract.grammar.names import (
    Person,
    honorific_of,
    is_councillor,
    is_name,
    parse_person,
)
from pipeline.lexicon import rule, words

PLURAL = rule("attendance", "plural_honorific")
"""Honorifics that stand for all the names after them."""
_CIVIC = rule("attendance", "civic")
"""Offices that an elected member can hold."""
_ABBREVIATED = re.compile(r"[A-Z]{2,4}")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,4}[A-Z]?|(?:[A-Z]\.){1,3}[A-Z]")
"""A post of letters with dots between: 'S.E.E.'."""
_SPOKEN = re.compile(r"(?=[A-Z]*[AEIOUY])(?![A-Z]*[B-DF-HJ-NP-TV-XZ]{3})[A-Z]{3,5}(?<![^AEIOU]C)")
"""Capitals that can be said, and don't end as a council's: 'ASKE', and not 'ERDC'."""
_NOTED = re.compile(r"(?<=\w)\s*[(\[{](?P<letters>[A-Z][A-Za-z.]{1,4})[)\]}]\s+(?=[A-Za-z])")
"""Letters in brackets between a name and a post: 'Jo Bloggs (JB) CHAIR'."""
_LETTERED = re.compile(r"\s(?P<letters>[A-Z]{2,3}[a-z]{0,2})(?=\s+[A-Z]|\s*$)")
"""The same without brackets: 'Jo Bloggs JB Chair'."""
_HYPHENED = re.compile(
    r"(?<=[a-z]{2})(?<!Vice)(?<!vice)(?<!\bco)[-–](?=(?:(?:Parish|Town|Vice)[\s-])?(?:Clerk|Chair\w*|Treasurer|Secretary)\b)"
)
"""'Jo Bloggs-Clerk': a post behind a hyphen."""
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|did|attended|gave|said)\b")
_BRACKET = re.compile(r"\((?P<who>[^()]{4,60})\)")
_APART = re.compile(r";\s*|(?<=\w{3})[.]\s+(?=[A-Z])|\)\s*[.,]?\s*")
_IN_CHAIR = rule("attendance", "in_chair_behind")
"""'Cllr A Ash in the Chair': who led, told behind the name without brackets."""
_JOINED = re.compile(r",\s*(?:and\s+|&\s+)?|\s(?:and|&)\s+")
_TAIL = rule("attendance", "after_names")
_ASIDE = rule("attendance", "aside")


@dataclass(frozen=True)
class Entry:
    """One person of a list: the person, the post printed beside the name, and where it stands."""

    person: Person
    role: str | None
    start: int
    end: int
    of: bool = False
    """The post is where the person comes from: 'Jo Bloggs of the LGA'."""


def held_by(entry: Entry, office: tuple[str, int] | None) -> Entry:
    """The entry with the post printed before it; a clerk's post is never a councillor's."""
    if office is None or entry.role:
        return entry
    post, start = office
    if is_councillor(entry.person.honorific) and not _CIVIC.search(post):
        return entry
    post = re.sub(r"^the\s+", "", post.strip(" :–-()"), flags=re.IGNORECASE)
    return Entry(entry.person, post, start, entry.end, entry.of)


def is_civic(post: str) -> bool:
    """Whether a post is one that councillors hold: 'the Mayor', 'Leader of the Council'."""
    return _CIVIC.search(post) is not None


def singular(honorific: str) -> str:
    """The honorific of one person: 'Councillor' for 'Councillors'."""
    single = re.sub(
        r"(?:alder|select|council)men\b",
        lambda m: m.group()[:-2] + "an",
        honorific,
        flags=re.IGNORECASE,
    )
    return re.sub(
        r"\b(councillor|cllr|coun|clr|commissioner|supervisor|trustee|director|governor|council(?:member|person)|member)s(\.?)(?=\s|$)",
        r"\1\2",
        single,
        flags=re.IGNORECASE,
    )


def entry_of(chunk: str, scope: str | None, start: int, end: int) -> Entry | None:
    """A chunk that names somebody, with the post that it prints before or after the name."""
    tail = _TAIL.search(chunk)
    inside = tail is not None and chunk.count("(", 0, tail.start()) > chunk.count(
        ")", 0, tail.start()
    )
    text = chunk if inside else _TAIL.sub("", chunk)
    led = _IN_CHAIR.search(text)
    if led is not None:
        person = parse_person(text[: led.start()], honorific=scope)
        if person is not None:
            return Entry(_known_singular(person), led.group().strip(" ,"), start, end)
    sure = (
        _behind_initials(text, scope, start, end)
        or _from_place(text, scope, start, end)
        or _dashed(text, scope, start, end)
    )
    if sure is not None:
        return sure
    outside = re.match(r"(?P<body>(?!NHS\b)[A-Z]{3,5})\s+(?=[A-Z][a-z]+\s+[A-Z][a-z]+$)", text)
    titled = outside is not None and (
        honorific_of(text)[0] is not None or honorific_of(text[outside.end() :])[0] is not None
    )
    if outside and not titled and parse_person(text[outside.end() :]) is not None:
        return Entry(Person(text[outside.end() :], None), outside["body"], start, end)
    held = re.fullmatch(r"\s*(?P<office>[^()]{4,40}?)\s*\((?P<person>[^()]+)\)\s*", text)
    if held and _CIVIC.search(held["office"]) and honorific_of(held["person"])[0]:
        person = parse_person(held["person"])
        if person is not None:
            return held_by(Entry(person, None, start, end), (held["office"], start))
    person = parse_person(text, honorific=scope)
    if person is not None and not _acronym(text):
        person = _known_singular(person)
        return Entry(person, None, start, end)
    return (
        _role_inside(text, scope, start, end)
        or _role_last(text, scope, start, end)
        or office_first(without_own_letters(text), start, end)
    )


def _from_place(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'Jo Bloggs of the LGA': where somebody comes from."""
    head, _, after = text.partition(" of ")
    if not after or "(" in head:
        return None
    person = parse_person(head, honorific=scope)
    if person is None or len(head.split()) < 2:
        return None
    if head.split()[-1].lower() in words("people", "role_words"):
        return None  # 'Jo Bloggs Head of Planning'
    place = re.sub(r"^the\s+", "", after.strip(" ,.)"))
    return Entry(person, place or None, start, end, of=True)


def _behind_initials(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'Jo Bloggs (JB) Head of Finance', 'Jo Bloggs JB Chair': the initials part name and post."""
    for pattern in (_NOTED, _LETTERED):
        match = pattern.search(text)
        if match is None or not are_initials(
            match["letters"], honorific_of(text[: match.start()])[1]
        ):
            continue
        known = parse_person(text[: match.start()], honorific=scope)
        if known is not None and " " in known.name:
            return _with_post(known, text[match.end() :].strip() or match["letters"], start, end)
    return None


def _with_post(person: Person, post: str, start: int, end: int) -> Entry:
    """The person with a post whose end tells for which item somebody came: '(item 3 only)'."""
    aside = re.search(r"\s*\(([^()]*)\)\s*$", post)
    if aside and _ASIDE.search(aside[1]):
        post = post[: aside.start()]
    return Entry(person, post.strip(" ,–-") or None, start, end)


def _dashed(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'Jo Bloggs – Head of Finance', 'Head of Finance: Jo Bloggs', 'Councillors: A Ash'."""
    text = _HYPHENED.sub(" - ", text)
    for dash in (" – ", " - ", " — ", ": ", " / "):
        head, sign, after = text.partition(dash)
        if sign and not (dash == " / " and _is_somebody(after)):
            inside = re.search(r"\(([^()]*)\)\s*$", after)
            beside = (inside[1],) if inside else ()
            post = after[: inside.start()].strip() if inside else after.strip(" ()")
            person = parse_person(head, honorific=scope)
            if person is not None and not _ABBREVIATED.fullmatch(head.strip()):
                person = Person(
                    person.name, person.honorific, person.brackets + beside, person.post_nominals
                )
                return Entry(person, post or None, start, end)
            person = parse_person(after)
            if person is not None and PLURAL.match(head.strip()):
                own = person.honorific or singular(head.strip())
                named = Person(person.name, own, person.brackets, person.post_nominals)
                return Entry(named, None, start, end)
            labelled = dash == ": " and " " not in head.strip() and " " in after.strip()
            if person is not None and (
                labelled or _ABBREVIATED.fullmatch(head.strip()) or not is_name(head)
            ):
                return Entry(person, head.strip(" ():") or None, start, end)
    return None


def _is_somebody(text: str) -> bool:
    """Whether what stands behind a slash is a person, or people: 'A Ash / B Birch'."""
    return any(parse_person(piece) is not None for piece in text.split(" / "))


def _acronym(text: str) -> bool:
    """Whether the last word is a post or a body: 'A Ash EDC', 'J Birch S.E.E.'."""
    tokens = re.sub(r"\([^()]*\)", "", text).split()
    dotted = len(tokens) > 1 and _DOTTED.fullmatch(tokens[-1].rstrip(","))
    if dotted and len(tokens) > (1 if len(tokens[0].rstrip(".")) == 1 else 2):
        return tokens[-1].strip(".,").lower() not in words("people", "post_nominals")
    if _is_loud_name(text):
        return False
    return (
        len(tokens) > 2
        and not text.isupper()
        and re.fullmatch(r"[A-Z]{2,5}", tokens[-1]) is not None
        and tokens[-1].lower() not in words("people", "post_nominals")
        and not tokens[-2].isupper()
    )


def _is_loud_name(text: str) -> bool:
    """Whether a councillor's surname is in capitals: 'Cllr Ada ASKE', and not 'Cllr Ash KCC'."""
    honorific, rest = honorific_of(re.sub(r"\([^()]*\)", "", text))
    given, _, surname = rest.strip(" ,.").partition(" ")
    return is_councillor(honorific) and given.istitle() and _SPOKEN.fullmatch(surname) is not None


def _role_inside(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'LCC Ward Member Cllr Jo Bloggs': a post, an honorific, a name."""
    for space in re.finditer(r"\s+", text):
        honorific, _ = honorific_of(text[space.end() :])
        weak = words("people", "weak_honorifics")
        if honorific is None or {honorific.lower(), honorific.split()[0].lower()} & weak:
            continue
        before = text[: space.start()].strip(" ,–-")
        if before.split()[-1].lower() in {"of", "for", "to", "by", "from", "with", "and", "&"}:
            continue
        person = parse_person(text[space.end() :], honorific=scope)
        if person is None:
            return _role_last(text[space.end() :], scope, start, end)
        post = re.sub(r"^(?:the|our)\s+", "", before, flags=re.IGNORECASE)
        return Entry(_known_singular(person), post.strip("()") or None, start, end)
    return None


def _role_last(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'Mr A B Ash Deputy Clerk', 'Jo Bloggs EDC': a name, then a post without a comma."""
    honorific, rest = honorific_of(text)
    tokens = rest.split()
    roles = words("people", "role_words")
    first = next(
        (
            at
            for at, t in enumerate(tokens)
            if t.lower().strip(".,") in roles
            or t.startswith("(")
            or (at >= 2 and re.fullmatch(r"[A-Z]{2,5}", t) and not text.isupper())
            or (at >= 2 and _DOTTED.fullmatch(t))
            or (at >= 1 and honorific and len(t) > 2 and "." not in t and not is_name(t.strip(",")))
        ),
        None,
    )
    if first is None or first == 0 or tokens[first].startswith("("):
        return None
    if first == 3 and tokens[3].lower() in words("people", "of_areas") and is_name(tokens[0]):
        first = 2  # 'Ada Ash Heronshire County Council': the name of the area is not hers
    initials = 0
    while initials < first and re.fullmatch(r"(?:[A-Z]\.?){1,3}", tokens[initials]):
        initials += 1
    size = initials + 1 if initials else min(first, 3)
    name, post = " ".join(tokens[:size]), " ".join(tokens[size:])
    known = honorific or scope
    if size > first or (size == 1 and honorific is None) or not is_name(name):
        return None
    if _ABBREVIATED.fullmatch(tokens[0]) and len(tokens[0]) > 2 and not text.isupper():
        return None
    if size != first and not (initials and tokens[size][0].isupper()):
        return None
    person = parse_person(f"{honorific or ''} {name}", honorific=known)
    return _with_post(_known_singular(person), _bare(post), start, end) if person else None


def _bare(post: str) -> str:
    """A post without the marks around it; a bracket at its end stays where it was opened."""
    post = post.strip(" ,.:(")
    return post if "(" in post else post.rstrip(")")


def _known_singular(person: Person) -> Person:
    if person.honorific == "":
        return Person(person.name, None, person.brackets, person.post_nominals)
    if person.honorific and singular(person.honorific) != person.honorific:
        return Person(
            person.name, singular(person.honorific), person.brackets, person.post_nominals
        )
    return person


def office_first(text: str, start: int, end: int) -> Entry | None:
    """'Acting Corporate Director for Governance Jo Bloggs': a post, then the name at the end."""
    tokens = text.split()
    roles = words("people", "role_words")
    for size in (3, 2):
        if len(tokens) <= size:
            continue
        name, before = " ".join(tokens[-size:]), tokens[:-size]
        last = before[-1].lower().strip(",")
        if not is_name(name.strip(" .,")) or last in {
            "of",
            "for",
            "and",
            "to",
            "the",
            "in",
            "&",
            "nhs",
        }:
            continue
        spoken = [t.lower().strip(",.()") for t in before]
        if any(t in roles for t in spoken):
            person = parse_person(name)
            if person is None or (size == 3 and not is_name(" ".join(tokens[-3:]))):
                continue
            role = " ".join(before).strip(" ,")
            role = re.sub(r"^(?:the|our)\s+", "", role, flags=re.IGNORECASE)
            return Entry(person, role, start, end)
    return None


def after_posts(text: str, offset: int = 0) -> Iterator[Entry]:
    """The people who stand in brackets behind their posts: 'Director, Parks (Ms A Ash)'."""
    found = list(_behind_posts(text, offset))
    sure = sum(strict for _, strict in found)
    yield from (entry for entry, strict in found if strict or sure >= 2)


def _behind_posts(text: str, offset: int) -> Iterator[tuple[Entry, bool]]:
    """Each person in brackets, and whether what stands before could not end with a name."""
    last = 0
    for bracket in _BRACKET.finditer(text):
        before = text[last : bracket.start()]
        parts = [m.end() for m in _APART.finditer(before)]
        begin = last + (parts[-1] if parts else 0)
        begin = _behind_people(text, begin, bracket.start())
        post = re.sub(
            r"^(?:[\s,.;]|and\b|&)+|^the\s+", "", text[begin : bracket.start()], flags=re.IGNORECASE
        )
        named_so = re.search(r"\bthe\s+$", text[begin : bracket.start() - len(post)]) is not None
        begin = bracket.start() - len(post)
        last = bracket.end()
        person = _in_bracket(bracket["who"])
        civic = person is not None and is_councillor(person.honorific) and named_so
        if person is not None and (is_post(post.strip(" :–-")) or (civic and is_name(post))):
            role = re.sub(r"^the\s+", "", post.strip(" ,:–-"), flags=re.IGNORECASE)
            named = office_first(post.rpartition(",")[2], 0, 0) is not None
            yield Entry(person, role, begin + offset, bracket.end() + offset), not named


def _in_bracket(text: str) -> Person | None:
    honorific, rest = honorific_of(text)
    person = parse_person(text)
    if person is None or person.brackets or (text.isupper() and len(text.split()) == 1):
        return None
    titled = honorific is not None and honorific.lower() not in words("people", "weak_honorifics")
    return person if titled or len(rest.split()) >= 2 else None


def is_post(text: str) -> bool:
    """Whether a text holds a word of posts, and neither a person nor a verb."""
    spoken = [w.lower().strip(".,:()") for w in re.split(r"[\s/]+", text)]
    return (
        0 < len(spoken) <= 16
        and any(w in words("people", "role_words") for w in spoken)
        and not _VERB.search(text)
        and parse_person(text) is None
        and honorific_of(text)[0] is None
        and _role_inside(text, None, 0, 0) is None
    )


def _is_full_name(text: str) -> bool:
    plain = re.sub(r"\([^()]*\)", "", text).strip(" ,.")
    return len(plain.split()) > 1 and parse_person(plain) is not None


def _behind_people(text: str, begin: int, end: int) -> int:
    """Where the post before a bracket begins: after the last person between `begin` and `end`."""
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" ,.;"))
    pieces = list(_JOINED.finditer(text, begin, end))
    if pieces and _is_full_name(text[begin : pieces[0].start()]):
        # The last of 'Ada Ash, Bo Birch, the Clerk (Cy Cole)' is the post of the one in brackets.
        last = pieces[-1]
        before = text[pieces[-2].end() if len(pieces) > 1 else begin : last.start()]
        named = re.match(r"the\s+[A-Z]", text[last.end() : end])
        if named or _is_full_name(before):
            return last.end()
    for comma in reversed(list(re.finditer(r",\s*|\s(?:and|&)\s+", text[begin:end]))):
        start = max((text.rfind(sign, begin, begin + comma.start()) for sign in ",;"), default=-1)
        chunk = text[max(start + 1, begin) : begin + comma.start()].strip()
        if honorific_of(chunk)[0] is not None and parse_person(chunk) is not None:
            return begin + comma.end()
    return begin
