"""The report on milestones: what slipped, stalled, went back or was dropped, plan by plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.errors import UsageError
from pipeline.plot import PlanChart, description, draw_plan, plan_chart
from pipeline.plot.labelled import short
from pipeline.report.inline import inline
from pipeline.report.model import (
    Block,
    Chart,
    Column,
    Note,
    Place,
    Report,
    Row,
    Scope,
    Section,
    Table,
    Value,
    in_words,
)
from pipeline.report.sources import Sources
from pipeline.report.values import Line, as_day, as_number, as_text, several

MOST_PLANS = 12
"""Plans of one report: more would be no report on a plan any longer."""
LANES = 34
"""Milestones of one drawing: as many as fit across A4."""

KINDS: Mapping[str, tuple[str, str]] = {
    "slip": ("deadline moved later", "slipped"),
    "brought_forward": ("deadline brought forward", "brought forward"),
    "reversal": ("status got worse", "got worse"),
    "fall": ("per cent complete fell", "fell back"),
    "stall": ("did not move", "stalled"),
    "completed": ("completed", "completed"),
    "dropped": ("left out, and not completed", "dropped"),
    "appeared": ("not in the plan before", "new"),
    "returned": ("back after being left out", "came back"),
    "reworded": ("reworded", "reworded"),
    "renumbered": ("renumbered", "renumbered"),
    "moved": ("moved to another theme or activity", "moved"),
    "lead_changed": ("another lead officer", "another lead"),
}
"""What befell a milestone, in words: in a line of its own, and in a list."""
TELLING = ("slip", "stall", "reversal", "fall", "dropped", "returned", "appeared")
"""What the summary counts and a milestone's row names, the gravest first but for `appeared`."""

_NOW = (
    Column("Milestone", wide=True),
    Column("Theme", data_only=True),
    Column("Lead"),
    Column("First due", "date"),
    Column("Due now", "date"),
    Column("Days slipped", "number"),
    Column("Status"),
    Column("% done", "number"),
    Column("Last reported", "date"),
    Column("What befell it", roomy=True),
)
_EVENTS = (
    Column("Report of", "date"),
    Column("Milestone", wide=True),
    Column("What happened"),
    Column("Was"),
    Column("Became"),
    Column("Days", "number"),
)


@dataclass(frozen=True)
class _Milestone:
    """One milestone of a plan, from its first report to its last."""

    reports: tuple[Line, ...]
    events: tuple[Line, ...]

    @property
    def last(self) -> Line:
        return self.reports[-1]

    def told(self, name: str) -> object:
        """What the last report that says it says."""
        return next((r[name] for r in reversed(self.reports) if r[name] is not None), None)

    @property
    def first_due(self) -> date | None:
        days = (report["deadline_to"] for report in self.reports)
        return next((day for day in days if isinstance(day, date)), None)

    @property
    def due(self) -> date | None:
        day = self.told("deadline_to")
        return day if isinstance(day, date) else None

    @property
    def slipped(self) -> int | None:
        """Days from its first deadline to its last; None where it has none."""
        if self.first_due is None or self.due is None:
            return None
        return (self.due - self.first_due).days

    @property
    def befell(self) -> str | None:
        """What happened to it, in a few words."""
        counts = Counter(str(event["kind"]) for event in self.events)
        words = [
            KINDS[kind][1] + (f" {counts[kind]} times" if counts[kind] > 1 else "")
            for kind in TELLING
            if counts[kind]
        ]
        return ", ".join(words) or None


