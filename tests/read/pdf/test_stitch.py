from __future__ import annotations

from pipeline.document import Block, Table
from pipeline.read.pdf.stitch import stitch
from tests.extract.building import para, table

HEAD = ("Milestone", "Lead", "Deadline", "Status")
DRAIN = ("Drain the pond", "Ann Thorne", "May-24", "Open")
PUMP = ("Mend the pump", "Ivy Stokes", "Jul-24", "Open")
FILL = ("Fill the pond", "Joe Pike", "Jun-24", "Open")


def rows(*flow: Block) -> list[list[list[str]]]:
    return [
        [[c.text for c in row.cells] for row in block.rows]
        for block in stitch(flow)
        if isinstance(block, Table)
    ]


def test_a_table_that_goes_on_overleaf_is_one_without_its_second_head() -> None:
    assert rows(table(HEAD, DRAIN), table(HEAD, FILL, page=2)) == [
        [list(HEAD), list(DRAIN), list(FILL)]
    ]


def test_over_three_pages() -> None:
    pieces = [table(HEAD, DRAIN), table(HEAD, FILL, page=2), table(HEAD, PUMP, page=3)]
    assert [len(each) for each in rows(*pieces)] == [4]


def test_a_row_broken_by_the_page_is_one_row() -> None:
    (found,) = rows(
        table(HEAD, DRAIN, ("Clean the", "Ann Thorne", "May-24", "Open")),
        table(HEAD, ("mill pond", "", "", ""), FILL, page=2),
    )
    assert found[2] == ["Clean the mill pond", "Ann Thorne", "May-24", "Open"]
    assert found[3] == list(FILL)


def test_a_cell_broken_at_a_hyphen_is_joined_without_a_blank() -> None:
    (found,) = rows(
        table(HEAD, DRAIN, ("Clean the Grants Sub-", "Ann Thorne", "May-24", "Open")),
        table(HEAD, ("Committee pond", "", "", ""), page=2),
    )
    assert found[2][0] == "Clean the Grants Sub-Committee pond"


def test_a_row_of_its_own_is_no_rest() -> None:
    (found,) = rows(
        table(HEAD, DRAIN), table(HEAD, ("Clean", "Joe Pike", "Jul-24", "Open"), page=2)
    )
    assert len(found) == 3


def test_the_rests_words_keep_their_page() -> None:
    (joined,) = stitch(
        [
            table(HEAD, DRAIN, ("Clean the", "Ann Thorne", "May-24", "Open")),
            table(HEAD, ("mill pond", "", "", ""), page=2),
        ]
    )
    assert isinstance(joined, Table)
    cell = joined.rows[2].cells[0]
    assert [s.page for s in cell.passage.sources()] == [1, 2]


def test_a_paragraph_between_keeps_tables_apart() -> None:
    assert len(rows(table(HEAD, DRAIN), para("Mills", page=2), table(HEAD, FILL, page=2))) == 2


def test_tables_of_other_widths_or_further_pages_stay_apart() -> None:
    assert len(rows(table(HEAD, DRAIN), table(HEAD[:3], FILL[:3], page=2))) == 2
    assert len(rows(table(HEAD, DRAIN), table(HEAD, FILL, page=3))) == 2
    assert len(rows(table(HEAD, DRAIN), table(HEAD, FILL, page=1))) == 2


def test_lists_set_by_white_space_stay_apart() -> None:
    assert len(rows(table(HEAD, ruled=False), table(HEAD, page=2, ruled=False))) == 2
