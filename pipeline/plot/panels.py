"""The panels of a plan's picture: texts by theme, the strip of reports, the drift of deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import shorten

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.patches import Rectangle

from pipeline.plot.figures import INK, MUTED, RULE
from pipeline.plot.lanes import Cell, Lane, PlanChart
from pipeline.plot.palette import COLOURS, MARKERS, kind_of, letters_of

LANE = 0.165
"""Inches that a milestone's row is high."""
_HEADING = 0.27
_LABELLED = 10
"""How many of the greatest slips are written in bold."""
_SLIPPED, _SOONER = "#c4632f", "#4d8a6a"


@dataclass(frozen=True)
class Place:
    """Where a lane or a heading stands: inches from the top of the rows."""

    top: float
    height: float
    lane: Lane | None
    heading: str = ""

    @property
    def middle(self) -> float:
        """Half way down it."""
        return self.top + self.height / 2


def places(chart: PlanChart) -> Iterator[Place]:
    """Every theme and every milestone, one below the other."""
    top = 0.0
    theme: str | None = None
    for lane in chart.lanes:
        if lane.theme != theme:
            theme = lane.theme
            if theme:
                yield Place(top, _HEADING, None, theme)
                top += _HEADING
        yield Place(top, LANE, lane)
        top += LANE


def labels(axes: Axes, placed: Iterable[Place], width: float) -> None:
    """Themes and texts, and a faint band behind every other row to guide the eye."""
    odd, above = False, ""
    for place in placed:
        if place.lane is None:
            above = ""
            axes.text(
                0,
                place.top + place.height * 0.62,
                cut(place.heading, 90),
                fontsize=8,
                fontweight="bold",
                va="center",
            )
            axes.plot([0, width], [place.top + place.height] * 2, color=RULE, lw=0.6)
            odd = False
            continue
        if odd:
            axes.add_patch(Rectangle((0, place.top), width, place.height, fc="#f5f7f9", ec="none"))
        odd = not odd
        number = place.lane.number or ""
        if number != above:
            axes.text(
                0.3,
                place.middle,
                cut(number, 6),
                color=MUTED,
                fontsize=6.5,
                ha="right",
                va="center",
            )
        above = number
        axes.text(0.38, place.middle, cut(place.lane.text, 86), fontsize=6.8, va="center")


def heat(axes: Axes, chart: PlanChart, placed: Iterable[Place], *, wide: bool) -> None:
    """One cell for each report that lists a milestone: colour, letter, per cent."""
    axes.set_xlim(0, max(len(chart.days), 1))
    for place in placed:
        if place.lane is None:
            continue
        first, last = min(place.lane.cells), max(place.lane.cells)
        for at, day in enumerate(chart.days):
            cell = place.lane.cells.get(day)
            if cell is not None:
                _cell(axes, at, place, cell, wide=wide)
            elif day > first:
                mark = "gone" if place.lane.dropped and day > last else "–"
                axes.text(
                    at + 0.5,
                    place.middle,
                    mark if wide else mark[0],
                    fontsize=6,
                    color=MUTED,
                    ha="center",
                    va="center",
                    style="italic",
                )
    axes.xaxis.tick_top()
    axes.set_xticks([at + 0.5 for at in range(len(chart.days))])
    shown = [f"{day.day} {day:%b}\n{day.year}" for day in chart.days]
    axes.set_xticklabels(shown, fontsize=6.5 if wide else 5, rotation=0 if wide else 90)
    axes.tick_params(length=0, pad=2)


def _cell(axes: Axes, at: int, place: Place, cell: Cell, *, wide: bool) -> None:
    fill, letters = COLOURS[kind_of(cell.status)]
    gap = 0.012
    axes.add_patch(
        Rectangle((at + 0.03, place.top + gap), 0.94, place.height - 2 * gap, fc=fill, ec="none")
    )
    letter = letters_of(cell.status)
    percent = f" {cell.percent}" if wide and cell.percent is not None else ""
    axes.text(
        at + 0.5,
        place.middle,
        f"{letter}{percent}",
        fontsize=6.3,
        color=letters,
        ha="center",
        va="center",
    )


def drift(axes: Axes, chart: PlanChart, placed: Iterable[Place]) -> None:
    """Each deadline as it was first given, as it is now, and the days between."""
    due = [day for lane in chart.lanes for day in lane.due]
    every = [*due, *chart.days]
    if not every:
        axes.set_xticks([])
        return
    first, last = min(every), max(every)
    room = timedelta(days=max((last - first).days // 40, 10))
    axes.set_xlim(_number(first - room), _number(last + room))
    locator = AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    shown = ConciseDateFormatter(locator, show_offset=False)
    axes.xaxis.set_major_formatter(shown)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, labelsize=6.5, pad=2)
    axes.grid(axis="x", color=RULE, lw=0.5)
    axes.set_axisbelow(True)
    axes.axvline(_number(chart.days[-1]), color=INK, lw=0.8, ls=(0, (3, 2)))
    bold = {id(lane) for lane in slips(chart)[:_LABELLED]}
    for place in placed:
        if place.lane is not None:
            _dumbbell(axes, place.lane, place.middle, bold=id(place.lane) in bold)


def _dumbbell(axes: Axes, lane: Lane, y: float, *, bold: bool) -> None:
    kind = kind_of(lane.last.status)
    colour = COLOURS[kind][0]
    if not lane.due:
        left = axes.get_xlim()[0]
        axes.text(
            left,
            y,
            f" {cut(lane.deadline or 'no deadline', 30)}",
            fontsize=6,
            color=MUTED,
            va="center",
            style="italic",
        )
        return
    days = [_number(day) for day in lane.due]
    if len(days) > 1:
        shade = _SLIPPED if lane.slip > 0 else _SOONER
        axes.plot([min(days), max(days)], [y, y], color=shade, lw=2.0 if bold else 1.2, zorder=2)
        axes.plot(days[1:-1], [y] * len(days[1:-1]), "|", color=shade, ms=5, zorder=3)
        axes.plot(days[:1], [y], "o", mfc="white", mec=INK, mew=0.7, ms=3.6, zorder=4)
    size = 4.6 if kind in {"late", "bad"} else 4.0
    axes.plot(days[-1:], [y], MARKERS[kind], mfc=colour, mec=INK, mew=0.5, ms=size, zorder=5)
    notes = [f"{lane.slip:+d} d"] if lane.slip else []
    notes += ["dropped"] if lane.dropped else []
    if notes:
        axes.annotate(
            ", ".join(notes),
            (max(days), y),
            xytext=(5, 0),
            textcoords="offset points",
            fontsize=6.4,
            fontweight="bold" if bold else "normal",
            color=INK if bold else MUTED,
            va="center_baseline",
            annotation_clip=False,
            zorder=6,
            bbox={"boxstyle": "square,pad=0.1", "fc": "white", "ec": "none", "alpha": 0.8},
        )


def slips(chart: PlanChart) -> list[Lane]:
    """The lanes that slipped, most days first."""
    return sorted((lane for lane in chart.lanes if lane.slip > 0), key=lambda lane: -lane.slip)


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word."""
    return shorten(text, most, placeholder=" …") or text[: most - 1] + "…"


def _number(day: date) -> float:
    """A day on Matplotlib's axis: days since its epoch, 1 January 1970."""
    return float((day - date(1970, 1, 1)).days)
