"""What all charts of reports share: their look, and SVG that may stand inside a page."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import shorten
from typing import Any

import matplotlib as mpl
from lxml import etree
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipeline.harmless import as_xml

BLUE, SKY, VERMILION, GREEN, PURPLE = "#0072b2", "#56b4e9", "#d55e00", "#009e73", "#aa4499"
"""Told apart by people of every colour vision (Okabe and Ito, https://jfly.uni-koeln.de/color/)."""
INK, PALE = "#0b0c0c", "#d5d8da"
WIDTH = 9.0
"""Inches: A4 across, less its margins, at a size that prints 9 points as about 7."""
LABEL = 58
"""Characters of a label; the whole of it stands in the table."""

_STYLE: Any = {
    # The text of a chart stays text: it can be searched, copied and read aloud, names in any
    # script take the reader's fonts, and the file is smaller than with outlines of letters.
    "svg.fonttype": "none",
    # Else the ids in the SVG, and with them the file, would differ from run to run.
    "svg.hashsalt": "committee-papers",
    "text.parse_math": False,
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": "#505a5f",
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.6,
}
_NOTHING = {"Date": None, "Creator": None, "Format": None, "Type": None}
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"


@contextmanager
def chart(height: float, width: float = WIDTH) -> Iterator[tuple[Figure, Axes]]:
    """A figure of so many inches, with axes to draw on, in the reports' look."""
    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        # Letters that Matplotlib's own font lacks are drawn by the reader's.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure, figure.subplots()


def label(text: str, most: int = LABEL) -> str:
    """A label short enough to stand beside an axis."""
    whole = " ".join(as_xml(text).split())
    short = shorten(whole, most, placeholder=" …")
    # One very long word would leave nothing but the dots.
    return short if short == whole or len(short) > most // 2 else whole[: most - 1] + "…"


def svg(figure: Figure, name: str) -> str:
    """The figure as an `svg` element for a page; `name` keeps its ids apart from other charts'.

    To be called while the figure's `chart` is open.
    """
    target = io.BytesIO()
    figure.savefig(target, format="svg", metadata=_NOTHING, dpi=72)
    root = etree.fromstring(target.getvalue())
    for style in root.findall(f".//{_SVG}style"):
        style.getparent().remove(style)
    for metadata in root.findall(f".//{_SVG}metadata"):
        metadata.getparent().remove(metadata)
    for element in root.iter():
        _rename(element, name)
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    root.set("style", "stroke-linejoin: round; stroke-linecap: butt")
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _rename(element: etree._Element, name: str) -> None:
    """Ids of an element and in its references, with the chart's name before them."""
    for key, value in element.attrib.items():
        if key == "id":
            element.set(key, f"{name}-{value}")
        elif key == _LINK:
            # SVG 2 and HTML know `href` without the namespace of XLink.
            del element.attrib[key]
            element.set("href", f"#{name}-{value.removeprefix('#')}")
        elif key in {"clip-path", "style", "fill"}:
            named = re.sub(r"url\(#", f"url(#{name}-", value)
            element.set(key, re.sub(r"'DejaVu Sans'(, sans-serif)?", "Arial, sans-serif", named))
