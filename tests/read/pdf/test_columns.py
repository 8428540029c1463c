from __future__ import annotations

from pipeline.document import Table
from pipeline.read.pdf.columns import segments, unruled_tables
from pipeline.read.pdf.lines import Line
from tests.read.pdf.inking import line, lines


def rows(of: list[Line | tuple[Table, float]]) -> list[str | list[list[str]]]:
    """Lines as texts, tables as their rows' texts."""
    return [
        each.text if isinstance(each, Line) else [[c.text for c in r.cells] for r in each[0].rows]
        for each in of
    ]


def test_names_and_roles_are_a_table() -> None:
    found = unruled_tables(
        lines(
            "Members Present:",
            [(50, "Councillor Ann Thorne"), (250, "(Chair)")],
            [(50, "Councillor Joe Pike"), (250, "(Mill Ward)")],
            "It rained on the ponds and on the mills of the parish that day.",
        ),
        frozenset(),
    )
    assert rows(found) == [
        "Members Present:",
        [["Councillor Ann Thorne", "(Chair)"], ["Councillor Joe Pike", "(Mill Ward)"]],
        "It rained on the ponds and on the mills of the parish that day.",
    ]
    table = found[1]
    assert not isinstance(table, Line)
    assert (table[0].ruled, table[0].columns) == (False, 2)


def test_a_role_that_wraps_stays_in_its_cell() -> None:
    (found,) = rows(
        unruled_tables(
            lines(
                [(50, "Ann Thorne"), (250, "(Corporate Director of")],
                [(250, "Ponds and Mills)")],
                [(50, "Joe Pike"), (250, "(Head of Barns)")],
            ),
            frozenset(),
        )
    )
    assert found == [
        ["Ann Thorne", "(Corporate Director of Ponds and Mills)"],
        ["Joe Pike", "(Head of Barns)"],
    ]


def test_a_name_without_a_role_is_a_row() -> None:
    (found,) = rows(
        unruled_tables(
            lines(
                [(50, "Ann Thorne"), (250, "(Chair)")],
                "Maud Lisle",
                [(50, "Joe Pike"), (250, "(Mill Ward)")],
            ),
            frozenset(),
        )
    )
    assert [row[0] for row in found] == ["Ann Thorne", "Maud Lisle", "Joe Pike"]


def test_a_long_name_may_leave_a_narrow_gap_before_a_known_column() -> None:
    long = line((50, "Councillor Derek Fairweather-Mossington"), (250, "(Leader)"), y=112)
    (found,) = rows(unruled_tables([line((50, "Ann Thorne"), (250, "(Chair)")), long], frozenset()))
    assert found[1] == ["Councillor Derek Fairweather-Mossington", "(Leader)"]


def test_one_row_is_a_table_where_its_right_hand_cell_is_a_page_range_or_a_role() -> None:
    assert isinstance(
        rows(unruled_tables([line((50, "2. MINUTES"), (450, "5 - 12"))], set()))[0], list
    )
    assert isinstance(
        rows(unruled_tables([line((50, "Joe Pike"), (250, "(Clerk)"))], set()))[0], list
    )
    assert rows(unruled_tables([line((50, "Joe Pike"), (250, "the miller"))], set())) == [
        "Joe Pike the miller"
    ]


def test_an_agenda_with_page_ranges() -> None:
    found = rows(
        unruled_tables(
            lines(
                [(50, "1. APOLOGIES FOR ABSENCE")],
                [(50, "2. MINUTES"), (450, "5 - 12")],
                [(60, "To agree the minutes.")],
                [(50, "3. POND CARE"), (450, "13 - 20")],
            ),
            frozenset(),
        )
    )
    (agenda,) = [each for each in found if isinstance(each, list)]
    assert ["2. MINUTES", "5 - 12"] in agenda
    assert ["3. POND CARE", "13 - 20"] in agenda


def test_prose_is_no_table() -> None:
    prose = lines("The pond was full of frogs and", "it rained on them all through May.")
    assert rows(unruled_tables(prose, frozenset())) == [ln.text for ln in prose]


def test_a_heading_of_the_next_list_ends_the_table() -> None:
    found = rows(
        unruled_tables(
            lines(
                [(50, "Ann Thorne"), (250, "(Chair)")],
                [(50, "Joe Pike"), (250, "(Mill Ward)")],
                "Officers:",
                [(50, "Hugh Penhallow"), (250, "(Clerk)")],
            ),
            frozenset(),
        )
    )
    assert found[1] == "Officers:"
    assert len(found) == 3


def test_a_list_marker_stays_with_its_text() -> None:
    assert [p.text for p in segments(line((50, "1."), (80, "Ponds"), (300, "5 - 12")))] == [
        "1. Ponds",
        "5 - 12",
    ]
