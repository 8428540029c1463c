"""Plans that a working group was told of again and again, each report a paper of its own.

A story file has `title: `, `renamed: OLD = NEW` for a theme that got another name, `@ day |
position` for a report, `# theme` lines, and rows of a key and the printed cells.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby

from .blocks import Block, Grid, Heading, Paper, Row, Section
from .deadlines import interval
from .gold import Json, report_gold
from .markup import parse_line, story_lines
from .meetings import STORY
from .reports import Report, report_sections
from .trackers import BODY

_AUTHOR = ("Dele Osborne", "Parks Manager")
_HEAD = ("Ref", "Milestone", "Lead officer", "Deadline", "RAG", "Update")
_WIDTHS = (0.07, 0.33, 0.14, 0.1, 0.08, 0.28)


@dataclass(frozen=True)
class SeriesRow:
    """A milestone as one report prints it."""

    key: str
    theme: str
    reference: str
    text: str
    leads: str
    deadline: str
    status: str
    comment: str


@dataclass
class Series:
    """One plan: its reports by day, and each report's position and rows."""

    title: str
    renamed: dict[str, str] = field(default_factory=dict)
    positions: dict[dt.date, str] = field(default_factory=dict)
    reports: dict[dt.date, list[SeriesRow]] = field(default_factory=dict)


def load_series(name: str) -> Series:
    """Read one plan from the story."""
    series = Series("")
    day, theme = dt.date.min, ""
    for line in story_lines(STORY / "series" / f"{name}.txt"):
        if line.startswith("title: "):
            series.title = line[7:]
        elif line.startswith("renamed: "):
            old, new = line[9:].split(" = ")
            series.renamed[old] = new
        elif line.startswith("@ "):
            printed, position = line[2:].split(" | ")
            day = dt.date.fromisoformat(printed)
            series.positions[day] = position
            series.reports[day] = []
        elif line.startswith("# "):
            theme = line[2:]
        else:
            key, *cells = (cell.strip() for cell in line.split("|"))
            series.reports[day].append(SeriesRow(key, theme, *cells))
    return series


def series_key(key: str) -> tuple[str, dt.date]:
    """The plan and the day of a paper, from its key in the catalogue: 'flood/2025-04-10'."""
    name, _, day = key.partition("/")
    return name, dt.date.fromisoformat(day)


def series_paper(key: str) -> Paper:
    """One report of a plan: its header and purpose, then the plan, a table for each theme."""
    name, day = series_key(key)
    series = load_series(name)
    report = _report(series, day)
    blocks: list[Block] = [Heading(f"{series.title}, position at {series.positions[day]}")]
    for theme, rows in groupby(series.reports[day], key=lambda row: row.theme):
        cells = [Row((r.reference, r.text, r.leads, r.deadline, r.status, r.comment)) for r in rows]
        blocks += [Heading(theme), Grid(_HEAD, tuple(cells), _WIDTHS, small=True)]
    sections = [*report_sections(report), Section(tuple(blocks), landscape=True)]
    return Paper(report.title, tuple(sections))


def series_gold(key: str) -> Json:
    """The report and its milestones."""
    name, day = series_key(key)
    series = load_series(name)
    return {
        "kind": "report",
        "meetings": [],
        **report_gold([(None, _report(series, day))]),
        "milestones": [_milestone(row) for row in series.reports[day]],
    }


def _report(series: Series, day: dt.date) -> Report:
    head = {
        "style": "table",
        "body": BODY,
        "title": f"{series.title}: Update",
        "date": f"{day.day} {day:%B %Y} | {day.isoformat()}",
        "item": "5",
    }
    report = Report(series.title, head, [_AUTHOR], [])
    text = f"1.1. The plan is set out below as it stood at {series.positions[day]}."
    asked = ("2.1. The Working Group is asked to:", "1. {C|Note the position of each milestone.}")
    report.sections = [
        ("1. INTRODUCTION", [parse_line(text)]),
        ("2. RECOMMENDATIONS", list(map(parse_line, asked))),
    ]
    return report


def _milestone(row: SeriesRow) -> Json:
    first, last = interval(row.deadline)
    return {
        "theme": row.theme,
        "activity_number": None,
        "activity": None,
        "milestone": row.text,
        "lead_officers": [row.leads],
        "deadline": row.deadline,
        "deadline_from": first,
        "deadline_to": last,
        "status": row.status,
        "percent_complete": None,
        "comment": row.comment or None,
    }
