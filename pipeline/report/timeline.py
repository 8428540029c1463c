"""The chart of recurring actions: when each was raised, and whether it is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D

from pipeline.report.drawing import BLUE, GREEN, INK, PURPLE, chart, label, svg

MOST = 30
"""Lines of one chart; the table has every action."""

_STATES = {
    "open": (BLUE, "o", "still open"),
    "closed": (GREEN, "s", "closed"),
    "unknown": (PURPLE, "D", "the papers don't say"),
}


@dataclass(frozen=True)
class Line:
    """One action: when it was raised, and until when it has gone on."""

    label: str
    raised: tuple[date, ...]
    """In order; at least one."""
    until: date | None
    """The last meeting that it could have been raised at; None where that isn't known."""
    state: str


def timeline_chart(lines: Sequence[Line], name: str) -> str:
    """One line per action from the top down; dashed on to today's meeting where still open."""
    shown = list(lines[:MOST])
    with chart(1.1 + 0.32 * len(shown)) as (figure, axes):
        for at, line in enumerate(shown):
            colour, marker, _ = _STATES.get(line.state, _STATES["unknown"])
            days = [float(date2num(day)) for day in line.raised]
            axes.plot(days, [at] * len(days), color=colour, linewidth=2, zorder=2)
            axes.plot(
                days,
                [at] * len(days),
                marker,
                color=colour,
                markeredgecolor=INK,
                markeredgewidth=0.6,
                markersize=6.5,
                zorder=3,
                linestyle="none",
            )
            if line.state == "open" and line.until and line.until > line.raised[-1]:
                end = float(date2num(line.until))
                axes.plot(
                    [days[-1], end], [at, at], color=colour, linewidth=1.4, linestyle=(0, (3, 2))
                )
                axes.plot([end], [at], ">", color="white", markeredgecolor=colour, markersize=6)
        axes.set_yticks(range(len(shown)), [label(line.label) for line in shown])
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        locator = AutoDateLocator(maxticks=9)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
        axes.grid(axis="x", color="#d5d8da", linewidth=0.6)
        axes.set_axisbelow(True)
        states = [state for state in _STATES if any(line.state == state for line in shown)]
        handles = [
            Line2D(
                [],
                [],
                color=_STATES[state][0],
                marker=_STATES[state][1],
                markeredgecolor=INK,
                markeredgewidth=0.6,
                label=_STATES[state][2],
            )
            for state in states
        ]
        figure.legend(handles=handles, loc="outside upper left", ncols=3, frameon=False)
        return svg(figure, name)
