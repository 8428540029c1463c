"""When two printed texts say the same: typesetting aside, and letters misread from a picture."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz import fuzz

from pipeline.resolve.words import fold

_LEAD = re.compile(
    r"^(?:(?:(?:it was|the [\w ]{2,40}?|[a-z]+) )?(?:unanimously )?(?:resolved|agreed|decided)\b"
    r"[\s:;–-]*)?(?:that\b[\s:;–-]*)?",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?<=\d)[.](?=\d)")
_PER_CENT = re.compile(r"\s*(?:%|\bper ?cent\b)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|\d+(?:point\d+)*")
_MISREAD = 70.0
"""Likeness of words that differ in letters which a picture may have blurred."""
_SPECK = 2
"""Letters that dirt on a picture may look like."""


@cache
def key(text: str | None) -> str:
    """What is left of a text without spacing, hyphens, punctuation and capitals.

    A point between digits stays: 1.5 is not 15. 'Per cent' is its sign.
    """
    marked = _PER_CENT.sub(" percent ", _POINT.sub("point", text or ""))
    return fold(marked).replace(" ", "")


@cache
def decided(text: str | None) -> str:
    """The key of a decision without 'RESOLVED that' and the like before it."""
    return key(_LEAD.sub("", text or "")) or key(text)


def decided_words(text: str) -> tuple[str, ...]:
    """The keys of a decision's words, without 'RESOLVED that' and the like before them."""
    return tuple(filter(None, map(key, _LEAD.sub("", text).split())))


def same(one: str, other: str, *, recognised: bool = False) -> bool:
    """Whether two keys say the same; words recognised from a picture may be misread."""
    return one == other or (recognised and _misread(one, other))


def likeness(one: str | None, other: str | None) -> float:
    """How alike two keys are, from 0 to 100."""
    return fuzz.ratio(one or "", other or "")


def _misread(one: str, other: str) -> bool:
    """Whether they differ in a few letters here and there, and in no number."""
    if _numbers(one) != _numbers(other):
        return False
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal" and max(b - a, d - c) > _SPECK:
            return False
    return fuzz.ratio(one, other) >= 100 - 100 * _SPECK * 2 / max(len(one), len(other), 20)


def _numbers(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word[0].isdigit()]
