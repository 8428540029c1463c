"""The block of keys that a static site's page begins with: title, date, tags."""

from __future__ import annotations

import re

from pipeline.lexicon import rule

_BLOCK = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<keys>.{0,20000}?)\n(?P=mark)[ \t]*(?:\n|$)", re.DOTALL
)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)\s*[:=]\s*(?P<value>.*)")
_TITLE = rule("pages", "front_title")
_DAY = rule("pages", "front_date")


def split_front_matter(text: str) -> tuple[str | None, str | None, str]:
    """The title and date that the keys at the head of a page give, and the text without them.

    A text that does not begin with such a block is given back as it is.
    """
    found = _BLOCK.match(text)
    if found is None:
        return None, None, text
    lines = found["keys"].split("\n")
    keys = [match for line in lines if (match := _KEY.match(line))]
    if not keys:
        return None, None, text
    title = next((_bare(k["value"]) for k in keys if _TITLE.fullmatch(k["key"])), None)
    day = next((_bare(k["value"]) for k in keys if _DAY.fullmatch(k["key"])), None)
    return title or None, day or None, text[found.end() :]


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()
