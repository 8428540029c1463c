"""Words broken at a line end: whether the hyphen belongs to the word."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass


def word_set(words: str) -> frozenset[str]:
    """The words of `words`, which are set apart by blanks."""
    return frozenset(words.split())


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_HYPHEN = re.compile(r"(\w+)[-\u2010\u00ad\ufffe]$")
_PREFIXES = word_set(
    "anti co counter cross de ex extra full half inter long mid mini multi non off on one part "
    "post pre pro pseudo quasi self semi short sub two three ultra under vice well"
)
_TAILS = word_set(
    "aged based being building centred date driven elect end executive face free friendly going "
    "high in led level line long making month off old on out owned person quality related round "
    "scale sector serving specific style term time to up week wide work year"
)


def keeps_hyphen(first: str, second: str, seen: Container[str]) -> bool:
    """Whether a line-end hyphen belongs to the word ('post-', 'election') or only broke it.

    The paper is its own dictionary: `seen` holds the lower-case words that stand in it. How the
    compound is printed elsewhere decides; then how British papers write compounds.
    """
    first, after = first.lower(), second.lower().split("-")[0]
    if not second[0].islower() or f"{first}-{after}" in seen:
        return True
    if first + after in seen:
        return False
    if first in _PREFIXES or after in _TAILS:
        return True
    return len(first) > 2 and len(after) > 2 and first in seen and after in seen


@dataclass
class Words:
    """The words of one text: how a compound is printed elsewhere says how it is joined."""

    seen: frozenset[str]

    @staticmethod
    def of(text: str) -> Words:
        """The words of `text`, in lower case."""
        return Words(frozenset(w.lower() for w in _WORD.findall(text)))

    def join(self, left: str, right: str) -> str:
        """`left` and the line after it as one text; a hyphen at the line end is judged."""
        # A long text grows line by line: only its end matters here.
        broken = _HYPHEN.search(left, max(len(left) - 80, 0))
        following = _WORD.match(right)
        if broken is None or following is None:
            return f"{left} {right}" if left and right else left + right
        stem = left[: broken.end(1)]
        if left[-1] in "\u00ad\ufffe" or not keeps_hyphen(broken[1], following[0], self.seen):
            return stem + right
        return f"{stem}-{right}"
