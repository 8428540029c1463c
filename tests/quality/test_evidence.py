"""Every fact of a PDF has a page and a box, and the words it quotes stand in that box."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageOps

from tests.quality.conftest import Ingested
from tests.quality.evidence import (
    Seen,
    around,
    by_paper,
    fold,
    inside,
    missing,
    needed,
    pages_of,
    quoted,
)
from tests.scanning import needs_ocr

FACTS = (
    "meeting_headers",
    "membership",
    "attendance",
    "agenda_items",
    "declarations",
    "resolutions",
    "actions",
    "reports",
    "recommendations",
    "milestones",
    "claims",
    "forward_plan",
)
SOURCES = """
SELECT d.source, e.fact_table, e.fact_id, e.page, e.x0, e.top, e.x1, e.bottom, e.quote
FROM evidence AS e JOIN documents AS d USING (document_id)
WHERE d.media_type = 'application/pdf' AND {scanned}
ORDER BY ALL
"""
PRINTED = SOURCES.format(scanned="d.recognised_pages = 0")
SCANNED = SOURCES.format(scanned="d.recognised_pages = d.pages")


@pytest.fixture(params=["corpus", pytest.param("papers", marks=pytest.mark.shared)])
def pdfs(request: pytest.FixtureRequest) -> Ingested:
    """The sample papers, and the real ones where they are at hand."""
    if request.param == "corpus":
        made: Ingested = request.getfixturevalue("corpus")
        return made
    form: Callable[[str], Ingested] = request.getfixturevalue("shared_form")
    return form("papers")


@pytest.mark.parametrize("table", FACTS)
def test_every_fact_of_a_pdf_has_page_box_and_quote(pdfs: Ingested, table: str) -> None:
    lacking = pdfs.rows(
        f"SELECT fact_id, quote FROM {table} JOIN documents USING (document_id) "
        "WHERE media_type = 'application/pdf' AND (page IS NULL OR x0 IS NULL OR top IS NULL "
        "OR x1 IS NULL OR bottom IS NULL OR quote IS NULL OR trim(quote) = '')"
    )
    assert lacking == []


@pytest.mark.parametrize("table", FACTS)
def test_the_facts_own_row_carries_its_first_source(pdfs: Ingested, table: str) -> None:
    other = pdfs.rows(
        f"SELECT f.fact_id FROM {table} AS f LEFT JOIN evidence AS e "
        f"ON e.fact_table = '{table}' AND e.fact_id = f.fact_id AND e.ordinal = 1 "
        "WHERE (f.page, f.x0, f.top, f.x1, f.bottom, f.quote) "
        "IS DISTINCT FROM (e.page, e.x0, e.top, e.x1, e.bottom, e.quote)"
    )
    assert other == []


def test_a_fact_of_a_text_has_a_quote_and_no_box(corpus: Ingested) -> None:
    rows = corpus.rows(
        "SELECT e.fact_id FROM evidence AS e JOIN documents AS d USING (document_id) "
        "WHERE d.media_type <> 'application/pdf' "
        "AND (e.page IS NOT NULL OR e.x0 IS NOT NULL OR trim(e.quote) = '')"
    )
    assert rows == []


def test_boxes_lie_on_their_page(pdfs: Ingested) -> None:
    outside = []
    for source, rows in by_paper(pdfs.rows(PRINTED)).items():
        pages = pages_of(_file(pdfs, source))
        for row in rows:
            page = pages[_page(row)]
            x0, top, x1, bottom = _box(row)
            if not (-1 <= x0 < x1 <= page.width + 1 and -1 <= top < bottom <= page.height + 1):
                outside.append(row)
    assert outside == []


def test_the_quoted_words_stand_in_the_box(pdfs: Ingested) -> None:
    rows = pdfs.rows(PRINTED)
    failed = []
    for source, of_paper in by_paper(rows).items():
        pages = pages_of(_file(pdfs, source))
        for row in of_paper:
            lost = missing(str(row["quote"]), inside(pages[_page(row)], _box(row)))
            if lost:
                failed.append((source, row["fact_table"], row["page"], lost))
    assert len(failed) <= 0.01 * len(rows), failed


def test_no_box_is_larger_than_its_words(pdfs: Ingested) -> None:
    rows = pdfs.rows(PRINTED)
    failed = []
    for source, of_paper in by_paper(rows).items():
        pages = pages_of(_file(pdfs, source))
        for row in of_paper:
            page, box = pages[_page(row)], _box(row)
            words = needed(str(row["quote"]), inside(page, box))
            if words and _misfits(box, words):
                failed.append((source, row["fact_table"], row["page"], box, around(words)))
    assert len(failed) <= 0.01 * len(rows), failed


@needs_ocr
def test_the_cut_outs_of_scans_show_the_quoted_words(corpus: Ingested) -> None:
    """As Tesseract reads the cut-out by itself; a cut-out may be askew, or under a signature."""
    quotes = shown = 0
    for source, of_paper in by_paper(corpus.rows(SCANNED)).items():
        paper = pypdfium2.PdfDocument(_file(corpus, source))
        chosen = [row for row in of_paper if len(quoted(str(row["quote"]))) >= 3]
        for row in chosen[::5]:
            seen = _read(paper[_page(row)], _box(row))
            words = quoted(str(row["quote"]))
            quotes += len(words)
            shown += sum(word in seen for word in words)
    assert quotes > 120
    assert shown >= 0.95 * quotes


@needs_ocr
def test_boxes_on_scans_lie_on_their_page_and_hug_the_ink(corpus: Ingested) -> None:
    rows = corpus.rows(SCANNED)
    assert len(rows) > 100
    for source, of_paper in by_paper(rows).items():
        paper = pypdfium2.PdfDocument(_file(corpus, source))
        for row in of_paper:
            page = paper[_page(row)]
            x0, top, x1, bottom = _box(row)
            wide, high = page.get_size()
            assert -1 <= x0 < x1 <= wide + 1
            assert -1 <= top < bottom <= high + 1
            darkest, lightest = _cut(page, (x0, top, x1, bottom)).convert("L").getextrema()
            assert float(darkest) < float(lightest) - 30, (source, row["quote"])


def _cut(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> Image.Image:
    scale = 3
    edges = (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2)
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.crop(tuple(round(edge * scale) for edge in edges))


def _read(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> str:
    """The letters that stand in a box, by Tesseract alone."""
    picture = io.BytesIO()
    plain = ImageOps.autocontrast(_cut(page, box).convert("L"))
    ImageOps.expand(plain, 30, 255).save(picture, "PNG")
    done = subprocess.run(
        ["tesseract", "-", "-", "--psm", "6", "--dpi", "216"],
        input=picture.getvalue(),
        capture_output=True,
        check=True,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )
    return fold(done.stdout.decode())


def _misfits(box: tuple[float, float, float, float], words: Sequence[Seen]) -> bool:
    """Whether an edge stands elsewhere than that of the words; points from the page's top left.

    The two libraries take a word's height from different metrics of its font (one often knows no
    descent), so that a line's top and bottom may differ by a third of its height.
    """
    off = [abs(a - b) for a, b in zip(box, around(words), strict=True)]
    tall = max(2.0, max(word.height for word in words) / 3)
    return max(off[0], off[2]) > 2.0 or max(off[1], off[3]) > tall


def _file(of: Ingested, source: str) -> Path:
    return of.papers / Path(source).name


def _page(row: dict[str, object]) -> int:
    return int(str(row["page"])) - 1


def _box(row: dict[str, object]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (float(str(row[edge])) for edge in ("x0", "top", "x1", "bottom"))
    return x0, top, x1, bottom
