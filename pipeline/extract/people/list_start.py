"""Where the lists of those who came may begin: below the letterhead and the title of minutes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Block, Paragraph, Table
from pipeline.extract.grammar.letterhead import below_letterhead
from pipeline.extract.people.list_headings import headings
from pipeline.lexicon import rule

_TITLE = rule("attendance", "minutes_title")
_LISTED = rule("attendance", "listed_again")
_HEAD = 30
"""Blocks from the top among which the title of the minutes stands."""


def below_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks below 'Minutes of a meeting held ...', where those who came are headed there.

    Above it stands the letterhead, which names who holds an office and not who came.
    """
    blocks = below_letterhead(blocks)
    texts = [b.text if isinstance(b, Paragraph) else "" for b in blocks[:_HEAD]]
    title = next((at for at, text in enumerate(texts) if _TITLE.match(text)), None)
    came = next((at for at, text in enumerate(texts) if _LISTED.match(text)), None)
    if title is None or (came is not None and came < title):
        return blocks
    below = blocks[title + 1 :]
    return below if came is not None or any(_lists(b) for b in below[:_HEAD]) else blocks


def _lists(block: Block) -> bool:
    """Whether a block holds a list of those who came, or its heading, under whatever name."""
    if isinstance(block, Table):
        return any(list(headings(c.text)) for row in block.rows[:2] for c in row.cells if c.text)
    return any(kind.status == "present" for _, _, kind in headings(block.text))
