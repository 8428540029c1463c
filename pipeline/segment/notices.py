"""A notice of one decision as one item: its subject, and its sections under their labels."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from pipeline.document import Block, Item, Paragraph, Passage
from pipeline.lexicon import rule

_SUBJECT = rule("parts", "notice_subject")
_SECTION = rule("parts", "notice_section")
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
