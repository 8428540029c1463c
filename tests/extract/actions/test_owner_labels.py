from __future__ import annotations

import pytest

from pipeline.document import Paragraph
from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.actions.owner_labels import (
    owned_sentences,
    owner_named,
    owners_in_front,
    with_labels_apart,
)
from pipeline.extract.grammar.acting_people import People
from pipeline.records import Action
from tests.extract.building import item, minutes, only, para

PEOPLE = People(frozenset({"Ada", "Quill", "Jo", "Tarn"}), frozenset({"AQ", "JT"}))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The gate is broken. Jo will mend it. JT/AQ", ["JT/AQ"]),
        ("The gate is broken. ACTION: Clerk", ["ACTION: Clerk"]),
        ("The gate needs mending (Action: JT).", ["Action: JT)."]),
        ("The gate was built by BQ", []),
        ("The letter came from the County. SBC", []),
        ("Outstanding for Action: the gate", []),
    ],
)
def test_labels_at_the_end_of_a_paragraph(text: str, parts: list[str]) -> None:
    assert [p.text for p in with_labels_apart([para(text)], PEOPLE)][1:] == parts


@pytest.mark.parametrize(
    ("text", "owner"), [("ACTION: JT", "JT"), ("Action: paint the gate", None), ("JT", None)]
)
def test_whom_a_label_names(text: str, owner: str | None) -> None:
    assert owner_named(text) == owner


def test_a_label_belongs_to_the_last_sentence_that_leaves_something_to_do() -> None:
    text = "JT will paint the gate. It would cost little. The Chair thanked everybody."
    assert {text[a:b]: who for (a, b), who in owned_sentences(text, ["AQ"]).items()} == {
        "It would cost little.": "AQ"
    }
    assert {text[a:b]: who for (a, b), who in owned_sentences(text, ["JT"]).items()} == {
        "JT will paint the gate.": "JT"
    }


def test_two_labels_belong_to_two_sentences() -> None:
    text = "The gate is to be painted. The pond is to be drained."
    assert {text[a:b]: who for (a, b), who in owned_sentences(text, ["AQ", "JT"]).items()} == {
        "The gate is to be painted.": "AQ",
        "The pond is to be drained.": "JT",
    }


def test_a_label_of_what_was_only_told_is_no_action() -> None:
    found = only(
        Action,
        ACTIONS,
        minutes(item("4", "Ponds", "The Trustees thanked the bakers for the cake.", "ACTION: JT")),
    )
    assert found == []


def test_lines_below_a_labelled_action_say_whose_it_is_and_when() -> None:
    under = [
        para("Action: Events Team to send the list to the Board."),
        para("Due: January"),
        para("Action: To paint the gate."),
        para("By whom: Ada Quill"),
        para("Deadline: 3 May 2021"),
    ]
    found = only(Action, ACTIONS, minutes(item("4", "Ponds", under)))
    assert [(a.owner, a.due) for a in found] == [
        ("Events Team", "January"),
        ("Ada Quill", "3 May 2021"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Action SH", "SH"),
        ("ACTIONS JT, AQ", "JT, AQ"),
        ("JT Action.", "JT"),
        ("Action plan", None),
        ("Action Fraud", None),
    ],
)
def test_a_label_without_a_sign(text: str, owner: str | None) -> None:
    assert owner_named(text) == owner


def test_letters_alone_below_a_sentence_say_who_is_to_act() -> None:
    of = minutes(
        item("1", "Benches", "Jo Tarn (JT) was thanked.", "A quote is to be found.", "JT", "XYZ")
    )
    (found,) = only(Action, ACTIONS, of)
    assert found.text == "A quote is to be found."


def test_a_labelled_task_without_a_person_has_no_owner() -> None:
    of = minutes(item("1", "Church", "Action: To discuss how to help at the next meeting."))
    assert [a.owner for a in only(Action, ACTIONS, of)] == [None]


