"""What a body did, listed below its name; what was resolved behind a sentence and a dash."""

from __future__ import annotations

import pytest

from tests.extract.building import para
from tests.extract.decisions.deciding import resolved


@pytest.mark.parametrize("lead", ["Thereafter, the Committee:-", "The Board:", "Members: -"])
def test_entries_that_each_begin_with_what_the_body_did(lead: str) -> None:
    assert resolved(
        para(lead),
        para("APPROVED the pond plan; and", "i."),
        para("agreed that a note be circulated to all.", "ii."),
    ) == ["APPROVED the pond plan; and", "agreed that a note be circulated to all."]


def test_entries_that_tell_of_others_are_none() -> None:
    assert not resolved(
        para("The Panel:"),
        para("Ada Quill, who led it", "i."),
        para("agreed that a note be circulated to all.", "ii."),
    )[1:]


@pytest.mark.parametrize("sign", ["–", ":", "-"])
def test_what_is_resolved_behind_a_sentence(sign: str) -> None:
    assert resolved(f"The Clerk brought the plan. Resolved {sign} That the plan be approved.") == [
        "That the plan be approved."
    ]


@pytest.mark.parametrize("end", [":", ":-", ": –"])
def test_the_list_below_what_a_body_agreed_at_the_end_of_a_sentence(end: str) -> None:
    assert resolved(
        para(f"The report was brought. Following consideration the Council agreed{end}"),
        para("to note the depth of the pond;", "(i)"),
        para("that the bank be mended.", "(ii)"),
    ) == ["to note the depth of the pond;", "that the bank be mended."]


def test_things_received_end_where_the_list_around_them_goes_on() -> None:
    assert resolved(
        para("RESOLVED to receive the minutes of the following Committees:"),
        para("Ponds Committee 4 July", "a)"),
        para("Mills Committee 5 July", "b)"),
        para("It was proposed that the frogs be counted.", "(ii)"),
        para("RESOLVED to count the frogs."),
    ) == ["to receive the minutes of the following Committees:", "to count the frogs."]


def test_a_motion_carried_in_its_own_words() -> None:
    assert resolved(
        "It was moved by Cllr A Quill and upon being submitted to the Meeting was declared to be "
        "CARRIED and “RESOLVED that the scheme be amended.”"
    ) == ["RESOLVED that the scheme be amended."]


def test_a_body_recommends_to_another() -> None:
    assert resolved("The Committee", "RECOMMEND TO CABINET", "That the plan be approved.") == [
        "That the plan be approved."
    ]


@pytest.mark.parametrize("lead", ["In response to questions, Cllr Ash:", "The Parks Manager:-"])
def test_what_one_person_agreed_to_among_what_was_said_decides_nothing(lead: str) -> None:
    assert (
        resolved(
            para(lead),
            para("confirmed that the survey was complete;", "•"),
            para("agreed to provide a written answer; and", "•"),
        )
        == []
    )
