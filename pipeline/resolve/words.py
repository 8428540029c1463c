"""How printed words are compared: folding, tokens, slugs, and ids made from content."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_APOSTROPHE = re.compile(r"['’‘`]")


def fold(text: str) -> str:
    """`text` in lower case without diacritics or punctuation, single spaces between its words."""
    kept = text.casefold().replace("&", " and ")
    if not kept.isascii():
        plain = unicodedata.normalize("NFKD", kept)
        kept = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", kept)).strip()


def letters(text: str) -> str:
    """Only the letters and digits of `text`, folded: what the contract compares texts by."""
    return fold(text.replace("&", " ")).replace(" ", "")


def slug(text: str) -> str:
    """`text` folded, with hyphens between its words; '' when nothing is left of it."""
    return fold(text).replace(" ", "-")


def digest(prefix: str, *parts: object) -> str:
    """`prefix` and 16 hex digits that depend on `parts` alone: an id that no clock can change."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode()).hexdigest()[:16]