def build(sources: Sources, scope: Scope) -> Report:
    """The report on the plans in scope. Raises UsageError where there is none, or too many."""
    sources.bodies(replace(scope, since=None))
    asked = {**scope.params, "plan": scope.plan}
    plans = sources.ask("milestones", "plans", **asked)
    if len(plans) > MOST_PLANS:
        names = "; ".join(_name(plan) for plan in plans[:5])
        raise UsageError(
            f"that is {len(plans)} plans; name one with --plan, or its body with --body: {names} "
            "and more"
        )
    sections = []
    summary = []
    for at, plan in enumerate(plans, start=1):
        section, said = _of_plan(sources, scope, plan, at)
        sections.append(section)
        summary.append(said)
    if not plans:
        summary.append("No plan in scope has a report with a date.")
        sections.append(Section("Milestones", (Table("milestones", "Milestones", _NOW, ()),)))
    undated = as_number(sources.ask("milestones", "undated", plan=scope.plan)[0]["plans"]) or 0
    if undated and scope.body is None:
        summary.append(f"Left out, as no report of theirs has a date: {several(undated, 'plan')}.")
    alone = f": {_name(plans[0])}" if len(plans) == 1 else ""
    return Report(
        kind="milestones",
        title=f"Milestones{alone}",
        asked=(*scope.asked(), *((("Plan", scope.plan),) if scope.plan else ())),
        made="",
        summary=tuple(summary),
        sections=tuple(sections),
        main="milestones",
    )


def _of_plan(sources: Sources, scope: Scope, plan: Line, at: int) -> tuple[Section, str]:
    """The section on one plan, and the sentence on it for the summary."""
    key = plan["plan_id"]
    reports = sources.ask("milestones", "reports", plan_id=key, until=scope.until)
    events = sources.ask("milestones", "events", plan_id=key, since=scope.since, until=scope.until)
    found = _milestones(reports, events)
    ordered = sorted(found, key=_gravest)
    facts = {line[name] for line in events for name in ("fact_id", "previous_id")}
    places = sources.places("milestones", facts | {each.last["fact_id"] for each in found})
    name = _name(plan)
    title = f"Milestones of {name} as last reported"
    shown = ordered[: scope.limit]
    blocks: list[Block] = [Note(_held(plan))]
    blocks += _charts(plan_chart(reports, most=scope.limit), at, title)
    if len(shown) < len(ordered):
        blocks.append(
            Note(
                f"It has {len(ordered):,} milestones; these are the {len(shown):,} that slipped or "
                "changed most. Raise --limit for more."
            )
        )
    about = (("Plan", name),)
    blocks += [
        Table(
            "milestones",
            title,
            _NOW,
            tuple(_row(each, places) for each in shown),
            about,
            pictures="closed",
        ),
        Table(
            "events",
            f"What befell milestones of {name}, report by report",
            _EVENTS,
            tuple(_event(line, places) for line in events if line["kind"] in TELLING),
            about,
            pictures="closed",
            empty="nothing but what was planned.",
        ),
        Table(
            "all events",
            f"Everything that changed in {name}",
            _EVENTS,
            tuple(_event(line, places) for line in events),
            about,
            data_only=True,
        ),
        Table(
            "reports",
            f"Every line of every report of {name}",
            _REPORTS,
            tuple(_report(line) for line in reports),
            about,
            data_only=True,
        ),
    ]
    return Section(name, tuple(blocks)), _said(name, plan, found)


def _milestones(reports: Sequence[Line], events: Sequence[Line]) -> list[_Milestone]:
    by_history: dict[object, tuple[list[Line], list[Line]]] = {}
    for line in reports:
        by_history.setdefault(line["history_id"], ([], []))[0].append(line)
    for line in events:
        if line["history_id"] in by_history:
            by_history[line["history_id"]][1].append(line)
    return [_Milestone(tuple(told), tuple(befell)) for told, befell in by_history.values()]


def _gravest(each: _Milestone) -> tuple[object, ...]:
    """Dropped first, then by days slipped, then by how much befell it."""
    kinds = [event["kind"] for event in each.events]
    grave = sum(kind in TELLING[:5] for kind in kinds)
    return (
        "dropped" not in kinds,
        -(each.slipped or 0),
        -grave,
        str(each.last["theme"] or ""),
        str(each.last["milestone"]),
        str(each.last["history_id"]),
    )


