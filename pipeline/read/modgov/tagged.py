"""Printed minutes as text, in which the publishing system left the tags of its items."""

from __future__ import annotations

import re

_TAG = re.compile(r"(?m)^[ \t]*</?[A-Z][A-Z_]*\d*>[ \t]*$")
_ITEM = re.compile(
    r"(?m)^[ \t]*<AI\d+>[ \t]*\n(?:[ \t]*\n)*[ \t]*"
    r"(?P<number>\d{1,4}(?:/\d{2,4})?[a-z]?\.?)[ \t]*\n(?:[ \t]*\n)*[ \t]*(?=[A-Z])"
)
"""'<AI1>', and below it the number and the title, each on a line of its own."""


def is_tagged(text: str) -> bool:
    """Whether a text holds the tags of items."""
    return re.search(r"(?m)^[ \t]*<AI\d+>[ \t]*$", text) is not None


def without_tags(text: str) -> str:
    """The text, its items' numbers on the lines of their titles, and no tags."""
    return _TAG.sub("", _ITEM.sub(lambda m: f"\n{m['number']}  ", text))
