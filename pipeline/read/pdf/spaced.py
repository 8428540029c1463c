"""Letterspaced words closed up again: 'M I N U T E S' is one word, however its letters are set."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.provenance import Box
from pipeline.read.pdf.ink import InkWord

_FEWEST = 5
"""Letters one by one that tell of letterspacing: 'J A B Smith' has fewer."""
_WIDEST = 0.9
"""Font sizes between two letters of a word, at most: columns of ticks stand further apart."""
_WORD = 1.5
"""By how much the gap between words exceeds that between letters."""
_EVEN = 0.4
"""By how much of it the gaps between letters may differ."""
_BLANK = 2.6
"""Font sizes between two words of one run, at most."""
_LONGEST = 14
"""Letters of the longest word in whose run no gap parts words."""


def closed_up(words: Sequence[InkWord]) -> list[InkWord]:
    """The words in order, each run of letters set one by one as the words that they spell."""
    closed: list[InkWord] = []
    at = 0
    while at < len(words):
        stop = at + 1
        if len(words[at].text) == 1:
            while stop < len(words) and _goes_on(words[stop - 1], words[stop]):
                stop += 1
        run = words[at:stop]
        closed += _spelt(run) if stop - at >= _FEWEST else run
        at = stop
    return closed


def _goes_on(letter: InkWord, following: InkWord) -> bool:
    gap = following.box.x0 - letter.box.x1
    return (
        len(following.text) <= 2
        and abs(following.baseline - letter.baseline) < 1
        and abs(following.size - letter.size) < 0.5
        and -0.3 * letter.size < gap < _BLANK * letter.size
    )


def _spelt(run: Sequence[InkWord]) -> Iterator[InkWord]:
    gaps = [b.box.x0 - a.box.x1 for a, b in itertools.pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 4]
    size = run[0].size
    limit = max(_WORD * usual, usual + 0.1 * size)
    within = [gap for gap in gaps if gap <= limit]
    even = sum(abs(gap - usual) <= max(_EVEN * usual, 0.08 * size) for gap in within)
    singles = sum(len(word.text) == 1 for word in run)
    if (
        not 0 < usual <= _WIDEST * size
        or sum(w.text.isalpha() for w in run) < _FEWEST
        or singles < 0.8 * len(run)
        or even < 0.8 * len(within)
        or (len(within) == len(gaps) and len(run) > _LONGEST)
        or len(within) < len(gaps) / 2
    ):
        yield from run
        return
    start = 0
    for at, gap in enumerate([*gaps, float("inf")], start=1):
        if gap > limit:
            yield _one(run[start:at])
            start = at


def _one(letters: Sequence[InkWord]) -> InkWord:
    text = "".join(word.text for word in letters)
    box = Box.around(word.box for word in letters)
    return replace(letters[0], text=text, box=box, sticks=letters[-1].sticks)
