from __future__ import annotations

import pytest

from tests.extract.building import para
from tests.extract.decisions.deciding import resolved


@pytest.mark.parametrize(
    "sentence",
    [
        "It was agreed that the Clerk should write to the County Council.",
        "Ada Pike proposed and Jo Tarn seconded that Al Birch should remain as Chairman.",
        "Expenditure of up to £60 approved.",
        "The Council decided against a skip on grounds of cost.",
        "We decided to set no limit on the size of the group.",
        "Council supports the fair and agreed to contribute £200.",
        "Agreed – no comment on the works to the willow.",
        "Agreed for the Panel to take a stall at the fair.",
        "The Forum agreed that the rules stay as they are for a year.",
        "The Board agreed to a finish time of 18:15.",
        "The Board accepted the application of the Mere Group.",
    ],
)
def test_a_decision_in_free_prose(sentence: str) -> None:
    assert resolved(f"The pond was full. {sentence} Ducks were seen.") == [sentence]


def test_a_proposal_with_its_own_words_leaves_the_sentence_before_alone() -> None:
    moved = "It was proposed by Al Ash, seconded by Jo Tarn and agreed to buy the stove."
    assert resolved(f"Jo Tarn gave details of a stove. {moved}") == [moved]


def test_what_is_only_assented_to_is_told_before() -> None:
    told = "It was suggested that the pond be fenced. This was agreed."
    assert resolved(told) == [told]


def test_an_entry_in_short_pieces_that_this_body_decided() -> None:
    ours, theirs = "Ash, Mill Lane. Approved by Parish Council.", "Elm. Agreed by Borough Council."
    assert resolved(para(theirs, "1."), para(ours, "2.")) == [ours]


def test_of_a_proposal_that_is_decided_the_decision_counts() -> None:
    moved = "Caz proposed the adoption of the accounts and Sue seconded."
    decided = "The Council agreed to adopt the accounts."
    assert resolved(f"{moved} {decided}") == [decided]


def test_the_discussion_before_the_body_that_agreed_is_no_decision() -> None:
    assert resolved("After discussion, the Committee agreed to mend the gate.") == [
        "the Committee agreed to mend the gate."
    ]


def test_a_body_that_noted_a_report_and_agreed_that_something_be_done() -> None:
    text = "The Committee noted the report on frogs and agreed that a pond be dug in June."
    assert resolved(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Trustees approved the plan for the ponds.",
        "The Committee resolved:to approve the plan for the ponds.",
        "RESOLVED 2027/031 that the plan for the ponds be approved.",
    ],
)
def test_a_decision_told_in_a_sentence(text: str) -> None:
    assert len(resolved("The ponds were full.", text)) == 1


def test_what_is_agreed_that_somebody_does_is_a_task() -> None:
    assert resolved("The pond was full. Agreed: AB to measure up and reply to the mill.") == []
