"""The chart of attendance: one bar per member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from pipeline.report.drawing import BLUE, INK, PALE, SKY, VERMILION, chart, label, svg

MOST = 40
"""Bars of one chart; the table has everybody."""


@dataclass(frozen=True)
class Bar:
    """One member's meetings."""

    name: str
    present: int
    late: int
    apologies: int
    absent: int


def attendance_chart(bars: Sequence[Bar], name: str) -> str:
    """Stacked bars, in the order given from the top down."""
    shown = list(bars[:MOST])
    parts = (
        ("present", BLUE, "", "white", [bar.present for bar in shown]),
        ("late", SKY, "///", INK, [bar.late for bar in shown]),
        ("apologies", PALE, "...", INK, [bar.apologies for bar in shown]),
        ("absent", VERMILION, "xx", INK, [bar.absent for bar in shown]),
    )
    with chart(1.0 + 0.3 * len(shown)) as (figure, axes):
        left = [0] * len(shown)
        for part, colour, hatch, ink, counts in parts:
            if not any(counts):
                continue
            axes.barh(
                range(len(shown)),
                counts,
                left=left,
                height=0.72,
                color=colour,
                hatch=hatch,
                edgecolor=INK,
                linewidth=0.6,
                label=part,
            )
            for at, count in enumerate(counts):
                if count:
                    axes.text(
                        left[at] + count / 2,
                        at,
                        str(count),
                        ha="center",
                        va="center",
                        color=ink,
                        bbox=None
                        if not hatch
                        else {"facecolor": "white", "edgecolor": "none", "pad": 0.8},
                    )
            left = [so_far + count for so_far, count in zip(left, counts, strict=True)]
        axes.set_yticks(range(len(shown)), [label(bar.name, 40) for bar in shown])
        axes.invert_yaxis()
        axes.tick_params(axis="y", length=0)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("meetings")
        axes.set_xlim(0, max(left) * 1.02)
        figure.legend(loc="outside upper left", ncols=4, frameon=False)
        return svg(figure, name)
