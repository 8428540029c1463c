"""What spans papers: actions that come back in other words, and milestones over the quarters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .gold import all_facts
from .markup import story_lines
from .meetings import STORY, load_meeting
from .plan import QUARTERS, load_plan


def action_threads(keys: Iterable[str], gold: Path) -> list[dict[str, Any]]:
    """Recurring actions by label, in the order of the approved records that hold them.

    Rows of logs carry no marks: `story/threads.txt` tells which, and they are read from `gold`.
    """
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
    for label, row in _logged(gold):
        threads.setdefault(label, []).append(row)
    return [{"label": label, "actions": rows} for label, rows in sorted(threads.items())]


def _logged(gold: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of logs that belong to a thread, with its label."""
    rows = [
        {"body": m["body"], "held_on": m["held_on"], "item": a["item"], "text": a["text"]}
        for path in sorted(gold.glob("*-action-log.json"))
        for m in json.loads(path.read_text(encoding="utf-8"))["meetings"]
        for a in m["actions"]
    ]
    for line in story_lines(STORY / "threads.txt"):
        label, body, day, words = (cell.strip() for cell in line.split("|"))
        meant = [
            row
            for row in rows
            if (row["body"], row["held_on"]) == (body, day) and row["text"].startswith(words)
        ]
        if len(meant) != 1:
            raise ValueError(f"story/threads.txt: {len(meant)} rows of logs begin with {words!r}")
        yield label, meant[0]


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
