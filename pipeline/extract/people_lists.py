"""Lists of people as minutes run them on: who is named, with which post, where in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.names import Person, honorific_of, is_councillor, is_name, parse_person
from pipeline.extract.people_runs import posts_follow, run_apart
from pipeline.lexicon import rule, words

_PLURAL = rule("attendance", "plural_honorific")
_AND = rule("attendance", "names_joined")
_FROM = rule("attendance", "list_begins")
_CIVIC = rule("attendance", "civic")
"""Offices that an elected member can hold."""
_ABBREVIATED = re.compile(r"[A-Z]{2,4}")
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|did)\b")
_TAIL = rule("attendance", "after_names")


_COUNTED = rule("attendance", "counted")
_NOBODY = rule("attendance", "nobody")
"""What follows an 'and' in a list but gives no name."""


@dataclass(frozen=True)
class Entry:
    """One person of a list: the person, the post printed beside the name, and where it stands."""

    person: Person
    role: str | None
    start: int
    end: int
    of: bool = False
    """The post is where the person comes from: 'Jo Bloggs of the LGA'."""


def entries(text: str, offset: int = 0, *, surnames: bool = False) -> Iterator[Entry]:
    """The people of a run-in list, in order, with their place in `text` moved by `offset`.

    With `surnames`, a single name counts as a person: the text around says that people are listed.
    """
    scope: str | None = "" if surnames else None
    current: Entry | None = None
    # '2 members of the press' are nobody by name: they only part those who are.
    text = _COUNTED.sub(lambda m: ";" * len(m.group()), text)
    office: tuple[str, int] | None = None
    offices_first = False
    for start, end in _pieces_apart(text):
        chunk = text[start:end]
        lead = _FROM.match(chunk)
        begin = start
        if lead and 0 < lead.end() < len(chunk):
            begin += lead.end()
            chunk = text[begin:end]
            scope = None  # 'Councillors A and B and from C D': C D is no councillor
        honorific, _ = honorific_of(chunk)
        if honorific is not None:
            scope = _singular(honorific) if _PLURAL.match(honorific) else None
            scope = "" if scope is None and surnames else scope
        found = _entry(chunk, scope, begin + offset, end + offset)
        if found is not None and _is_acronym(found.person, text):
            found = None
        if found is None:
            joined = re.search(r"(?:\band|&)\s*$", text[:start]) is not None
            leads = current is None or (offices_first and current.role is not None)
            if leads and not joined and _is_office(chunk):
                office, offices_first = (chunk, begin + offset), True
            elif not (joined and _NOBODY.match(chunk)):
                current = _with_role(current, chunk, end + offset)
            continue
        if current is not None:
            yield current
        current = _held(found, office)
        office = None
    if current is not None:
        yield current


def _pieces_apart(text: str) -> Iterator[tuple[int, int]]:
    """The chunks of a list, those that run several people together taken apart."""
    follow = posts_follow(text)
    for start, end in _chunks(text):
        for a, b in run_apart(text[start:end], follow=follow):
            yield from _piece(text, start + a, start + b)


def _is_acronym(person: Person, text: str) -> bool:
    """'EDC' or 'JMS' in text that isn't all capitals: a body or initials, no surname."""
    return _ABBREVIATED.fullmatch(person.name) is not None and not text.isupper()


def _is_office(chunk: str) -> bool:
    """Whether a chunk before any name is the post of the one named next: 'The Town Clerk'."""
    spoken = [w.lower().strip(".,:") for w in re.sub(r"['’]s\b", "", chunk).split()]
    roles = words("people", "role_words")
    return (
        0 < len(spoken) <= 8
        and any(w in roles for w in spoken)
        and spoken[-1] not in {"councillors", "members"}
    )


def _held(entry: Entry, office: tuple[str, int] | None) -> Entry:
    """The entry with the post printed before it; a clerk's post is never a councillor's."""
    if office is None or entry.role:
        return entry
    post, start = office
    if is_councillor(entry.person.honorific) and not _CIVIC.search(post):
        return entry
    post = re.sub(r"^the\s+", "", post.strip(" :–-"), flags=re.IGNORECASE)
    return Entry(entry.person, post, start, entry.end, entry.of)


def _singular(honorific: str) -> str:
    single = re.sub(r"aldermen\b", lambda m: m.group()[:-2] + "an", honorific, flags=re.IGNORECASE)
    return re.sub(
        r"\b(councillor|cllr|coun|clr|commissioner|member)s(\.?)(?=\s|$)",
        r"\1\2",
        single,
        flags=re.IGNORECASE,
    )


def _entry(chunk: str, scope: str | None, start: int, end: int) -> Entry | None:
    """A chunk that names somebody, with the post that it prints before or after the name."""
    text = _TAIL.sub("", chunk)
    head, _, after = text.partition(" of ")
    if after and "(" not in head:
        person = parse_person(head, honorific=scope)
        if person is not None and len(head.split()) >= 2:
            place = re.sub(r"^the\s+", "", after.strip(" ,.)"))
            return Entry(person, place or None, start, end, of=True)
    dashed = _dashed(text, scope, start, end)
    if dashed is not None:
        return dashed
    outside = re.match(r"(?P<body>[A-Z]{3,5})\s+(?=[A-Z][a-z]+\s+[A-Z][a-z]+$)", text)
    if outside and parse_person(text[outside.end() :]) is not None:
        return Entry(Person(text[outside.end() :], None), outside["body"], start, end)
    held = re.fullmatch(r"\s*(?P<office>[^()]{4,40}?)\s*\((?P<person>[^()]+)\)\s*", text)
    if held and _CIVIC.search(held["office"]) and honorific_of(held["person"])[0]:
        person = parse_person(held["person"])
        if person is not None:
            return _held(Entry(person, None, start, end), (held["office"], start))
    person = parse_person(text, honorific=scope)
    if person is not None and not _acronym(text):
        person = _known_singular(person)
        return Entry(person, None, start, end)
    return (
        _role_inside(text, scope, start, end)
        or _role_last(text, scope, start, end)
        or _role_first(text, start, end)
    )


