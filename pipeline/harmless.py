"""Text of papers made harmless for where it is shown: a terminal, a page, a spreadsheet."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula.

https://owasp.org/www-community/attacks/CSV_Injection
"""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    """The text with U+FFFD for what could steer a terminal or turn the order of letters about."""
    return _CONTROL.sub(REPLACEMENT, text)


def as_xml(text: str) -> str:
    """The text of `shown`, without the characters that XML can't hold either."""
    return _SURROGATE.sub(REPLACEMENT, shown(text))


def as_cell(text: str) -> str:
    """The text for a cell: what would run as a formula has an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA) else text
