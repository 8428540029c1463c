from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.grammar.sentences import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Thorne spoke at 7.30 p.m. about the pond.",
        "Mr. Pike asked for approx. ten benches, e.g. in Mill Lane.",
        "Payment No. 14 was made to Ponds Ltd. for the pump.",
        "It cost £1,200.50 in all.",
        "It cost £3010. 00 in all.",
        "They met Supt. Oake and Insp. Tarn at the pond.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_letters_with_dots_may_end_a_sentence() -> None:
    assert split("Clerk to contact the N.C.C. It was late.") == [
        "Clerk to contact the N.C.C.",
        "It was late.",
    ]
    assert split("Sent to the N.C.C. Highways team.") == ["Sent to the N.C.C. Highways team."]


def test_sentences_are_told_apart() -> None:
    text = "The pond was full.  Cllr Pike asked why. Nobody knew!"
    assert split(text) == ["The pond was full.", "Cllr Pike asked why.", "Nobody knew!"]


def test_a_bracket_opens_the_next_sentence() -> None:
    assert split("It was late. (It was dark.) It rained.")[:2] == ["It was late.", "(It was dark.)"]


def test_a_sentence_begins_with_a_capital() -> None:
    assert split("It was moved (Ch. two) and lost. then nothing.") == [
        "It was moved (Ch. two) and lost. then nothing."
    ]


@given(st.text(max_size=80))
def test_spans_are_in_order_and_lose_nothing(text: str) -> None:
    spans = list(sentences(text))
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_a_line_that_ended_without_a_stop() -> None:
    assert split(
        "The Council resolved to pay the rent The Council resolved to pay £6 for tea."
    ) == [
        "The Council resolved to pay the rent",
        "The Council resolved to pay £6 for tea.",
    ]
    assert len(list(split("It was said that The Council resolved to pay."))) == 1


def test_the_mark_of_the_next_matter_ends_a_sentence() -> None:
    text = "The pond was full. vi) Gates; Clerk to ask. It was the pond.. The gate shut."
    assert split(text) == [
        "The pond was full.",
        "vi) Gates; Clerk to ask.",
        "It was the pond..",
        "The gate shut.",
    ]


def test_a_letter_that_tells_an_appendix_ends_a_sentence() -> None:
    text = "The pond was left out of Appendix B. The Warden would see to it."
    assert len(split(text)) == 2
    assert split("It was read by Ada B. Quill of Mere.") == ["It was read by Ada B. Quill of Mere."]
