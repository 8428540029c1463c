"""What comes back from a worker."""

from __future__ import annotations

import msgspec

from pipeline.extraction import Fact, PaperKind, PaperStatus, PartSummary, Refusal, Wording


class Yield(msgspec.Struct, frozen=True, kw_only=True):
    """All that a worker made of one paper."""

    status: PaperStatus
    reason: str | None = None
    media_type: str | None = None
    kind: PaperKind = "other"
    layout: str | None = None
    title: str | None = None
    producer: str | None = None
    pages: int | None = None
    recognised_pages: int = 0
    """How many pages were recognised from their pictures (OCR)."""
    unrecognised: bool = False
    """Pages were left out because what recognises them is not installed."""
    parts: tuple[PartSummary, ...] = ()
    facts: tuple[Fact, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    wording: tuple[Wording, ...] = ()
    reading: bytes | None = None
    """The Document as gzipped JSON, to be cached; None when it came from the cache."""
    fault: bool = False
    """Something failed that is the pipeline's own fault: the paper is tried again in every run."""
    seconds: float = 0.0
    """Wall time in the worker."""
