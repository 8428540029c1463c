"""Measure how often facts are right, and write it down: models/confidence.toml, docs/quality.md.

    python -m bench.calibrate [SET...]

Each SET is a folder of real papers with `gold` beside them, as COMMITTEE_PAPERS_SHARED, which is
always one of them where it is set. Papers that a set's `split.json` keeps under "test" are never
fitted on: they show how far the confidence can be believed. Of all papers only figures are kept.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import page, reliability
from bench.calibration import (
    Fitted,
    Floats,
    Sample,
    Weight,
    bins,
    brier,
    calibration_error,
    fit,
    out_of_fold,
    predict,
)
from bench.judged import judged

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "models" / "confidence.toml"
PICTURE = ROOT / "docs" / "img" / "reliability.svg"
SAMPLE_WEIGHT = 0.1
"""The sample papers were written with the rules in view: a tenth of a real paper's weight."""
RIDGES = (0.5, 1.0, 2.0, 4.0, 8.0)
_HEAD = """\
# How often facts were right on gold, by extractor, rule and weak signal: figures only, no text.
# Written by `make calibrate`; applied by pipeline/resolve/confidence.py; card in README.md.
# rows: facts judged (a fact of the sample papers counts a tenth); right: those that were right;
# log_odds: what is added up, and turned into the confidence.
"""


def main(folders: Sequence[str]) -> int:
    """Fit on what stands here, and write weights, tables and picture."""
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    sets = [Path(f) for f in ([shared] if shared else []) + list(folders)]
    if not sets:
        print("name a set of real papers, or set COMMITTEE_PAPERS_SHARED: nothing was measured")
        return 2
    real: list[Sample] = []
    test: list[Sample] = []
    for folder in sets:
        found = judged(folder)
        real += found.samples
        test += found.test
        print(f"{folder.name}: {len(found.samples)} facts to fit on, {len(found.test)} to test")
    every = real + judged(ROOT / "corpus", SAMPLE_WEIGHT).samples
    tried = [(brier(out_of_fold(every, ridge)[: len(real)], real), ridge) for ridge in RIDGES]
    error, ridge = min(tried)
    print(f"ridge {ridge:g}: Brier score {error:.4f} on councils left out")
    fitted = fit(every, ridge)
    WEIGHTS.write_text(_HEAD + "\n".join(_toml(fitted)) + "\n", encoding="utf-8")
    series = {"councils left out in turn": (out_of_fold(every, ridge)[: len(real)], real)}
    if test:
        series["papers never fitted on"] = (predict(fitted, test), test)
    reliability.draw({name: bins(*each) for name, each in series.items()}, PICTURE)
    page.write("certainty", [*_figures(series), "", *_tables(series), "", *_rules(fitted)])
    return 0


def _toml(fitted: Fitted) -> Iterable[str]:
    yield "\n[overall]"
    yield from (f"{key} = {value}" for key, value in _entry(fitted.overall).items())
    groups: dict[str, list[str]] = {"[extractors]": []}
    for (kind, extractor, name), weight in sorted(fitted.features.items()):
        head = "[extractors]" if kind == "extractor" else f"[{kind}s.{extractor}]"
        line = ", ".join(f"{key} = {value}" for key, value in _entry(weight).items())
        key = extractor if kind == "extractor" else f'"{name}"'
        groups.setdefault(head, []).append(f"{key} = {{ {line} }}")
    for head, lines in groups.items():
        yield f"\n{head}"
        yield from lines


def _entry(weight: Weight) -> dict[str, float]:
    return {
        "rows": round(weight.rows, 1),
        "right": round(weight.right, 1),
        "log_odds": round(weight.log_odds, 2),
    }


def _figures(series: dict[str, tuple[Floats, list[Sample]]]) -> list[str]:
    lines = ["| measured on | councils | facts | right | mean confidence | Brier score | ECE |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for name, (chances, samples) in series.items():
        councils = len({s.council for s in samples})
        right = sum(s.right for s in samples) / len(samples)
        figures = (right, chances.mean(), brier(chances, samples))
        shown = " | ".join(f"{each:.3f}" for each in figures)
        error = calibration_error(chances, samples)
        lines.append(f"| {name} | {councils} | {len(samples)} | {shown} | {error:.3f} |")
    return lines


def _tables(series: dict[str, tuple[Floats, list[Sample]]]) -> list[str]:
    """What the picture shows, as figures."""
    lines = ["| measured on | confidence | facts | mean confidence | share right |"]
    lines.append("|---|---|---:|---:|---:|")
    for name, (chances, samples) in series.items():
        for each in bins(chances, samples):
            span = f"{each.low:.2f} to {each.high:.2f}"
            lines.append(f"| {name} | {span} | {each.rows} | {each.said:.3f} | {each.right:.3f} |")
    return lines


def _rules(fitted: Fitted) -> list[str]:
    """The rules that err most, of those seen often enough to tell."""
    calibration = fitted.calibration()
    seen = [
        (calibration.confidence(extractor, name, (), 1.0), extractor, name, weight)
        for (kind, extractor, name), weight in fitted.features.items()
        if kind == "rule" and weight.rows >= 5
    ]
    lines = ["| extractor | rule | facts | right | confidence |", "|---|---|---:|---:|---:|"]
    lines += [
        f"| {extractor} | {name} | {weight.rows:.0f} | {weight.right:.0f} | {chance:.2f} |"
        for chance, extractor, name, weight in sorted(seen, key=lambda each: each[:3])[:12]
    ]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
