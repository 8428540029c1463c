"""The ruled tables of a pack: the plan under its themes, and the forward plan."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from .blocks import Block, Grid, Heading, NewPage, Row, Section
from .plan import Milestone, load_plan

_PLAN_WIDTHS = (0.23, 0.17, 0.11, 0.11, 0.08, 0.30)


@dataclass
class ForwardEntry:
    """A meeting to come: its date as printed and as ISO, and what it will take with whom."""

    printed: str
    iso: str
    items: list[tuple[str, str]]


def forward_grid(entries: list[ForwardEntry]) -> Grid:
    """The forward plan; the date stands once for all the items of its meeting."""
    rows = [
        Row((entry.printed if index == 0 else None, f"{index + 1}. {item}", lead))
        for entry in entries
        for index, (item, lead) in enumerate(entry.items)
    ]
    return Grid(("Date of Meeting", "Agenda Items", "Lead Officer"), tuple(rows), (0.24, 0.46, 0.3))


def plan_sections(quarter: str, column: str, *, apart: bool) -> list[Section]:
    """The plan on landscape pages: a table for each theme, the theme printed above it.

    With `apart` each theme begins on a page of its own.
    """
    blocks: list[Block] = []
    for theme, milestones in groupby(load_plan(quarter), key=lambda row: row.theme):
        if blocks and apart:
            blocks.append(NewPage())
        blocks += [Heading(theme), _plan_grid(list(milestones), column)]
    return [Section(tuple(blocks), landscape=True)]


def _plan_grid(milestones: list[Milestone], column: str) -> Grid:
    rows: list[Row] = []
    for number, group in groupby(milestones, key=lambda row: row.activity_number):
        members = list(group)
        rows.append(Row((f"{number}. {members[0].activity}",), span=True, bold=True))
        rows.append(Row(("Key Milestones",), span=True, bold=True))
        rows += [_milestone_row(milestone) for milestone in members]
    header = ("Activities", "Lead Officer", "Deadline", "Status", "%Comp", column)
    return Grid(header, tuple(rows), _PLAN_WIDTHS, small=True)


def _milestone_row(milestone: Milestone) -> Row:
    percent = "" if milestone.percent is None else f"{milestone.percent}%"
    return Row(
        (
            milestone.text,
            milestone.leads,
            milestone.deadline,
            milestone.status,
            percent,
            milestone.comment or "",
        )
    )
