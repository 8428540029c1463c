"""What spans papers: actions that come back in other words, and milestones over the quarters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .gold import all_facts
from .meetings import load_meeting
from .plan import QUARTERS, load_plan


def action_threads(keys: Iterable[str]) -> list[dict[str, Any]]:
    """Recurring actions by label, in the order of the approved records that hold them."""
    threads: dict[str, list[dict[str, Any]]] = {}
    for meeting in sorted(map(load_meeting, keys), key=lambda meeting: meeting.held):
        for item, fact in all_facts(meeting):
            if label := fact.attrs.get("thread"):
                row = {
                    "body": meeting.body.name,
                    "held_on": meeting.held.isoformat(),
                    "item": item,
                    "text": fact.text,
                }
                threads.setdefault(label, []).append(row)
    return [{"label": label, "actions": rows} for label, rows in sorted(threads.items())]


def milestone_histories() -> list[dict[str, Any]]:
    """Each milestone with what the reports said of it, however its wording changed."""
    histories: dict[str, list[dict[str, Any]]] = {}
    for quarter in QUARTERS:
        for row in load_plan(quarter):
            histories.setdefault(row.key, []).append(
                {
                    "report": f"plan-{quarter}",
                    "milestone": row.text,
                    "deadline": row.deadline,
                    "status": row.status,
                    "percent_complete": row.percent,
                }
            )
    ordered = sorted(histories.items(), key=lambda pair: [int(n) for n in pair[0].split(".")])
    return [{"key": key, "reports": rows} for key, rows in ordered]
