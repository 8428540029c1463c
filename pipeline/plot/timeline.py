"""The picture of recurring actions: when each was raised, and whether it is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D

from pipeline.plot.figures import INK, RULE, Form, as_bytes
from pipeline.plot.labelled import BLUE, GREEN, PURPLE, rows

MOST = 30
"""Lines of one picture; the table has every action."""

_STATES = {
    "open": (BLUE, "o", "still open"),
    "closed": (GREEN, "s", "closed"),
    "unknown": (PURPLE, "D", "not heard of since"),
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
    """open, closed or unknown."""


def timeline(lines: Sequence[Line], *, title: str, description: str, form: Form = "svg") -> bytes:
    """One line per action from the top down; dashed up to the last meeting where still open."""
    shown = list(lines[:MOST])
    with rows([line.label for line in shown], 0.32) as (figure, axes):
        for at, line in enumerate(shown):
            _draw(axes, at, line)
        locator = AutoDateLocator(maxticks=9)
        axes.xaxis.set_major_locator(locator)
        days = ConciseDateFormatter(locator)
        axes.xaxis.set_major_formatter(days)
        axes.grid(axis="x", color=RULE, linewidth=0.6)
        axes.set_axisbelow(True)
        key = [
            Line2D([], [], color=colour, label=words, **_mark(marker))
            for state, (colour, marker, words) in _STATES.items()
            if any(_state(line) == state for line in shown)
        ]
        figure.legend(handles=key, loc="outside upper left", ncols=3, frameon=False)
        return as_bytes(figure, form, title=title, description=description)


def _draw(axes: Axes, at: int, line: Line) -> None:
    colour, marker, _ = _STATES[_state(line)]
    days = [_at(day) for day in line.raised]
    axes.plot(days, [at] * len(days), color=colour, linewidth=2, zorder=3, **_mark(marker))
    if line.state == "open" and line.until and line.until > line.raised[-1]:
        end = _at(line.until)
        axes.plot([days[-1], end], [at, at], color=colour, linewidth=1.4, linestyle=(0, (3, 2)))
        axes.plot([end], [at], ">", color="white", markeredgecolor=colour, markersize=6)


def _at(day: date) -> float:
    return float(date2num(day))


def _state(line: Line) -> str:
    return line.state if line.state in _STATES else "unknown"


def _mark(marker: str) -> dict[str, Any]:
    return {"marker": marker, "markersize": 6.5, "markeredgecolor": INK, "markeredgewidth": 0.6}
