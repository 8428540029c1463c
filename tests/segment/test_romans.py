from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Block
from pipeline.segment.items import items_of
from pipeline.segment.romans import value_of, written
from tests.extract.building import para


def numbered(*flow: Block) -> list[tuple[str | None, str]]:
    _, items = items_of(flow)
    return [(item.number, item.heading.text) for item in items]


def test_capital_titles_behind_roman_numbers_are_items() -> None:
    assert numbered(
        para("I DECLARATIONS OF INTEREST"),
        para("No declarations were made."),
        para("II MINUTES"),
        para("The minutes were submitted and noted."),
        para("III PONDS AND REEDS"),
        para("REEDS", "(a)"),
        para("The Committee agreed that the reeds be cut."),
    ) == [("I", "DECLARATIONS OF INTEREST"), ("II", "MINUTES"), ("III", "PONDS AND REEDS")]


def test_roman_numbers_stand_above_the_letters_of_an_agenda() -> None:
    flow = (
        para("Roll call", "I."),
        para("Minutes", "II."),
        para("Committee reports", "III."),
        para("PONDS", "A."),
        para("LANES", "B."),
        para("Adjournment", "IV."),
    )
    _, items = items_of(flow, agenda=True)
    assert [item.number for item in items] == ["I", "II", "III", "IV"]


def test_a_roman_number_may_be_missing() -> None:
    flow = (para("Call to order", "I."), para("Bills", "III."), para("New business", "IV."))
    assert [number for number, _ in numbered(*flow)] == ["I", "III", "IV"]


def test_a_sentence_that_begins_with_i_is_no_item() -> None:
    assert numbered(para("I thank all who came."), para("II pages were missing.")) == []


def test_a_list_of_letters_reaches_i_without_being_roman() -> None:
    _, items = items_of([para("Wells and pumps of the lower mere", "I.")])
    assert not items


@given(st.integers(1, 60))
def test_what_is_written_is_read(number: int) -> None:
    assert value_of(written(number)) == number


@pytest.mark.parametrize("wrong", ["IIII", "VX", "IVI", "VV"])
def test_a_numeral_that_nobody_writes_is_none(wrong: str) -> None:
    assert value_of(wrong) is None
