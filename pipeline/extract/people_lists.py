"""Lists of people as minutes run them on: who is named, with which post, where in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.lexicon import words
from pipeline.extract.names import Person, honorific_of, is_name, parse_person

_PLURAL = re.compile(
    r"^(?:councillors|cllrs|county\s+(?:councillors|cllrs)|district\s+(?:councillors|cllrs)|messrs|commissioners|members|aldermen|clrs)\.?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|&|together\s+with|as\s+well\s+as|also)\s+(?:also\s+(?=from))?")
_FROM = re.compile(
    r"^(?:and\s+)?(?:(?:also\s+)?(?:from|for|by)\s+)?(?:(?:the\s+)?following\s+(?:officers?|members?|councillors?)\s*:?\s*)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*,?\s*(?:(?:for\s+)?\bwhom\b|\bwho\b|\bas\s+(?:a\s+)?substitute|\bwas\s+substituting|\bwere\s+(?:also\s+)?in\b|\bwas\s+(?:also\s+)?in\b|\bwith\s+(?=[A-Z])|\battended\b|\bjoined\b).*$"
)


_COUNTED = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:other\s+)?(?:members?\s+of\s+the\s+(?:press|public)|parishioners?"
    r"|residents?|representatives?\s+of\s+the\s+press)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:from|the\s+following|an\s+apology|apologies)\b"
    r"|(?:the|one|two|three|four|five|six|\d+|a|an|some|several)\s+(?:\w+\s+){0,2}"
    r"(?:clerk|chair\w*|mayor|officers?|press|public|parishioners?|residents?|members?)\b",
    re.IGNORECASE,
)
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
    for start, end in _chunks(text):
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
        if found is None:
            current = _with_role(current, chunk, end + offset)
            continue
        if current is not None:
            yield current
        current = found
    if current is not None:
        yield current


def _singular(honorific: str) -> str:
    return re.sub(r"s(\.?)$", r"\1", honorific)


def _entry(chunk: str, scope: str | None, start: int, end: int) -> Entry | None:
    """A chunk that names somebody, with the post that it prints before or after the name."""
    text = _TAIL.sub("", chunk)
    head, _, after = text.partition(" of ")
    if after and "(" not in head:
        person = parse_person(head, honorific=scope)
        if person is not None and len(head.split()) >= 2:
            place = re.sub(r"^the\s+", "", after.strip(" ,.)"))
            return Entry(person, place or None, start, end, of=True)
    for dash in (" – ", " - ", " — ", ": "):
        head, sign, after = text.partition(dash)
        if sign:
            inside = re.search(r"\(([^()]*)\)\s*$", after)
            beside = (inside[1],) if inside else ()
            post = after[: inside.start()].strip() if inside else after.strip(" ()")
            person = parse_person(head, honorific=scope)
            if person is not None:
                person = Person(
                    person.name, person.honorific, person.brackets + beside, person.post_nominals
                )
                return Entry(person, post or None, start, end)
            person = parse_person(after)
            if person is not None and not is_name(head.strip()):
                return Entry(person, head.strip(" ()") or None, start, end)
    person = parse_person(text, honorific=scope)
    if person is not None:
        person = _known_singular(person)
        return Entry(person, None, start, end)
    return _role_first(text, start, end)


def _known_singular(person: Person) -> Person:
    if person.honorific == "":
        return Person(person.name, None, person.brackets, person.post_nominals)
    if person.honorific and _PLURAL.match(person.honorific):
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
    text = chunk.strip(" .,;")
    if current is None or not text or text.lower() in words("people", "post_nominals"):
        return current
    if re.match(r"(?:for\s+)?whom\b", text, re.IGNORECASE):
        return current
    if re.match(
        r"(?:(?:an|the|one|two|\d+)\s+)?(?:apolog|members?\s+of\s+the\s+public|public|press)",
        text,
        re.IGNORECASE,
    ):
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
            elif joint and _begins_person(text[joint.end() :]):
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
    if parse_person(first) is not None or re.match(r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z'’-]+\b", first):
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
        # 'D Richardson (Chair) M Armstrong': a bracket closes, another name begins.
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
