"""What the trained pipeline adds to the rules, and what it is never asked about."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pipeline.extract.actions import find_actions
from pipeline.extract.judged import judged_undertakings
from pipeline.extract.model import RULES_ALONE, Bars
from pipeline.provenance import Finding, Rejected
from pipeline.records import Action, AnyRecord
from tests.extract.building import item, minutes


def _texts(found: Iterable[Finding[AnyRecord] | Rejected]) -> list[str]:
    return [f.value.text for f in found if isinstance(f, Finding) and isinstance(f.value, Action)]


def test_an_action_that_no_rule_words_is_added() -> None:
    part = minutes(item("4", "Footpaths", "Clerk asked to thank the bell ringers."))

    assert _texts(find_actions(part, RULES_ALONE)) == []
    (found,) = find_actions(part, Bars(action=0.99))

    assert isinstance(found, Finding)
    assert found.sources[0].quote == "Clerk asked to thank the bell ringers."
    assert found.confidence <= 0.6


@pytest.mark.parametrize(
    "sentence",
    [
        "Would the Clerk write to the ferry company?",
        "At the last meeting the Clerk was asked to order two bins.",
        "To ask the Clerk to order two bins.",
        "Clerk to",
        "Cllr Tarn moved the motion that the Clerk be asked to order two bins.",
        "word " * 60 + "to order two bins.",
    ],
    ids=["question", "past", "agenda", "scrap", "motion", "endless"],
)
def test_what_can_be_no_action_is_never_asked_about(sentence: str) -> None:
    assert judged_undertakings([sentence], bar=0.0) == [None]
