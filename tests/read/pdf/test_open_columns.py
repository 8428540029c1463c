from __future__ import annotations

import itertools

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.open_columns import open_columns
from tests.read.pdf.inking import words

XS = (50.0, 100.0, 300.0, 400.0)
WHOLE = (50.0, 100.0, 400.0, 120.0)
RULED = [(a, y, b, y + 20) for y in (120.0, 140.0) for a, b in itertools.pairwise(XS)]
BODY = [
    *words("Jo", 55, 134), *words("Mend the gate", 105, 134), *words("Open", 305, 134),
    *words("Al", 55, 154), *words("Drain the pond", 105, 154), *words("Shut", 305, 154),
]  # fmt: skip


def cut(head: list[InkWord]) -> int:
    """How many cells the first row has then."""
    cells = open_columns([WHOLE, *RULED], [*head, *BODY])
    assert [c for c in cells if c[1] >= 120] == RULED
    return sum(c[1] < 120 for c in cells)


def test_words_that_stand_in_the_columns_below_are_cells() -> None:
    head = [*words("Who", 55, 114), *words("What", 105, 114), *words("State", 305, 114)]
    assert cut(head) == 3


def test_a_title_over_the_columns_stays_one_cell() -> None:
    assert cut(words("Actions that were carried forward from last time", 55, 114)) == 1
    assert cut([*words("Open", 55, 114), *words("actions", 160, 114)]) == 1


def test_a_column_that_is_empty_elsewhere_tells_nothing() -> None:
    head = [*words("Who", 55, 114), *words("What", 105, 114), *words("State", 340, 114)]
    empty = [w for w in BODY if w.text not in {"Open", "Shut"}]
    assert len(open_columns([WHOLE, *RULED], [*head, *empty])) == 9
