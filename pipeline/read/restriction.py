"""Papers that say of themselves that they are exempt from publication.

Exempt papers of English and Welsh councils carry the notice that Part I of Schedule 12A to the
Local Government Act 1972 requires; public papers mention the Schedule too, in the resolution to
exclude the public, so only a notice at the very head of a paper counts.
"""

from __future__ import annotations

import re

from pipeline.document import Document, Paragraph
from pipeline.lexicon import rule

_HEAD = 12
"""How many blocks from its beginning a paper says what it is."""
_LONGEST = 300
"""Characters of a text that is a notice, at most."""
_NOTICE = rule("pages", "exempt")
_LABEL = re.compile(r"\W*part\s+(?:ii|2|b)\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d{1,3}\.?\s+[A-Z]")
_PART_ONLY = rule("pages", "exempt_in_part")


def restriction(document: Document) -> str | None:
    """Why a paper may not be kept, or None when nothing at its head forbids it."""
    for text in document.pages[0].furniture if document.pages else ():
        # Stamped across the first page, or at the head or foot of every page.
        stamped = _notice(text)
        if stamped:
            return _reason(stamped)
    numbered = 0
    for block in document.flow[:_HEAD]:
        texts = (
            [block.text]
            if isinstance(block, Paragraph)
            else [c.text for row in block.rows for c in row.cells]
        )
        for text in texts:
            found = _notice(text)
            if isinstance(block, Paragraph) and (block.marker or _NUMBERED.match(text)):
                numbered += 1
            if found and numbered > 1 and _LABEL.fullmatch(text):
                continue  # the heading of an agenda's second half, after its public items
            if found:
                return _reason(found)
    return None


def _notice(text: str) -> re.Match[str] | None:
    """The words of a text that say of the whole paper that it is exempt.

    'Not for publication: Appendix B' at the head of a public report restricts B alone.
    """
    found = _NOTICE.search(text)
    return found if len(text) < _LONGEST and not _PART_ONLY.search(text) else None


def _reason(notice: re.Match[str]) -> str:
    """The notice's own words alone: what stands around them may not be told on."""
    said = " ".join(notice.group().split())
    return (
        f"the paper says that it is exempt ('{said}'): nothing of it is "
        "kept; if it has since been published, ingest the published copy"
    )
