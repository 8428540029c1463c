"""Facts that gold judges: sets of papers ingested, scored, and read back with rule and signals."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pipeline
from bench.calibration import Sample
from pipeline.evaluate.evaluation import PaperScore

FOLDERS = ("papers", "seeds", "real", "pages")
"""The folders of a set that hold papers; its gold stands in `gold` beside them."""
FACTS = "SELECT fact_table, fact_id, extractor, rule, signals, confidence FROM facts"


def judged(folder: Path, weight: float = 1.0) -> list[Sample]:
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
    forms = Counter(paper.paper for paper in scored.papers)
    return [
        sample
        for paper in scored.papers
        for sample in _samples(paper, facts, weight / forms[paper.paper])
    ]


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
