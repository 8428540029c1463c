"""What all extractors promise, whatever they are given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import Document, Paragraph, Part, Table
from pipeline.extract import EXTRACTORS, Extractor
from pipeline.provenance import Finding
from pipeline.segment import segment
from tests import strategies

MODULES = Path(__file__).resolve().parents[2] / "pipeline" / "extract"
EACH = pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda e: e.name)


def test_names_are_unique_and_versions_count_from_one() -> None:
    assert len({e.name for e in EXTRACTORS}) == len(EXTRACTORS)
    assert all(e.version >= 1 and e.reads for e in EXTRACTORS)


def test_every_extractor_that_a_module_declares_is_listed() -> None:
    declared = {
        name
        for module in MODULES.rglob("*.py")
        for name in re.findall(
            r'^[A-Z_]+ = Extractor\(\s*name="(\w+)"', module.read_text(), re.MULTILINE
        )
    }
    assert declared == {e.name for e in EXTRACTORS}


@EACH
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.parts())
def test_any_part_is_read_and_every_quote_stands_in_it(extractor: Extractor, part: Part) -> None:
    text = _text(part)
    for finding in extractor.find(part):
        if isinstance(finding, Finding):
            assert finding.sources
            assert 0 < finding.confidence <= 1
            for source in finding.sources:
                assert _letters(source.quote) in text


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(strategies.blocks(), max_size=14))
def test_any_flow_is_cut_and_read(flow: list[Paragraph | Table]) -> None:
    parts = segment(Document("application/pdf", tuple(flow)))
    whole = Part(0, "other", tuple(flow))
    # Every word is in some part; a table that only framed minutes is dissolved into paragraphs.
    assert sorted("".join(_text(part) for part in parts)) == sorted(_text(whole))
    for part in parts:
        for extractor in EXTRACTORS:
            if part.kind in extractor.reads:
                assert all(found is not None for found in extractor.find(part))


def _text(part: Part) -> str:
    """The part's text without white space, as paragraphs and cells print it."""
    texts = []
    for block in part.flow:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts += [c.text for row in block.rows for c in row.cells]
    return _letters("".join(texts))


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)
