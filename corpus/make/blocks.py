"""The few shapes a council paper is made of, so that every producer is handed the same paper.

A renderer turns blocks into its own medium and decides nothing about content; a layout turns
story into blocks and knows nothing about fonts or page breaks inside tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Heading:
    """A line of its own in bold: a title of the paper or a heading of business."""

    text: str
    align: Align = "left"
    large: bool = False


@dataclass(frozen=True)
class Para:
    """Running text; `bold` for labels such as RESOLVED that stand alone."""

    text: str
    bold: bool = False
    align: Align = "left"


@dataclass(frozen=True)
class Bullets:
    """Consecutive bullet points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Numbered:
    """Consecutive entries with the label that is printed in front of each."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pairs:
    """A table without rules, two columns wide: how a clerk lines up names with roles."""

    rows: tuple[tuple[str, str], ...]
    left_share: float = 0.54


@dataclass(frozen=True)
class Row:
    """A row of a ruled table; a None cell belongs to the cell above, a span fills the width."""

    cells: tuple[str | None, ...]
    span: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    """A ruled table; `widths` are shares of the width; the header repeats on each page."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    small: bool = False


@dataclass(frozen=True)
class Stamp:
    """The mark that the publishing system puts at the top right, such as `Agenda Item 4`."""

    text: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Para | Bullets | Numbered | Pairs | Grid | Stamp | NewPage


@dataclass(frozen=True)
class Section:
    """Pages of one orientation, with or without `Page 22` at their foot."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    numbered: bool = True


@dataclass(frozen=True)
class Paper:
    """A whole paper, ready for a renderer."""

    title: str
    sections: tuple[Section, ...]
