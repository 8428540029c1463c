"""What kind of paper some bytes are: told from the bytes first, from the name second."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.document import MediaType
from pipeline.errors import UnreadablePaperError

_HEAD = 1024
"""How far into a file its signature may stand: readers of PDF accept junk before the header."""

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:html|body|div|p|table|tr|td|h[1-6]|ul|ol|span)\b[^>]*>", re.IGNORECASE)
_BY_SUFFIX: dict[str, MediaType] = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".aspx": "text/html",
    "": "text/plain",
}
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "open it and export it as PDF"),
    (b"{\\rtf", "a Rich Text file", "open it and export it as PDF"),
    (b"\x89PNG", "a picture", "run OCR over it and save the result as PDF"),
    (b"\xff\xd8\xff", "a picture", "run OCR over it and save the result as PDF"),
    (b"GIF8", "a picture", "run OCR over it and save the result as PDF"),
    (b"II*\x00", "a picture", "run OCR over it and save the result as PDF"),
    (b"MM\x00*", "a picture", "run OCR over it and save the result as PDF"),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"Rar!", "an archive of files", "unpack it first"),
    (b"7z\xbc\xaf", "an archive of files", "unpack it first"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"opendocument", "an OpenDocument file"),
)


def sniff(data: bytes, name: str) -> MediaType:
    """The media type of a paper, from its bytes and its file name.

    What the bytes say wins over what the name says, but for two cases that are surely mistakes:
    a web page or an Office file under the name of a PDF.

    Raises UnreadablePaperError, with what the file is and the remedy, for everything that is not
    a PDF, a web page, Markdown or plain text.
    """
    suffix = PurePath(name).suffix.lower()
    if not data.strip():
        raise UnreadablePaperError(f"{name}: the file is empty; download it again")
    if b"%PDF-" in data[:_HEAD]:
        return "application/pdf"
    _refuse_foreign(data, name)
    text = data.removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(text[: 8 * _HEAD]):
        if suffix == ".pdf":
            raise UnreadablePaperError(
                f"{name}: named as a PDF, but it is a web page: download it again; the server "
                "sent a web page, often an error or a sign-in form (for a page that was saved "
                "on purpose, rename it to end in .html)"
            )
        return "text/html"
    if suffix == ".pdf":
        raise UnreadablePaperError(
            f"{name}: named as a PDF, but no PDF header stands in its first {_HEAD} bytes; "
            "the download was damaged or cut off: download it again"
        )
    if suffix not in _BY_SUFFIX:
        raise UnreadablePaperError(
            f"{name}: '{suffix}' is not a known type of paper (known: PDF, HTML, Markdown, text); "
            "convert it to PDF, or leave it out"
        )
    if text.lstrip().startswith(b"<?xml") and not _TAG.search(text):
        raise UnreadablePaperError(
            f"{name}: this is XML data, not a page; download the meeting's page or its PDF"
        )
    return _BY_SUFFIX[suffix]


def _refuse_foreign(data: bytes, name: str) -> None:
    if data.startswith(b"PK\x03\x04"):
        kind = next((what for mark, what in _ZIPPED if mark in data), "an archive of files (zip)")
        remedy = "unpack it first" if "zip" in kind else "open it and export it as PDF"
        raise UnreadablePaperError(f"{name}: this is {kind}, not a PDF or a page; {remedy}")
    for mark, kind, remedy in _FOREIGN:
        if data.startswith(mark):
            raise UnreadablePaperError(f"{name}: this is {kind}, not a PDF or a page; {remedy}")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    head = data[: 8 * _HEAD]
    control = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
    if b"\x00" in head or control * 20 > len(head):
        raise UnreadablePaperError(
            f"{name}: binary data of no known type; download the paper again as PDF"
        )
