from __future__ import annotations

from pipeline.document import Table
from pipeline.provenance import Box
from pipeline.read.pdf.ruled import ruled_tables
from tests.read.pdf.inking import grid, level, sheet, upright, word, words

XS, YS = (50.0, 200.0, 350.0), (100.0, 130.0, 160.0)


def cells(table: Table) -> list[list[str]]:
    return [[c.text for c in row.cells] for row in table.rows]


def test_a_grid_of_cells() -> None:
    ink = sheet(
        [
            word("Pond", 60, 115),
            word("Depth", 210, 115),
            word("Mill", 60, 145),
            word("2m", 210, 145),
        ],
        grid(XS, YS),
    )
    (((box, table),), free) = ruled_tables(ink, frozenset())
    assert cells(table) == [["Pond", "Depth"], ["Mill", "2m"]]
    assert (table.columns, table.ruled, box) == (2, True, Box(50, 100, 350, 160))
    assert free == []


def test_words_outside_stay_free() -> None:
    ink = sheet([word("Pond", 60, 115), word("Below", 60, 300)], grid(XS, YS))
    _, free = ruled_tables(ink, frozenset())
    assert [w.text for w in free] == ["Below"]


def test_lines_of_one_cell_are_one_text() -> None:
    ink = sheet(
        [*words("The mill", 60, 112), *words("pond", 60, 124), word("2m", 210, 115)],
        grid(XS, YS),
    )
    (((_, table),), _) = ruled_tables(ink, frozenset())
    assert cells(table)[0] == ["The mill pond", "2m"]


def test_a_cell_merged_down_is_above_in_the_rows_it_reaches() -> None:
    rules = [level(100, 50, 350), level(130, 200, 350), level(160, 50, 350)]
    rules += [upright(x, 100, 160) for x in XS]
    ink = sheet([word("May", 60, 115), word("Mill", 210, 115), word("Barn", 210, 145)], rules)
    (((_, table),), _) = ruled_tables(ink, frozenset())
    assert cells(table) == [["May", "Mill"], ["", "Barn"]]
    assert [c.above for row in table.rows for c in row.cells] == [False, False, True, False]


def test_a_cell_merged_across_spans_its_columns() -> None:
    rules = [level(y, 50, 350) for y in YS] + [upright(x, 100, 160) for x in (50, 350)]
    rules += [upright(200, 130, 160)]
    ink = sheet([word("Ponds", 60, 115), word("Mill", 60, 145), word("2m", 210, 145)], rules)
    (((_, table),), _) = ruled_tables(ink, frozenset())
    assert [(c.text, c.span) for row in table.rows for c in row.cells] == [
        ("Ponds", 2),
        ("Mill", 1),
        ("2m", 1),
    ]


def test_a_table_that_no_line_closes_at_the_pages_end() -> None:
    rules = [level(100, 50, 350), level(130, 50, 350), *(upright(x, 100, 780) for x in XS)]
    ink = sheet([word("Pond", 60, 115), word("Mill", 60, 145), word("2m", 210, 760)], rules)
    (((_, table),), free) = ruled_tables(ink, frozenset())
    assert cells(table) == [["Pond", ""], ["Mill", "2m"]]
    assert free == []


def test_a_frame_round_text_is_no_table() -> None:
    ink = sheet([word("Note", 60, 115)], grid((50, 350), (100, 160)))
    found, free = ruled_tables(ink, frozenset())
    assert found == []
    assert [w.text for w in free] == ["Note"]


def test_an_empty_grid_is_no_table() -> None:
    assert ruled_tables(sheet([word("Far", 60, 500)], grid(XS, YS)), frozenset())[0] == []


def test_a_cell_knows_its_background() -> None:
    ink = sheet([word("Pond", 60, 115), word("Depth", 210, 115)], grid(XS, YS))
    ink.fills += [(Box(50, 100, 350, 130), "#ff0000"), (Box(200, 100, 350, 130), "#ffffff")]
    (((_, table),), _) = ruled_tables(ink, frozenset())
    assert [c.fill for c in table.rows[0].cells] == ["#ff0000", None]


def test_a_table_with_inner_lines_only_is_closed_on_every_side() -> None:
    """Slides draw lines between cells, and none around them."""
    rules = [level(y, 50, 350) for y in (130, 160, 190)]
    rules += [upright(x, 100, 220) for x in (125, 200, 275)]
    xs, ys = (60, 135, 210, 285), (115, 145, 175, 205)
    ink = sheet([word(f"{x}/{y}", x, y) for y in ys for x in xs], rules)
    (((box, table),), free) = ruled_tables(ink, frozenset())
    assert cells(table) == [[f"{x}/{y}" for x in xs] for y in ys]
    assert (box, free) == (Box(50, 100, 350, 220), [])


def test_a_dot_in_a_cell_without_words_is_its_colour() -> None:
    ink = sheet([word("Pond", 60, 115), word("Mill", 60, 145), word("2m", 210, 145)], grid(XS, YS))
    ink.marks += [(Box(270, 108, 282, 120), "#00b050"), (Box(270, 138, 282, 150), "#ff0000")]
    (((_, table),), _) = ruled_tables(ink, frozenset())
    assert [[c.fill for c in row.cells] for row in table.rows] == [[None, "#00b050"], [None, None]]
