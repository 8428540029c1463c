from __future__ import annotations

import pytest

from pipeline.read.pdf.markers import is_bullet, marker_of


@pytest.mark.parametrize(
    ("word", "gap"),
    [
        ("•", 0.1),
        ("–", 0.5),
        ("o", 0.5),
        ("1.", 0.3),
        ("(4)", 0.3),
        ("18.03.05", 0.9),
        ("5/24", 0.9),
        ("a)", 0.3),
        ("(iv)", 0.3),
        ("C.12", 0.9),
        ("76", 0.9),
    ],
)
def test_a_marker_and_the_gap_after_it(word: str, gap: float) -> None:
    assert marker_of(word, gap) == word


@pytest.mark.parametrize(
    ("word", "gap"),
    [
        ("76", 0.25),
        ("2018", 0.25),
        ("5/24", 0.25),
        ("–", 0.1),
        ("Ponds", 3.0),
        ("1.", None),
        ("(chair)", 0.9),
        ("7.30:", 0.3),
    ],
)
def test_prose_that_begins_with_a_number_is_unmarked(word: str, gap: float | None) -> None:
    assert marker_of(word, gap) is None


def test_bullets_are_told_from_numbers() -> None:
    assert is_bullet("•")
    assert is_bullet("o")
    assert not is_bullet("1.")
