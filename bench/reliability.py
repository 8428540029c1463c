"""The reliability plot: of facts with one confidence, the share that is right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.calibration import Bin

COLOURS = ("#1d70b8", "#d4351c")
MARKS = ("o", "s")


def draw(series: Mapping[str, Sequence[Bin]], target: Path) -> None:
    """Draw one line per series into an SVG that is the same each time it is drawn."""
    mpl.rcParams["svg.hashsalt"] = "reliability"
    mpl.rcParams["svg.fonttype"] = "none"
    figure = Figure(figsize=(6.4, 4.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="#505a5f", linestyle="--", linewidth=1)
    axes.annotate("as right as it says", (0.62, 0.585), rotation=35, color="#505a5f", fontsize=9)
    for (name, each), colour, mark in zip(series.items(), COLOURS, MARKS, strict=False):
        said, right = [b.said for b in each], [b.right for b in each]
        axes.plot(said, right, color=colour, marker=mark, label=name)
        for one in each:
            beside = (6, -12) if mark == MARKS[0] else (-6, 7)
            axes.annotate(
                str(one.rows),
                (one.said, one.right),
                textcoords="offset points",
                xytext=beside,
                ha="left" if mark == MARKS[0] else "right",
                color=colour,
                fontsize=8,
            )
    axes.set_xlabel("confidence")
    axes.set_ylabel("share of facts that is right")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.05)
    axes.legend(loc="lower right", frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(target, format="svg", metadata={"Date": None, "Creator": None})
    text = target.read_text("utf-8")
    # What names an address, or a font that few have, no reader of the picture needs.
    text = re.sub(r"\s*<metadata>.*?</metadata>", "", text[text.index("<svg") :], flags=re.DOTALL)
    text = re.sub(
        r' xmlns:xlink="[^"]*"', ' role="img" aria-label="Reliability plot"', text, count=1
    )
    text = text.replace("xlink:href", "href")
    text = text.replace("'DejaVu Sans', 'Bitstream Vera Sans'", "Arial")
    target.write_text("\n".join(line.rstrip() for line in text.splitlines()) + "\n", "utf-8")
