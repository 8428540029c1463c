"""What Tesseract writes of a page, as words."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.hocr import words_of
from pipeline.read.pdf.lines import lines_of

SIZE = (600.0, 800.0)
"""Points; the pictures below have twice as many pixels."""


def word(text: str, x: int, y: int, sure: int = 95) -> str:
    box = f"bbox {x} {y - 20} {x + 12 * len(text)} {y + 4}"
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<span class='ocrx_word' title='{box}; x_wconf {sure}'>{escaped}</span>"


def line(*words: str, y: int, x: int = 100, size: float = 24, slope: float = 0.0) -> str:
    title = f"bbox {x} {y - 20} 1100 {y + 6}; baseline {slope} -6; x_size {size}"
    return f"<span class='ocr_line' title='{title}'>{''.join(words)}</span>"


def page(*lines: str) -> bytes:
    body = "".join(lines)
    return (
        "<?xml version='1.0' encoding='UTF-8'?><html><body>"
        f"<div class='ocr_page' title='image x; bbox 0 0 1200 1600; ppageno 0'>{body}</div>"
        "</body></html>"
    ).encode()


def text(*lines: str) -> list[str]:
    words, _ = words_of(page(*lines), 1, SIZE)
    return [found.text for found in lines_of(words)]


def test_pixels_become_points_and_a_line_shares_its_baseline() -> None:
    found, sure = words_of(
        page(line(word("Present:", 100, 200), word("gypsum", 220, 206), y=200)), 7, SIZE
    )
    assert [w.text for w in found] == ["Present:", "gypsum"]
    assert {w.page for w in found} == {7}
    assert {w.baseline for w in found} == {100.0}
    assert found[0].size == found[1].size == 12.0
    assert found[0].box.x0 == pytest.approx(50)
    assert found[0].box.top < 92
    assert found[0].box.bottom > 100
    assert sure == pytest.approx(0.95)


def test_sizes_that_only_seem_to_differ_are_one_and_a_headings_stays() -> None:
    found, _ = words_of(
        page(
            line(word("MINUTES", 100, 100), y=100, size=36),
            line(word("one", 100, 200), word("two", 200, 200), y=200, size=24),
            line(word("no", 100, 240), y=240, size=26),
        ),
        1,
        SIZE,
    )
    assert [w.size for w in found] == [18.0, 12.0, 12.0, 12.0]


def test_a_scrawl_and_a_stain_are_no_words() -> None:
    scrawl = line(word("Gf", 100, 300, 21), word("4e", 160, 300, 33), y=300)
    dust = line(word("Budget", 100, 400), word("~,", 300, 400, 20), y=400)
    assert text(scrawl, dust) == ["Budget"]


def test_an_empty_page_has_no_words_and_no_confidence() -> None:
    assert words_of(page(), 1, SIZE) == ([], None)
    assert words_of(b"", 1, SIZE) == ([], None)
    assert words_of(b"not hOCR <", 1, SIZE) == ([], None)


@pytest.mark.parametrize("seen", ["e", "*", "¢", "«", "•"])
def test_what_a_bullet_is_taken_for_is_a_bullet(seen: str) -> None:
    assert text(line(word(seen, 100, 200), word("Reasons", 140, 200), y=200)) == ["• Reasons"]


def test_a_sign_within_a_text_is_no_bullet() -> None:
    assert text(line(word("*", 100, 200), word("Report", 116, 200), y=200)) == ["* Report"]


@pytest.mark.parametrize(
    ("seen", "printed"), [("l.", "1."), ("|.", "1."), ("I.", "1."), ("3,", "3."), ("1;", "1.")]
)
def test_numbers_of_a_list_are_mended(seen: str, printed: str) -> None:
    first = line(word(seen, 100, 200), word("Apologies", 160, 200), y=200)
    second = line(word("2.", 100, 300), word("Minutes", 160, 300), y=300)
    assert text(first, second) == [f"{printed} Apologies", "2. Minutes"]


def test_roman_numbers_and_prose_stay() -> None:
    roman = line(word("I.", 100, 200), word("Apologies", 160, 200), y=200)
    second = line(word("II.", 100, 300), word("Minutes", 160, 300), y=300)
    prose = line(word("14,", 100, 400), word("Civic", 160, 400), y=400)
    assert text(roman, second, prose) == ["I. Apologies", "II. Minutes", "14, Civic"]


def test_pieces_of_ruling_lines_are_dropped_and_dashes_stay() -> None:
    cells = line(word("|", 60, 200), word("Audit", 100, 200), word("|", 300, 200), y=200)
    decided = line(word("RESOLVED", 100, 300), word("–", 300, 300), y=300)
    assert text(cells, decided) == ["Audit", "RESOLVED –"]
