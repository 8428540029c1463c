"""Examples for training: the lines of the passages filled, and as papers print and break them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from models.train.passages import Line
from models.train.slots import fill

Example = tuple[str, frozenset[str]]
"""A text and its kinds."""
_MARKS = ("(a) ", "• ", "1. ", "i) ", "- ", "4.2 ")
_SHORTEST = 10
"""Words of a sentence that a piece may be broken from."""
_PIECES = 0.12
"""How many of such sentences leave a piece. Layout breaks sentences, and what is like nothing in
its training a network is sure of for no reason: pieces and headings are neither kind."""
_HEADINGS = 0.35


def examples(lines: Sequence[Line], rng: random.Random) -> list[Example]:
    """One pass over the lines, shuffled."""
    every = [example for line in lines for example in _of_line(line, rng)]
    rng.shuffle(every)
    return every


def _of_line(line: Line, rng: random.Random) -> Iterator[Example]:
    text = fill(line.text, rng)
    if line.is_heading:
        if rng.random() < _HEADINGS:
            yield rng.choice((text, text, text.upper(), f"{text}:")), line.kinds
        return
    yield _printed(text, rng), line.kinds
    words = text.split()
    if len(words) >= _SHORTEST and rng.random() < _PIECES:
        size = rng.randint(2, max(3, len(words) // 3))
        at = rng.choice((0, len(words) - size))
        yield " ".join(words[at : at + size]), frozenset()


def _printed(text: str, rng: random.Random) -> str:
    """The text as it is, without its full stop, in capitals, or as an entry of a list."""
    chance = rng.random()
    if chance < 0.08:
        return text.rstrip(".;")
    if chance < 0.11:
        return text.upper()
    return rng.choice(_MARKS) + text if chance < 0.14 else text