def test_whose_a_matter_is_to_action() -> None:
    front = ("Present: Jo Tarn, Ada Quill",)
    part = minutes(
        item("4", "Ponds", "The terms have gone to the owner: chase them up. JT to action."),
        item("5", "Mills", "JT said that it was late and Ada will send a list Action Ada"),
        front=front,
    )
    assert [(a.item_number, a.text, a.owner) for a in only(Action, ACTIONS, part)] == [
        ("4", "The terms have gone to the owner: chase them up.", "JT"),
        ("5", "JT said that it was late and Ada will send a list", "Ada"),
    ]


def test_a_task_behind_a_decision_is_an_action() -> None:
    text = "RESOLVED to pay the bill. That is all. Clerk to tell the firm."
    part = minutes(item("4", "Ponds", text))
    assert [a.text for a in only(Action, ACTIONS, part)] == ["Clerk to tell the firm."]


def test_a_list_that_runs_on_holds_a_task_each() -> None:
    part = minutes(
        item("4", "Ponds", "Work 1) JT to buy paint 2) AQ to ask the District about a bin"),
        front=("Present: Jo Tarn, Ada Quill",),
    )
    assert [a.text for a in only(Action, ACTIONS, part)] == [
        "JT to buy paint",
        "AQ to ask the District about a bin",
    ]


def test_what_was_promised_before_the_first_item() -> None:
    part = minutes(
        item("1", "Ponds", "It was full."),
        front=(
            "A resident asked when the path would open. The Chairman agreed to ask the warden.",
        ),
    )
    assert [a.text for a in only(Action, ACTIONS, part)] == [
        "The Chairman agreed to ask the warden."
    ]


def tasks(*paragraphs: Paragraph) -> list[tuple[str, str | None]]:
    part = minutes(
        item("4", "Sheds", *paragraphs), front=("Present: Ada Quill (AQ), Jo Tarn (JT)",)
    )
    return [(a.text, a.owner) for a in only(Action, ACTIONS, part)]


@pytest.mark.parametrize(
    ("line", "task", "owner"),
    [
        ("ACTION JT: Paint the door", "JT: Paint the door", "JT"),
        ("Action AQ/JT: Ask the miller", "AQ/JT: Ask the miller", "AQ/JT"),
        ("Treasurer TODO: Pay the miller", "Treasurer TODO: Pay the miller", "Treasurer"),
        ("TODO: Pay the miller", "Pay the miller", None),
        ("ACTION: 041 - JT to pay the miller", "JT to pay the miller", "JT"),
    ],
)
def test_a_label_with_whose_it_is_before_its_sign(line: str, task: str, owner: str | None) -> None:
    assert tasks(para(line, "•")) == [(task, owner)]


def test_two_labelled_tasks_run_on_are_two() -> None:
    line = para("JT TODO: Paint the door of the barn. AQ TODO: Ask the miller.")
    assert [owner for _, owner in tasks(line)] == ["JT", "AQ"]


def test_how_an_action_stands_is_no_action() -> None:
    assert tasks(para("Action carried forward", "•"), para("Action in progress", "•")) == []


def test_an_entry_that_says_who_is_to_do_what_is_a_task_whatever_the_verb() -> None:
    assert tasks(para("JT to assist with wrapping the hay", "•")) == [
        ("JT to assist with wrapping the hay", "JT")
    ]
    assert tasks(para("KW to the mill is a line of nine miles", "•")) == []


def test_a_list_of_actions_begins_with_who_is_to_act() -> None:
    people = People(frozenset({"Anna", "Josh"}), frozenset({"JT"}))
    dashed = ["Anna - mend the gate", "Josh/Ivy - paint it", "Others - tell Josh of more gates"]
    assert owners_in_front(dashed, people) == {0: "Anna", 1: "Josh/Ivy", 2: "Others"}
    said = ["New: JT to mend the gate", "JT needs a ladder", "Paint - for the gate"]
    assert owners_in_front(said, people) == {0: "JT", 1: "JT"}
    assert owners_in_front(["Gate - mend", "Fence - paint"], people) == {}
