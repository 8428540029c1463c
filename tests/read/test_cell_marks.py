from __future__ import annotations

from pipeline.read.cell_marks import with_rows_joined, without_cell_marks

ROWS = """Present: / Cllr Ash, Cllr Birch
1. / Apologies
2. / Gate
2.1 / The gate is broken. JT to mend it. / JT
Nothing was said of the pond. /
"""


def test_cells_are_parted_by_lines() -> None:
    assert without_cell_marks(ROWS) == (
        "Present: Cllr Ash, Cllr Birch\n1. Apologies\n2. Gate\n"
        "2.1 The gate is broken. JT to mend it.\n\nJT\n\nNothing was said of the pond.\n"
    )


def test_a_slash_in_other_texts_stands() -> None:
    text = "1. Kerbs and / or verges\n2. Minute 3 / 4 was read. /\n"
    assert without_cell_marks(text) == text


def test_a_label_and_its_cell() -> None:
    assert (
        without_cell_marks("Chair: | Cllr Ash |\nPlace: | Hall\n")
        == "Chair: Cllr Ash\nPlace: Hall\n"
    )


def test_cells_on_lines_of_their_own_are_rows() -> None:
    text = (
        "|\nRef |\nAction |\nOwner |\n|\n1 |\nMend the gate |\n|\n|\n2 |\nDrain it |\nJT |\nEnd.\n"
    )
    assert with_rows_joined(text).split("\n") == [
        "",
        "| Ref | Action | Owner |",
        "| --- | --- | --- |",
        "| 1 | Mend the gate |  |",
        "| 2 | Drain it | JT |",
        "",
        "End.",
        "",
    ]


def test_bars_without_rows_stand() -> None:
    text = "|\nRef |\nAction |\nThe pond is full.\n"
    assert with_rows_joined(text) == text


def test_the_end_of_a_cell_on_a_line_of_its_own() -> None:
    assert without_cell_marks("188 |\nCllr Ash |\n|\nA | B |\n") == "188\nCllr Ash\n|\nA | B |\n"


def test_a_label_over_a_list_ends_its_line() -> None:
    assert without_cell_marks("Messrs: / R. Ash\nJ. Elm\n") == "Messrs: R. Ash\nJ. Elm\n"
