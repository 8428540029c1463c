from __future__ import annotations

from datetime import date

import pytest

from pipeline.document import Block
from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.actions.openings import lead_in
from pipeline.records import Action
from tests.extract.building import bullets, item, minutes, only, para, part, quotes, table


def actions(*under: str | Block | list[Block]) -> list[Action]:
    return only(Action, ACTIONS, minutes(item("4", "Ponds", *under)))


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("The Board requested that:", "requested"),
        ("Members asked that", "requested"),
        ("The following actions were agreed:", "agreed"),
        ("Actions:", "agreed"),
        ("The Board highlighted the following:", "highlighted"),
        ("The Board noted that:", None),
        ("Members noted the report.", None),
        ("The Board requested a report and noted that:", None),
    ],
)
def test_what_a_lead_in_makes_of_its_list(line: str, origin: str | None) -> None:
    assert lead_in(line) == origin


def test_a_list_under_a_lead_in() -> None:
    found = actions(
        "The Board requested that:",
        bullets("the figures be shown by ward; and", "the map be redrawn."),
        "The pond was full.",
    )
    assert [(a.text, a.origin, a.item_number) for a in found] == [
        ("the figures be shown by ward; and", "requested", "4"),
        ("the map be redrawn.", "requested", "4"),
    ]


def test_a_decision_within_a_list_takes_none_of_the_list_that_goes_on() -> None:
    found = actions(
        para("Letting of the hut:", "(a)"),
        para("Resolved that the Brownies have it on Tuesdays", "·"),
        para("Deeds: not yet found. Clerk to ask the bank.", "(b)"),
        para("Gate: Cllr. Ash will ask the former chairman.", "(c)"),
    )
    assert [a.text for a in found] == [
        "Clerk to ask the bank.",
        "Gate: Cllr. Ash will ask the former chairman.",
    ]


def test_what_is_asked_behind_a_semicolon_stands_for_itself() -> None:
    text = "Noted that the contract ends this year; Cllr Ash to report back in May."
    (found,) = actions(text)
    assert found.text == "Cllr Ash to report back in May."
    (found,) = actions("ix) Cllr Ash to report back in May.")
    assert found.text == "Cllr Ash to report back in May."


def test_a_title_may_stand_close_to_its_name() -> None:
    (found,) = actions("The stile is too high. Cllr.Ash agreed to speak to the farmer.")
    assert (found.text, found.owner) == ("Cllr.Ash agreed to speak to the farmer.", "Cllr.Ash")


def test_sub_entries_belong_to_their_entry() -> None:
    found = actions(
        "The Board requested that:",
        bullets("the map be redrawn"),
        bullets("by ward;", marker="o", indent=40),
        bullets("the pond be drained."),
    )
    assert [a.text for a in found] == ["the map be redrawn by ward;", "the pond be drained."]


def test_a_list_begins_anew_below_a_label() -> None:
    found = actions(
        "The Board requested that:",
        bullets("the map be redrawn;"),
        para("Decision", style="label"),
        bullets("the pond be drained.", indent=40),
    )
    assert [a.text for a in found] == ["the map be redrawn;", "the pond be drained."]


def test_a_list_further_out_is_another_list() -> None:
    found = actions(
        "The Board requested that:",
        bullets("the map be redrawn;", marker="(a)", indent=40),
        para("The pond was full.", "4.2", indent=10),
    )
    assert [a.text for a in found] == ["the map be redrawn;"]


def test_a_list_of_what_was_noted_is_none() -> None:
    assert actions("The Board noted that:", bullets("ponds were full.", "mills stood.")) == []


def test_a_label_with_its_action() -> None:
    (found,) = actions("The pond was full.", "ACTION: The Clerk to write to the County Council.")
    assert found.text == "The Clerk to write to the County Council."
    assert (found.owner, found.origin) == ("The Clerk", "agreed")


def test_a_label_with_its_owner_marks_the_sentence_before() -> None:
    (found,) = actions("The pond was full. The pump needs to be mended.", "Action: HP")
    assert (found.text, found.owner) == ("The pump needs to be mended.", "HP")


def test_a_sentence_of_the_minutes() -> None:
    (found,) = actions("The pond was full. Clerk to write to the County Council. It rained.")
    assert found.text == "Clerk to write to the County Council."


def test_what_was_resolved_is_no_action() -> None:
    assert actions(para("RESOLVED"), para("That the Clerk write to residents.", "1.")) == []


@pytest.mark.parametrize(
    ("text", "due", "day"),
    [
        ("the map be redrawn by 3 May 2024.", "3 May 2024", date(2024, 5, 3)),
        ("the map be redrawn by the end of May.", "end of May", None),
        ("the map be redrawn by the next meeting.", "next meeting", None),
        ("the map be redrawn.", None, None),
    ],
)
def test_when_an_action_is_due(text: str, due: str | None, day: date | None) -> None:
    (found,) = actions("The Board requested that:", bullets(text))
    assert (found.due, found.due_on) == (due, day)


def test_an_action_table() -> None:
    log = table(
        ("Ref", "Action", "Owner", "Due", "Status"),
        ("1", "Redraw the map", "Hugh Penhallow", "03/05/2024", "Open"),
        ("2", "Drain the pond", "Clerk", "", "Closed"),
        ("", "", "", "", ""),
    )
    found = only(Action, ACTIONS, part("action_log", "Action Log", log))
    assert [(a.text, a.owner, a.due, a.due_on, a.status, a.origin) for a in found] == [
        ("Redraw the map", "Hugh Penhallow", "03/05/2024", date(2024, 5, 3), "Open", "log"),
        ("Drain the pond", "Clerk", None, None, "Closed", "log"),
    ]


