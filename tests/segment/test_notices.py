"""A decision notice is one item, its sections labelled."""

from __future__ import annotations

from pipeline.document import Paragraph
from pipeline.extract.base import Extractor
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.records import Resolution
from pipeline.segment import segment
from pipeline.segment.notices import notice_items
from tests.read.flows import read

NOTICE = """RECORD OF DECISION

Title of Decision

Footpath repairs in Eastmoor

Decision:

As Cabinet Member for Paths I agree to:

APPROVE the repair of eleven footpaths in the autumn.

DELEGATE the order of works to the Head of Paths.

Reason(s) for decision:

Two of the paths were closed after the floods and the rest are close to it.
"""


def decided(text: str, extractor: Extractor) -> list[str]:
    return [
        found.value.text
        for part in segment(read(text))
        for found in extractor.find(part)
        if hasattr(found, "value") and isinstance(found.value, Resolution)
    ]


def test_the_decision_is_taken_and_its_reasons_are_not() -> None:
    assert decided(NOTICE, RESOLUTIONS) == [
        "APPROVE the repair of eleven footpaths in the autumn.",
        "DELEGATE the order of works to the Head of Paths.",
    ]


def test_the_subject_names_the_item() -> None:
    (item,) = notice_items(read(NOTICE).flow)
    assert item.heading.text == "Footpath repairs in Eastmoor"
    labels = [b.text for b in item.flow if isinstance(b, Paragraph) and b.style == "label"]
    assert labels == ["Decision:", "Reason(s) for decision:"]


def test_a_notice_without_sections_has_no_item() -> None:
    assert notice_items(read("Record of decision\n\nNothing was decided yet.").flow) == ()
