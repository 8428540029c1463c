"""Places on a page that was straightened and turned, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Cell, Paragraph, Passage, Row, Table, Word
from pipeline.provenance import Box
from pipeline.read.pdf.upright import Upright, as_published

turns = st.builds(
    Upright,
    st.floats(200, 900),
    st.floats(200, 900),
    st.floats(-15, 15),
    st.integers(0, 3),
)


@given(turns, st.floats(0, 200), st.floats(0, 200))
def test_a_point_comes_back_to_where_it_was(turn: Upright, x: float, y: float) -> None:
    back = turn.upright(turn.published(Box(x, y, x, y)))
    assert (back.x0, back.top) == pytest.approx((x, y), abs=1e-6)


@given(turns)
def test_what_is_on_the_upright_page_is_round_the_middle_of_the_published_one(
    turn: Upright,
) -> None:
    wide, high = turn.size
    middle = turn.published(Box(wide / 2, high / 2, wide / 2, high / 2))
    assert (middle.x0, middle.top) == pytest.approx((turn.width / 2, turn.height / 2))


@pytest.mark.parametrize(
    ("quarters", "published"),
    [
        (0, Box(10, 20, 60, 30)),
        (1, Box(20, 190, 30, 240)),
        (2, Box(40, 220, 90, 230)),
        (3, Box(70, 10, 80, 60)),
    ],
)
def test_quarter_turns_keep_a_box_whole(quarters: int, published: Box) -> None:
    turn = Upright(100.0, 250.0, 0.0, quarters)
    found = turn.published(Box(10, 20, 60, 30))
    assert (found.x0, found.top, found.x1, found.bottom) == pytest.approx(
        (published.x0, published.top, published.x1, published.bottom)
    )


def test_turning_counterclockwise_straightened_what_sank_to_the_right() -> None:
    turn = Upright(600.0, 800.0, degrees=2.0)
    left, right = (turn.published(Box(x, 100, x, 100)) for x in (50.0, 550.0))
    assert right.top - left.top == pytest.approx(17.4, abs=0.1)


def test_only_the_words_of_turned_pages_move() -> None:
    words = (Word(0, 3, 1, Box(10, 10, 20, 20)), Word(4, 7, 2, Box(10, 10, 20, 20)))
    passage = Passage("one two", words)
    flow = [Paragraph(passage), Table((Row((Cell(passage, 0),), 1),), 1)]
    paragraph, table = as_published(flow, {2: Upright(100.0, 200.0, 0.0, 2)})
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    for moved in (paragraph.passage, table.rows[0].cells[0].passage):
        assert moved.words[0] == words[0]
        assert moved.words[1].box.x0 == pytest.approx(80)
        assert moved.words[1].box.top == pytest.approx(180)
        assert moved.text == "one two"
