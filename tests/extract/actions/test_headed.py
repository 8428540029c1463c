from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.actions.actions import ACTIONS
from pipeline.records import Action
from tests.extract.building import bullets, item, minutes, only


def actions(*under: str | Block | list[Block]) -> list[tuple[str, str | None]]:
    found = only(Action, ACTIONS, minutes(item("4", "Ponds", *under)))
    return [(each.text, each.owner) for each in found]


def test_a_label_alone_opens_the_list_below_it() -> None:
    told = actions("The pond was full.", "Action:", bullets("Find a pump.", "Mend the sluice."))
    assert told == [("Find a pump.", None), ("Mend the sluice.", None)]


def test_a_label_says_whose_the_list_is() -> None:
    told = actions("Actions: for the Clerk", bullets("Find a pump.", "Mend the sluice."))
    assert told == [("Find a pump.", "the Clerk"), ("Mend the sluice.", "the Clerk")]


def test_the_paragraph_below_a_label_alone() -> None:
    told = actions(
        "Action:", "Secretariat to mend the sluice. Comments to Ada Quill.", "It rained."
    )
    assert [text for text, _ in told] == [
        "Secretariat to mend the sluice.",
        "Comments to Ada Quill.",
    ]


def test_who_is_to_act_below_a_label_is_no_task() -> None:
    assert actions("Action:", "Clerk") == []


def test_a_list_of_tasks_before_the_business() -> None:
    front = ["Action Items", *bullets("JP will mend the sluice.", "MQ needs a pump.")]
    found = only(Action, ACTIONS, minutes(item("1", "Minutes", "Agreed."), front=front))
    assert [(a.text, a.item_number) for a in found] == [
        ("JP will mend the sluice.", None),
        ("MQ needs a pump.", None),
    ]
