"""A paper copied from a page that shows documents of others: what that page says above it."""

from __future__ import annotations

import re

from pipeline.lexicon import rule

_ABOVE = rule("pages", "above_transcription")
"""The line below which such a page prints the text of the document."""
_LINK = rule("pages", "download_link")
_WITHIN = 60
"""Lines of the page within which that line stands."""
_FIRST_PAGE = re.compile(r"\s*1\s+(?=\S)")
"""Such a text keeps the numbers of the pages: the first stands before its first word."""


def without_page_about(text: str) -> str:
    """The transcription alone, where a page offers the document above it; else `text` as it is."""
    lines = text.split("\n")
    for at, line in enumerate(lines[:_WITHIN]):
        if _ABOVE.fullmatch(line) and any(_LINK.match(above) for above in lines[:at]):
            return _FIRST_PAGE.sub("", "\n".join(lines[at + 1 :]), count=1)
    return text
