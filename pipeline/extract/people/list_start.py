"""Where the lists of those who came may begin: below the letterhead and the title of minutes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Block, Paragraph
from pipeline.extract.grammar.letterhead import below_letterhead
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
    return blocks if title is None or came is None or came < title else blocks[title + 1 :]
