"""What an item's minutes say, where a web page sets them below what its agenda says."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Paragraph


def minuted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs below the label 'Minutes:' of an item; all of them where it has none."""
    for at, paragraph in enumerate(paragraphs):
        if paragraph.style == "label" and paragraph.text.lower().startswith("minutes"):
            return list(paragraphs[at + 1 :])
    return list(paragraphs)
