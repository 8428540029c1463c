"""The letterhead over minutes that were sent out with a letter: whom to ask, by which number."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Block, Paragraph
from pipeline.lexicon import rule

_LINE = rule("meetings", "letterhead_line")
_CAME = rule("meetings", "present_line")
_HEAD = 20
"""Blocks from the top among which a letterhead stands."""
_LEAST = 2
"""Lines of a letterhead from which it is one."""


def below_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks below the last line of a letterhead, where those who came are listed below it.

    The day of the letter is not the meeting's, and who answers it need not have come.
    """
    texts = [b.text if isinstance(b, Paragraph) else "" for b in blocks[:_HEAD]]
    lines = [at for at, text in enumerate(texts) if _LINE.match(text)]
    came = next((at for at, text in enumerate(texts) if _CAME.match(text)), None)
    if len(lines) < _LEAST or came is None or came < lines[0]:
        return blocks
    return blocks[max(at for at in lines if at < came) + 1 :]
