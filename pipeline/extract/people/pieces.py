"""A list of people cut into pieces, each a person, a post or both: at commas, 'and', titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.names import honorific_at, honorific_of, is_name, parse_person
from pipeline.extract.people.posts import office_first
from pipeline.extract.people.runs import in_pairs, posts_follow, run_apart
from pipeline.lexicon import rule, words

_STOP = re.compile(r"(?:[a-z]{4}|\))\.$")
"""A full stop after a whole word or a bracket: 'A Ash, B Birch. C Cole'."""
_FIELD = re.compile(r"\b(?:of|for)(?:\s+[A-Z][\w’'-]*)+$")
"""'Director of Planning', and it may go on: '& Communication'."""
_ONE_WORD = re.compile(r"\s*(?:and|&)\s+(?P<word>[A-Z][a-z]+)\s*(?=[,;(\n]|$)")
"""The rest of what an office is for: whoever is named beside an office is named in full."""
_IN_CHAIR = rule("attendance", "in_chair_behind")
_NOBODY = rule("attendance", "nobody")
"""What follows an 'and' in a list but gives no name."""
_AND = rule("attendance", "names_joined")


def pieces_apart(text: str) -> Iterator[tuple[int, int]]:
    """The chunks of a list, those that run several people together taken apart."""
    follow = posts_follow(text)
    chunks = list(_chunks(text))
    pairs = in_pairs([text[start:end] for start, end in chunks])
    for start, end in chunks:
        for a, b in run_apart(text[start:end], follow=follow, pairs=pairs):
            yield from _piece(text, start + a, start + b)


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
    if _FIELD.search(piece) and is_office(piece) and (one := _ONE_WORD.match(text, at)):
        return not is_given_name(one["word"])  # 'Director of Planning & Communication'
    first = text[:start].rstrip()[-1:] in {"", ";"} and not piece.startswith("the ")
    following = re.split(r"[,;(]|\sand\s", text[at:].strip().removeprefix("and "), maxsplit=1)[0]
    return (
        first
        and is_office(piece)
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


def is_office(chunk: str) -> bool:
    """Whether a chunk before any name is the post of the one named next: 'The Town Clerk'."""
    spoken = [w.lower().strip(".,:()") for w in re.sub(r"['’]s\b", "", chunk).split()]
    roles = words("people", "role_words")
    return (
        0 < len(spoken) <= 8
        and (any(w in roles for w in spoken) or spoken[-1] == "mayor")
        and spoken[-1] not in {"councillors", "members"}
    )
