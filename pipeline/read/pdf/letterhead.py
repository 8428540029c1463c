"""A letterhead down the margin of a first page: a body's members listed in small type.

Beside the title and those who came it says who belongs to the body, and nothing of the meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.lines import Line, lines_of

_SMALLER = 0.88
"""Share of the size of the page's text that a letterhead's type has at most."""
_NARROW = 0.32
"""Share of the page's width within which a letterhead in the margin stands."""
_GUTTER = 4.0
"""Points of white space, at least, between it and the text beside it."""
_LINES = 6
"""Lines of a letterhead, at least."""
_TALL = 0.25
"""Share of the page's height that it runs down, at least."""
_TEXT = 2
"""Words beside it for each of its own, at least."""
_NAMES = 0.8
"""Share of its words that are of letters: names and posts, and no times or numbers of items."""


def letterhead_apart(
    words: Sequence[InkWord], width: float, height: float
) -> tuple[list[InkWord], tuple[str, ...]]:
    """The words of a page without a letterhead in its left or right margin, and its lines.

    `width` and `height` are the page's, in points.
    """
    if not words:
        return [], ()
    small = _SMALLER * median(word.size for word in words)
    for left in (True, False):
        edge = _NARROW * width if left else (1 - _NARROW) * width
        own = [w for w in words if w.size < small and _is_beyond(w, edge, left=left)]
        if own and _is_letterhead(own, words, height, left=left):
            gone = {id(word) for word in own}
            kept = [word for word in words if id(word) not in gone]
            return kept, tuple(line.text for line in lines_of(own))
    return list(words), ()


def _is_beyond(word: InkWord, edge: float, *, left: bool) -> bool:
    return word.box.x1 < edge if left else word.box.x0 > edge


def _is_letterhead(
    own: Sequence[InkWord], words: Sequence[InkWord], height: float, *, left: bool
) -> bool:
    """Whether small words in a margin stand apart from all text beside them, line under line."""
    lines: list[Line] = lines_of(own)
    top, foot = min(w.box.top for w in own), max(w.box.bottom for w in own)
    mine = {id(word) for word in own}
    beside = [w for w in words if id(w) not in mine and top < w.baseline < foot]
    named = sum(w.text[0].isalpha() for w in own)
    if len(lines) < _LINES or foot - top < _TALL * height or named < _NAMES * len(own):
        return False
    if len(beside) < _TEXT * len(own):
        return False
    if left:
        return max(w.box.x1 for w in own) + _GUTTER < min(w.box.x0 for w in beside)
    return max(w.box.x1 for w in beside) + _GUTTER < min(w.box.x0 for w in own)
