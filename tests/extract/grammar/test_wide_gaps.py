from __future__ import annotations

import pytest

from pipeline.document import Passage, Word
from pipeline.extract.grammar.wide_gaps import with_gaps
from pipeline.provenance import Box


def _set(*words: tuple[str, float]) -> Passage:
    """Words on one line, each with the gap behind it; five points to a character, ten high."""
    at, text, placed = 50.0, "", []
    for word, gap in words:
        start = len(text) + (1 if text else 0)
        text = f"{text} {word}" if text else word
        box = Box(at, 100, at + 5 * len(word), 110)
        placed.append(Word(start, start + len(word), 1, box, False))
        at += 5 * len(word) + gap
    return Passage(text, tuple(placed))


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ([("Ada", 3), ("Ash", 40), ("Ben", 3), ("Birch", 3)], "Ada Ash\nBen Birch"),
        ([("Ada", 3), ("Ash", 9), ("Ben", 3), ("Birch", 3)], "Ada Ash\nBen Birch"),
        ([("Cllrs.", 30), ("Ada", 3), ("Ash", 3)], "Cllrs. Ada Ash"),
        ([("Ada", 3), ("Ash", 30), ("(Clerk)", 3)], "Ada Ash (Clerk)"),
        ([("justified", 8), ("lines", 8), ("are", 8), ("even", 8)], "justified lines are even"),
    ],
)
def test_wide_gaps_part_a_line(words: list[tuple[str, float]], parted: str) -> None:
    passage = _set(*words)
    assert with_gaps(passage).text == parted
    assert with_gaps(passage).words == passage.words
