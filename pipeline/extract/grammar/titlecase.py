"""Capitals into the case a person would write: bodies and venues are often set all in capitals."""

from __future__ import annotations

import re

_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "on", "at", "to", "by", "with", "a", "an", "upon", "under"}
)
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)\b", re.IGNORECASE)
_CODE = re.compile(r"(?:[A-Z]{1,2}\d[A-Z\d]?|\d[A-Z]{2}|[A-Z]+\d+\w*|\d+[A-Z]?|[A-Z]\d+)")
_INITIALISM = frozenset({"UK", "NHS", "LGA", "LEP", "ICB", "CCG", "HRA", "ICT", "SEND", "PFI"})


def title_case(text: str) -> str:
    """`text` in title case if it is set in capitals, else unchanged."""
    letters = [c for c in text if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return text
    words = text.split(" ")
    return " ".join(_word(word, first=at == 0) for at, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    bare = word.strip("(),.;:&'’\"")
    if _ORDINAL.fullmatch(bare):
        return word.lower()
    if not bare or bare in _INITIALISM or _CODE.fullmatch(bare):
        return word
    if bare.lower() in _SMALL and not first:
        return word.lower()
    return re.sub(
        r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?",
        lambda m: m.group()[0].upper() + m.group()[1:].lower(),
        word,
    )