def test_a_table_of_something_else_is_no_action_table() -> None:
    ponds = table(("Pond", "Action", "Depth"), ("Mill", "Dug", "2 m"))
    assert only(Action, ACTIONS, part("action_log", ponds)) == []


def test_the_same_words_count_once() -> None:
    ask = "Members requested that the map be redrawn."
    assert len(actions(ask, ask)) == 1


def test_the_agendas_text_on_a_web_page_is_not_read() -> None:
    found = actions(
        "The Clerk to report on ponds.",
        para("Minutes:", style="label"),
        "The Clerk to write to residents.",
    )
    assert [a.text for a in found] == ["The Clerk to write to residents."]


def test_the_source_is_the_actions_own_words() -> None:
    of = minutes(item("4", "Ponds", "The pond was full. Clerk to write to the County Council."))
    assert quotes(ACTIONS, of) == ["Clerk to write to the County Council."]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "More is required Action Clerk to write to the church.",
            ["Clerk to write to the church."],
        ),
        ("Quotes to be obtained for a new one.", ["Quotes to be obtained for a new one."]),
        ("The Clerk will chase this up.", ["The Clerk will chase this up."]),
        ("The gate needed to be painted.", []),
        (
            "It was agreed that the Clerk write to the estate.",
            ["It was agreed that the Clerk write to the estate."],
        ),
        (
            "It was agreed that the Chief Officer (CO) would bring a paper to the next Board.",
            ["It was agreed that the Chief Officer (CO) would bring a paper to the next Board."],
        ),
        ("RESOLVED that the Clerk write to the estate.", []),
        (
            "A map is to be brought to the May meeting by Jo Naylor.",
            ["A map is to be brought to the May meeting by Jo Naylor."],
        ),
        ("It was noted that Mr Elm was to give up after 11 years.", []),
        ("The Clerk was asked to expand on the plan.", []),
    ],
)
def test_tasks_set_in_prose(text: str, asked: list[str]) -> None:
    found = only(Action, ACTIONS, minutes(item("4", "Ponds", text)))
    assert [a.text for a in found] == asked


def test_who_is_to_act_after_a_decision_in_prose() -> None:
    text = "It was resolved to buy a battery. The Clerk will order it."
    found = only(Action, ACTIONS, minutes(item("1", "Defibrillator", text)))
    assert [a.text for a in found] == ["The Clerk will order it."]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "In response to a question from Councillor Pike, the Head of Ponds undertook to "
            "circulate a list of frogs.",
            "the Head of Ponds undertook to circulate a list of frogs.",
        ),
        (
            "Minute 12 (ponds): Ben Tarn would circulate the table after the meeting.",
            "Ben Tarn would circulate the table after the meeting.",
        ),
        (
            "The Bridges Manager would measure the span and bring the figures to the June meeting.",
            "The Bridges Manager would measure the span and bring the figures to the June meeting.",
        ),
    ],
)
def test_what_somebody_would_do_afterwards(sentence: str, text: str) -> None:
    assert [a.text for a in actions(sentence)] == [text]


def test_what_somebody_would_like_is_no_action() -> None:
    assert actions("Ben Tarn would like to see the table.") == []


@pytest.mark.parametrize("start", ["that", "to"])
def test_what_the_body_agreed_is_decided_and_no_action(start: str) -> None:
    assert actions("The Committee agreed:", bullets(f"{start} note the report on ponds.")) == []


def test_what_an_officer_highlighted_is_told_and_asked_of_nobody() -> None:
    assert lead_in("The Head of Ponds highlighted the following:") is None


@pytest.mark.parametrize("label", ["[ACTION: {}]", "(Action: {}) It was dark."])
def test_a_task_in_brackets(label: str) -> None:
    task = "Portal to tell the waste authority."
    assert [a.text for a in actions("It was late. " + label.format(task))] == [task]


def test_the_title_of_a_matter_is_no_part_of_its_task() -> None:
    found = actions(
        "(4.5) Swings – Cllr Pike to ask for a price.",
        "Grit bins - two are full, and the Clerk to fill the third.",
    )
    assert [a.text for a in found] == [
        "Cllr Pike to ask for a price.",
        "two are full, and the Clerk to fill the third.",
    ]


def test_two_tasks_of_one_sentence() -> None:
    found = actions(
        "The Panel asked that the office supply a list, and the Head of Parks undertook to chase "
        "the two clubs that had not paid.",
        "Members wondered whether it was late, and it was asked that the warden be invited.",
    )
    assert [a.text for a in found] == [
        "The Panel asked that the office supply a list",
        "the Head of Parks undertook to chase the two clubs that had not paid.",
        "it was asked that the warden be invited.",
    ]


def test_somebody_known_by_a_given_name_alone() -> None:
    (found,) = actions("Mary to ask the diocesan office again.")
    assert found.owner == "Mary"


def test_offices_as_small_societies_call_them() -> None:
    found = actions("Sec will ring them.", "Chair & Clerk to decide and let members know.")
    assert [a.owner for a in found] == ["Sec", "Chair & Clerk"]


def test_what_is_done_already_is_no_task() -> None:
    assert actions("Clerk to ask about parking on the green - Done") == []


def test_who_will_write_is_told_behind() -> None:
    (found,) = actions("Landowners will be written to by Jo Tarn.")
    assert found.owner == "Jo Tarn"
