"""The text of a paper's minutes, paragraph by paragraph, for comparing their versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document import Block, Paragraph, Part
from pipeline.extraction import Wording

WORDING_VERSION = 1
"""Raised when the same parts give other text: papers are then gone over again."""


def wording_of(parts: Sequence[Part]) -> Iterator[Wording]:
    """Yield every paragraph, heading and row of a table of the parts that are minutes, in order."""
    for part in parts:
        if part.kind != "minutes":
            continue
        yield from _texts(part, None, part.preamble if part.items else part.flow)
        for item in part.items:
            number = item.number or item.under
            if item.heading.text:
                yield Wording(part.index, number, item.heading.page, item.heading.text)
            yield from _texts(part, number, item.flow)


def _texts(part: Part, item: str | None, flow: Sequence[Block]) -> Iterator[Wording]:
    for block in flow:
        if isinstance(block, Paragraph):
            if block.text:
                yield Wording(part.index, item, block.page, block.text)
            continue
        for row in block.rows:
            text = " ".join(cell.text for cell in row.cells if cell.text)
            if text:
                yield Wording(part.index, item, row.page, text)
