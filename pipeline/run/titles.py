"""The title of a paper: one that it prints; what a PDF's file says is often its template's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipeline.document import Document, Paragraph, Part

HEAD = 3000
"""The title stands within so many characters of the beginning."""


def title_of(document: Document, parts: Sequence[Part]) -> str | None:
    """The printed title of the first part, else the file's own title where the paper bears it out.

    Markup's titles are shown to readers, and count; a PDF's are not, and must be printed too.
    """
    if document.media_type != "application/pdf" and document.title:
        return document.title
    if parts and parts[0].title:
        return parts[0].title
    own = document.title
    if own is None or len(own.split()) < 2:
        return None
    printed = (block.text for block in document.flow if isinstance(block, Paragraph))
    head = " ".join(islice(printed, 60))[:HEAD]
    return own if _letters(own) in _letters(head) else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
