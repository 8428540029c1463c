"""What a title is about: without the kind of paper, the quarter, and how far things are."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import pattern, rule, words
from pipeline.resolve.meetings.places import TOPICS
from pipeline.resolve.threads.wording import Weights, Wording, stem, worded
from pipeline.resolve.words import fold

_PROCEDURAL = rule("threads", "procedural")
_GENERIC = rule("threads", "generic")
_KIND = rule("threads", "kind_of_paper")
_KIND_WORD = pattern("threads", "kind_words")
_LIGHT = frozenset(stem(word) for word in words("threads", "light"))
_PIECES = re.compile(r"\s*[:;|–—]\s*|\s+-+\s*|\s*-+\s+|\s*\.\s+")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEARS = re.compile(r"\b\d{4}(?:[-/–]\d{2,4})?\b")
_NUMBER = re.compile(r"\b(?:q[1-4]|\d+(?:st|nd|rd|th)?)\b")
LONGEST = 160
"""Characters of a title; what is longer is a sentence."""
EQUAL, NEARLY, WITHIN = 1.0, 0.9, 0.8
"""Likeness of titles that are the same, that differ by light words only, and of which one is a
longer name of the other."""


@lru_cache(maxsize=50_000)
def subject_of(title: str, body: tuple[str, ...] = ()) -> Wording | None:
    """The comparable form of what `title` is about; None where it names no one matter.

    `body` are the words of the body whose paper it is: its name in a title tells nothing.
    """
    if len(title) > LONGEST or _PROCEDURAL.match(title):
        return None
    if _GENERIC.match(_YEARS.sub(" ", title)):
        return None
    pieces = [piece for piece in _PIECES.split(_BRACKET.sub(" ", title)) if piece.strip()]
    kept = [piece for piece in pieces if not _KIND.match(piece)]
    plain = _NUMBER.sub(" ", fold(_KIND_WORD.sub(" ", " ".join(kept))))
    said, key = _without(plain.split(), body), fold(title).replace(" ", "")
    found = worded(said, key, frozenset(body) - TOPICS)
    if not found.telling:
        found = worded(said, key)
    return found if found.stems else None


def same_subject(one: Wording, other: Wording, weights: Weights) -> float:
    """How likely two titles' subjects are one, from 0 to 1."""
    shared = one.stems & other.stems
    if one.stems == other.stems:
        return EQUAL
    if not shared - _LIGHT:
        return 0.0
    rest = one.stems ^ other.stems
    if rest <= _LIGHT:
        return NEARLY
    inner = one.stems <= other.stems or other.stems <= one.stems
    if inner and (shared - _LIGHT) and (len(shared) > 1 or shared & one.telling):
        # 'Fenwick Lane' and 'Fenwick Lane Community Centre', but not 'Grants' and much else.
        heavy = weights.total(shared)
        return WITHIN if heavy >= 0.5 * weights.total(shared | rest) else 0.0
    return weights.alike(one, other)


def _without(words: list[str], body: tuple[str, ...]) -> list[str]:
    """`words` without the end of the body's name, of two words or more."""
    for length in range(len(body), 1, -1):
        tail = list(body[-length:])
        for at in range(len(words) - length + 1):
            if words[at : at + length] == tail:
                return words[:at] + words[at + length :]
    return words
