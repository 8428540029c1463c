"""Facts that gold judges: sets of papers ingested, scored, and read back with rule and signals."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pipeline
from bench.calibration import Sample
from pipeline.evaluate import Evaluation
from pipeline.evaluate.evaluation import PaperScore

FOLDERS = ("papers", "seeds", "real", "pages")
"""The folders of a set that hold papers; its gold stands in `gold` beside them."""
FACTS = "SELECT fact_table, fact_id, extractor, rule, signals, confidence FROM facts"


@dataclass(frozen=True)
class Judged:
    """The facts of one set of papers."""

    samples: list[Sample]
    """Those to fit on."""
    test: list[Sample]
    """Those of papers that the set's `split.json` keeps for testing."""
    scored: Evaluation


def judged(folder: Path, weight: float = 1.0) -> Judged:
    """Ingest and score the papers of a set, and pair each fact that gold judges with its verdict.

    A paper that stands there in several forms counts once, a part of it for each.
    """
    papers = [str(folder / name) for name in FOLDERS if (folder / name).is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch)
        pipeline.ingest(papers, archive)
        scored = pipeline.score(archive, folder / "gold")
        with pipeline.open_archive(archive) as opened:
            facts = {(f["fact_table"], f["fact_id"]): f for f in opened.sql(FACTS).dicts()}
    kept = _test_papers(folder)
    forms = Counter(paper.paper for paper in scored.papers)
    samples: list[Sample] = []
    test: list[Sample] = []
    for paper in scored.papers:
        place = test if paper.paper in kept or paper.council in kept else samples
        place += _samples(paper, facts, weight / forms[paper.paper])
    return Judged(samples, test, scored)


def _samples(paper: PaperScore, facts: dict, weight: float) -> list[Sample]:
    found = []
    for verdict in paper.verdicts:
        fact = facts[verdict.table, verdict.fact_id]
        found.append(
            Sample(
                extractor=fact["extractor"].partition("/")[0],
                rule=fact["rule"] or "",
                signals=tuple(fact["signals"]),
                council=paper.council,
                right=verdict.right,
                weight=weight,
                table=verdict.table,
            )
        )
    return found


def _test_papers(folder: Path) -> frozenset[str]:
    """Papers, or councils, that `split.json` sets aside under 'test'."""
    path = folder / "split.json"
    if not path.is_file():
        return frozenset()
    return frozenset(Path(name).stem for name in json.loads(path.read_text("utf-8"))["test"])
