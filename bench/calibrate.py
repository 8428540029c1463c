"""Measure how often facts are right, and write it down: models/confidence.toml, docs/quality.md.

    python -m bench.calibrate [SET...]

Each SET is a folder of papers that no rule was written for, with `gold` beside them. Papers that a
set's `split.json` keeps under "test" are never fitted on: they show how far the confidence can be
believed. The papers that COMMITTEE_PAPERS_SHARED names and the sample papers count a fiftieth, as
the rules were improved on them. Of all papers only figures are kept.
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
    spread,
)
from bench.judged import judged

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "models" / "confidence.toml"
PICTURE = ROOT / "docs" / "img" / "reliability.svg"
KNOWN_WEIGHT = 0.02
"""What a fact of a paper counts that the rules were written or improved with."""
RIDGES = (2.0, 4.0, 8.0, 16.0)
_HEAD = """\
# How often facts were right on gold, by extractor, rule and weak signal: figures only, no text.
# Written by `make calibrate`; applied by pipeline/resolve/confidence.py; card in README.md.
# rows: facts judged; right: those that were right, sample papers among them; log_odds: what is
# added up and turned into the confidence, fitted with less weight on papers that rules knew.
"""


def main(folders: Sequence[str]) -> int:
    """Fit on what stands here, and write weights, tables and picture."""
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    known = judged(ROOT / "corpus", KNOWN_WEIGHT).samples
    known += judged(Path(shared), KNOWN_WEIGHT).samples if shared else []
    new: list[Sample] = []
    test: list[Sample] = []
    for folder in map(Path, folders):
        found = judged(folder)
        new += found.samples
        test += found.test
        print(f"{folder.name}: {len(found.samples)} facts to fit on, {len(found.test)} to test")
    left_out = new or known
    every = spread([*left_out, *(known if new else [])])
    tried = {ridge: out_of_fold(every, ridge)[: len(left_out)] for ridge in RIDGES}
    ridge = min(RIDGES, key=lambda each: brier(tried[each], left_out))
    print(f"ridge {ridge:g}: Brier score {brier(tried[ridge], left_out):.4f} on councils left out")
    fitted = fit(every, ridge)
    WEIGHTS.write_text(_HEAD + "\n".join(_toml(fitted)) + "\n", encoding="utf-8")
    series = {"councils left out in turn": (tried[ridge], left_out)}
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
        "rows": weight.rows,
        "right": weight.right,
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
