"""What befell each milestone of each plan, told from the story, where every row has its key.

The rules are those of docs/extraction.md, written down here a second time: which rows are one
milestone is known here, so gold owes nothing to how the pipeline links them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .catalogue import CATALOGUE
from .deadlines import interval
from .packs import load_pack
from .plan import load_plan
from .series import load_series, series_key

Json = dict[str, Any]

_WORSE = ("Completed Blue", "On Target Green", "Delayed Amber", "Overdue Red")


@dataclass(frozen=True)
class Told:
    """A milestone in one paper."""

    key: str
    text: str
    nth: int
    """Which of the paper's rows of this text it is, from 1."""
    theme: str
    number: str
    leads: str
    deadline: str
    status: str
    percent: int | None
    comment: str


@dataclass(frozen=True)
class Report:
    """One plan in one paper."""

    paper: str
    held_on: str
    rows: tuple[Told, ...]


def plan_histories() -> list[Json]:
    """Every plan that is reported on more than once: its papers, its milestones, their events."""
    plans: dict[str, list[Report]] = {}
    renamed: dict[str, dict[str, str]] = {}
    for entry in CATALOGUE:
        if entry.kind == "agenda_pack":
            for _, report in load_pack(entry.key).reports:
                if "plan" in report.head:
                    day = entry.key[-10:]
                    told = _improvement(entry.name, day, report.head["plan"])
                    plans.setdefault("Improvement Plan", []).append(told)
        elif entry.kind == "series":
            name, _ = series_key(entry.key)
            series = load_series(name)
            renamed[series.title] = series.renamed
            plans.setdefault(series.title, []).append(_series(entry.name, entry.key))
    return [_plan(title, reports, renamed.get(title, {})) for title, reports in plans.items()]


def _improvement(paper: str, day: str, quarter: str) -> Report:
    seen: Counter[str] = Counter()
    rows = []
    for row in load_plan(quarter):
        seen[row.text] += 1
        rows.append(
            Told(
                row.key,
                row.text,
                seen[row.text],
                row.theme,
                str(row.activity_number),
                row.leads,
                row.deadline,
                row.status.title(),
                row.percent,
                row.comment or "",
            )
        )
    return Report(paper, day, tuple(rows))


def _series(paper: str, key: str) -> Report:
    name, day = series_key(key)
    seen: Counter[str] = Counter()
    rows = []
    for row in load_series(name).reports[day]:
        seen[row.text] += 1
        rows.append(
            Told(
                row.key,
                row.text,
                seen[row.text],
                row.theme,
                row.reference,
                row.leads,
                row.deadline,
                row.status,
                None,
                row.comment,
            )
        )
    return Report(paper, day.isoformat(), tuple(rows))


def _plan(title: str, reports: list[Report], renamed: dict[str, str]) -> Json:
    reports = sorted(reports, key=lambda report: (report.held_on, report.paper))
    firsts = {report.held_on: report for report in reversed(reports)}
    each = [firsts[day] for day in sorted(firsts)]
    keys = dict.fromkeys(row.key for report in reports for row in report.rows)
    return {
        "plan": title,
        "papers": [{"paper": report.paper, "held_on": report.held_on} for report in reports],
        "milestones": [
            {
                "key": key,
                "rows": [
                    {"paper": report.paper, "milestone": row.text, "nth": row.nth}
                    for report in reports
                    for row in report.rows
                    if row.key == key
                ],
                "events": sorted(
                    _events([(r.held_on, _row(r, key)) for r in each], renamed),
                    key=lambda event: (event["on"], event["kind"]),
                ),
            }
            for key in keys
        ],
    }


def _row(report: Report, key: str) -> Told | None:
    return next((row for row in report.rows if row.key == key), None)


def _events(told: list[tuple[str, Told | None]], renamed: dict[str, str]) -> Iterator[Json]:
    listed = [(day, row) for day, row in told if row is not None]
    if told[0][1] is None:
        yield {"kind": "appeared", "on": listed[0][0]}
    days = [day for day, _ in told]
    due = [(day, interval(row.deadline)[1]) for day, row in listed]
    dated = [(day, last) for day, last in due if last]
    for (_, one), (day, other) in pairwise(dated):
        if one != other:
            moved, first = _days(one, other), _days(dated[0][1], other)
            kind = "slip" if moved > 0 else "brought_forward"
            yield {"kind": kind, "on": day, "days": moved, "days_from_first": first}
    for (before, one), (day, other) in pairwise(listed):
        if days.index(day) - days.index(before) > 1:
            yield {"kind": "returned", "on": day}
        yield from _pair(one, other, day, renamed)
    last_day, last = listed[-1]
    if last_day != days[-1] and not _done(last):
        yield {"kind": "dropped", "on": days[days.index(last_day) + 1]}


def _pair(one: Told, other: Told, day: str, renamed: dict[str, str]) -> Iterator[Json]:
    was, became = _severity(one.status), _severity(other.status)
    if became > was:
        yield {"kind": "reversal", "on": day}
    elif became == 0 < was:
        yield {"kind": "completed", "on": day}
    if one.percent is not None and other.percent is not None and other.percent < one.percent:
        yield {"kind": "fall", "on": day}
    if not _done(one) and not _done(other):
        percents = None not in (one.percent, other.percent)
        still = one.percent == other.percent and became >= was
        silent = (one.status, one.comment) == (other.status, other.comment)
        if still if percents else silent:
            yield {"kind": "stall", "on": day}
    changes = {
        "reworded": one.text != other.text,
        "renumbered": one.number != other.number,
        "moved": renamed.get(one.theme, one.theme) != renamed.get(other.theme, other.theme),
        "lead_changed": one.leads != other.leads,
    }
    yield from ({"kind": kind, "on": day} for kind, changed in changes.items() if changed)


def _done(row: Told) -> bool:
    return _severity(row.status) == 0 or row.percent == 100


def _severity(status: str) -> int:
    return next(place for place, words in enumerate(_WORSE) if status in words)


def _days(one: str | None, other: str | None) -> int:
    return (_date(other) - _date(one)).days


def _date(day: str | None) -> dt.date:
    return dt.date.fromisoformat(day or "")
