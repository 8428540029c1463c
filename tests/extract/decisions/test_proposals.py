"""Decisions as prose, motions and votes tell them."""

from __future__ import annotations

import pytest

from pipeline.document import Block, Item
from pipeline.extract.decisions.proposals import votes_joined
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.records import Resolution
from tests.extract.building import item, minutes, only, para


def resolved(*under: str | Block | list[Block]) -> list[str]:
    return [r.text for r in rows(item("4", "Ponds", *under))]


def rows(*items: Item) -> list[Resolution]:
    return only(Resolution, RESOLUTIONS, minutes(*items))


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("The revised budget was approved.", ["The revised budget was approved."]),
        ("The plan was approved by the District Council.", []),
        ("The agenda was agreed.", []),
        (
            "Jo Ash proposed that the gate be mended. Seconded by Al Birch. All agreed.",
            ["Jo Ash proposed that the gate be mended. Seconded by Al Birch. All agreed."],
        ),
        (
            "Proposed by JA seconded by AB that the gate be sold. 2 for 5 against. Motion failed.",
            [],
        ),
        (
            "Jo Ash proposed that the gate be sold. It is old. This was seconded by Al Birch and "
            "agreed.",
            ["Jo Ash proposed that the gate be sold."],
        ),
        (
            "4.4.11i) It was agreed that the ash be felled.",
            ["It was agreed that the ash be felled."],
        ),
        ("Gate – It was agreed to paint the gate.", ["It was agreed to paint the gate."]),
        (
            "R2027-14 A. Ash, B. Birch: That the gate be mended. Carried.",
            ["That the gate be mended."],
        ),
        ("Heronshire County Council have agreed to mend the road.", []),
    ],
)
def test_decisions_told_in_prose(text: str, decided: list[str]) -> None:
    assert resolved(text) == decided


def test_the_passive_voice_decides_nothing_beside_resolutions() -> None:
    said = "The grant for the hall was approved."
    stated = [item(n, "Ponds", "RESOLVED: That the pond be dug.") for n in ("1", "2")]
    assert [r.text for r in rows(*stated, item("3", "Hall", said))] == ["That the pond be dug."] * 2


def test_what_another_authority_decided() -> None:
    assert resolved(
        para("Planning Decisions"), "F.14 Gate House – garage – Refused", "It was agreed to dig."
    ) == ["It was agreed to dig."]


def test_a_motion_told_in_pieces_is_the_motion() -> None:
    assert resolved(
        "Motion: Vice Chair Ash entertained a motion to approve the plan. Moved by: Commissioner "
        "Birch. Second by: Commissioner Cole. Vote: Yes (3) Ash, Birch, Cole. Abstain: (0). "
        "Motion: Passed."
    ) == ["Motion: Vice Chair Ash entertained a motion to approve the plan."]


def test_what_a_board_voted_to_do_is_decided() -> None:
    text = (
        "On a motion by Ash, seconded by Birch, the Board of Trustees voted 4-1 to mend the gate."
    )
    assert resolved(text) == [text]


def test_what_was_resolved_before_the_first_item_is_decided() -> None:
    part = minutes(
        item("I", "Ponds", "This item was withdrawn."),
        front=("The Committee resolved that the public be excluded from the meeting.",),
    )
    assert [(r.item_number, r.text) for r in only(Resolution, RESOLUTIONS, part)] == [
        (None, "The Committee resolved that the public be excluded from the meeting.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Council voted in favour of ordering a new bench for the green.",
        "Proposed by Cllr Orme, seconded by Cllr Pike that two be bought; all in favour.",
        "Cllr Orme proposed and Cllr Pike seconded that the cheques be paid, all in favour.",
        "Mr Orme proposed Mr Pike for the office of chairman, seconded by Mrs Ash. "
        "There being no further nominations the proposal was carried.",
    ],
)
def test_decisions_told_by_their_vote(text: str) -> None:
    assert resolved(text) == [text]


def test_the_label_of_a_proposal_is_no_part_of_it() -> None:
    text = "Mrs Ash proposed and Mr Orme seconded the grant and the meeting unanimously agreed."
    assert resolved(f"Proposal: {text}") == [text]


def test_who_voted_for_a_motion_decides_nothing() -> None:
    assert resolved("The Council voted in favour of the motion to adjourn.") == []


def test_clauses_without_marks_below_what_was_agreed() -> None:
    assert resolved(
        "A date had been set. Following discussion it was agreed:",
        "Part of the green should be left as it is.",
        "Tea would be served after the service.",
        "The Bishop wrote on 4 May.",
    ) == ["Part of the green should be left as it is.", "Tea would be served after the service."]


def test_a_decision_in_prose_ends_with_its_sentence() -> None:
    assert resolved("It was resolved to buy a battery at £180. KH to fit it.") == [
        "It was resolved to buy a battery at £180."
    ]


def test_motions_beside_decisions_in_prose() -> None:
    assert resolved(
        "Jo motioned to approve the bills and Al seconded. All were in favor.",
        "Board decided to print a letter in place of the card.",
        "The matter was seconded by Jo and agreed.",
    )[-1:] == ["Jo motioned to approve the bills and Al seconded."]


@pytest.mark.parametrize(
    "text",
    [
        "It was thought that the notes should be put on the board. All agreed.",
        "Objection for want of light. Proposed Cllr Ash seconded Cllr Birch. All agreed.",
        "Proposed (JA) & Seconded (BB) that the notes be passed. Unanimously agreed.",
        "It was voted unanimously that Al Birch be co-opted for a year.",
        "The Chairman was authorised to send the letter.",
        "A request to use the store on 28 July was granted.",
        "There being no other names, Al was elected as Chair.",
        "Mowers - Agreed to buy two.",
        "Jo moved that the board meet monthly. Al 2d. Unanimous vote.",
        "Governors approved the virement of £4,000.",
        "On motion of Mr. Ash, seconded by Mr. Elm, the Board unanimously approved signing it.",
        "Motion to adopt the policy by Ash, seconded by Birch, approved 4-1.",
    ],
)
def test_decisions_of_small_bodies(text: str) -> None:
    assert resolved(text) == [text]


def test_a_proposal_is_not_joined_to_what_was_told_before_it() -> None:
    proposed = (
        "It was proposed by Cllr Ash to take the lowest, seconded by Cllr Elm, all in favour."
    )
    assert resolved(f"Three prices had come. {proposed}") == [proposed]


def test_assent_counts_only_where_nothing_is_stated_by_resolved() -> None:
    stated = ["RESOLVED that the gate be mended.", "RESOLVED that the wall be mended."]
    assert "The pond is full. All agreed." not in resolved(*stated, "The pond is full. All agreed.")


def test_a_number_behind_a_bullet_is_no_part_of_a_decision() -> None:
    assert resolved([para("2.4 Agreed to buy two signs.", "•", indent=18)]) == ["to buy two signs."]


def test_a_vote_below_an_empty_paragraph_joins_nothing() -> None:
    empty, carried = para(""), para("RESOLVED:")
    assert votes_joined([empty, carried]) == [empty, carried]
