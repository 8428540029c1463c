"""A plan over time: what each report says of each milestone, and how far deadlines drifted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from pipeline.plot.figures import INK, MUTED, Form, as_bytes, style
from pipeline.plot.lanes import PlanChart, order_of, plan_chart
from pipeline.plot.palette import COLOURS, kind_of, letters_of
from pipeline.plot.panels import LANE, cut, drift, heat, labels, places, slips

WIDTH = 12.0
"""Inches; the height grows with the milestones."""
_TOP, _BOTTOM = 1.32, 0.42
_LABEL = 4.75
_CELL, _NARROW = 0.46, 0.27
_MANY = 8
"""Reports from which the cells are narrow, without the per cent."""
_MARGIN = 0.2
_KEY_ROOM = 4.6
"""Inches that the statuses may take in the key; what else it says needs the rest."""


def plan_picture(rows: Iterable[Mapping[str, object]], *, form: Form = "svg") -> bytes:
    """A picture of one plan from its rows, as `plan_chart` takes them."""
    return draw_plan(plan_chart(rows), form=form)


def draw_plan(chart: PlanChart, *, form: Form = "svg") -> bytes:
    """The picture of a plan. Deterministic: the same chart gives the same bytes."""
    with style():
        return as_bytes(_figure(chart), form, title=title(chart), description=description(chart))


def title(chart: PlanChart) -> str:
    """What the picture shows, in a line."""
    return f"{chart.plan or 'A plan'}: status and deadlines of {len(chart.lanes)} milestones"


def description(chart: PlanChart) -> str:
    """What the picture says, for those who don't see it."""
    if not chart.lanes:
        return "No report of this plan has a date."
    last = chart.days[-1]
    now = [lane.last.status or "no status" for lane in chart.lanes if last in lane.cells]
    counts = sorted({s: now.count(s) for s in now}.items(), key=lambda p: (order_of(p[0]), p[0]))
    told = ", ".join(f"{count} {status}" for status, count in counts)
    text = [
        f"One row for each of {len(chart.lanes)} milestones, by theme. On the left its status and "
        f"per cent complete in {_reports(chart)}; on the right its deadlines, the first and the "
        f"last joined by a line. In the report of {_day(last)}: {told}."
    ]
    greatest = slips(chart)[:5]
    if greatest:
        each = "; ".join(f"{cut(lane.text, 70)} ({lane.slip} days)" for lane in greatest)
        text.append(f"The greatest slips: {each}.")
    gone = [lane for lane in chart.lanes if lane.dropped]
    if gone:
        each = "; ".join(cut(lane.text, 70) for lane in gone[:5])
        more = f" and {len(gone) - 5} more" if len(gone) > 5 else ""
        text.append(f"Left out before they were completed: {each}{more}.")
    return " ".join(text)


def _figure(chart: PlanChart) -> Figure:
    placed = list(places(chart))
    rows = max(sum(place.height for place in placed), LANE)
    height = _TOP + rows + _BOTTOM
    figure = Figure(figsize=(WIDTH, height), facecolor="white")
    cell = _CELL if len(chart.days) <= _MANY else _NARROW
    strip = cell * max(len(chart.days), 1)
    left = _MARGIN + _LABEL

    def axes(x: float, width: float) -> Axes:
        made: Axes = figure.add_axes((x / WIDTH, _BOTTOM / height, width / WIDTH, rows / height))
        made.set_ylim(rows, 0)
        made.set_facecolor("none")
        for side in made.spines.values():
            side.set_visible(False)
        made.set_yticks([])
        return made

    behind = axes(_MARGIN, WIDTH - 2 * _MARGIN)
    behind.set_xlim(0, WIDTH - 2 * _MARGIN)
    behind.set_xticks([])
    labels(behind, placed, WIDTH - 2 * _MARGIN)
    heat(axes(left, strip), chart, placed, wide=cell == _CELL)
    start = left + strip + 0.22
    drift(axes(start, WIDTH - start - 0.62), chart, placed)
    _head(figure, chart, height, left, start)
    return figure


def _head(figure: Figure, chart: PlanChart, height: float, left: float, start: float) -> None:
    """Title, what the reports are, the key, and what each panel shows."""

    def write(x: float, down: float, text: str, **more: Any) -> None:
        figure.text(x / WIDTH, 1 - down / height, text, va="center", **more)

    write(_MARGIN, 0.24, cut(chart.plan or "A plan", 110), fontsize=13, fontweight="bold")
    about = [chart.body or "", f"{len(chart.lanes)} milestones in {_reports(chart)}"]
    if chart.left_out:
        about.append(f"{chart.left_out} more that slipped less are not shown")
    write(_MARGIN, 0.48, " · ".join(filter(None, about)), fontsize=8, color=MUTED)
    _key(figure, chart, height)
    heading = "Status at each report" if start - left > 1.5 else "Status"
    write(_MARGIN, 0.98, "Milestone", fontsize=7.5, fontweight="bold", color=MUTED)
    write(left, 0.98, heading, fontsize=7.5, fontweight="bold", color=MUTED)
    if chart.days:
        write(
            start,
            0.98,
            f"Deadlines (dashed: report of {_day(chart.days[-1])})",
            fontsize=7.5,
            fontweight="bold",
            color=MUTED,
        )


def _key(figure: Figure, chart: PlanChart, height: float) -> None:
    axes = figure.add_axes(
        (_MARGIN / WIDTH, 1 - 0.82 / height, 1 - 2 * _MARGIN / WIDTH, 0.2 / height)
    )
    axes.set_xlim(0, WIDTH - 2 * _MARGIN)
    axes.set_ylim(0, 0.2)
    axes.axis("off")
    x = 0.0
    for status in chart.statuses:
        if x > _KEY_ROOM:
            axes.text(x, 0.1, "…", fontsize=7, va="center")
            break
        fill, letters = COLOURS[kind_of(status)]
        axes.add_patch(Rectangle((x, 0.025), 0.24, 0.15, fc=fill, ec="none"))
        axes.text(
            x + 0.12, 0.1, letters_of(status), fontsize=6.5, color=letters, ha="center", va="center"
        )
        axes.text(x + 0.3, 0.1, cut(status, 24), fontsize=7, va="center")
        x += 0.42 + 0.072 * len(cut(status, 24))
    if any(cell.percent is not None for lane in chart.lanes for cell in lane.cells.values()):
        axes.text(x, 0.1, "number: per cent complete", fontsize=7, color=MUTED, va="center")
        x += 1.65
    if any(len(lane.due) > 1 for lane in chart.lanes):
        axes.plot([x + 0.06], [0.1], "o", mfc="white", mec=INK, mew=0.7, ms=3.6)
        axes.plot([x + 0.1, x + 0.36], [0.1, 0.1], color="#c4632f", lw=2)
        axes.plot([x + 0.4], [0.1], "o", mfc="#c3e5d6", mec=INK, mew=0.5, ms=4)
        axes.text(
            x + 0.5,
            0.1,
            "first deadline to last, with days of slip",
            fontsize=7,
            color=MUTED,
            va="center",
        )
        x += 2.75
    if any(lane.dropped for lane in chart.lanes):
        told = "gone: left out, not completed"
        axes.text(x, 0.1, told, fontsize=7, color=MUTED, va="center")


def _reports(chart: PlanChart) -> str:
    if not chart.days:
        return "no report that has a day"
    if len(chart.days) == 1:
        return f"the report of {_day(chart.days[0])}"
    return f"{len(chart.days)} reports, {_day(chart.days[0])} to {_day(chart.days[-1])}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
