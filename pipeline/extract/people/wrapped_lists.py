"""Lists of people that a narrow column wrapped: the lines of one list put together again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph, join
from pipeline.extract.grammar.given_names import is_given_name
from pipeline.extract.grammar.names import honorific_of, is_councillor, parse_person
from pipeline.extract.people.posts import PLURAL
from pipeline.lexicon import words

_FRAGMENT = re.compile(r"[(\w]")
_HEADING = re.compile(
    r"(?:(?:also|members?|those|others?|officers?)\s+)?(?:present|in\s+attendance|apologies)",
    re.IGNORECASE,
)
"""Such a line is a heading: it goes on from no address and no name above it."""
_SLASHED = re.compile(r"/\s+[A-Z]")
"""'/ Chairman' below a name: a table whose cells slashes part, one of them on a line of its own."""
_MOST = 60
"""Characters of a name with its honorific, at most."""
_LABEL = re.compile(r"[A-Z][\w /’'-]{2,40}:\s")
_LEAD = re.compile(r"^.*(?::|\b(?:from|by|for))\s+")
_GIVEN_LAST = re.compile(r"(?:,|\band|&)\s+(?P<name>[A-Z][a-z]+)$")
_POST_AFTER = re.compile(r"[A-Z][\w'’-]+\s*\(")
_INITIAL = re.compile(r"(?:[A-Z]\.?\s?){1,3}")


def joined(blocks: Sequence[Block], whole: Container[int] = ()) -> Iterator[Block]:
    """The blocks, those paragraphs joined of which the first breaks off within a list.

    `whole` has the `id` of those which are known to break off nowhere.
    """
    held: Paragraph | None = None
    for block in blocks:
        apart = id(held) in whole or id(block) in whole
        if held and not apart and isinstance(block, Paragraph) and _goes_on(held, block):
            held = structs.replace(held, passage=join([held.passage, block.passage]))
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Paragraph) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    if second.marker or second.style or first.style or _HEADING.fullmatch(second.text.strip()):
        return False
    if _SLASHED.match(second.text):
        return parse_person(first.text) is not None and len(first.text) < _MOST
    if not _FRAGMENT.match(second.text):
        return False
    if second.text.rstrip().endswith(":") or _LABEL.match(second.text) or len(first.text) > 1500:
        return False
    aside = second.text.startswith("(") and not first.text.rstrip().endswith((".", ":"))
    if aside and "," in first.text and ")" in second.text[:40]:
        return True  # '(arrived at 7.11 p.m.), A Ash' behind the last name of a line
    return _is_given_apart(first.text, second.text) or breaks_off(first.text)


def _is_given_apart(first: str, second: str) -> bool:
    """Whether a given name ends one line and its surname begins the next: 'and Ada', 'Ash (Clerk)'.

    The bracket behind it tells that the surname is no post of the one above.
    """
    given = _GIVEN_LAST.search(first)
    behind = _POST_AFTER.match(second) is not None
    return given is not None and behind and is_given_name(given["name"])


def breaks_off(text: str) -> bool:
    """Whether a line of names ends before its last name is whole: 'Cllr A Ash, Cllr Jo'."""
    text = text.rstrip()
    if PLURAL.match(text):
        return False  # 'Councillors' on a line of its own is a heading
    last = re.split(r"[,;]|\sand\s", text)[-1].strip()
    if last and honorific_of(f"{last} X")[1] == "X":
        return True
    chunks = [c.strip() for c in re.split(r"[,;]|(?<=\w)\s+and\s+", text) if c.strip()]
    chunks = [_LEAD.sub("", c) for c in chunks]
    named = [c for c in chunks[:-1] if parse_person(c) is not None]
    stopped = text.endswith(".") and not re.search(r"\b[A-Z]\.$", text)
    if stopped or len(chunks) < 2 or len(named) * 2 < len(chunks) - 1:
        # 'Members present: Councillor Ash,' above those who were not in the chair.
        led = len(chunks) == 1 and ":" in text and text.endswith(",")
        return led and parse_person(chunks[0]) is not None
    if text.endswith((",", ";", "&", "(", ":", " and")) or text.count("(") > text.count(")"):
        return True
    honorific, rest = honorific_of(chunks[-1])
    if not rest.strip(" .") or _INITIAL.fullmatch(rest.strip()):
        return True
    return _is_half(honorific, rest, named) and not re.search(r"\s(?:and|&)\s+[^,;]*$", text)


def _is_half(honorific: str | None, rest: str, named: list[str]) -> bool:
    """Whether the last name of a line has one word where those like it before have two."""
    if rest.strip().lower() in words("people", "role_words"):
        return False
    titled = (honorific is None, is_councillor(honorific))
    alike = [r for h, r in map(honorific_of, named) if (h is None, is_councillor(h)) == titled]
    whole = [re.sub(r"\([^()]*\)", "", r).split() for r in alike]
    alone = re.fullmatch(r"[A-Z][\w'’-]+", rest.strip()) is not None
    return alone and bool(whole) and all(len(w) >= 2 for w in whole[-3:])
