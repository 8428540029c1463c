"""A paper copied from a page that shows documents of others: what that page says above it."""

from __future__ import annotations

import re

from pipeline.lexicon import rule

_ABOVE = rule("pages", "above_transcription")
"""The line below which such a page prints the text of the document."""
_LINK = rule("pages", "download_link")
_DEBRIS = re.compile(r"ong>")
"""What is left of '<strong>' and '</strong>' where such a page cut their beginnings off."""
_LEFT = 6
"""Pieces of them from which a page is one that did."""
_GLUED = re.compile(
    r"(?<=[A-Z]{4})(?=[A-Z][a-z]{2})|(?<=[a-z)])(?=(?:Councillor|Cllr)\s)"
    r"|(?<=[\w.])(?=\d{1,2}\.\s[A-Z]{4})|(?<=[a-z0-9])(?=(?:PRESENT|APOLOGIES|RESOLVED)\b)"
    r"|(?<=[a-z]\.)(?=[A-Z][a-z]+\s)|(?=_{5})(?<!_)|(?<=[A-Z])(?=RESOLVED:)|(?<=RESOLVED:)(?=\S)|(?<=\.)(?=\d\.\d\s[A-Z])"
)
"""Where a line ended whose break was lost with them: 'PRESENTCouncillor A Ash'."""
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


def without_debris(text: str) -> str:
    """A text that a page left pieces of markup in, cleaned of them, its lines broken again."""
    if len(_DEBRIS.findall(text)) < _LEFT:
        return text
    clean = re.sub(r"[ \t]+(?=[.,;:])", "", _DEBRIS.sub(" ", text))
    return _GLUED.sub("\n", re.sub(r"[ \t]{2,}", " ", clean))
