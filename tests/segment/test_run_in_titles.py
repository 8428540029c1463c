from __future__ import annotations

import pytest

from pipeline.document import Paragraph
from pipeline.segment.items import items_of
from tests.extract.building import para


def test_the_hour_behind_a_title_is_no_part_of_it() -> None:
    flow = (para("CALL TO ORDER: 6:45 PM", "1."), para("REPORTS", "2."), para("They were noted."))
    _, items = items_of(flow)
    assert (items[0].number, items[0].heading.text) == ("1", "CALL TO ORDER")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Orchard Trust – No report", "Orchard Trust"),
        ("Call to order (Ada Quill) (7:00 pm)", "Call to order"),
        ("ROLL CALL (7:00pm); attendance: some 20 people", "ROLL CALL"),
        ("DUCK PONDS H Quill was worried that they had been drained.", "DUCK PONDS"),
        ("Roll Call - Members Present", "Roll Call"),
        ("Apologies Councillor T Penhallow", "Apologies"),
        ("Meeting closed at 8:45", "Meeting closed at 8:45"),
        ("Paths – North Lane", "Paths – North Lane"),
        ("**Planters. JA** said that they were full of weed.", "Planters"),
        ("Minute 5. (The gate). The clerk said that it was shut.", "Minute 5. (The gate)."),
        ("Finance It was resolved to pay the following: A Ash £310.20, Mere Hall £24", "Finance"),
        ("Last minutes The Council RESOLVED to approve the minutes of 8 May.", "Last minutes"),
        ("Declarations of interest Cllr Alder Item 6, a plot holder.", "Declarations of interest"),
    ],
)
def test_what_stands_behind_a_title(line: str, title: str) -> None:
    flow = (para("Welcome", "1."), para(line, "2."), para("Finance", "3."), para("Close", "4."))
    _, items = items_of(flow)
    assert [i.heading.text for i in items][1] == title


def test_titles_in_the_words_of_a_summons_with_a_loud_verb() -> None:
    titles = (
        "To RESOLVE to note apologies sent to the Clerk.",
        "To RECEIVE interests.",
        "Planning",
    )
    flow = [
        b for n, t in enumerate(titles, start=1) for b in (para(t, f"{n}."), para("It was done."))
    ]
    assert [i.heading.text for i in items_of(flow)[1]] == list(titles)


def test_what_became_of_a_summons_is_no_part_of_its_words() -> None:
    told = "Deferred to the next meeting as the hall had not sent its list."
    lines = (
        "Declarations of interest",
        f"To review the charge for the hall. {told}",
        "Finance",
        "Matters arising",
        "Next meeting",
    )
    flow = [para(line, f"{n}.") for n, line in enumerate(lines, start=1)]
    item = items_of(flow)[1][1]
    assert item.heading.text == "To review the charge for the hall"
    assert [b.text for b in item.flow if isinstance(b, Paragraph)] == [told]
