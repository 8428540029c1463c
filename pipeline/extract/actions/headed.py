"""Tasks below a heading or label that says so: 'Action items', 'Action:' on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Item, Paragraph, Part, Passage
from pipeline.extract.actions.owner_labels import LABEL
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import rule

_LIST_TITLE = rule("actions", "list_title")
_OWNER_ONLY = rule("actions", "owner_only")
_FOR = re.compile(r"(?:for|by)\s+(?P<owner>[^.:;]{2,60})\W*$", re.IGNORECASE)
"""'Actions: for the Clerk', above the list."""
_LONGEST = 500
"""Characters of a task that stands below its label without a mark."""


def lists_before(part: Part) -> Iterator[Item]:
    """The lists headed 'Action items' among what stands before the first item of business."""
    blocks = part.preamble if part.items else ()
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _LIST_TITLE.fullmatch(block.text):
            end = at + 1
            while end < len(blocks) and getattr(blocks[end], "marker", None) is not None:
                end += 1
            if end > at + 1:
                yield Item(None, Passage(""), tuple(blocks[at:end]))


def opens_list(paragraphs: Sequence[Paragraph], at: int) -> str | None:
    """Whose the list is that the label at `at` opens, '' where it does not tell; None: no list."""
    label = LABEL.match(paragraphs[at].text)
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if label is None or below is None or below.marker is None or not below.text:
        return None
    if not label["rest"]:
        return ""
    whose = _FOR.fullmatch(label["rest"])
    return whose["owner"].strip() if whose else None


def task_below(paragraphs: Sequence[Paragraph], at: int) -> list[Passage]:
    """The sentences of the one paragraph below a label that stands alone at `at`."""
    label = LABEL.match(paragraphs[at].text)
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if label is None or label["rest"] or below is None or below.marker or below.style:
        return []
    text = below.text
    if len(text) > _LONGEST or _OWNER_ONLY.match(text) or LABEL.match(text):
        return []
    return [below.passage.cut(*span) for span in sentences(text)]
