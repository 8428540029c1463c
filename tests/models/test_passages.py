"""The labelled passages, and the examples made of them: whole fillings, the same chances."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.train import passages
from models.train.examples import examples
from models.train.passages import Line, lines, names
from models.train.slots import fill


@pytest.mark.parametrize("name", names())
def test_every_line_is_labelled_and_can_be_filled(name: str) -> None:
    rng = random.Random(3)
    told = list(lines(name))
    assert len(told) > 3000
    for line in told:
        filled = fill(line.text, rng)
        assert filled
        assert not set(filled) & set("{}<>"), line.text


@pytest.mark.parametrize("name", names())
def test_no_kind_is_rare(name: str) -> None:
    kinds = Counter(kind for line in lines(name) for kind in (line.kinds or {"told"}))
    assert min(kinds.values()) > 0.15 * sum(kinds.values())


def test_a_line_without_a_tag_names_its_place(tmp_path, monkeypatch) -> None:
    (tmp_path / "odd.txt").write_text("# Ponds\n\nN It rained.\nThe pond is full.\n")
    monkeypatch.setattr(passages, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"odd\.txt, line 4"):
        list(lines("odd"))


def test_a_doubtful_line_is_not_trained_on(tmp_path, monkeypatch) -> None:
    (tmp_path / "odd.txt").write_text(
        "# Ponds\nX It was thought wise to drain it.\nB <Jo> shall.\n"
    )
    monkeypatch.setattr(passages, "FOLDER", tmp_path)
    assert list(lines("odd")) == [
        Line("Ponds", frozenset(), is_heading=True),
        Line("Jo shall.", frozenset({"decision", "action"})),
    ]


def test_the_same_chances_make_the_same_examples() -> None:
    some = list(lines(names()[0]))[:300]
    once, again = (examples(some, random.Random(5)) for _ in range(2))
    assert once == again != examples(some, random.Random(6))


def test_a_piece_of_a_sentence_is_neither_kind() -> None:
    text = "It was agreed that the warden of the pond shall drain it before the first of June."
    made = examples([Line(text, frozenset({"decision"}))] * 200, random.Random(1))
    pieces = [kinds for piece, kinds in made if len(piece.split()) < 8]
    assert pieces
    assert not any(pieces)


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{nobody} came.", random.Random(1))


@given(st.integers(min_value=0, max_value=10**6))
def test_a_date_is_a_day_and_a_month(seed: int) -> None:
    assert re.fullmatch(
        r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+(?: \d{4})?", fill("{date}", random.Random(seed))
    )
