from __future__ import annotations

from pipeline.read.laid_out import with_columns_tabbed

LOG = """
No       Action                            Lead         Target    Status
                                                        date
         May 2031

1.1      Mend the gate of the upper        Ann Thorne   June      Not yet due
         pond
1.2      Drain the mill pond               Joe Pike               Complete
"""


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in with_columns_tabbed(text).split("\n") if "\t" in line]


def test_cells_of_several_lines_are_put_together() -> None:
    assert rows(LOG) == [
        ["No", "Action", "Lead", "Target date", "Status"],
        ["", "May 2031", "", "", ""],
        ["1.1", "Mend the gate of the upper pond", "Ann Thorne", "June", "Not yet due"],
        ["1.2", "Drain the mill pond", "Joe Pike", "", "Complete"],
    ]


def test_a_full_cell_may_push_the_next_a_place() -> None:
    pushed = LOG.replace(
        "Mend the gate of the upper        Ann", "Mend the gate of the upper ponds   Ann"
    )
    assert rows(pushed)[2][1:3] == ["Mend the gate of the upper ponds pond", "Ann Thorne"]


def test_prose_below_ends_the_table() -> None:
    below = "The committee thanked the clerk, and asked that the list come to each meeting.\n"
    assert rows(LOG + below) == rows(LOG)
    assert below in with_columns_tabbed(LOG + below)


def test_names_of_other_columns_are_no_head() -> None:
    text = "Name         Ward        Party      Email\nAnn Thorne   Upper       None       at\n" * 3
    assert with_columns_tabbed(text) == text
