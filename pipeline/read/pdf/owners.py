"""Who is to act, named in the right margin of minutes below the word 'Action', as paragraphs.

A name on the last line of a paragraph is no part of its sentence. Each becomes 'Action: AB' below
what it stands beside; beside a heading, below what stands under that heading.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon import rule
from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.zones import Zone

_ACTION_HEAD = rule("parts", "action_column")
_BUSINESS = rule("parts", "business")
_GAP = 1.2
"""Font sizes of white space between a line of text and who is to act, at least."""
_CLOSE = 0.5
"""The same where a name stands right below the head."""
_RIGHT = 0.6
"""Share of the page's text width left of such a column, at least."""
_NEAR = 8.0
"""Points within which names keep to the edge of the column's head."""
_HEADS = 4
"""The most columns of a head, that of actions among them."""
_TITLES = 2
"""Headings of business on a page whose margin names who is to act: minutes, and no log."""
_LONGEST = 4
"""Words of who is to act, at most."""
_NAME = re.compile(r"[A-Z][^\d]*")


@dataclass(frozen=True)
class Margin:
    """The column of who is to act: its head, and where it stands on the page."""

    head: tuple[InkWord, ...]
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Of the head, in points."""
        return (self.head[0].box.x0 + self.head[-1].box.x1) / 2


def margin_of(lines: Sequence[Line]) -> tuple[int, Margin] | None:
    """The head of such a column among the lines of a page, and the line that it stands on."""
    texts = [line.text[:60] for line in lines]
    if sum(_BUSINESS.search(text) is not None for text in texts) < _TITLES:
        return None
    left = min(line.box.x0 for line in lines)
    right = max(line.box.x1 for line in lines)
    for at, line in enumerate(lines):
        pieces = line.segments(_GAP)
        head = pieces[-1]
        if (
            len(pieces) <= _HEADS
            and all(len(piece.words) <= _LONGEST for piece in pieces)
            and head.box.x0 > left + _RIGHT * (right - left)
            and "action" in head.text.lower()
            and _ACTION_HEAD.fullmatch(head.text)
        ):
            return at, Margin(head.words, head.box.x0, max(head.box.x1, right))
    return None


def owners_apart(
    lines: Sequence[Line], margin: Margin, start: int = 0
) -> tuple[list[Line], list[Zone]]:
    """The lines of a page without those named in its margin, and a zone for each of these.

    `start` is the line that the column's head stands on, if it stands on this page.
    """
    kept: list[Line] = list(lines[:start])
    named: list[tuple[int, Line]] = []
    for line in lines[start:]:
        own = _named(line, margin)
        if own is None:
            kept.append(line)
            continue
        if _ACTION_HEAD.fullmatch(own.text):
            continue  # beside it stand the names of other columns, or nothing
        rest = line.words[: len(line.words) - len(own.words)]
        if rest:
            kept.append(Line(rest))
        named.append((len(kept), own))
    return kept, [_zone(own, margin, _place(own, kept, at)) for at, own in named]


def _named(line: Line, margin: Margin) -> Line | None:
    """Who a line names in the margin."""
    pieces = line.segments(_GAP)
    last = pieces[-1]
    if len(last.words) > _LONGEST:
        last = _behind_text(last, margin) or last
    keeps = last.box.x0 >= margin.x0 - _NEAR or abs(last.box.x1 - margin.x1) <= _NEAR
    keeps = keeps or last is not pieces[-1]
    if _ACTION_HEAD.fullmatch(last.text) and "action" in last.text.lower() and keeps:
        return last
    if (
        keeps
        and last.box.x0 >= margin.x0 - 4 * _NEAR
        and len(pieces) <= _HEADS - 1
        and len(last.words) <= _LONGEST
        and _NAME.fullmatch(last.text)
    ):
        return last
    return None


def _behind_text(piece: Line, margin: Margin) -> Line | None:
    """What stands in the margin close behind a line that fills its own column."""
    for at, (before, word) in enumerate(itertools.pairwise(piece.words), start=1):
        apart = word.box.x0 - before.box.x1
        if before.box.x1 <= margin.x0 + _NEAR and apart > _CLOSE * word.size:
            own = Line(piece.words[at:])
            middle = (own.box.x0 + own.box.x1) / 2
            edges = (own.box.x0 - margin.x0, own.box.x1 - margin.x1, middle - margin.middle)
            if min(map(abs, edges)) <= _NEAR / 2:
                return own
    return None


def _place(own: Line, kept: Sequence[Line], at: int) -> float:
    """The top of the place, among the lines kept, of one named when `at` of them were kept."""
    beside = kept[at - 1] if at else None
    top = own.box.top + 0.01
    if (
        beside is None
        or not beside.words[-1].bold
        or abs(beside.baseline - own.baseline) > own.size
    ):
        return top
    below = [line for line in kept[at:] if line.baseline > own.baseline]
    text = next((n for n, line in enumerate(below) if not line.words[-1].bold), len(below))
    following = next((line for line in below[text:] if line.words[-1].bold), None)
    if following is not None:
        return following.box.top - 0.01
    return max([top, *(line.box.top + 0.01 for line in below[text:])])


def _zone(own: Line, margin: Margin, top: float) -> Zone:
    label = margin.head[-1]
    colon = replace(label, text=label.text.rstrip(":") + ":", sticks=False)
    return Zone([Line((*margin.head[:-1], colon)), own], top, margin.x1, heading=True, aside=True)
