"""The body that a page's own text names, for pages that print no title."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.document import Paragraph, Part, Passage
from pipeline.lexicon import rule

_ACTING = rule("meetings", "acting_body")
"""A body that the text of a page names as acting: 'Cabinet RESOLVED'."""


def acting_body(part: Part) -> tuple[str, Passage] | None:
    """The body that the text names oftenest as acting or meeting, and where it first does."""
    named: list[tuple[str, Passage]] = []
    for block in part.flow:
        if isinstance(block, Paragraph):
            for match in _ACTING.finditer(block.text):
                body = re.sub(r"^(?:The|That|RESOLVED)\s+", "", match["body"] or match["met"])
                named.append((" ".join(body.split()), block.passage))
    if not named:
        return None
    oftenest = Counter(body for body, _ in named).most_common(1)[0][0]
    return next(found for found in named if found[0] == oftenest)