def _dashed(text: str, scope: str | None, start: int, end: int) -> Entry | None:
    """'Jo Bloggs – Head of Finance', 'Head of Finance: Jo Bloggs', 'Councillors: A Ash'."""
    for dash in (" – ", " - ", " — ", ": "):
        head, sign, after = text.partition(dash)
        if sign:
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
            if person is not None and _PLURAL.match(head.strip()):
                own = person.honorific or _singular(head.strip())
                named = Person(person.name, own, person.brackets, person.post_nominals)
                return Entry(named, None, start, end)
            if person is not None and (_ABBREVIATED.fullmatch(head.strip()) or not is_name(head)):
                return Entry(person, head.strip(" ():") or None, start, end)
    return None


def _acronym(text: str) -> bool:
    """Whether the last word is where somebody comes from: 'A Ash EDC'."""
    tokens = re.sub(r"\([^()]*\)", "", text).split()
    return (
        len(tokens) > 2
        and not text.isupper()
        and re.fullmatch(r"[A-Z]{3,5}", tokens[-1]) is not None
        and tokens[-1].lower() not in words("people", "post_nominals")
        and not tokens[-2].isupper()
    )


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
            or (at >= 2 and re.fullmatch(r"[A-Z]{3,5}", t) and not text.isupper())
            or (at >= 1 and honorific and len(t) > 2 and "." not in t and not is_name(t.strip(",")))
        ),
        None,
    )
    if first is None or first == 0 or tokens[first].startswith("("):
        return None
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
    return Entry(_known_singular(person), post.strip(" ,.:()"), start, end) if person else None


def _known_singular(person: Person) -> Person:
    if person.honorific == "":
        return Person(person.name, None, person.brackets, person.post_nominals)
    if person.honorific and _singular(person.honorific) != person.honorific:
        return Person(
            person.name, _singular(person.honorific), person.brackets, person.post_nominals
        )
    return person


def _role_first(text: str, start: int, end: int) -> Entry | None:
    """'Acting Corporate Director for Governance Jo Bloggs': a post, then the name at the end."""
    tokens = text.split()
    roles = words("people", "role_words")
    for size in (3, 2):
        if len(tokens) <= size:
            continue
        name, before = " ".join(tokens[-size:]), tokens[:-size]
        last = before[-1].lower().strip(",")
        if not is_name(name.strip(" .,")) or last in {"of", "for", "and", "to", "the", "in", "&"}:
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


def _with_role(current: Entry | None, chunk: str, end: int) -> Entry | None:
    """A chunk that names nobody is the post, or a post-nominal, of the person before."""
    text = re.sub(r"^\(([^()]*)\)$", r"\1", chunk.strip(" .,;:"))
    if current is None or not text or text.lower() in words("people", "post_nominals"):
        return current
    if re.match(r"(?:for\s+)?whom\b", text, re.IGNORECASE) or _VERB.search(text):
        return current
    if rule("attendance", "no_post").match(text):
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
            if char in ",;\n" and not re.match(r",\s*(?:and|&)\s", text[at:]):
                yield from _piece(text, start, at)
                start = at + 1
            elif joint and not _is_phrase(text, at) and _begins_person(text[joint.end() :]):
                yield from _piece(text, start, at)
                start = at = joint.end()
                continue
            elif char in ",;":
                yield from _piece(text, start, at)
                start = at + 1
                joint = _AND.match(text, at + 1)
                if joint:
                    start = at = joint.end()
                    continue
            elif char == " " and at > start and _new_honorific(text, start, at):
                yield from _piece(text, start, at)
                start = at + 1
        at += 1
    yield from _piece(text, start, len(text))


def _is_phrase(text: str, at: int) -> bool:
    """Whether the 'and' at `at` stands within an office: 'Police and Crime Commissioner'."""
    return re.search(r"\bpolice$", text[:at], re.IGNORECASE) is not None


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " ,;.:\n–-":
        start += 1
    while end > start and text[end - 1] in " ,;\n":
        end -= 1
    dangling = re.search(r"\s(?:and|&)$", text[start:end])
    if dangling:
        end = start + dangling.start()
    if start < end:
        yield start, end


def _begins_person(text: str) -> bool:
    """Whether a person, or a post with a person, begins here: 'Strategy and Policy' does not."""
    first = re.split(
        r"[,;(]|\s(?:and|&|of|for|from|was|were|had|who|attended|declared)\s|\s[–-]\s",
        text,
        maxsplit=1,
    )[0].strip()
    first = first.rstrip(".")
    initialled = re.match(r"(?:[A-Z]\.? ?){1,3}(?P<name>[A-Z][a-z'’-]+)\b", first)
    if parse_person(first) is not None or (initialled and is_name(initialled["name"])):
        return True
    if _NOBODY.match(text):
        return True
    if is_name(first) and len(first.split()) <= 2:
        return True
    return _role_first(re.split(r"[,;(]|\sand\s", text, maxsplit=1)[0], 0, 0) is not None


def _new_honorific(text: str, start: int, at: int) -> bool:
    """A new honorific where the comma before it is missing ('A Name (Chair) Cllr B Name')."""
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
    before = re.split(r"\s[–-]\s", before, maxsplit=1)[0]
    return parse_person(before) is not None or text[at - 1] in ")]"
