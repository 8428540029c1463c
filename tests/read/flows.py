"""What a text gives when read, in plain lists that a test can compare."""

from __future__ import annotations

from pipeline.document import Document, Paragraph, Table
from pipeline.read.text import read_text


def read(text: str, *, markdown: bool = False) -> Document:
    return read_text(text.encode(), markdown)


def paragraphs(document: Document) -> list[tuple[str | None, str]]:
    return [(b.marker, b.text) for b in document.flow if isinstance(b, Paragraph)]


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in b.rows]
        for b in document.flow
        if isinstance(b, Table)
    ]


def styled(document: Document, style: str) -> list[tuple[str | None, str]]:
    return [
        (b.marker, b.text) for b in document.flow if isinstance(b, Paragraph) and b.style == style
    ]
