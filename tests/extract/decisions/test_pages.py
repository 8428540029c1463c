"""Decisions of web pages: lists whose lines or labels a copy lost, and motions that were put."""

from __future__ import annotations

import pytest

from pipeline.extract.decisions.resolutions import RESOLUTIONS
from tests.extract.paging import everything

SPACED = """Agenda and minutes

Venue: Moot Hall

Contact: Ada Quill

Items
No. Item

4.

Ponds

Minutes:

{}

5.

Gates

Minutes:

None.
"""


def decided(*blocks: str) -> list[str]:
    return [r.text for r in everything(SPACED.format("\n\n".join(blocks)), RESOLUTIONS)]


def test_an_amendment_that_fell_leaves_its_motion_to_be_carried() -> None:
    moved = "Cllr A Ash proposed and Cllr Birch seconded that the ponds be dredged."
    assert decided(
        moved,
        "Cllr Cole proposed and Cllr Dell seconded an amendment to wait until May.",
        "The amendment was lost by 4 votes to 9.",
        "The proposal was carried by 9 votes to 4.",
    ) == ["that the ponds be dredged."]
    assert decided(moved, "The proposal was lost by 4 votes to 9.") == []


def test_a_motion_put_to_the_vote_and_agreed_is_the_decision() -> None:
    moved = "It was moved by Councillor Ash and seconded by Councillor Birch that item 9 be taken."
    assert decided(moved, "The motion was put to the vote and AGREED.") == ["that item 9 be taken."]


@pytest.mark.parametrize(
    "blocks",
    [
        ("R E S O L V E D that the ponds be dredged.",),
        ("UNANIMOUSLY RESOLVED TO RECOMMEND TO COUNCIL", "4.1 that the ponds be dredged."),
        ("[1] that the ponds be dredged.",),
        ("UNANIMOUSLY RESOLVED", "4.1", "that the ponds be dredged."),
        ("That the ponds be dredged on 17 May.",),
    ],
)
def test_decision_words_set_in_other_ways(blocks: tuple[str, ...]) -> None:
    (text,) = decided(*blocks)
    assert text.lower().startswith("that the ponds be dredged")


def test_a_list_within_an_entry_is_part_of_it() -> None:
    assert decided(
        "Resolved:",
        "(i) In respect of the ponds -",
        "The Authority approves:",
        "(a) That they be dredged.",
        "(b) That they be fenced.",
        "(ii) That officers report in May.",
    ) == [
        "In respect of the ponds - The Authority approves: That they be dredged. That they be "
        "fenced.",
        "That officers report in May.",
    ]


def test_conditions_are_no_decisions_of_their_own() -> None:
    lead = "That the pond be dug subject to the following conditions:-"
    assert decided("RESOLVED:", lead, "1. Work be done in May.", "2. No lights be set up.") == [
        lead
    ]
    assert decided(f"RESOLVED {lead[5:]}", "1. Work be done in May.") == [lead[5:]]


def test_to_before_the_first_letter_of_a_list() -> None:
    assert decided("RESOLVED: to (a) dredge the ponds;", "(b) authorise the Clerk to pay.") == [
        "dredge the ponds;",
        "authorise the Clerk to pay.",
    ]


def test_numbered_entries_without_resolved_are_decisions_unless_put_forward() -> None:
    entries = ("(1) the draft plan be approved.", "(2) a further report be brought in May.")
    agreed = "The Committee agreed to change the name."
    assert decided(agreed, *entries)[1:] == [e[4:] for e in entries]
    assert decided("The report recommended that:", *entries) == []


def test_what_was_told_of_a_list_of_things_is_one_decision() -> None:
    text = """Venue: Moot Hall
No. | Item |
---|---|
Minutes of meetings Decision: The minutes of the meetings below were confirmed as correct:-
· 4 May 2027 · 1 June 2027 |
|
Ponds Decision: It was RESOLVED :-
· To dredge the ponds. · To fence them. |
|
Gates Decision: It was resolved to: A Note the gates. B Agree that they be mended. |
|
"""
    assert [r.text for r in everything(text, RESOLUTIONS)] == [
        "The minutes of the meetings below were confirmed as correct:- 4 May 2027 1 June 2027",
        "To dredge the ponds.",
        "To fence them.",
        "Note the gates.",
        "Agree that they be mended.",
    ]


def test_it_was_agreed_that_somebody_would_act_decides_nothing() -> None:
    assert decided("Agreed that the Clerk would write to the owner.") == []
    assert decided("Agreed that we buy a stove.") == ["that we buy a stove."]


def test_resolved_lost_behind_who_seconded() -> None:
    moved = "It was moved by Councillor A Ash, seconded by Councillor B Birch and"
    minutes = "The minutes of the last meeting be approved."
    assert decided(moved, minutes) == [minutes]
    assert decided(moved, "1) The report be received", "2) It be sent to Council") == [
        "The report be received",
        "It be sent to Council",
    ]


def test_a_decision_whose_list_stands_within_its_sentence() -> None:
    assert decided(
        "RESOLVED that the minutes of:-",
        "(a) the meeting of 4 May; and",
        "(b) the meeting of 1 June",
        "be approved.",
    ) == ["that the minutes of:- the meeting of 4 May; and the meeting of 1 June be approved."]


ROWS = """Agenda and minutes

Venue: Moot Hall
No. | Item |
Apologies Minutes: None. |
Ponds To see the report. Minutes: The report was before the meeting.
{}
Gates To see the gates. Minutes: None. |
"""


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (
            ("Moved by Councillor Ash and seconded by Councillor Birch",
             "RESOLVED that (1) the ponds be dredged,", "(2) the bank be mended. |"),
            ["the ponds be dredged,", "the bank be mended."],
        ),
        (
            ("RESOLVED: A. That the ponds be dredged.", "B. That the bank be mended. |"),
            ["That the ponds be dredged.", "That the bank be mended."],
        ),
        (("RESOLVED that the ponds be dredged.",), ["that the ponds be dredged."]),
    ],
)  # fmt: skip
def test_a_decision_on_a_line_of_its_row(lines: tuple[str, ...], texts: list[str]) -> None:
    found = everything(ROWS.format("\n".join(lines)), RESOLUTIONS)
    assert [r.text for r in found] == texts
