from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.actions.rows import listed_tasks
from pipeline.extract.grammar.acting_people import People
from tests.extract.building import para, table

PEOPLE = People(frozenset({"Ada", "Quill"}), frozenset({"AQ", "JT", "CF"}))


def rows(*flow: Block) -> list[tuple[str, str, str | None]]:
    found, _ = listed_tasks([para("No Owner Update"), *flow], PEOPLE)
    return [(row.task.text, row.owner, row.status) for row in found]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        (
            "June23.02 JT to paint the gate JT In hand",
            ("JT to paint the gate", "JT", "In hand"),
        ),
        ("07/24 Clerk to chase the owner CF", ("Clerk to chase the owner", "CF", None)),
        (
            "07/25 Bench - AQ to obtain two further AQ quotes",
            ("Bench - AQ to obtain two further quotes", "AQ", None),
        ),
    ],
)
def test_a_row_on_one_line(line: str, row: tuple[str, str, str | None]) -> None:
    assert rows(para(line)) == [row]


def test_a_row_in_cells() -> None:
    grid = table(("June23.05", "JT to write to the school", "JT", "Done"))
    assert rows(grid) == [("JT to write to the school", "JT", "Done")]


def test_a_line_of_nobody_is_no_row() -> None:
    line = para("The gate was painted in May and it looks well again, as all agreed.")
    found, rest = listed_tasks([para("No Owner Update"), line], PEOPLE)
    assert (found, rest) == ([], [line])


def test_without_the_head_there_is_no_list() -> None:
    line = para("June23.02 JT to paint the gate JT In hand")
    assert listed_tasks([line], PEOPLE) == ([], [line])
