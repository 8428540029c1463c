"""Papers made for the tests: small sound ones, and bad ones of every kind."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from PIL import Image

Objects = Sequence[bytes]

MINUTES = """Ambridge Parish Council

Minutes of the meeting of the Finance Committee held on Tuesday 14 May 2024 at 7.00 pm
in the Village Hall

Present: Councillor Ada Byron (Chair), Councillor Tom Reeve and Councillor Joan Pike.

In attendance: Mrs Carol Finch (Clerk).

1. Apologies for absence

Apologies were received from Councillor Peter Marsh.

2. Minutes of the last meeting

RESOLVED: That the minutes of the meeting held on 12 March 2024 be approved.

3. Budget

RESOLVED: That the budget for 2024/25 be noted.

The meeting closed at 8.15 pm.
"""


def pdf(objects: Objects, trailer: bytes = b"") -> bytes:
    """A PDF file of numbered objects (from 1); the first is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def text_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A sound PDF with a text layer, one list of lines a page."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, lines in enumerate(pages):
        text = b"".join(
            b"(%s) Tj T*\n" % line.replace("(", r"\(").replace(")", r"\)").encode("latin-1")
            for line in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * index)
        )
        objects.append(stream(b"BT /F1 11 Tf 14 TL 72 770 Td\n" + text + b"ET"))
    return pdf(objects)


def minutes_pdf() -> bytes:
    lines = [line for line in MINUTES.splitlines() if line]
    return text_pdf([lines[:6], lines[6:]])


def truncated_pdf() -> bytes:
    whole = minutes_pdf()
    return whole[: len(whole) // 3]


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password: its keys fit no empty one."""
    page = pdf_page(b"BT ET")
    trailer = b"/ID [<%s> <%s>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>"
    return pdf(page, trailer % (b"00" * 16, b"00" * 16, b"41" * 32, b"42" * 32))


def pdf_page(content: bytes, entries: bytes = b"") -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream(content, entries),
    ]


def scan_pdf() -> bytes:
    out = io.BytesIO()
    picture = Image.new("L", (620, 877), 255)
    picture.paste(40, (60, 80, 500, 100))
    picture.save(out, "PDF", resolution=75)
    return out.getvalue()


def bomb_pdf(size: int = 3 << 30) -> bytes:
    """A few kilobytes whose page content unpacks to `size` bytes."""
    once = zlib.compressobj(1)
    block = b" " * (1 << 24)
    packed = b"".join(once.compress(block) for _ in range(size >> 24)) + once.flush()
    twice = zlib.compress(packed, 9)
    return pdf(pdf_page(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def nested_pdf(depth: int = 200_000) -> bytes:
    """Arrays within arrays, deep enough to overrun the stack of a careless parser."""
    objects = pdf_page(b"BT /F1 11 Tf 60 780 Td (Annual report) Tj ET")
    objects[2] = (
        b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
        b"/BaseFont /Helvetica >> >> >> /MediaBox "
        + b"[" * depth
        + b"]" * depth
        + b" /Contents 4 0 R >>"
    )
    return pdf(objects)


def looping_pdf() -> bytes:
    """Page tree and contents that refer to themselves."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 9 /Parent 2 0 R /Kids [2 0 R 3 0 R 2 0 R] >>",
            b"<< /Type /Page /Parent 3 0 R /MediaBox 5 0 R /Contents [4 0 R 3 0 R] >>",
            b"[4 0 R 4 0 R]",
            b"5 0 R",
        ]
    )


ERROR_PAGE = b"""<!DOCTYPE html><html><head><title>404 Not Found</title></head>
<body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>"""
