"""Whole papers of the sample, one by each program that made them."""

from __future__ import annotations

import io
from functools import cache

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from pipeline.document import Document, Paragraph, Table
from pipeline.errors import UnreadablePaperError
from pipeline.read.pdf import read_pdf
from tests.read.pdf.papers import PAPERS, paper

PACKS = ("iab-2024-06-11-agenda-pack", "iab-2024-09-10-agenda-pack", "iab-2024-12-10-agenda-pack")
"""One by each producer, all with a plan whose table goes on overleaf."""
HEAD = "Activities"


@cache
def document(name: str) -> Document:
    return read_pdf(paper(name))


def texts(name: str) -> list[str]:
    return [b.text for b in document(name).flow if isinstance(b, Paragraph)]


@pytest.mark.parametrize("name", PACKS)
def test_pages_are_numbered_from_one_and_have_their_size(name: str) -> None:
    pages = document(name).pages
    assert [p.number for p in pages] == list(range(1, len(pages) + 1))
    assert all(p.width > 500 and p.height > 500 and p.problem is None for p in pages)


@pytest.mark.parametrize("name", PACKS)
def test_page_stamps_stay_out_of_the_flow(name: str) -> None:
    assert [t for t in texts(name) if t.startswith("Page ") and t[5:].isdigit()] == []


@pytest.mark.parametrize("name", PACKS)
def test_headings_are_bold_and_prose_is_not(name: str) -> None:
    bold = [
        b.text
        for b in document(name).flow
        if isinstance(b, Paragraph) and b.passage.bold and b.text
    ]
    prose = [t for t in texts(name) if len(t) > 200]
    assert len(bold) >= 15
    assert prose
    assert not set(bold) & set(prose)


@pytest.mark.parametrize("name", PACKS)
def test_blank_pages_say_nothing(name: str) -> None:
    assert [t for t in texts(name) if "intentionally left blank" in t.lower()] == []


@pytest.mark.parametrize("name", PACKS)
def test_a_plan_of_many_pages_repeats_no_head_within_a_table(name: str) -> None:
    plans = [
        b for b in document(name).flow if isinstance(b, Table) and b.rows[0].cells[0].text == HEAD
    ]
    assert len(plans) == 4
    assert all(sum(r.cells[0].text == HEAD for r in plan.rows) == 1 for plan in plans)
    assert any(len({r.page for r in plan.rows}) > 1 for plan in plans)


@pytest.mark.parametrize("name", PACKS)
def test_every_word_of_the_flow_has_a_place_on_its_page(name: str) -> None:
    found = document(name)
    sizes = {p.number: (p.width, p.height) for p in found.pages}
    passages = []
    for block in found.flow:
        if isinstance(block, Paragraph):
            passages.append(block.passage)
        else:
            passages += [c.passage for row in block.rows for c in row.cells]
    for each in passages:
        assert "".join(each.text[w.start : w.end] for w in each.words) == each.text.replace(" ", "")
        for word in each.words:
            wide, high = sizes[word.page]
            assert -1 <= word.box.x0 < word.box.x1 <= wide + 1
            assert -1 <= word.box.top < word.box.bottom <= high + 1


@pytest.mark.parametrize("name", PACKS)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert read_pdf(paper(name)) == document(name)


def test_the_producer_is_told() -> None:
    assert str(document(PACKS[0]).producer).startswith("LibreOffice")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\nnothing", "cut short"),
        (b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
        (b"", "cut short"),
        (paper("iab-2026-03-10-minutes")[:400], "cut short"),
    ],
    ids=["no end", "no objects", "empty", "first bytes"],
)
def test_a_damaged_file_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(UnreadablePaperError, match=says) as refused:
        read_pdf(data)
    assert "again" in str(refused.value)


def test_an_encrypted_file_asks_for_an_open_copy() -> None:
    with pytest.raises(UnreadablePaperError, match=r"encrypted.*open copy"):
        read_pdf(_encrypted())


def test_a_file_without_pages_is_refused() -> None:
    pdf = pdfium.PdfDocument.new()
    with pytest.raises(UnreadablePaperError):
        read_pdf(_saved(pdf))


def test_a_paper_of_blank_pages_is_no_scan_and_is_told_of() -> None:
    pdf = pdfium.PdfDocument.new()
    pdf.new_page(600, 800)
    found = read_pdf(_saved(pdf))
    assert found.flow == ()
    assert len(found.problems) == 1
    assert "right file" in found.problems[0]
    assert "scan" not in found.problems[0]
    assert len(found.pages) == 1


def test_letters_drawn_as_shapes_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pdfium.PdfDocument.new()
    page = pdf.new_page(600, 800)
    shape = raw.FPDFPageObj_CreateNewPath(100, 100)
    raw.FPDFPath_BezierTo(shape, 110, 120, 130, 120, 140, 100)
    raw.FPDFPath_SetDrawMode(shape, raw.FPDF_FILLMODE_WINDING, True)
    raw.FPDFPage_InsertObject(page.raw, shape)
    raw.FPDFPage_GenerateContent(page.raw)
    monkeypatch.setenv("PATH", "/nonexistent")
    found = read_pdf(_saved(pdf))
    assert len(found.problems) == 1
    assert "Tesseract is not installed" in found.problems[0]


def test_the_reason_does_not_depend_on_the_file_before() -> None:
    with pytest.raises(UnreadablePaperError, match="encrypted"):
        read_pdf(_encrypted())
    with pytest.raises(UnreadablePaperError, match="damaged"):
        read_pdf(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n")


def _saved(pdf: pdfium.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def _encrypted() -> bytes:
    """A file whose trailer names an encryption that needs a password (RC4, 40 bits)."""
    owner, user = b"<" + b"61" * 32 + b">", b"<" + b"62" * 32 + b">"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        b"<< /Filter /Standard /V 1 /R 2 /O " + owner + b" /U " + user + b" /P -4 >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % offset for offset in offsets
    )
    trailer = (
        b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<6161> <6161>] >>\n"
        b"startxref\n%d\n%%%%EOF\n" % len(body)
    )
    return body + table + trailer


def test_the_samples_are_there() -> None:
    assert len(list(PAPERS.glob("*.pdf"))) == 37
