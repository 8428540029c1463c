"""The action log that a scrutiny officer keeps between meetings, as a paper of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .blocks import Grid, Heading, Paper, Para, Row, Section
from .markup import story_lines
from .meetings import STORY, Meeting

_HEADER = ("Ref", "Action", "Owner", "Due", "Status")
_WIDTHS = (0.07, 0.45, 0.18, 0.15, 0.15)


@dataclass(frozen=True)
class LoggedAction:
    """A row of the log."""

    ref: str
    text: str
    owner: str
    due: str
    due_on: str | None
    status: str


def load_log() -> list[LoggedAction]:
    """Read the log from the story."""
    rows = []
    for line in story_lines(STORY / "reports" / "action-log.txt"):
        ref, text, owner, due, due_on, status = (part.strip() for part in line.split("|"))
        rows.append(LoggedAction(ref, text, owner, due, due_on or None, status))
    return rows


def log_paper(meeting: Meeting) -> Paper:
    """The log as it stood for a meeting."""
    name = meeting.body.name
    rows = tuple(Row((row.ref, row.text, row.owner, row.due, row.status)) for row in load_log())
    blocks = (
        Heading(name.upper(), "center"),
        Heading(f"ACTION LOG \u2013 {meeting.long_date}", "center"),
        Para("Actions from earlier meetings, with what has become of them."),
        Grid(_HEADER, rows, _WIDTHS),
    )
    return Paper(f"Action log, {name}, {meeting.long_date}", (Section(blocks),))


def log_gold(meeting: Meeting) -> dict[str, Any]:
    """The rows of the log, which belong to no item of the meeting they are put to."""
    actions = []
    for row in load_log():
        action = {"item": None, "text": row.text, "origin": "log", "owner": row.owner}
        actions.append({**action, "due": row.due, "due_on": row.due_on, "status": row.status})
    return {
        "kind": "action_log",
        "meetings": [
            {
                "body": meeting.body.name,
                "held_on": meeting.held.isoformat(),
                "starts_at": None,
                "ended_at": None,
                "venue": None,
                "attendance": [],
                "agenda_items": [],
                "resolutions": [],
                "motions": [],
                "votes": [],
                "actions": actions,
                "declarations": [],
            }
        ],
    }
