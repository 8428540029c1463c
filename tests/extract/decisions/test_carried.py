from __future__ import annotations

from tests.extract.building import para
from tests.extract.decisions.deciding import resolved


def test_motions_in_prose_are_decisions_and_what_ends_them_is_none() -> None:
    motion = "Ron moved to accept the claims."
    text = f"{motion} Jo seconded. Claims were approved as presented."
    decided = "It was decided to table a talk on ponds."
    assert sorted(resolved(f"{text} {decided}")) == sorted([motion, decided])


def test_what_passed_may_stand_before_the_motion_that_it_passed_upon() -> None:
    bills = "The bills were approved by roll call vote after motion by Oake and second by Tarn."
    day = "Approved setting the workshop for 3/20/27 after motion by Tarn and second by Oake."
    votes = "Oake-yes; Tarn-yes; Quill-no."
    assert resolved(f"{bills} {votes}", "The reports were heard.", day) == [bills, day]


def test_how_a_roll_call_ended_is_no_decision() -> None:
    moved = "Trustee Oake made a motion to pass Ordinance 3 and Trustee Tarn seconded it."
    assert resolved(f"{moved} Roll call vote(5 yes- 0 no) motion carried.") == [moved]


def test_the_motion_is_the_decision_and_not_its_verdict() -> None:
    assert resolved(
        "Motion by Ada Quill, second by Jo Tarn to buy a stove. Motion carried. It rained. "
        "Motion by Jo Tarn, second by Ada Quill to sell the old one. Motion carried by vote of all."
    ) == [
        "Motion by Ada Quill, second by Jo Tarn to buy a stove.",
        "Motion by Jo Tarn, second by Ada Quill to sell the old one.",
    ]


def test_the_votes_for_a_motion_may_stand_below_it() -> None:
    assert resolved(
        "MOVED by Councilman Quill, seconded by Councilman Tarn, to approve the bills.",
        "Ayes - Quill, Tarn, Oake.",
        "A motion was made by Councilman Quill to buy a stove. Nobody seconded it.",
    ) == ["MOVED by Councilman Quill, seconded by Councilman Tarn, to approve the bills."]


def test_a_motion_whose_votes_stand_before_what_became_of_it() -> None:
    assert resolved(
        "Bills – Motion to pay the bills was made by Trustee Quill, seconded by Trustee Tarn. "
        "All were in favor. Roll call was taken as follows: Trustee Quill – yes, Trustee Tarn – "
        "yes. Motion passes. A motion was to renew the lease by Trustee Oake, second by Trustee "
        "Tarn. Roll call: Trustee Quill – yes, Trustee Tarn – yes. Motion passes.",
    ) == [
        "Motion to pay the bills was made by Trustee Quill, seconded by Trustee Tarn.",
        "A motion was to renew the lease by Trustee Oake, second by Trustee Tarn.",
    ]


def test_a_motion_that_failed_after_its_votes() -> None:
    assert (
        resolved(
            "Motion by Ada Quill, second by Jo Tarn to buy a stove. Ayes: Quill. "
            "Nays: Tarn, Oake. Motion failed."
        )
        == []
    )


def test_a_second_in_the_next_sentence_goes_with_its_motion() -> None:
    (row,) = resolved(
        "Mr Pike moved to approve the plan for ponds. Ms Thorne seconded, and the motion carried."
    )
    assert "approve the plan" in row


def test_a_voice_vote_and_a_bare_word_tell_only_how_it_went() -> None:
    moved = "Member Oake moved to approve the minutes of May."
    told = f"{moved} Member Tarn seconded. Upon voice vote, the motion carried 3-0."
    assert resolved(told) == [moved]
    asked = "Jo tabled a form and asked if it could be circulated. AGREED"
    assert resolved(f"The pond was full. {asked}") == [asked]


def test_what_was_moved_as_printed_opens_the_list_below() -> None:
    moved = "The Mayor moved the recommendations as printed and it was: RESOLVED"
    entries = [para("To agree the new zone; and", "1."), para("To keep it under review.", "2.")]
    assert resolved(moved, *entries) == ["To agree the new zone; and", "To keep it under review."]


def test_a_motion_of_which_no_more_is_said_was_carried() -> None:
    assert resolved("Moved: That the gate be mended. Jo seconded. It rained.") == [
        "That the gate be mended."
    ]
    policy = "Ada makes a motion to adopt the plan for the pond."
    assert resolved(f"{policy} Bills were read.", "Motion made to close the gate at dusk.") == [
        policy,
        "Motion made to close the gate at dusk.",
    ]


def test_a_motion_that_fell_or_was_left_is_no_decision() -> None:
    assert resolved("Motion made to buy a stove. There was no second.") == []
    assert resolved("Moved: That the gate be mended. Lost.") == []
    assert (
        resolved("It was moved by Cllr Ash that we meet. Councillors voted 3 to 4 against.") == []
    )
