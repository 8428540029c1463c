"""The picture of attendance: one bar per member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from pipeline.plot.figures import INK, Form, as_bytes
from pipeline.plot.labelled import BLUE, PALE, SKY, VERMILION, rows

MOST = 40
"""Bars of one picture; the table has everybody."""
_CELL = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
"""The ground of a number that stands on a hatch."""


@dataclass(frozen=True)
class Bar:
    """One member's meetings."""

    name: str
    present: int
    late: int
    apologies: int
    absent: int


def attendance_bars(
    bars: Sequence[Bar], *, title: str, description: str, form: Form = "svg"
) -> bytes:
    """Stacked bars of at least one member, in the order given from the top down."""
    shown = list(bars[:MOST])
    parts = (
        ("present", BLUE, "", [bar.present for bar in shown]),
        ("late", SKY, "///", [bar.late for bar in shown]),
        ("apologies", PALE, "...", [bar.apologies for bar in shown]),
        ("absent", VERMILION, "xx", [bar.absent for bar in shown]),
    )
    with rows([bar.name for bar in shown], 0.3, 40) as (figure, axes):
        left = [0] * len(shown)
        for part, colour, hatch, counts in parts:
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
                        color=INK if hatch else "white",
                        bbox=_CELL if hatch else None,
                    )
            left = [so_far + count for so_far, count in zip(left, counts, strict=True)]
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("meetings")
        axes.set_xlim(0, max(1, *left) * 1.02)
        if any(left):
            figure.legend(loc="outside upper left", ncols=4, frameon=False)
        return as_bytes(figure, form, title=title, description=description)
