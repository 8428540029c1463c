"""The sample papers against their gold, producer by producer."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate import find_falls, load_baseline
from tests.quality.conftest import Ingested
from tests.quality.figures import short_of

PRODUCERS = ("chromium", "libreoffice", "moderngov", "reportlab", "text")
SCAN = "iab-2025-03-11-minutes"
CUT = "iab-2024-12-10-meeting-page"


def test_every_paper_of_the_gold_is_in_the_archive(corpus: Ingested) -> None:
    assert corpus.score().absent == ()


def test_only_the_scan_is_set_apart(corpus: Ingested) -> None:
    apart = corpus.score().set_apart
    assert [(each.paper, each.form) for each in apart] == [(SCAN, "pdf")]
    assert "ocrmypdf" in apart[0].reason


def test_only_the_scan_and_the_cut_page_are_not_read_in_full(corpus: Ingested) -> None:
    rows = corpus.rows("SELECT source, status FROM documents WHERE status <> 'ok' ORDER BY source")
    found = [(Path(str(row["source"])).name, row["status"]) for row in rows]
    assert found == [(f"{CUT}.html", "partial"), (f"{SCAN}.pdf", "partial")]


def test_the_gold_has_papers_of_every_producer(corpus: Ingested) -> None:
    assert tuple(corpus.score().by_producer()) == PRODUCERS


def test_no_figure_fell_below_the_baseline(corpus: Ingested) -> None:
    baseline = load_baseline(Path(__file__).parents[2] / "docs" / "baselines" / "corpus.json")
    assert find_falls(corpus.score(), baseline) == ()


@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_field_is_found(corpus: Ingested, producer: str) -> None:
    fields = corpus.score().by_producer()[producer]
    stated = {name: 0.98 for name, tally in fields.items() if tally.gold}
    assert len(stated) >= 10
    assert short_of(stated, fields) == {}


@pytest.mark.parametrize("producer", PRODUCERS)
def test_no_row_is_found_where_the_gold_has_none(corpus: Ingested, producer: str) -> None:
    fields = corpus.score().by_producer()[producer]
    assert {
        name: tally.found for name, tally in fields.items() if not tally.gold and tally.found
    } == {}
