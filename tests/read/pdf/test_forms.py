"""What was filled in on a form is text of its page."""

from __future__ import annotations

from pipeline.document import Paragraph
from pipeline.read import read_pdf

_FONT = b"<</Font<</F 4 0 R>>>>"
_PAGE = b"BT /F 11 Tf 60 700 Td (Notice of a meeting of the Ponds Board) Tj 0 -30 Td (Place:) Tj ET"
_FILLED = b"/Tx BMC BT /F 11 Tf 2 5 Td (The Mill Hall, Nether Quill) Tj ET EMC"


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (keys, len(data), data)


def form() -> bytes:
    """A page with a text field that somebody filled in."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/DR %s>>>>" % _FONT,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %s/Contents 5 0 R"
        b"/Annots[6 0 R]>>" % _FONT,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(_PAGE),
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(place)/V(The Mill Hall, Nether Quill)/F 4"
        b"/Rect[110 662 400 682]/DA(/F 11 Tf 0 g)/P 3 0 R/AP<</N 7 0 R>>>>",
        stream(_FILLED, b"/Type/XObject/Subtype/Form/BBox[0 0 290 20]/Resources %s" % _FONT),
    ]
    out, at = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))
    )


def test_a_field_is_read_beside_its_label() -> None:
    texts = [b.text for b in read_pdf(form()).flow if isinstance(b, Paragraph)]
    assert texts == ["Notice of a meeting of the Ponds Board", "Place: The Mill Hall, Nether Quill"]