def _row(each: _Milestone, places: Mapping[str, Place]) -> Row:
    last = each.last
    place = places.get(str(last["fact_id"]))
    cells: tuple[Value, ...] = (
        str(last["milestone"]),
        as_text(last["theme"]),
        as_text(last["lead"]),
        each.first_due,
        each.due,
        each.slipped,
        as_text(each.told("status")),
        as_number(each.told("percent_complete")),
        as_day(last["reported_on"]),
        each.befell,
    )
    return Row(cells, (place,) if place else ())


def _event(line: Line, places: Mapping[str, Place]) -> Row:
    cited = (places.get(str(line[name])) for name in ("fact_id", "previous_id") if line[name])
    days = line["days_from_first"] if line["days"] is None else line["days"]
    cells: tuple[Value, ...] = (
        as_day(line["reported_on"]),
        str(line["milestone"]),
        KINDS[str(line["kind"])][0],
        as_text(line["was"]),
        as_text(line["became"]),
        as_number(days),
    )
    return Row(cells, tuple(dict.fromkeys(place for place in cited if place)))


_REPORTS = (
    Column("Report of", "date"),
    Column("Milestone", wide=True),
    Column("Theme"),
    Column("Activity"),
    Column("Lead"),
    Column("Due as printed"),
    Column("Due", "date"),
    Column("Status"),
    Column("% done", "number"),
    Column("Comment", wide=True),
)


def _report(line: Line) -> Row:
    return Row(
        (
            as_day(line["reported_on"]),
            str(line["milestone"]),
            as_text(line["theme"]),
            as_text(line["reference"] or line["activity_number"]),
            as_text(line["lead"]),
            as_text(line["deadline"]),
            as_day(line["deadline_to"]),
            as_text(line["status"]),
            as_number(line["percent_complete"]),
            as_text(line["comment"]),
        )
    )


def _charts(chart: PlanChart, at: int, table: str) -> Iterator[Chart]:
    """The plan's drawing, in parts that fit across a page."""
    parts = max(1, -(-len(chart.lanes) // LANES))
    size = -(-len(chart.lanes) // parts)
    for part in range(parts):
        lanes = chart.lanes[part * size : (part + 1) * size]
        if not lanes:
            continue
        shown = replace(chart, lanes=lanes, left_out=0)
        of = f", part {part + 1} of {parts}" if parts > 1 else ""
        yield Chart(
            f"Status and deadlines over time{of}",
            description(shown),
            inline(draw_plan(shown), f"plan-{at}-{part + 1}"),
            table,
            wide=True,
        )


def _held(plan: Line) -> str:
    """How often the plan was reported, in a sentence."""
    first, last, count = plan["first_report"], plan["last_report"], as_number(plan["reports"]) or 0
    days = " and ".join(
        in_words(day) for day in dict.fromkeys((first, last)) if isinstance(day, date)
    )
    when = f"between {days}" if count > 1 else f"on {days}"
    body = f" to {plan['body']}" if plan["body"] else ""
    again = "" if count > 1 else "; what befell its milestones shows when it is reported again"
    return f"Reported {count} time{'' if count == 1 else 's'}{body}, {when}{again}."


def _said(name: str, plan: Line, found: Sequence[_Milestone]) -> str:
    counts = Counter(kind for each in found for kind in {str(e["kind"]) for e in each.events})
    told = [f"{counts[kind]} {KINDS[kind][1]}" for kind in TELLING if counts[kind]]
    worst = max(found, key=lambda each: (each.slipped or 0, str(each.last["milestone"])))
    most = ""
    if (worst.slipped or 0) > 0:
        most = f"; furthest: “{short(str(worst.last['milestone']), 110)}”, {worst.slipped} days"
    reports = as_number(plan["reports"]) or 0
    return (
        f"{name}: {len(found)} milestones in {reports} report{'' if reports == 1 else 's'}"
        f"{': ' + ', '.join(told) if told else ''}{most}."
    )


def _name(plan: Line) -> str:
    return str(plan["plan"] or plan["source"])
