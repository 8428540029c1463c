"""Whose an action is and when it is due, from its label and its line."""

import pytest

from pipeline.document import Paragraph, Passage
from pipeline.extract.actions.label_parts import named_label, on_lines, parted
from pipeline.extract.grammar.acting_people import People

PEOPLE = People(frozenset({"Ada", "Quill", "Jo", "Tarn"}), frozenset({"AQ", "JT"}))


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("ACTION CLLR ADA QUILL: Mend the gate.", "Mend the gate.", "CLLR ADA QUILL"),
        ("Action (the Clerk): Mend the gate.", "Mend the gate.", "the Clerk"),
        ("Action for Jo Tarn: mend the gate.", "mend the gate.", "Jo Tarn"),
        ("Action by Cllr Tarn – Mend the gate", "Mend the gate", "Cllr Tarn"),
    ],
)
def test_a_label_with_its_owner(text: str, task: str, owner: str) -> None:
    found = named_label(Passage(text), PEOPLE)
    assert found is not None
    assert (found.task.text, found.owner) == (task, owner)


def test_a_label_with_other_words_has_no_owner() -> None:
    assert named_label(Passage("Action Friday: mend the gate"), PEOPLE) is None


@pytest.mark.parametrize(
    ("text", "task", "owner", "due"),
    [
        ("Mend the gate | Owner: JT | Due: 4 May", "Mend the gate", "JT", "4 May"),
        ("JT to mend the gate. Deadline: 4 May", "JT to mend the gate", None, "4 May"),
        ("Mend the gate – Jo Tarn", "Mend the gate", "Jo Tarn", None),
        ("Clerk – mend the gate", "mend the gate", "Clerk", None),
        ("Mend the gate – and soon", "Mend the gate – and soon", None, None),
    ],
)
def test_the_parts_of_a_labelled_line(
    text: str, task: str, owner: str | None, due: str | None
) -> None:
    found = parted(Passage(text), PEOPLE)
    assert (found.task.text, found.owner, found.due) == (task, owner, due)


def test_a_task_on_lines_of_its_own_in_any_order() -> None:
    texts = ("Who: JT", "What: Mend the gate", "When: 4 May", "The pond is deep.")
    found = on_lines([Paragraph(Passage(t)) for t in texts], 0)
    assert found is not None
    assert (found[0].task.text, found[0].owner, found[0].due, found[1]) == (
        "Mend the gate", "JT", "4 May", 3,
    )  # fmt: skip
    assert on_lines([Paragraph(Passage("What: Mend the gate"))], 0) is None
