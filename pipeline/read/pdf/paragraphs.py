"""Printed lines into paragraphs: where one ends, and what marks its beginning."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.document import Paragraph
from pipeline.provenance import Box
from pipeline.read.pdf.lines import Line, passage
from pipeline.read.pdf.markers import is_bullet, marker_of

_BLANK = 0.25
"""Width of a blank, in font sizes."""
_SLACK = 0.4
"""Font sizes by which a word may seem to fit and yet have wrapped: the margin is measured."""
_WRAPPED = 2
"""Lines that surely wrapped, of which the margin of a column is told."""
_WIDE = 0.6
"""Share of the page's width that such a column has at least."""
_NARROW = 0.2
"""The same where many lines tell of it."""
_UNEVENLY, _EVENLY = 1.28, 1.16
"""By how much the gap between paragraphs exceeds that between lines, as evenly as these stand."""
_MANY = 8
"""Lines that surely wrapped, of which the evenness of a paper is told."""
_NEAR = 4.0
"""Points within which two left edges are the same edge."""


@dataclass
class Draft:
    """A paragraph while its lines are gathered."""

    lines: list[Line]
    marker: str | None
    text_left: float
    """Where its text begins after the marker, in points."""
    right: float
    """The right margin that its lines wrap at."""
    left: float | None = None
    """The left edge of its column, where it isn't the page's."""
    aside: bool = False
    """Whether it is printed beside the text, and no part of it."""
    notes: list[Draft] = field(default_factory=list)
    """What is printed beside it."""

    @property
    def last(self) -> Line:
        """The line gathered last."""
        return self.lines[-1]


@dataclass(frozen=True)
class Measures:
    """What is usual in a paper: how far apart wrapped lines stand, by font size."""

    pitch: dict[int, float]
    even: frozenset[int] = frozenset()
    """The font sizes whose lines stand evenly apart."""

    @staticmethod
    def of(pages: Iterable[Sequence[Line]]) -> Measures:
        """Measure a paper: the middle distance below lines that are full."""
        gaps: dict[int, list[float]] = defaultdict(list)
        wrapped: dict[int, list[float]] = defaultdict(list)
        for lines in pages:
            right = right_margin(lines)
            for above, below in itertools.pairwise(lines):
                gap = below.baseline - above.baseline
                if not 0 < gap < 3 * above.size:
                    continue
                if is_full(above, below, right):
                    gaps[round(above.size)].append(gap)
                if _breaks_a_sentence(above, below):
                    wrapped[round(above.size)].append(gap)
        # Short paragraphs, each as wide as the page, would pass off their own distance as that of
        # their lines: lines that begin in the middle of a sentence tell better.
        gaps.update({size: found for size, found in wrapped.items() if len(found) > 2})
        return Measures(
            {size: median(found) for size, found in gaps.items() if len(found) > 2},
            frozenset(size for size, found in wrapped.items() if _is_even(found)),
        )

    def usual(self, line: Line) -> float:
        """The distance to expect below `line` inside a paragraph, in points."""
        return self.pitch.get(round(line.size), 1.2 * line.size)

    def most(self, line: Line) -> float:
        """The distance below `line` from which a new paragraph begins, in points."""
        more = _EVENLY if round(line.size) in self.even else _UNEVENLY
        return more * self.usual(line) + 0.5


def _breaks_a_sentence(above: Line, below: Line) -> bool:
    """Whether a line goes on with the sentence of the line above, whatever their margin."""
    return (
        below.text[0].islower()
        and not above.text.endswith((".", ";", ":"))
        and abs(above.size - below.size) <= 0.8
        and _marker(below) is None
    )


def _is_even(gaps: Sequence[float]) -> bool:
    """Whether nearly all of many gaps are the same: then a little more is no chance."""
    usual = median(gaps)
    same = sum(abs(gap - usual) <= 0.04 * usual for gap in gaps)
    return len(gaps) >= _MANY and same >= 0.95 * len(gaps)


def right_margin(lines: Sequence[Line]) -> float:
    """Where the text of a page wraps, in points from its left edge."""
    return max((line.box.x1 for line in lines), default=0.0)


