"""Where a value was read: boxes, sources, findings, and candidates that were turned down.

Pages count from 1. Boxes are PDF points from the page's top left corner. Spans are half-open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A rectangle on a page, in PDF points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all `boxes` (at least one)."""
        each = list(boxes)
        return Box(
            min(b.x0 for b in each),
            min(b.top for b in each),
            max(b.x1 for b in each),
            max(b.bottom for b in each),
        )


class Source(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One place that a value was read from, all of it on one page."""

    page: int | None
    """1-based; None where the paper has no pages (HTML, plain text)."""
    box: Box | None
    """None where the paper has no geometry."""
    quote: str
    """The text as it stands there, white space folded."""


ValueT = TypeVar("ValueT")


class Finding(msgspec.Struct, Generic[ValueT], frozen=True):
    """A value and the places it was read from. Without a source there is no finding."""

    value: ValueT
    sources: tuple[Source, ...]
    confidence: float = 1.0
    """How sure the extractor is by its own estimate, from 0 to 1; what is published is measured."""
    rule: str = ""
    """The rule that found it, by a short name: 'table row'. '' for an extractor of one rule."""

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"a finding needs a source: {self.value!r}")


class Rejected(msgspec.Struct, frozen=True, tag=True):
    """A candidate that an extractor looked at and turned down: how a miss is understood."""

    text: str
    reason: str
