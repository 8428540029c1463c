"""Text that a PDF holds as numbers of glyphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.pdf.glyph_codes import decoded


def test_a_font_without_a_map_is_read_by_the_numbers_of_its_glyphs() -> None:
    plain, coded = "RESOLVED: ", "7KDW\x03WKH\x03&OHUN¶V\x035HSRUW\x03EH\x03QRWHG\x11"
    fonts = ["arial"] * len(plain) + ["abcdef+arial"] * len(coded)
    assert decoded(plain + coded, fonts) == "RESOLVED: That the Clerk’s Report be noted."


def test_blanks_that_pdfium_puts_between_stay() -> None:
    text = "WKH\x03 &RXQFLO\r\n"
    assert decoded(text, ["abcdef+arial"] * len(text)) == "the  Council\r\n"


def test_signs_with_a_stray_number_are_no_text() -> None:
    text = "\x03\x04\x05\x06\xf0\xf1\xf2"
    assert decoded(text, ["signs"] * len(text)) == text


@given(st.text(max_size=30))
def test_text_keeps_its_length(text: str) -> None:
    assert len(decoded(text, ["any"] * len(text))) == len(text)
