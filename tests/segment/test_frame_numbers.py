from __future__ import annotations

from pipeline.segment.frame_numbers import numbered, numbers_apart
from tests.extract.building import table


def test_a_year_in_front_of_the_numbers_is_one_series() -> None:
    rows = table(("27/21", "Apologies"), ("27/22", "Minutes"), ("27/23", "Ponds"))
    assert [(n.series, n.place) for _, n in numbered(rows)] == [
        ("27/", 21),
        ("27/", 22),
        ("27/", 23),
    ]


def test_numbers_are_set_apart_where_they_rise() -> None:
    rows = table(("4. Ponds", "JT"), ("5. Reeds", ""), ("6. Frogs", "AQ"))
    apart = numbers_apart(rows)
    assert [[c.text for c in row.cells] for row in apart.rows] == [
        ["4.", "Ponds", "JT"],
        ["5.", "Reeds", ""],
        ["6.", "Frogs", "AQ"],
    ]
    assert apart.columns == rows.columns + 1


def test_numbers_that_do_not_rise_stay() -> None:
    rows = table(("4 Ponds", "JT"), ("12 Reeds", ""), ("3 Frogs", "AQ"))
    assert numbers_apart(rows) is rows


def test_quantities_before_small_letters_stay() -> None:
    rows = table(("4 ponds", "JT"), ("5 reeds", ""), ("6 frogs", "AQ"))
    assert numbers_apart(rows) is rows
