from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Passage, Word
from pipeline.provenance import Box
from pipeline.segment.cell_paragraphs import cut_cell


def _cell(*lines: Sequence[str]) -> Passage:
    """A cell of lines 12 points high, each letter 5 points wide."""
    text = " ".join(word for line in lines for word in line)
    words, at = [], 0
    for number, line in enumerate(lines):
        left = 0.0
        for word in line:
            box = Box(left, 12.0 * number, left + 5 * len(word), 12.0 * number + 10)
            words.append(Word(at, at + len(word), 1, box))
            at, left = at + len(word) + 1, left + 5 * len(word) + 5
    return Passage(text, tuple(words))


def test_a_line_that_ends_early_ends_an_entry_of_a_list() -> None:
    cell = _cell(("Minutes", "agreed"), ("Sluice", "to", "be", "mended", "by"), ("the", "warden"))
    assert [p.text for p in cut_cell(cell, listed=True)] == [
        "Minutes agreed",
        "Sluice to be mended by the warden",
    ]
    assert len(cut_cell(cell)) == 1


def test_the_number_of_a_task_begins_one() -> None:
    cell = _cell(("Warden", "to", "mend", "the"), ("05-03", "Clerk", "to", "write"))
    assert [p.text for p in cut_cell(cell, listed=True)] == [
        "Warden to mend the",
        "05-03 Clerk to write",
    ]
