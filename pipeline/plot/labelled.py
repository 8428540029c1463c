"""Charts with one row of marks per name: axes without a frame, and short labels."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import shorten
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipeline.harmless import as_xml
from pipeline.plot.figures import INK, MUTED, style

BLUE, SKY, VERMILION, GREEN, PURPLE = "#0072b2", "#56b4e9", "#d55e00", "#009e73", "#aa4499"
"""Told apart by people of every colour vision (Okabe and Ito, https://jfly.uni-koeln.de/color/)."""
PALE = "#d5d8da"
WIDTH = 9.0
"""Inches: A4 across, less its margins, at a size that prints 9 points as about 7."""
LABEL = 58
"""Characters of a label; the whole of it stands in the table beside the chart."""

_LOOK: dict[Any, Any] = {
    "font.size": 9.0,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.6,
}


@contextmanager
def rows(labels: Sequence[str], pitch: float, most: int = LABEL) -> Iterator[tuple[Figure, Axes]]:
    """A figure with a row of `pitch` inches for each label, from the top down.

    Write it with `figures.as_bytes` within the context.
    """
    with style(), mpl.rc_context(_LOOK), warnings.catch_warnings():
        # Letters that Matplotlib's own font lacks are drawn by the reader's.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        figure = Figure(figsize=(WIDTH, 1.1 + pitch * len(labels)), layout="constrained")
        axes = figure.subplots()
        axes.set_yticks(range(len(labels)), [short(each, most) for each in labels])
        axes.set_ylim(len(labels) - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        yield figure, axes


def short(text: str, most: int = LABEL) -> str:
    """The text on one line, cut between words where it is longer than so many characters."""
    whole = " ".join(as_xml(text).split())
    cut = shorten(whole, most, placeholder=" …")
    # One very long word would leave nothing but the dots.
    return cut if cut == whole or len(cut) > most // 2 else whole[: most - 1] + "…"
