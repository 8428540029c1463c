"""The body that a page's own text names, for pages that print no title."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.document import Paragraph, Part, Passage

_ACTING = re.compile(
    r"\b(?P<body>Full\s+Council|Cabinet|Executive|Council|(?:[A-Z][\w&’'-]+,?\s+(?:and\s+)?){1,6}(?:Committee|Panel|Board|Forum|Commission))\s+"
    r"(?:RESOLVED|resolved|AGREED|NOTED|was\s+(?:told|informed|advised)|were\s+(?:told|informed))\b"
    r"|\b(?:meeting|minutes)\s+of\s+(?:the\s+)?(?P<met>Full\s+Council|Cabinet|Executive|Council)\b(?!\s+[A-Z])"
)
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
