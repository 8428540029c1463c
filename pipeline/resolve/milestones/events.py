"""What befell milestones: slips, reversals, falls, stalls, rows that vanish, come late or return.

Changes are told of two reports that list a milestone, one after the other; rows that are missing
are told of whole reports only. All is told in the order of the reports' days, whichever came in
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.resolve.milestones.changes import Change, Told, changes
from pipeline.resolve.milestones.histories import Plan
from pipeline.resolve.milestones.matching import is_done
from pipeline.resolve.milestones.timeline import Issue, appearances, issues

Row = dict[str, object]


def event_rows(plan: Plan) -> Iterator[Row]:
    """Rows of `milestone_events` for one plan, by history and day."""
    found = issues(plan)
    places = appearances(found)
    for history_id in sorted(places):
        yield from _of_history(plan.plan_id, history_id, found, places[history_id])


def _of_history(
    plan_id: str, history_id: str, found: Sequence[Issue], places: Sequence[int]
) -> Iterator[Row]:
    def event(change: Change, at: int, listed: int, previous: int | None) -> Row:
        shown = found[listed].shown[history_id]
        before = found[previous].shown[history_id] if previous is not None else None
        row = shown.stone.row
        return {
            "history_id": history_id,
            "plan_id": plan_id,
            "kind": change.kind,
            "milestone_id": shown.stone.milestone_id,
            "previous_id": before.stone.milestone_id if before else None,
            "meeting_id": found[at].meeting_id,
            "reported_on": found[at].day,
            "days": change.days,
            "days_from_first": change.days_from_first,
            "percent": row.percent_complete,
            "was": change.was,
            "became": change.became,
        }

    first = places[0]
    if any(issue.whole for issue in found[:first]):
        row = found[first].shown[history_id].stone.row
        yield event(Change("appeared", None, row.status), first, first, None)
    told = Told.by(found[first].shown[history_id].stone, found[first].day)
    for before, at in pairwise(places):
        stone = found[at].shown[history_id].stone
        absent = [issue for issue in found[before + 1 : at] if issue.whole]
        if absent:
            days = (found[at].day - absent[0].day).days
            since = f"absent from {absent[0].day.isoformat()}"
            yield event(Change("returned", since, stone.row.status, days), at, at, before)
        for change in changes(told, stone, found[at], found[before]):
            yield event(change, at, at, before)
        told.take(stone, found[at].day)
    last = places[-1]
    stone = found[last].shown[history_id].stone
    gone = next((at for at in range(last + 1, len(found)) if found[at].whole), None)
    if gone is not None and not is_done(stone):
        yield event(Change("dropped", stone.row.status, None), gone, last, None)
