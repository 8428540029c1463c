"""What is printed across or beside a page's text and is none of it: watermarks, line numbers."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from pipeline.read.pdf.ink import InkWord, even

_FEW = 0.2
"""Share of a page's words that may be set askew and yet be a stamp across it, and not the text."""
_LARGE = 3.0
"""By how much a watermark's type is larger than that of the text it lies under."""
_UNDER = 3
"""Words that a watermark lies under, at least."""
_NUMBERS, _FIFTHS, _FEWEST = 12, 4, 1
"""The fewest numbers of lines on a page: of every line, of every fifth, and of either once a page
before had its lines numbered."""
_WRAPPED = 3
"""Numbered lines that go on with a sentence: items of a list would each begin one."""
_EDGE = 1.5
"""Points within which the right edges of line numbers stand."""
_ALL = 0.85
"""Share of the lines that are numbered."""


def without_watermark(words: Sequence[InkWord]) -> tuple[list[InkWord], str]:
    """The words of a page, and apart from them a stamp set askew across it or in huge type below.

    A stamp is no part of the text, but may say what the paper is: 'NOT FOR PUBLICATION'.
    """
    askew = [word for word in words if word.turned % 90]
    sizes = [word.size for word in words if not word.turned % 90]
    if not sizes:
        return [_straight(word) for word in words], ""
    large = _LARGE * median(sizes)
    stamp = askew if len(askew) <= _FEW * len(words) else []
    kept = [word for word in words if not (stamp and word.turned % 90)]
    stamp = [*stamp, *(w for w in kept if w.size > large and _lies_under(w, kept, large))]
    gone = {id(word) for word in stamp}
    said = " ".join(word.text for word in words if id(word) in gone)
    return [_straight(w) for w in kept if id(w) not in gone], said


def _straight(word: InkWord) -> InkWord:
    if not word.turned % 90:
        return word
    return replace(word, box=even(word.box, word.baseline, word.size), turned=0)


def _lies_under(word: InkWord, words: Sequence[InkWord], large: float) -> bool:
    box = word.box
    beneath = sum(
        other.size < large
        and box.x0 < (other.box.x0 + other.box.x1) / 2 < box.x1
        and box.top < (other.box.top + other.box.bottom) / 2 < box.bottom
        for other in words
    )
    return beneath >= _UNDER


def without_line_numbers(pages: Sequence[Sequence[InkWord]]) -> list[list[InkWord]]:
    """The pages' words, the numbers of lines in the left margin left out.

    They rise by one from line to line, or stand at every fifth, at one right edge, left of all
    the text; and unlike the numbers of a list they number lines in the middle of a sentence too.
    """
    edges: list[float] = []
    cleared = []
    for words in pages:
        numbers = _line_numbers(words, edges)
        if numbers:
            edges.append(numbers[0].box.x1)
        gone = {id(word) for word in numbers}
        cleared.append([word for word in words if id(word) not in gone])
    return cleared


def _line_numbers(words: Sequence[InkWord], known: Sequence[float]) -> list[InkWord]:
    digits = [w for w in words if w.text.isdecimal() and len(w.text) <= 4]
    fewest = _FEWEST if known else _FIFTHS
    if len(digits) < fewest:
        return []
    near = Counter(round(w.box.x1) for w in digits)
    edge = max(near, key=lambda x: (near[x] + near[x - 1] + near[x + 1], -x))
    column = sorted((w for w in digits if abs(w.box.x1 - edge) <= _EDGE), key=lambda w: w.baseline)
    if known and not any(abs(edge - each) <= 2 * _EDGE for each in known):
        return []
    values = [int(w.text) for w in column]
    steps = Counter(b - a for a, b in itertools.pairwise(values)) or Counter({5: 0})
    step, often = steps.most_common(1)[0]
    least = _FEWEST if known else _NUMBERS if step == 1 else _FIFTHS
    if len(column) < least or step not in {1, 5}:
        return []
    ids = {id(w) for w in column}
    text = [w for w in words if id(w) not in ids]
    beside = [w for w in text if w.box.x0 > max(n.box.x1 for n in column)]
    if often < 0.9 * (len(column) - 1) or len(beside) < 0.95 * len(text):
        return []
    return column if known or _number_lines(column, beside, step) else []


def _number_lines(column: Sequence[InkWord], text: Sequence[InkWord], step: int) -> bool:
    """Whether a column of numbers counts the lines of a text, and not its items."""
    first: dict[int, InkWord] = {}
    for word in text:
        place = round(word.baseline)
        if place not in first or word.box.x0 < first[place].box.x0:
            first[place] = word
    begun = [
        next(
            (first[round(n.baseline) + d] for d in (0, -1, 1) if round(n.baseline) + d in first),
            None,
        )
        for n in column
    ]
    wrapped = sum(word is not None and word.text[0].islower() for word in begun)
    numbered = sum(word is not None for word in begun) * step
    return wrapped >= (_WRAPPED if step == 1 else 1) and numbered >= _ALL * len(first)
