from datetime import UTC, datetime

from pipeline.extraction import Run, RunEvent
from pipeline.resolve.ledger import ledger


def run(run_id, *events):
    when = datetime(2022, 1, 1, tzinfo=UTC)
    return Run(
        run_id=run_id, started_at=when, finished_at=when, outcome="partial", papers=2, events=events
    )


def test_runs_go_oldest_first_and_events_keep_their_order():
    first = RunEvent(source="b.pdf", sha256="0f", stage="extract", outcome="new", seconds=0.5)
    second = RunEvent(source="a.pdf", sha256=None, stage="read", outcome="failed", reason="empty")
    tables = ledger([run("20220102T000000Z"), run("20220101T000000Z", first, second)])
    assert [row["run_id"] for row in tables["ingest_runs"]] == [
        "20220101T000000Z",
        "20220102T000000Z",
    ]
    assert [(row["source"], row["reason"]) for row in tables["ingest_events"]] == [
        ("b.pdf", None),
        ("a.pdf", "empty"),
    ]


def test_a_run_that_is_given_twice_counts_once():
    assert len(ledger([run("20220101T000000Z")] * 2)["ingest_runs"]) == 1
