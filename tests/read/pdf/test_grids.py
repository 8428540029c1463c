from __future__ import annotations

from pipeline.document import Table
from pipeline.read.pdf.grids import grids
from pipeline.read.pdf.ink import InkWord
from pipeline.read.pdf.lines import lines_of
from tests.read.pdf.inking import level, sheet, words

STARTS = (50.0, 90.0, 260.0, 340.0)
HEAD = ("Ref", "Action", "Owner", "Due")
GATE = [("1", "Mend the gate of the", "Ann Thorne", "May"), ("", "upper pond", "", "")]
POND = [("2", "Drain the mill pond", "Joe Pike", "June")]


def laid(
    rows: list[list[tuple[str, ...]]], *, bold: bool = True, pitch: float = 12.0, gap: float = 12.0
) -> list[InkWord]:
    """The words of a head and of rows of lines, `gap` points more between rows than in them."""
    ink: list[InkWord] = []
    for x, name in zip(STARTS, HEAD, strict=True):
        ink += words(name, x, 100, bold=bold)
    y = 100.0 + pitch
    for row in rows:
        y += gap
        for printed in row:
            for x, text in zip(STARTS, printed, strict=True):
                ink += words(text, x, y)
            y += pitch
    return ink


def read(ink: list[InkWord], *levels: float) -> list[list[str]]:
    page = sheet(ink, [level(y, 45, 400) for y in levels])
    (found,) = [e for e in grids(lines_of(ink), page, frozenset()) if not hasattr(e, "words")]
    table = found[0] if isinstance(found, tuple) else None
    assert isinstance(table, Table)
    return [[c.text for c in row.cells] for row in table.rows]


EXPECTED = [
    list(HEAD),
    ["1", "Mend the gate of the upper pond", "Ann Thorne", "May"],
    ["2", "Drain the mill pond", "Joe Pike", "June"],
]


def test_rows_stand_further_apart_than_the_lines_of_one() -> None:
    assert read(laid([GATE, POND], gap=6)) == EXPECTED


def test_rows_are_told_by_the_column_that_only_their_first_line_fills() -> None:
    assert read(laid([GATE, POND], gap=0)) == EXPECTED


def test_rows_are_told_by_the_lines_between_them() -> None:
    ink = laid([GATE, POND], bold=False, gap=0)
    assert read(ink, 104, 128, 140) == EXPECTED


def test_a_list_of_names_in_columns_is_no_grid() -> None:
    ink = laid([[("Ann", "Joe Pike", "Hal Crow", "Una")], [("Ben", "Ida Moss", "Ted", "Zoe")]])
    plain = laid([GATE, POND], bold=False)
    assert all(hasattr(e, "words") for e in grids(lines_of(plain), sheet(plain), frozenset()))
    assert read(ink)[1] == ["Ann", "Joe Pike", "Hal Crow", "Una"]


def test_prose_below_is_not_taken_in() -> None:
    ink = laid([GATE, POND])
    ink += words(
        "All of this was read by the warden before it went to the printer in June", 50, 200
    )
    assert read(ink) == EXPECTED


def test_names_of_a_head_run_over_lines() -> None:
    ink = laid([GATE, POND], gap=24.0)
    ink += words("date", STARTS[3], 112, bold=True)
    assert read(ink)[0] == ["Ref", "Action", "Owner", "Due date"]


def test_a_bold_line_stands_over_the_rows_below_it() -> None:
    ink = laid([GATE, POND], gap=24.0)
    ink += words("The upper ponds", STARTS[0], 118, bold=True)
    assert read(ink)[1:3] == [
        ["The upper ponds"],
        ["1", "Mend the gate of the upper pond", "Ann Thorne", "May"],
    ]
