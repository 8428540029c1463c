"""Measure extraction quality and write it down: docs/quality.md and the baselines beside it.

    python -m bench.quality

The sample papers are always measured; the folder of real papers only where the environment
variable COMMITTEE_PAPERS_SHARED names it. What isn't measured keeps its last figures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pipeline
from bench import page
from pipeline.evaluate import Evaluation, save_baseline
from pipeline.evaluate.render import in_order
from pipeline.evaluate.tally import Tally

ROOT = Path(__file__).parent.parent
BASELINES = ROOT / "docs" / "baselines"
REAL = {"seeds": ("papers", "seeds"), "real": ("real", "pages")}
"""Which folders of real papers are measured together."""


def main() -> int:
    """Measure each set that stands here, and put its tables between its marks in the page."""
    sample = _measure([ROOT / "corpus" / "papers"], ROOT / "corpus" / "gold")
    save_baseline(sample, BASELINES / "corpus.json")
    page.write("corpus", _tables(sample))
    shared = os.environ.get("COMMITTEE_PAPERS_SHARED")
    if shared is None:
        print("COMMITTEE_PAPERS_SHARED isn't set: the figures of the real papers stay as they are")
        return 0
    folder = Path(shared)
    for name, folders in REAL.items():
        page.write(name, _tables(_measure([folder / each for each in folders], folder / "gold")))
    everything = [folder / each for folders in REAL.values() for each in folders]
    save_baseline(_measure(everything, folder / "gold"), BASELINES / "shared.json")
    return 0


def _measure(papers: list[Path], gold: Path) -> Evaluation:
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch)
        pipeline.ingest([str(p) for p in papers], archive)
        scored = pipeline.score(archive, gold)
    where = ", ".join(p.name for p in papers)
    print(f"{where}: {len(scored.papers)} papers scored, {len(scored.set_apart)} set apart")
    return scored


def _tables(scored: Evaluation) -> list[str]:
    lines = ["| field | gold | found | precision | recall | F1 | strict F1 |"]
    lines += ["|---|---:|---:|---:|---:|---:|---:|"]
    lines += [_row(field, tally) for field, tally in in_order(scored.total()) if tally.gold]
    for title, groups in (
        ("form", scored.by_form()),
        ("layout", scored.by_layout()),
        ("council", scored.by_council()),
        ("producer", scored.by_producer()),
    ):
        if len(groups) > 1:
            lines += ["", *_groups(title, groups)]
    return lines


def _row(field: str, tally: Tally) -> str:
    loose, strict = tally.figures(strict=False), tally.figures(strict=True)
    figures = (loose.precision, loose.recall, loose.f1, strict.f1)
    shown = " | ".join("-" if f is None else f"{f:.3f}" for f in figures)
    return f"| {field} | {tally.gold} | {tally.found} | {shown} |"


def _groups(title: str, groups: Mapping[str, Mapping[str, Tally]]) -> list[str]:
    fields = ("attendance", "apologies", "agenda_items", "resolutions", "actions", "milestones")
    lines = [f"| {title} (fuzzy F1) | {' | '.join(fields)} |", "|---|" + "---:|" * len(fields)]
    for name, tallies in groups.items():
        cells = []
        for field in fields:
            tally = tallies.get(field)
            value = tally.figures(strict=False).f1 if tally and tally.gold else None
            cells.append("-" if value is None else f"{value:.3f}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