def is_full(line: Line, following: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted on `line`."""
    first = following.words[0]
    end = next((w for w in following.words if not w.sticks), following.words[-1])
    width = end.box.x1 - first.box.x0
    return line.box.x1 + _BLANK * line.size + width > right - _SLACK * line.size


Margins = dict[float, list[float]]
"""Where lines that surely wrapped end, by the left edge of their text."""


def drafts_of(
    lines: Sequence[Line], measures: Measures, right: float, margins: Margins
) -> list[Draft]:
    """The paragraphs of consecutive lines of one page."""
    drafts: list[Draft] = []
    for line in lines:
        if drafts and _continues(drafts[-1], line, measures):
            drafts[-1].lines.append(line)
            continue
        marker = _marker(line)
        text = line.words[1] if marker else line.words[0]
        drafts.append(Draft([line], marker, text.box.x0, _margin_at(margins, text.box.x0, right)))
    return drafts


def heading_of(lines: list[Line], right: float, *, aside: bool = False) -> Draft:
    """One paragraph of all the lines of a heading, which wraps at `right`."""
    marker = _marker(lines[0])
    text = lines[0].words[1] if marker else lines[0].words[0]
    return Draft(list(lines), marker, text.box.x0, right, aside=aside)


def margins_of(lines: Sequence[Line], measures: Measures) -> Margins:
    """Where lines of a page end that surely wrapped, by the left edge of their text.

    A line surely wrapped if the next stands close below, at the edge of its text, and goes on in
    lower case. Beside a column of owners in the right margin the text wraps before the page does.
    """
    ends: Margins = {}
    for above, below in itertools.pairwise(lines):
        text = above.words[1] if _marker(above) else above.words[0]
        gap = below.baseline - above.baseline
        if (
            0 < gap <= 1.28 * measures.usual(above) + 0.5
            and abs(above.size - below.size) <= 0.8
            and below.text[0].islower()
            and _marker(below) is None
            and abs(below.box.x0 - text.box.x0) <= _NEAR
        ):
            edge = next((e for e in ends if abs(e - text.box.x0) <= _NEAR), text.box.x0)
            ends.setdefault(edge, []).append(above.box.x1)
    return ends


def _margin_at(margins: Margins, left: float, right: float) -> float:
    """The right margin of the text that begins at `left`; the page's where too little tells."""
    ends = next((found for e, found in margins.items() if abs(e - left) <= _NEAR), [])
    narrow = max(ends, default=left) - left < (_WIDE if len(ends) < _MANY else _NARROW) * (
        right - left
    )
    return right if len(ends) < _WRAPPED or narrow else max(ends)


def _marker(line: Line) -> str | None:
    words = line.words
    if len(words) < 2:
        return None
    gap = (words[1].box.x0 - words[0].box.x1) / line.size
    follower = words[1].text.lower()
    if follower.startswith(("am", "a.m", "pm", "p.m")) and follower.rstrip(".,") in _CLOCK:
        return None
    return marker_of(words[0].text, gap)


_CLOCK = {"am", "a.m", "pm", "p.m", "a.m.", "p.m."}


def _continues(draft: Draft, line: Line, measures: Measures) -> bool:
    last = draft.last
    gap = line.baseline - last.baseline
    if gap <= 0 or gap > measures.most(last):
        return False
    if abs(line.size - last.size) > 0.8 or line.bold != last.bold or _labels(line, last):
        return False
    full = is_full(last, line, draft.right)
    marker = _marker(line)
    if marker is not None and (is_bullet(marker) or not _wrapped_number(draft, line, full)):
        return False
    if not full and not _hangs(draft, line):
        return False
    edges = (draft.text_left, draft.lines[0].box.x0, last.box.x0)
    if any(abs(line.box.x0 - edge) <= _NEAR for edge in edges):
        return True
    # The second line may set the edge: a hanging or a first-line indent, or centred text.
    return len(draft.lines) == 1 or _both_centred(draft, line)


def _labels(line: Line, above: Line) -> bool:
    """Whether a line below plain type begins with a bold label, and goes on: 'Present: A Ash'."""
    bold = list(itertools.takewhile(lambda word: word.bold, line.words))
    label = 0 < len(bold) < len(line.words) and bold[-1].text.endswith(":")
    return label and not any(word.bold for word in above.words)


def _hangs(draft: Draft, line: Line) -> bool:
    """A line that stops short, but in the middle of a list: unbreakable names wrap early."""
    last = draft.last
    long_enough = last.box.x1 - draft.text_left > 0.55 * (draft.right - draft.text_left)
    same_edge = abs(line.box.x0 - draft.text_left) <= _NEAR or len(draft.lines) == 1
    return long_enough and same_edge and last.text.endswith((",", " and", " &"))


def _wrapped_number(draft: Draft, line: Line, full: bool) -> bool:
    """A number at the start of a line that is only the prose running on ('in June', '2018.')."""
    at_edge = any(
        abs(line.box.x0 - edge) <= _NEAR for edge in (draft.text_left, draft.lines[0].box.x0)
    )
    if not full or not at_edge or draft.last.text.endswith((".", ";", ":", ",", "and")):
        return False
    return _number(line.words[0].text) != _number(draft.marker or "") + 1


def _number(marker: str) -> int:
    digits = "".join(c for c in marker if c.isdigit())
    return int(digits) if digits else -1


def _both_centred(draft: Draft, line: Line) -> bool:
    above = draft.last.box
    return abs((above.x0 + above.x1) / 2 - (line.box.x0 + line.box.x1) / 2) <= 2 * _NEAR


def runs_over(draft: Draft, following: Draft) -> bool:
    """Whether the last paragraph of a page goes on as the first of the next page."""
    if following.marker is not None:
        return False
    last, first = draft.last, following.lines[0]
    if abs(last.size - first.size) > 0.8 or last.bold != first.bold:
        return False
    text, start = last.text, first.text[0]
    if text.endswith(("___", "....", "……")):
        return False  # a line to be signed at the foot of the page
    if text.endswith((".", ":", ";", "?", "!")):
        return start.islower() and not text.endswith((".", "?", "!"))
    if start.islower():
        return True
    return is_full(last, first, draft.right) and len(text) > 40 and not text.isupper()


def build(draft: Draft, known: Container[str], left: float, width: float) -> Paragraph:
    """The finished paragraph; `left` is the page's text edge, `width` the page's."""
    first = draft.lines[0]
    lines = list(draft.lines)
    left = left if draft.left is None else draft.left
    if draft.marker is not None:
        lines[0] = Line(first.words[1:])
    box = Box.around(line.box for line in draft.lines)
    margin = min(box.x0, width - box.x1)
    centred = (
        all(abs((ln.box.x0 + ln.box.x1) / 2 - width / 2) < 0.02 * width for ln in draft.lines)
        and box.x0 - left > 0.05 * width
        and margin > 0
    )
    return Paragraph(
        passage(lines, known),
        marker=draft.marker,
        indent=max(0.0, round(first.box.x0 - left, 1)),
        centred=centred,
    )
