"""What the head of a paper says of its meeting, while it is gathered."""

from __future__ import annotations

from datetime import date, time

from pipeline.document import Passage
from pipeline.provenance import Source


class Facts:
    """The head's values while they are gathered, with where each was read."""

    def __init__(self) -> None:
        self.body: str | None = None
        self.authority: str | None = None
        self.held_on: date | None = None
        self.starts_at: time | None = None
        self.ended_at: time | None = None
        self.venue: str | None = None
        self.sources: list[Source] = []

    def read(self, passage: Passage) -> None:
        """Add where `passage` stands to the sources."""
        self.sources += [s for s in passage.sources() if s not in self.sources]
