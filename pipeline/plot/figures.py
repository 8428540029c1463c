"""Figures as bytes: one style, the same bytes each time, and a description for who can't see."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.figure import Figure

Form = Literal["svg", "png"]

INK = "#1d2733"
MUTED = "#5b6875"
RULE = "#d5dbe1"
_STYLE: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 7.5,
    "text.color": INK,
    "text.parse_math": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "committee-papers",
    "axes.edgecolor": RULE,
    "xtick.color": MUTED,
    "path.simplify": True,
}
"""DejaVu Sans comes with Matplotlib, and is wider than what stands in for it in an SVG."""
_DOTS = 160
_HEAD = re.compile(r"^<\?xml.*?<svg\b([^>]*)>", re.DOTALL)
_GROUP = re.compile(r'<g id="[^"]*"')
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)


@contextmanager
def style() -> Iterator[None]:
    """The style that a figure is made and written in, whatever the caller's own is."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


def as_bytes(figure: Figure, form: Form, *, title: str, description: str) -> bytes:
    """The figure as a file of the form; call it within `style`.

    `title` and `description` go into the file: they are read out, and shown where it can't be.
    """
    target = io.BytesIO()
    if form == "png":
        about = {"Title": title, "Description": description, "Software": None}
        figure.savefig(target, format="png", dpi=_DOTS, metadata=about)
        return target.getvalue()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(target, format="svg", metadata=nothing)
    return _described(target.getvalue().decode(), title, description).encode()


def _described(svg: str, title: str, description: str) -> str:
    """The SVG with its description, as HTML takes it in beside others.

    No document type, no other addresses, and no ids but those it uses, told apart by content.
    """
    svg = _GROUP.sub("<g", _METADATA.sub("", svg))
    svg = svg.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, Arial, sans-serif")
    svg = svg.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    svg = svg.replace("xlink:href", "href")
    own = hashlib.sha256(f"{title}{description}".encode()).hexdigest()[:8]
    names = f"title-{own}", f"description-{own}"
    told = (
        f'role="img" aria-labelledby="{" ".join(names)}">\n'
        f' <title id="{names[0]}">{escape(title)}</title>\n'
        f' <desc id="{names[1]}">{escape(description)}</desc>'
    )
    return _HEAD.sub(lambda head: f"<svg{head[1]} {told}", svg, count=1)
