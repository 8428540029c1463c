"""Milestones followed from report to report of one plan, and what befell them on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction import Paper
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.milestones.events import event_rows
from pipeline.resolve.milestones.histories import follow
from pipeline.resolve.milestones.reports import plan_reports

Row = Mapping[str, object]
Rows = list[dict[str, object]]

__all__ = ["milestone_rows"]


def milestone_rows(
    papers: Sequence[Paper], milestones: Sequence[Row], found: Calendar
) -> dict[str, Rows]:
    """Rows of `milestone_links` and `milestone_events`.

    `milestones` are the rows that `papers` (all readable) gave, in the order of each paper. Every
    milestone has one history. Which one depends on its own paper and on those that came in before
    it; what befell it is told from all of them, in the order of their days.
    """
    plans = follow(plan_reports(papers, milestones, found))
    links: Rows = [
        {
            "history_id": shown.history_id,
            "milestone_id": shown.stone.milestone_id,
            "score": round(shown.score, 4),
            "plan_id": plan.plan_id,
            "reported_on": shown.report.reported_on,
            "copy": shown.copy,
        }
        for plan in plans
        for shown in plan.shown
    ]
    links.sort(key=lambda row: (str(row["history_id"]), str(row["milestone_id"])))
    events = [row for plan in plans for row in event_rows(plan)]
    return {"milestone_links": links, "milestone_events": events}
