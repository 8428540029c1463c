from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
import pytest

from pipeline.provenance import Box
from pipeline.read.pdf.ink import _conversion, _drawn_bullets, read_ink
from tests.read.pdf.inking import words
from tests.read.pdf.papers import paper


@dataclass
class Turned:
    """A page of 600 by 800 points whose crop box begins at 10, 20."""

    rotation: int

    def get_bbox(self) -> tuple[float, float, float, float]:
        return 10.0, 20.0, 610.0, 820.0

    def get_rotation(self) -> int:
        return self.rotation


@pytest.mark.parametrize(
    ("rotation", "box"),
    [
        (0, Box(100, 750, 140, 760)),
        (90, Box(40, 100, 50, 140)),
        (180, Box(460, 40, 500, 50)),
        (270, Box(750, 460, 760, 500)),
    ],
)
def test_points_leave_from_the_top_left_of_the_page_as_displayed(rotation: int, box: Box) -> None:
    convert = _conversion(Turned(rotation))  # type: ignore[arg-type]
    assert convert(110, 60, 150, 70) == box
    assert convert(150, 70, 110, 60) == box


def test_a_page_that_inherits_its_size_keeps_its_words_in_place() -> None:
    # The media box stands on the tree of pages, and none on the page itself.
    pdf = pdfium.PdfDocument(
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )
    page = pdf[0]
    assert page.get_size() == (595, 842)
    assert _conversion(page)(50, 790, 90, 802) == Box(50, 40, 90, 52)
    pdf.close()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_the_words_of_a_turned_page_lie_on_it(rotation: int) -> None:
    pdf = pdfium.PdfDocument(paper("iab-2026-03-10-minutes"))
    page = pdf[0]
    upright = read_ink(page, 1)
    page.set_rotation(rotation)
    turned = read_ink(page, 1)
    size = (turned.width, turned.height)
    assert size == (upright.width, upright.height)[:: -1 if rotation != 180 else 1]
    assert sorted(w.text for w in turned.words) == sorted(w.text for w in upright.words)
    once = next(w for w in upright.words if [v.text for v in upright.words].count(w.text) == 1)
    middle = _middle(once.box)
    x, y = _middle(next(w for w in turned.words if w.text == once.text).box)
    back = {
        90: (y, upright.height - x),
        180: (upright.width - x, upright.height - y),
        270: (upright.width - y, x),
    }[rotation]
    assert back == pytest.approx(middle, abs=6)
    pdf.close()


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def test_a_drawn_bullet_is_a_word_beside_its_text() -> None:
    beside = words("Drain the pond", 70, 100)
    (bullet,) = _drawn_bullets([Box(60, 94, 63, 97)], beside, 1)
    assert (bullet.text, bullet.baseline, bullet.page) == ("•", 100, 1)


@pytest.mark.parametrize(
    "dot",
    [Box(60, 300, 63, 303), Box(10, 94, 13, 97), Box(60, 93, 67, 100)],
    ids=["beside nothing", "too far", "too large"],
)
def test_other_dots_are_no_bullets(dot: Box) -> None:
    assert list(_drawn_bullets([dot], words("Drain the pond", 70, 100), 1)) == []


def test_the_stroke_of_a_broad_pen_is_one_line() -> None:
    # A browser underlines bold type so: a path of no height, drawn 1.5 points broad.
    drawn = b"1.5 w 100 700 m 300 700 l S 100 600 200 40 re S"
    pdf = pdfium.PdfDocument(
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        b"trailer\n<< /Root 1 0 R >>\n%%%%EOF\n" % (len(drawn), drawn)
    )
    rules = read_ink(pdf[0], 1).rules
    pdf.close()
    assert [r.horizontal for r in rules if r.box.bottom < 200] == [True]
    assert sorted(r.horizontal for r in rules if r.box.bottom > 200) == [False, False, True, True]
