from __future__ import annotations

import pytest

from pipeline.document import Cell, Row
from pipeline.extract.plans.rag import colour_word, rated_share, rating
from tests.extract.building import passage

ZEBRA, HEAD = "#dde6f3", "#1f3864"


def row(*fills: str | None) -> Row:
    return Row(tuple(Cell(passage(""), at, fill=fill) for at, fill in enumerate(fills)))


@pytest.mark.parametrize(
    ("fill", "word"),
    [
        ("#ff0000", "Red"),
        ("#c00000", "Red"),
        ("#ffc7ce", "Red"),
        ("#ffc000", "Amber"),
        ("#ed7d31", "Amber"),
        ("#ffff00", "Amber"),
        ("#ffeb9c", "Amber"),
        ("#92d050", "Green"),
        ("#00b050", "Green"),
        ("#c6efce", "Green"),
        ("#0070c0", "Blue"),
        ("#d9d9d9", None),
        ("#ffffff", None),
        ("#000000", None),
        ("#7030a0", None),
        (None, None),
    ],
)
def test_colours_have_the_names_that_readers_give_them(fill: str | None, word: str | None) -> None:
    assert colour_word(fill) == word


def test_a_cell_that_is_set_apart_is_rated() -> None:
    assert rating(row(None, None, "#00b050"), range(2, 3)) == "Green"
    assert rating(row(ZEBRA, ZEBRA, "#00b050"), range(2, 3)) == "Green"


def test_a_stripe_or_the_colour_of_the_head_is_no_rating() -> None:
    assert rating(row("#00b050", "#00b050", "#00b050"), range(2, 3)) is None
    assert rating(row(None, None, HEAD), range(2, 3), [HEAD]) is None


def test_the_share_of_rated_rows_and_their_kinds() -> None:
    rows = [row(None, "#ff0000"), row(None, "#00b050"), row(None, None), row(None, "#00b050")]
    assert rated_share(rows, range(1, 2)) == (0.75, 2)
