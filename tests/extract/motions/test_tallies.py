from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.motions.tallies import Tally, tally_of

COUNTS = st.integers(min_value=0, max_value=150)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("declared carried by 7 votes to 3 with 2 abstentions", Tally(7, 3, 2)),
        ("24 votes, to 10 votes, with 1 abstention", Tally(24, 10, 1)),
        ("agreed by majority vote with 9 in favour and 2 against", Tally(9, 2)),
        ("Motion passes 5-0.", Tally(5, 0)),
        ("Ayes: 5. Noes: 0. Absent: 1", Tally(5, 0)),
        ("Voting: 11 – For 0 – Against 0 – Abstentions", Tally(11, 0, 0)),
        ("five in favour and four against", Tally(5, 4)),
        ("(For 8, Against 2, Abstain 1)", Tally(8, 2, 1)),
        ("The motion was lost by 12 votes to 8.", Tally(8, 12)),
        ("a grant of £200 for the hall", None),
        ("he has two for sale", None),
    ],
)
def test_counts_as_sentences_print_them(text: str, expected: Tally | None) -> None:
    found = tally_of(text)
    assert (found[0] if found else None) == expected


@given(COUNTS, COUNTS, COUNTS)
def test_every_order_of_number_and_word_gives_the_same(ayes: int, noes: int, neither: int) -> None:
    for text in (
        f"The vote was {ayes} for, {noes} against and {neither} abstentions.",
        f"For: {ayes}, Against: {noes}, Abstentions: {neither}",
        f"Voting: {ayes} – For {noes} – Against {neither} – Abstentions",
        f"For ({ayes}) Against ({noes}) Abstain ({neither})",
    ):
        found = tally_of(text)
        assert found is not None
        assert found[0] == Tally(ayes, noes, neither), text


@given(st.text(max_size=80))
def test_any_text_is_read_without_fail(text: str) -> None:
    found = tally_of(text)
    assert found is None or 0 <= found[1] <= found[2] <= len(text)
