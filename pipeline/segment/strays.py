"""The first item's number, where the text of a PDF sets it before those who came.

A column of names ends beside the first number, whose title stands below the names:
'Attending:', '1.', 'Councillor Ash', 'APOLOGIES', ..., '2.', 'DECLARATIONS'.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from pipeline.document import Block, Paragraph
from pipeline.lexicon import rule, words
from pipeline.segment.headings import is_capitals
from pipeline.segment.numbering import parse

_VERB = rule("parts", "finite_verb")
_WITHIN = 12
"""Blocks that such a list may have after the number."""


def number_at_title(flow: Sequence[Block]) -> Sequence[Block]:
    """The flow, the first number put before its title in capitals where people stand between."""
    at = next((n for n, b in enumerate(flow) if _number(b) is not None), None)
    first = flow[at] if at is not None else None
    if at is None or not isinstance(first, Paragraph) or not _names_somebody(first.text):
        return flow
    mark = _number(first)
    second = next((b for b in flow[at + 1 :] if _number(b) is not None), None)
    counted = _number(second) if second is not None else None
    if mark is None or counted is None or counted != mark + 1 or not _is_title(second):
        return flow
    for below in range(at + 1, min(at + _WITHIN, len(flow))):
        block = flow[below]
        if not isinstance(block, Paragraph) or block.marker is not None:
            return flow
        if _is_title(block):
            changed = list(flow)
            changed[at] = structs.replace(first, marker=None)
            changed[below] = structs.replace(block, marker=first.marker)
            return changed
        if _VERB.search(block.text):
            return flow
    return flow


def _number(block: Block) -> int | None:
    """The place that a paragraph's marker counts, if it is a number."""
    if not isinstance(block, Paragraph) or not block.marker or not block.marker[0].isdigit():
        return None
    number = parse(block.marker)
    return number.place if number else None


def _is_title(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and is_capitals(block.text) and len(block.text) > 4


def _names_somebody(text: str) -> bool:
    """Whether a line begins with an honorific and says nothing of its bearer."""
    first = text.split(maxsplit=1)[0].lower() if text.split() else ""
    titles = {title.lower() for title in words("people", "honorifics")}
    return first in titles and _VERB.search(text) is None
