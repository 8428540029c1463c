"""Plans and action logs that trip readers: colours for words, turned heads, tables without lines.

A story file has `key: value` lines, `# theme` lines, and rows whose cells stand in the order of
`fields`; `colour` is a cell that is painted and prints nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .deadlines import interval
from .markup import story_lines
from .meetings import STORY

AUTHORITY = "London Borough of Harrowmere"
BODY = "Parks and Open Spaces Working Group"
COLOURS = {"Red": "#c00000", "Amber": "#ffc000", "Green": "#00b050", "Blue": "#0070c0"}


@dataclass(frozen=True)
class Tracker:
    """One paper: its head, and per theme its rows by field."""

    title: str
    look: str
    head: tuple[str, ...]
    fields: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    note: str = ""
    meeting: dt.date | None = None

    @property
    def printed_title(self) -> str:
        """The title, with the day of the meeting where it is for one."""
        if self.meeting is None:
            return self.title
        return f"{self.title} \u2013 {self.meeting.day} {self.meeting:%B %Y}"


def load_tracker(key: str) -> Tracker:
    """Read a tracker from the story."""
    head: dict[str, str] = {}
    groups: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in story_lines(STORY / "trackers" / f"{key}.txt"):
        name, colon, value = line.partition(": ")
        if line.startswith("# "):
            groups.append((line[2:], []))
        elif colon and name.isalpha() and not groups and name.islower():
            head[name] = value
        else:
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(_cells(line))
    day = head.get("meeting")
    return Tracker(
        title=head["title"],
        look=head["look"],
        head=_cells(head["head"]),
        fields=_cells(head["fields"]),
        groups=tuple((theme, tuple(rows)) for theme, rows in groups),
        note=head.get("note", ""),
        meeting=dt.date.fromisoformat(day) if day else None,
    )


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def tracker_gold(tracker: Tracker) -> dict[str, Any]:
    """The milestones of a plan, or the meeting and actions of a log."""
    rows = [
        (theme, dict(zip(tracker.fields, cells, strict=True)))
        for theme, group in tracker.groups
        for cells in group
    ]
    if tracker.meeting is None:
        stones = [_milestone(theme or tracker.title, row) for theme, row in rows]
        return {"kind": "report", "meetings": [], "milestones": stones}
    meeting = {
        "body": BODY,
        "held_on": tracker.meeting.isoformat(),
        "starts_at": None,
        "ended_at": None,
        "venue": None,
        "attendance": [],
        "agenda_items": [],
        "resolutions": [],
        "motions": [],
        "votes": [],
        "actions": [_action(row) for _, row in rows],
        "declarations": [],
    }
    return {"kind": "action_log", "meetings": [meeting]}


def _milestone(theme: str, row: dict[str, str]) -> dict[str, object]:
    first, last = interval(row["deadline"])
    leads = row["lead_officers"].replace(" and ", "/").split("/")
    status = row.get("colour") or row["status"]
    percent = row.get("percent")
    gold: dict[str, object] = {
        "theme": theme,
        "activity_number": None,
        "activity": None,
        "milestone": row["milestone"],
        "lead_officers": leads,
        "deadline": row["deadline"],
        "deadline_from": first,
        "deadline_to": last,
        "status": "On Target" if status == "On target" else status,
        "percent_complete": int(percent.rstrip("%")) if percent else None,
        "comment": row["comment"] or None,
    }
    return {**gold, "status_derived": "fill"} if "colour" in row else gold


def _action(row: dict[str, str]) -> dict[str, object]:
    day = row["due"].split("/")
    return {
        "item": None,
        "text": row["action"],
        "origin": "log",
        "owner": row["owner"],
        "due": row["due"],
        "due_on": "-".join(reversed(day)) if len(day) == 3 else None,
        "status": row["colour"],
        "status_derived": "fill",
    }
