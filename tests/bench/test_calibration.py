"""What writes models/confidence.toml: the fit, the folds and the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import reliability
from bench.calibrate import WEIGHTS
from bench.calibration import (
    Sample,
    bins,
    brier,
    calibration_error,
    fit,
    out_of_fold,
    predict,
    spread,
)
from bench.judged import judged
from pipeline.resolve.confidence import load

ROOT = Path(__file__).resolve().parents[2]


def samples(rule: str, right: int, wrong: int, council: str = "a", **more) -> list[Sample]:
    return [
        Sample("actions", rule, more.get("signals", ()), council, at < right)
        for at in range(right + wrong)
    ]


def test_a_rule_that_errs_gets_a_lower_confidence() -> None:
    fitted = fit(samples("good", 95, 5) + samples("bad", 50, 50), ridge=1.0)
    calibration = fitted.calibration()
    assert calibration.confidence("actions", "good", (), 1.0) == pytest.approx(0.94, abs=0.03)
    assert calibration.confidence("actions", "bad", (), 1.0) == pytest.approx(0.51, abs=0.04)
    bad = fitted.features["rule", "actions", "bad"]
    assert (bad.rows, bad.right) == (100, 50)


def test_few_cases_are_drawn_towards_all() -> None:
    fitted = fit(samples("common", 60, 40) + samples("seldom", 3, 0), ridge=2.0).calibration()
    assert 0.6 < fitted.confidence("actions", "seldom", (), 1.0) < 0.9


def test_rules_that_never_erred_are_not_certain() -> None:
    fitted = fit(samples("good", 30, 0), ridge=1.0).calibration()
    assert 0.9 < fitted.confidence("actions", "good", (), 1.0) < 0.995


def test_a_signal_seen_seldom_has_no_weight() -> None:
    fitted = fit(samples("will", 20, 5) + samples("will", 0, 3, signals=("long",)), ridge=1.0)
    assert not [feature for feature in fitted.features if feature[0] == "signal"]


def test_a_council_is_not_judged_by_itself() -> None:
    every = samples("will", 50, 0, "a") + samples("will", 0, 50, "b")
    chances = out_of_fold(every, ridge=1.0)
    assert chances[:50].max() < 0.2
    assert chances[50:].min() > 0.8


def test_facts_of_one_council_count_less_the_more_they_are() -> None:
    weighed = spread(samples("will", 64, 36, "a") + samples("will", 4, 0, "b"))
    total = {c: sum(s.weight for s in weighed if s.council == c) for c in "ab"}
    assert total == {"a": pytest.approx(20.0), "b": pytest.approx(4.0)}


def test_bins_and_figures() -> None:
    each = samples("will", 8, 2)
    chances = predict(fit(each, ridge=0.1), each)
    (one,) = bins(chances, each)
    assert (one.rows, one.right) == (10, 0.8)
    assert calibration_error(chances, each) == pytest.approx(abs(one.said - 0.8))
    assert brier(chances, each) == pytest.approx(0.16, abs=0.01)


def test_the_picture_is_the_same_each_time_and_names_no_address(tmp_path: Path) -> None:
    each = samples("will", 8, 2)
    series = {"left out": bins(predict(fit(each, ridge=1.0), each), each)}
    pictures = []
    for name in ("a.svg", "b.svg"):
        reliability.draw(series, tmp_path / name)
        pictures.append((tmp_path / name).read_text("utf-8"))
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith("<svg")
    assert "share of facts that is right" in pictures[0]


def test_facts_are_paired_with_their_verdicts(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "gold").mkdir()
    text = (ROOT / "corpus" / "papers" / "hnp-2025-02-13-minutes.txt").read_text("utf-8")
    (tmp_path / "papers" / "hnp-2025-02-13-minutes.txt").write_text(text, encoding="utf-8")
    gold = json.loads((ROOT / "corpus" / "gold" / "hnp-2025-02-13-minutes.json").read_text("utf-8"))
    gold["files"] = ["papers/hnp-2025-02-13-minutes.txt"]
    gold["meetings"][0]["attendance"].pop()
    (tmp_path / "gold" / "hnp-2025-02-13-minutes.json").write_text(json.dumps(gold), "utf-8")
    found = judged(tmp_path)
    assert [s.extractor for s in found if not s.right] == ["attendance"]


def test_the_shipped_weights_hold_figures_and_names_of_rules_alone() -> None:
    assert load(WEIGHTS).extractors
    for line in WEIGHTS.read_text("utf-8").splitlines():
        assert len(line) <= 100
