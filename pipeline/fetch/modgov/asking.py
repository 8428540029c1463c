"""What asking a site for one address comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from pipeline.fetch.modgov.job import FailureKind, Line


@dataclass(frozen=True)
class Answer:
    """An answer of the site, 200 or 304."""

    url: str
    """After redirects."""
    status: int
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    seconds: float = 0.0
    media_type: str = field(default="", compare=False)


class AskError(Exception):
    """An address could not be had."""

    def __init__(self, kind: FailureKind, why: str, url: str) -> None:
        """`why` is told to a person."""
        super().__init__(why)
        self.kind = kind
        self.url = url


class Leave(Exception):  # noqa: N818 - it is no error: the site is to be left alone
    """The site must be left alone for tonight."""


class Asker(Protocol):
    """Fetches one address."""

    async def __call__(
        self, url: str, *, etag: str | None = None, modified: str | None = None, probe: bool = False
    ) -> Answer:
        """The answer: 200, or 304 where it was asked for by its marks.

        `probe` is for what may well not be there, and isn't worth repeating. Raises AskError for
        anything else, Leave when the site must be left alone.
        """


class Sink(Protocol):
    """Takes what the walk finds."""

    def keep(self, data: bytes, suffix: str) -> str:
        """Keep a file; its SHA-256."""

    def write(self, line: Line) -> None:
        """Keep a line."""
