"""Bytes of a paper into a Document: one reader per kind of file, the only PDF-library imports."""

from __future__ import annotations

from pipeline.document import Document, MediaType
from pipeline.errors import RestrictedPaperError
from pipeline.read.html import read_html
from pipeline.read.pdf import read_pdf
from pipeline.read.restriction import restriction
from pipeline.read.sniff import sniff
from pipeline.read.text import read_text

READ_VERSION = 16
"""Raise it when any reader gives a different Document for the same bytes."""


def read(data: bytes, media_type: MediaType, most: int | None = None) -> Document:
    """Read a paper.

    Raises UnreadablePaperError when the bytes can't be read as `media_type`, RestrictedPaperError
    when the paper says of itself that it is exempt from publication, ScannedPagesError when more
    than `most` pages (None: any number) must be recognised from their pictures.
    """
    document = _read(data, media_type, most)
    reason = restriction(document)
    if reason is not None:
        raise RestrictedPaperError(reason)
    return document


def _read(data: bytes, media_type: MediaType, most: int | None) -> Document:
    if media_type == "application/pdf":
        return read_pdf(data, most)
    if media_type == "text/html":
        return read_html(data)
    return read_text(data, markdown=media_type == "text/markdown")


__all__ = ["READ_VERSION", "read", "sniff"]
