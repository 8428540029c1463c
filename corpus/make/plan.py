"""The improvement plan, quarter by quarter: what each milestone was said to be at each report.

The story writes a milestone once and then only what changed; a quarter without a line repeats
the one before, which is how a stalled milestone carries last quarter's comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .deadlines import interval
from .markup import story_lines
from .meetings import STORY

QUARTERS = ("q1", "q2", "q3", "q4", "q5")


@dataclass(frozen=True)
class Milestone:
    """A milestone as one quarter's report prints it."""

    key: str
    theme: str
    activity_number: int
    activity: str
    text: str
    leads: str
    deadline: str
    status: str = "On Target"
    percent: int | None = 0
    comment: str | None = None

    @property
    def lead_officers(self) -> list[str]:
        """The lead officers apart, where the cell prints them as `A/B` or `A / B`."""
        return [name.strip() for name in re.split(r"\s*/\s*", self.leads)]


def _change(milestone: Milestone, line: str) -> Milestone:
    """Apply one quarter's line: `status | percent | comment | field=value ...`."""
    status, percent, comment, *fields = (part.strip() for part in line.split("|"))
    changed = replace(
        milestone,
        status=status,
        percent=int(percent) if percent != "-" else None,
        comment=comment or None,
    )
    for assignment in fields:
        match assignment.split("=", 1):
            case ["text", value]:
                changed = replace(changed, text=value)
            case ["deadline", value]:
                changed = replace(changed, deadline=value)
            case _:
                raise ValueError(f"a field the plan does not know: {line}")
    return changed


def load_plan(quarter: str) -> list[Milestone]:
    """The milestones of one quarterly report, in the order printed."""
    wanted = QUARTERS[: QUARTERS.index(quarter) + 1]
    theme, number, activity = "", 0, ""
    rows: list[Milestone] = []
    started: set[str] = set()
    gone: set[str] = set()
    for line in story_lines(STORY / "plan.txt"):
        if line.startswith("# "):
            theme = line[2:]
        elif line.startswith("== "):
            printed, _, activity = line[3:].partition(" | ")
            number = int(printed)
        elif line.startswith("- "):
            text, leads, deadline = (part.strip() for part in line[2:].split("|"))
            key = f"{number}.{sum(r.activity_number == number for r in rows) + 1}"
            rows.append(Milestone(key, theme, number, activity, text, leads, deadline))
        else:
            name, _, rest = line.partition(": ")
            if name not in wanted:
                continue
            if rest == "gone":
                gone.add(rows[-1].key)
            else:
                started.add(rows[-1].key)
                rows[-1] = _change(rows[-1], rest)
    return [row for row in rows if row.key in started - gone]


def gold_milestone(milestone: Milestone) -> dict[str, object]:
    """The milestone as a fact of the paper; `On target` is taken for `On Target`."""
    first, last = interval(milestone.deadline)
    return {
        "theme": milestone.theme,
        "activity_number": milestone.activity_number,
        "activity": milestone.activity,
        "milestone": milestone.text,
        "lead_officers": milestone.lead_officers,
        "deadline": milestone.deadline,
        "deadline_from": first,
        "deadline_to": last,
        "status": milestone.status.title(),
        "percent_complete": milestone.percent,
        "comment": milestone.comment,
    }
