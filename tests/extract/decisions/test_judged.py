from __future__ import annotations

from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.judge import judge
from pipeline.provenance import Finding
from tests.extract.building import item, minutes
from tests.extract.decisions.deciding import resolved

SAID = "The ferry had been late all week."
UNKNOWN = "The cheaper of the two benches was chosen."
"""A decision in words that no rule knows."""


def test_a_decision_that_no_rule_knows_is_taken() -> None:
    assert judge([UNKNOWN])[0].decision >= 0.98
    assert resolved(f"{SAID} {UNKNOWN}") == [UNKNOWN]


def test_it_says_that_it_was_judged() -> None:
    part = minutes(item("4", "Ponds", UNKNOWN))
    (found,) = [f for f in RESOLUTIONS.find(part) if isinstance(f, Finding)]
    assert found.rule == "judged"
    assert 0.98 <= found.confidence <= 1


def test_an_item_that_states_its_decision_is_taken_at_its_word() -> None:
    assert resolved(UNKNOWN, "RESOLVED that the bench be painted.") == [
        "that the bench be painted."
    ]


def test_minutes_that_state_decisions_formally_are_too() -> None:
    formal = [item(str(n), "Ponds", "RESOLVED that the pond be drained.") for n in (1, 2)]
    part = minutes(*formal, item("3", "Benches", UNKNOWN))
    assert {f.rule for f in RESOLUTIONS.find(part) if isinstance(f, Finding)} == {"on its line"}


def test_what_a_meeting_does_to_run_itself_is_not_judged() -> None:
    assert resolved(SAID, "The agenda as amended was waved through by everyone.") == []
