from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import EXTRACTORS
from pipeline.extraction import Fact
from pipeline.provenance import Finding, Source
from pipeline.records import Action
from pipeline.resolve import resolve
from pipeline.resolve.confidence import (
    CERTAIN,
    Calibration,
    load,
    meanings,
    rule_rows,
    shipped,
    weigh,
)
from tests.resolve.building import header, paper

CALIBRATION = Calibration(
    overall=2.0,
    extractors={"actions": -0.5},
    rules={("actions", "will"): -1.0},
    signals={("actions", "no owner"): -1.0},
)


def row(**more: object) -> dict[str, object]:
    base = {"document_id": "d", "extractor": "actions/3", "rule": "will", "confidence": 0.6}
    return base | {"signals": [], "text": "The Clerk to mend the gate.", "item_number": "1"} | more


def test_a_rule_that_errs_is_less_certain_and_a_signal_more_so() -> None:
    sure = CALIBRATION.confidence("actions", "list below", (), 1.0)
    rule = CALIBRATION.confidence("actions", "will", (), 1.0)
    signal = CALIBRATION.confidence("actions", "will", ("no owner",), 1.0)
    assert sure == pytest.approx(0.818, abs=0.001)
    assert sure > rule > signal


def test_where_nothing_was_measured_the_rules_own_estimate_counts() -> None:
    assert CALIBRATION.confidence("claims", "", (), 0.3) == 0.3
    assert CALIBRATION.confidence("claims", "", (), 1.0) == pytest.approx(0.881, abs=0.001)


@given(st.floats(-30, 30), st.lists(st.sampled_from(["no owner", "long"]), unique=True))
def test_confidence_is_a_share_and_never_certain(odds: float, signals: list[str]) -> None:
    share = Calibration(odds, {"actions": 0.0}).confidence("actions", "", signals, 1.0)
    assert 0.0 <= share <= CERTAIN < 1.0


def test_weighing_sets_signals_and_confidence_of_facts_alone() -> None:
    tables = {"actions": [row(owner=None), row(owner="Clerk")], "people": [{"person_id": "p"}]}
    weigh(tables, CALIBRATION)
    first, second = tables["actions"]
    assert "no owner" in first["signals"]
    assert first["confidence"] < second["confidence"]
    assert tables["people"] == [{"person_id": "p"}]


def test_the_archive_has_rule_signals_and_measured_confidence() -> None:
    action = Action(item_number="1", text="The Clerk to mend the gate.", origin="agreed")
    finding = Finding(action, (Source(1, None, "The Clerk to mend the gate."),), 0.2, "will")
    made = resolve([paper("a", header(), facts=(Fact(0, "actions/3", finding),))])
    (found,) = made["actions"]
    assert found["rule"] == "will"
    assert "no owner" in found["signals"]
    expected = shipped().confidence("actions", "will", found["signals"], 0.2)
    assert found["confidence"] == expected


def test_rules_are_told_in_words_with_their_figures() -> None:
    rows = rule_rows()
    keys = [(r["extractor"], r["kind"], r["name"]) for r in rows]
    assert len(keys) == len(set(keys))
    assert {"rule", "signal"} >= {kind for _, kind, _ in keys}
    assert all(r["meaning"] for r in rows)
    assert all(r["correct"] <= r["judged"] for r in rows if r["judged"] is not None)


def test_every_rule_in_the_code_is_told_in_words() -> None:
    folder = Path(__file__).resolve().parents[2] / "pipeline" / "extract"
    code = "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))
    named = set(re.findall(r'\brule="([^"]+)"', code)) | set(
        re.findall(r', [\d.]+, "([a-z -]+)"\)', code)
    )
    assert len(named) > 20
    told = {name for group, entries in meanings().items() if group != "signals" for name in entries}
    assert named <= told


def test_the_shipped_weights_are_of_extractors_and_rules_that_exist() -> None:
    known = {extractor.name for extractor in EXTRACTORS}
    calibration = shipped()
    assert set(calibration.extractors) <= known
    for extractor, rule in calibration.rules:
        assert rule in meanings()[extractor]
    for _, signal in calibration.signals:
        assert signal in meanings()["signals"]


def test_a_file_of_weights_is_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(
        "[overall]\nlog_odds = 1.5\n[extractors]\n"
        "actions = { rows = 2, right = 1, log_odds = -1 }\n"
        '[rules.actions]\n"will" = { rows = 2, right = 1, log_odds = -0.5 }\n'
    )
    assert load(path) == Calibration(1.5, {"actions": -1.0}, {("actions", "will"): -0.5}, {})
