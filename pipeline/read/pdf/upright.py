"""How a scanned page was turned to be read, and back: evidence fits the page as published."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import structs

from pipeline.document import Block, Passage, Row, Table, Word
from pipeline.provenance import Box


@dataclass(frozen=True)
class Upright:
    """A page that was straightened about its middle, then turned by quarters."""

    width: float
    """Of the page as published, in points."""
    height: float
    degrees: float = 0.0
    """Counterclockwise; the picture keeps its size."""
    quarters: int = 0
    """Clockwise quarter turns after that."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page when it stands upright, in points."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def published(self, box: Box) -> Box:
        """A box on the upright page as the box around the same place on the published one."""
        return Box.around(
            Box(x, y, x, y) for x, y in map(self._back, *zip(*_corners(box), strict=True))
        )

    def upright(self, box: Box) -> Box:
        """A box on the published page as the box around the same place on the upright one."""
        return Box.around(
            Box(x, y, x, y) for x, y in map(self._forth, *zip(*_corners(box), strict=True))
        )

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 1:
            x, y = y, self.height - x
        elif self.quarters == 2:
            x, y = self.width - x, self.height - y
        elif self.quarters == 3:
            x, y = self.width - y, x
        return self._turned(x, y, math.radians(self.degrees))

    def _forth(self, x: float, y: float) -> tuple[float, float]:
        x, y = self._turned(x, y, -math.radians(self.degrees))
        if self.quarters == 1:
            return self.height - y, x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return y, self.width - x
        return x, y

    def _turned(self, x: float, y: float, by: float) -> tuple[float, float]:
        """The point turned clockwise about the page's middle (y points down)."""
        across, down = x - self.width / 2, y - self.height / 2
        return (
            self.width / 2 + across * math.cos(by) - down * math.sin(by),
            self.height / 2 + across * math.sin(by) + down * math.cos(by),
        )


def _corners(box: Box) -> Sequence[tuple[float, float]]:
    return [(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]


def as_published(flow: Sequence[Block], turned: Mapping[int, Upright]) -> list[Block]:
    """The flow with the words of the `turned` pages (by number) where they were published."""
    if not turned:
        return list(flow)
    return [
        _table(block, turned)
        if isinstance(block, Table)
        else structs.replace(block, passage=_passage(block.passage, turned))
        for block in flow
    ]


def _table(table: Table, turned: Mapping[int, Upright]) -> Table:
    return structs.replace(
        table,
        rows=tuple(
            Row(
                tuple(structs.replace(c, passage=_passage(c.passage, turned)) for c in row.cells),
                row.page,
            )
            for row in table.rows
        ),
    )


def _passage(passage: Passage, turned: Mapping[int, Upright]) -> Passage:
    if not any(word.page in turned for word in passage.words):
        return passage
    return Passage(passage.text, tuple(_words(passage.words, turned)))


def _words(words: Sequence[Word], turned: Mapping[int, Upright]) -> Iterator[Word]:
    for word in words:
        upright = turned.get(word.page)
        yield structs.replace(word, box=upright.published(word.box)) if upright else word
