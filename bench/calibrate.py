"""Measure how often facts are right, and write it down: models/confidence.toml, docs/quality.md.

    python -m bench.calibrate [UNREAD...] [--read READ...]

Each is a folder of papers with `gold` beside them. No rule was improved on a paper of UNREAD: how
facts fare there is what a new council may expect, so each council of those is left out in turn to
measure. Rules were improved on the papers of READ, on those that COMMITTEE_PAPERS_SHARED names and
on the sample papers: their facts count a share, the one that does best on the councils left out.
They tell of rules that the few unread papers don't show. Of all papers only figures are kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
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
    spread,
)
from bench.judged import judged

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "models" / "confidence.toml"
PICTURE = ROOT / "docs" / "img" / "reliability.svg"
SHARES = (0.02, 0.05, 0.1, 0.3)
"""What a fact of a paper may count that the rules were written or improved with."""
RIDGES = (2.0, 4.0, 8.0, 16.0)
_HEAD = """\
# How often facts were right on gold, by extractor, rule and weak signal: figures only, no text.
# Written by `make calibrate`; applied by pipeline/resolve/confidence.py; card in README.md.
# rows: facts judged; right: those that were right, sample papers among them; log_odds: what is
# added up and turned into the confidence, fitted with less weight on papers that rules knew.
"""


def main(arguments: Sequence[str]) -> int:
    """Fit on what stands here, and write weights, tables and picture."""
    asked = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    asked.add_argument("unread", nargs="*", type=Path, help="sets that no rule was improved on")
    asked.add_argument("--read", nargs="*", type=Path, default=[], help="sets that rules were")
    sets = asked.parse_args(arguments)
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    read = _samples([ROOT / "corpus", *([Path(shared)] if shared else []), *sets.read])
    left_out = _samples(sets.unread) or read
    ridge, share, chances = _best(left_out, read if sets.unread else [])
    print(f"ridge {ridge:g}, papers read count {share:g}", end=": ")
    print(f"Brier score {brier(chances, left_out):.4f} on councils left out")
    fitted = fit(_weighed(left_out, read if sets.unread else [], share), ridge)
    WEIGHTS.write_text(_HEAD + "\n".join(_toml(fitted)) + "\n", encoding="utf-8")
    series = {"councils left out in turn": (chances, left_out)}
    reliability.draw({name: bins(*each) for name, each in series.items()}, PICTURE)
    page.write("certainty", [*_figures(series), "", *_tables(series), "", *_rules(fitted)])
    return 0


def _samples(folders: Sequence[Path]) -> list[Sample]:
    found = []
    for folder in folders:
        here = judged(folder)
        print(f"{folder.name}: {len(here)} facts")
        found += here
    return found


def _weighed(left_out: Sequence[Sample], read: Sequence[Sample], share: float) -> list[Sample]:
    return spread([*left_out, *(replace(s, weight=s.weight * share) for s in read)])


def _best(left_out: Sequence[Sample], read: Sequence[Sample]) -> tuple[float, float, Floats]:
    """The ridge and the share that do best on the councils left out, and the chances there."""
    tried = {
        (ridge, share): out_of_fold(_weighed(left_out, read, share), ridge)[: len(left_out)]
        for ridge in RIDGES
        for share in (SHARES if read else SHARES[:1])
    }
    best = min(tried, key=lambda each: brier(tried[each], left_out))
    return (*best, tried[best])


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
