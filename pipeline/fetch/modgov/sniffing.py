"""What a fetched answer is, from its bytes: headers and names are the site's to get wrong."""

from __future__ import annotations

import re

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html)",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN = (
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
)
READABLE = (".pdf", ".html", ".htm", ".txt", "")
"""Endings of addresses whose documents are asked for."""


def suffix_of(data: bytes) -> str | None:
    """The ending for a document with these bytes; None where it is no PDF and no web page."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    return ".html" if _PAGE.match(data) else None


def what(data: bytes) -> str:
    """What the bytes are, in words."""
    if not data:
        return "an empty answer"
    for start, name in _FOREIGN:
        if data.startswith(start):
            return name
    suffix = suffix_of(data)
    return {".pdf": "a PDF", ".html": "a web page"}.get(suffix or "", "a file of another kind")
