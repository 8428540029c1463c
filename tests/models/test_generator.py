"""The generator of training text: the same chances, whole fillings, marks where they belong."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.train.sentences import KINDS, made, makers
from models.train.wording import Filler, lists, marked, wordings


def test_the_same_seed_makes_the_same_sentences() -> None:
    assert list(made(200, 5)) == list(made(200, 5))
    assert list(made(200, 5)) != list(made(200, 6))


def test_every_kind_is_made_and_hardly_any_sentence_twice() -> None:
    sentences = list(made(3000, 1))

    assert {kind for s in sentences for kind in s.kinds} == set(KINDS)
    assert len({s.text for s in sentences}) > 0.85 * len(sentences)


@pytest.mark.parametrize("kind", KINDS)
def test_every_wording_can_be_filled(kind: str) -> None:
    filler = Filler(lists("slots"), makers())
    for wording in wordings(kind):
        for seed in range(5):
            text, spans = marked(filler.fill(wording.text, random.Random(seed)))

            assert not set(text) & set("[]{}|<>"), wording.text
            assert all(text[a:b] for a, b in spans), wording.text


@given(st.integers(min_value=0, max_value=10**6))
def test_owners_are_whole_words_of_the_sentence(seed: int) -> None:
    for sentence in made(3, seed):
        for start, end in sentence.owners:
            assert sentence.text[start:end].strip() == sentence.text[start:end] != ""
            assert not sentence.text[start - 1 : start].isalnum() or start == 0


def test_held_out_wordings_are_never_trained_on() -> None:
    every = [w for kind in KINDS for w in wordings(kind)]
    held_out = [w for w in every if w.held_out]

    assert 0.05 < len(held_out) / len(every) < 0.25


def test_an_open_choice_is_an_error() -> None:
    with pytest.raises(ValueError, match="not closed"):
        Filler({}, {}).fill("a [b|c", random.Random(1))
