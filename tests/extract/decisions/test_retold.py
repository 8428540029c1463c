"""Elections that minutes tell and then state, and motions told in few words."""

from __future__ import annotations

from tests.extract.building import para
from tests.extract.decisions.deciding import resolved


def test_an_election_told_and_then_stated_is_one_decision() -> None:
    stated = "That Councillor J Tarn be elected Chair for the year."
    told = "On a vote of 4 to 2 Councillor J Tarn was duly elected as Chair."
    assert resolved(told, para("RESOLVED:"), stated) == [stated]


def test_an_election_of_somebody_else_stands() -> None:
    stated = "That Councillor J Tarn be elected Chair for the year."
    told = "Councillor B Oake was elected Vice Chair."
    assert sorted(resolved(told, para("RESOLVED:"), stated)) == sorted([stated, told])


def test_those_appointed_as_members_of_a_group() -> None:
    text = "Councillors J Tarn and B Oake were appointed as members of the ponds task group."
    assert resolved(text) == [text]


def test_how_a_voice_vote_ended_is_told_without_a_stop() -> None:
    assert resolved(
        "Motion made by Ada to accept the agenda seconded by Jo. Vote voice/role carried Yes-4, "
        "No-0 Motion made by Jo to pay the bills seconded by Ada. Yes – 4, No – 0"
    ) == [
        "Motion made by Ada to accept the agenda seconded by Jo.",
        "Motion made by Jo to pay the bills seconded by Ada.",
    ]


def test_the_sentence_before_is_what_the_movers_moved() -> None:
    text = "The map is to be drawn anew. Motion made by Ada seconded by Jo."
    assert resolved(f"{text} Yes - 4, No - 0") == [text]


def test_who_voted_otherwise_is_no_part_of_the_decision() -> None:
    text = "It was RESOLVED that charges go up by 5%. Councillor Jo Tarn asked for her vote against"
    assert resolved(f"{text} to be noted.") == ["that charges go up by 5%."]


def test_a_decision_is_not_joined_to_what_somebody_will_do_about_it() -> None:
    decided = "It was decided that the school could have the left hand side."
    told = "This was agreed and Ada would let the head know along with the hire rates for the term."
    assert resolved(f"{decided} {told}") == [decided]


def test_a_motion_that_was_put_is_the_one_resolved_below() -> None:
    moved = "It was moved by Councillor J Tarn and duly seconded that the plan be APPROVED."
    stated = "That the plan be APPROVED subject to three conditions."
    assert resolved(moved, para("RESOLVED:"), stated) == [stated]


def test_what_stands_around_a_decision() -> None:
    stated = "That the plan be supported."
    assert resolved(para("RESOLVED:"), f"a. {stated}") == [stated]
    reference = "(Ref: Report by the Executive Director dated 2 May 2027, submitted)"
    assert resolved(para("RESOLVED:"), f"{stated} {reference}") == [stated]


def test_a_list_whose_announcement_was_lost_may_say_who_shall_act() -> None:
    entries = [
        "subject to one change, the visits programme be approved;",
        "the Head of Parks ask the other panels whether they would come.",
    ]
    listed = [para(text, f"({letter})") for letter, text in zip("ab", entries, strict=True)]
    assert resolved("The Warden introduced a report.", *listed) == entries


def test_the_movers_of_a_list_stand_below_it() -> None:
    texts = ["that a tree surgeon be engaged up to £350", "that burial fees be held for a year"]
    listed = [para(text, f"{letter})") for letter, text in zip("ab", texts, strict=True)]
    movers = "Proposed by: Cllr J Tarn Seconded by: Cllr B Oake"
    assert resolved("The yew was in a bad way. It was RESOLVED", *listed, movers) == texts


def test_the_reference_of_an_application_is_no_part_of_what_is_said_of_it() -> None:
    objected = "It was agreed to object because of the access."
    assert resolved(f"27/3266M Barn at Mill Lane – change to two lets – {objected}") == [objected]
