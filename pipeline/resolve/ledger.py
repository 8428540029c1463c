"""The rows of the run ledger: one per run, one per paper that a run looked at."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction import Run

Rows = list[dict[str, object]]


def ledger(runs: Sequence[Run]) -> dict[str, Rows]:
    """Rows of `ingest_runs` and `ingest_events`, oldest run first, events in their own order."""
    ordered = sorted({run.run_id: run for run in runs}.values(), key=lambda run: run.run_id)
    return {
        "ingest_runs": [
            {
                "run_id": run.run_id,
                "started_at": run.started_at,
                "finished_at": run.finished_at,
                "outcome": run.outcome,
                "papers": run.papers,
                "recovered": run.recovered,
            }
            for run in ordered
        ],
        "ingest_events": [
            {
                "run_id": run.run_id,
                "source": event.source,
                "sha256": event.sha256,
                "stage": event.stage,
                "outcome": event.outcome,
                "reason": event.reason,
                "seconds": event.seconds,
            }
            for run in ordered
            for event in run.events
        ],
    }
