from __future__ import annotations

from pipeline.document import Block, Paragraph, Passage, Table
from pipeline.read.stacked import unstacked

HEAD = ["Ref", "Action", "Owner", "Due"]
GATE = ["1.1", "Mend the gate of the pond", "Ann Thorne", "May 2031"]
POND = ["1.2", "Drain the mill pond", "Joe Pike", "Ongoing"]


def read(*texts: str) -> list[Block]:
    return unstacked([Paragraph(Passage(text)) for text in texts])


def tables(*texts: str) -> list[list[list[str]]]:
    found = [b for b in read(*texts) if isinstance(b, Table)]
    return [[[c.text for c in row.cells] for row in t.rows] for t in found]


def test_cells_below_one_another_are_rows() -> None:
    assert tables("Action log", *HEAD, *GATE, *POND) == [[HEAD, GATE, POND]]


def test_the_table_ends_where_a_cell_is_of_another_kind() -> None:
    flow = read(*HEAD, *GATE, *POND, "Notes", "Members thanked the clerk for the work.")
    assert [type(block) for block in flow] == [Table, Paragraph, Paragraph]


def test_a_cell_left_out_makes_no_rows() -> None:
    assert tables(*HEAD, *GATE[:2], *GATE[3:], *POND) == []


def test_a_list_under_other_names_is_no_table() -> None:
    assert tables("Road", "Ward", "Site", *["Mill Lane", "Upper", "Pond"] * 3) == []
