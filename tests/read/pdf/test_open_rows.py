from __future__ import annotations

import itertools

from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.open_rows import open_rows
from tests.read.pdf.inking import words

XS = (50.0, 100.0, 300.0, 400.0)
HEAD = [(a, 100.0, b, 120.0) for a, b in itertools.pairwise(XS)]
TALL = [(a, 120.0, b, 260.0) for a, b in itertools.pairwise(XS)]
ROWS = (135.0, 170.0, 205.0)


def body(first: float | None = None) -> list[InkWord]:
    """Three rows of two lines; the first column's word of the last row at another height."""
    ink: list[InkWord] = []
    for y in ROWS:
        ref = first if first is not None and y == ROWS[-1] else y
        ink += [*words("1", 55, ref), *words("Mend the gate", 105, y), *words("May", 305, y)]
        ink += words("of the pond", 105, y + 12)
    return ink


def test_white_space_across_all_columns_parts_rows() -> None:
    cells = open_rows([*HEAD, *TALL], body())
    tops = sorted({top for _, top, _, _ in cells})
    assert len(tops) == 4
    assert len(cells) == 12


def test_a_row_whose_first_column_is_not_begun_is_none() -> None:
    assert open_rows([*HEAD, *TALL], body(217.0)) == [*HEAD, *TALL]


def test_rows_that_are_ruled_stay() -> None:
    ruled = [*HEAD, *((a, y - 15, b, y + 20) for y in ROWS for a, _, b, _ in TALL)]
    assert open_rows(ruled, body()) == ruled
