"""The sample papers against their gold, producer by producer."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate import find_falls, load_baseline
from pipeline.recognition import shortfall
from tests.quality.conftest import Ingested
from tests.quality.figures import short_of
from tests.scanning import needs_ocr

SCANS = ("scan", "scan-faint", "scan-mixed", "scan-signed", "scan-skewed")
PRODUCERS = ("chromium", "libreoffice", "moderngov", "reportlab", "text")
RECOGNISED = tuple(pytest.param(name, marks=needs_ocr) for name in SCANS)
CUT = "iab-2024-12-10-meeting-page"


def test_every_paper_of_the_gold_is_in_the_archive(corpus: Ingested) -> None:
    assert corpus.score().absent == ()


@needs_ocr
def test_nothing_is_set_apart(corpus: Ingested) -> None:
    assert corpus.score().set_apart == ()


@pytest.mark.skipif(shortfall() is None, reason="scans are recognised here")
def test_without_ocr_only_the_scans_are_set_apart_with_the_remedy(corpus: Ingested) -> None:
    apart = corpus.score().set_apart
    assert len(apart) == len(SCANS)
    assert all("is not installed: install it" in each.reason for each in apart)


@needs_ocr
def test_only_the_cut_page_is_not_read_in_full(corpus: Ingested) -> None:
    rows = corpus.rows("SELECT source, status FROM documents WHERE status <> 'ok' ORDER BY source")
    found = [(Path(str(row["source"])).name, row["status"]) for row in rows]
    assert found == [(f"{CUT}.html", "partial")]


@needs_ocr
def test_the_archive_says_how_many_pages_were_recognised(corpus: Ingested) -> None:
    rows = corpus.rows(
        "SELECT source, pages, recognised_pages FROM documents WHERE recognised_pages > 0"
    )
    found = {Path(str(r["source"])).stem: (r["pages"], r["recognised_pages"]) for r in rows}
    assert len(found) == len(SCANS)
    assert found["hnp-2025-11-06-agenda-pack"] == (6, 2)
    assert all(of == done for of, done in found.values()) is False


@needs_ocr
def test_the_gold_has_papers_of_every_producer(corpus: Ingested) -> None:
    assert sorted(corpus.score().by_producer()) == sorted(PRODUCERS + SCANS)


@needs_ocr
def test_no_figure_fell_below_the_baseline(corpus: Ingested) -> None:
    baseline = load_baseline(Path(__file__).parents[2] / "docs" / "baselines" / "corpus.json")
    assert find_falls(corpus.score(), baseline) == ()


@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_field_is_found(corpus: Ingested, producer: str) -> None:
    fields = corpus.score().by_producer()[producer]
    stated = {name: 0.98 for name, tally in fields.items() if tally.gold}
    assert len(stated) >= 10
    assert short_of(stated, fields) == {}


@pytest.mark.parametrize("producer", [*PRODUCERS, *RECOGNISED])
def test_no_row_is_found_where_the_gold_has_none(corpus: Ingested, producer: str) -> None:
    fields = corpus.score().by_producer()[producer]
    assert {
        name: tally.found for name, tally in fields.items() if not tally.gold and tally.found
    } == {}


@pytest.mark.parametrize("producer", RECOGNISED)
def test_scans_are_read_nearly_as_well(corpus: Ingested, producer: str) -> None:
    fields = corpus.score().by_producer()[producer]
    wanted = {"attendance": 0.98, "apologies": 0.98, "agenda_items": 0.98, "resolutions": 0.97}
    headers = {name: 1.0 for name in fields if name.startswith("meeting.")}
    stated = {
        name: least
        for name, least in (wanted | headers | {"actions": 0.95}).items()
        if fields[name].gold
    }
    assert len(stated) >= 9
    assert short_of(stated, fields) == {}
