"""Papers that say of themselves that they are exempt from publication.

Exempt papers of English and Welsh councils carry the notice that Part I of Schedule 12A to the
Local Government Act 1972 requires; public papers mention the Schedule too, in the resolution to
exclude the public, so only a notice at the very head of a paper counts.
"""

from __future__ import annotations

import re

from pipeline.document import Document, Paragraph

_HEAD = 12
"""How many blocks from its beginning a paper says what it is."""
_NOTICE = re.compile(
    r"not\s+for\s+publication\b"
    r"|^\W*(?:strictly\s+)?(?:private\s+and\s+)?confidential\W*$"
    r"|^\W*(?:exempt|restricted|part\s+ii)(?:\s+(?:report|item|appendix|minutes|paper))?\W*$"
    # 'Part B' alone heads the second half of many a parish's public minutes.
    r"|^\W*part\s+(?:ii|2|b)\W+(?:exempt|confidential|private|restricted|closed)\b"
    r"|classification\s*:?\s*\[?\s*(?:exempt|restricted|part\s+(?:ii|2|b))\b"
    r"|\b(?:this\s+)?(?:report|appendix|paper|document)\s+is\s+(?:exempt|confidential)\b"
    r"|\bcontains?\s+exempt\s+information\b",
    re.IGNORECASE,
)
_PART_ONLY = re.compile(r"\b(?:appendix|appendices|annex|part\s+of\s+this)\b", re.IGNORECASE)


def restriction(document: Document) -> str | None:
    """Why a paper may not be kept, or None when nothing at its head forbids it."""
    for block in document.flow[:_HEAD]:
        texts = (
            [block.text]
            if isinstance(block, Paragraph)
            else [c.text for row in block.rows for c in row.cells]
        )
        for text in texts:
            found = _NOTICE.search(text)
            # 'Not for publication: Appendix B' at the head of a public report restricts B alone.
            if found and len(text) < 300 and not _PART_ONLY.search(text):
                # The notice's own words alone: what stands around them may not be told on.
                said = " ".join(found.group().split())
                return (
                    f"the paper says that it is exempt ('{said}'): nothing of it is "
                    "kept; if it has since been published, ingest the published copy"
                )
    return None
