"""A notice of one decision as one item: its subject, and its sections under their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from pipeline.document import Block, Item, Paragraph, Passage

_SUBJECT = re.compile(
    r"^\W*(?:subject(?:\s+matter)?(?:\s*/\s*title\s+of\s+decision)?|title(?:\s+of\s+(?:the\s+)?decision)?)"
    r"\s*:?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^\W*(?:(?:the\s+)?decisions?(?:\s+(?:made|taken))?"
    r"|(?:summary\s+of\s+)?reasons?(?:\(s\))?(?:\s+for\s+(?:the\s+)?decisions?)?"
    r"|background|(?:any\s+)?alternatives?\b.*|options?\s+considered\b.*|(?:\w+\s+)?implications"
    r"|consultation\b.*|(?:any\s+)?interests?\b.*|cabinet\s+committee\b.*|signed|call-?in\b.*)\s*:?\s*$",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a section's heading, at most."""


def notice_items(flow: Sequence[Block]) -> tuple[Item, ...]:
    """The one item of a decision notice; nothing where it has no section 'Decision'."""
    labelled = tuple(_labelled(block) for block in flow)
    if not any(isinstance(b, Paragraph) and b.style == "label" for b in labelled):
        return ()
    return (Item(None, _subject(flow), labelled),)


def _labelled(block: Block) -> Block:
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return block
    return structs.replace(block, style="label") if _SECTION.match(block.text) else block


def _subject(flow: Sequence[Block]) -> Passage:
    """What the notice is about: beside or below the label that says so."""
    paragraphs = [b for b in flow if isinstance(b, Paragraph)]
    for at, paragraph in enumerate(paragraphs):
        match = _SUBJECT.match(paragraph.text) if len(paragraph.text) <= _LONGEST else None
        if match is None:
            continue
        if match["rest"]:
            return paragraph.passage.cut(match.start("rest"))
        if at + 1 < len(paragraphs):
            return paragraphs[at + 1].passage
    return Passage("")
