"""The body that a paper's own text names, for papers that print no title."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.document import Paragraph, Part, Passage
from pipeline.lexicon import rule

_ACTING = rule("meetings", "acting_body")
"""A body that the text of a page names as acting: 'Cabinet RESOLVED'."""
_NAMES = re.compile(r"\s|^(?:Council|Cabinet|Trustees|Governors)$")
"""'The Committee' alone may be any; 'the Council' is one."""
_IN_TEXT = rule("meetings", "body_in_text")
"""A body that running text names: 'the minutes of the last meeting of the Greens Committee'."""


def acting_body(part: Part) -> tuple[str, Passage] | None:
    """The body that the text names oftenest as acting or meeting, and where it first does."""
    named: list[tuple[str, Passage]] = []
    for block in part.flow:
        if isinstance(block, Paragraph):
            for match in _ACTING.finditer(block.text):
                body = re.sub(r"^(?:The|That|RESOLVED)\s+", "", match["body"] or match["met"])
                named.append((" ".join(body.split()), block.passage))
    return _oftenest(named) or _oftenest(_in_text(part))


def _in_text(part: Part) -> list[tuple[str, Passage]]:
    return [
        (" ".join(match["body"].split()), block.passage)
        for block in part.flow
        if isinstance(block, Paragraph)
        for match in _IN_TEXT.finditer(block.text)
        if _NAMES.search(match["body"])
    ]


def _oftenest(named: list[tuple[str, Passage]]) -> tuple[str, Passage] | None:
    if not named:
        return None
    oftenest = Counter(body for body, _ in named).most_common(1)[0][0]
    return next(found for found in named if found[0] == oftenest)
