"""The pages of one item, one issue and one decision give their item, their fields, their text."""

from __future__ import annotations

import pytest

from pipeline.extract.header.meeting import HEADER
from pipeline.provenance import Finding
from pipeline.records import MeetingHeader
from pipeline.segment import segment
from tests.read.flows import paragraphs, read, styled, tables

DECISION = """Decision details

Decision Maker: Ponds Committee
Decision status: Recommendations Approved
Is Key decision?: No

RESOLVED: That the bank be mended.

Report author: Ivo Lamb
Publication date: 12/05/2031
Date of decision: 07/05/2031
Decided at meeting: 07/05/2031 - Ponds Committee
Accompanying Documents:
"""


def head_of(text: str) -> MeetingHeader:
    parts = segment(read(text))
    found = [f.value for p in parts for f in HEADER.find(p) if isinstance(f, Finding)]
    assert isinstance(found[0], MeetingHeader)
    return found[0]


def test_a_decision_states_its_meeting_below_the_text() -> None:
    head = head_of(DECISION)
    assert (head.body, str(head.held_on)) == ("Ponds Committee", "2031-05-07")


def test_each_field_stands_by_itself() -> None:
    texts = [text for _, text in paragraphs(read(DECISION))]
    assert "Is Key decision?: No" in texts
    assert "RESOLVED: That the bank be mended." in texts


def test_an_issue_below_a_line_of_the_site() -> None:
    page = read(
        "Tell us of any fault by post.\n\nIssue - meetings\n\nFrogs\n\n"
        "Meeting: 03/02/2031 - Ponds Committee (Item 31)\n\nFrogs\n\nMinutes:\n\nThey were heard.\n"
    )
    assert styled(page, "item") == [("31", "Frogs")]
    assert styled(page, "label") == [(None, "Minutes:")]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Agenda item\nReeds\nMinutes:\nThey were cut.\n", (None, "Reeds")),
        ("Agenda item\n\nReeds\n\nThey were cut.\n", (None, "Reeds")),
        ("ANY OTHER BUSINESS\nMinutes:\nThe reeds were cut.\n", (None, "ANY OTHER BUSINESS")),
        ("9 Reeds PDF 37 KB\nMinutes:\nThe reeds were cut.\n", ("9", "Reeds")),
    ],
)
def test_an_item_by_itself(text: str, item: tuple[str | None, str]) -> None:
    assert styled(read(text), "item") == [item]


def test_a_lost_title_is_not_made_of_the_text() -> None:
    assert styled(read("Agenda item\n\n\n\nFrogs were heard by all\n"), "item") == []


def test_a_report_with_a_contact_is_no_page() -> None:
    page = read("Pond repairs\n\nReport author: Ivo Lamb\n\nContact: Ivo Lamb\n\nThe bank leaks.\n")
    assert styled(page, "heading") == []


BARRED = """Venue: Moot Hall
| No. | Item |
|---|---|
|
Welcome In the event of a flood all shall leave. Minutes: There were
no floods. |
|
|
Shutting the Doors To consider passing a
Resolution that would shut out all the public from
the hall. Minutes: The Committee heard the report of the keeper
of the doors. ORDERED that they be shut. |
|
|
Keepers Report for decision. Minutes: RESOLVED
That they be thanked. |
"""


def test_rows_between_bars_whose_lines_the_source_broke() -> None:
    page = read(BARRED)
    assert [t for _, t in styled(page, "item")] == ["Welcome", "Shutting the Doors", "Keepers"]
    texts = [text for _, text in paragraphs(page)]
    assert "There were no floods." in texts
    assert texts[-2:] == ["RESOLVED", "That they be thanked."]


UNBARRED = """Venue: Moot Hall
No. | Item |
Apologies To receive any. Minutes: None came.
Bins To consider the report of the keeper of the bins and
Director of Ponds. Additional documents: Minutes: It was heard.
Plan of Work – 21st February To receive Additional documents: Minutes: RESOLVED that it be noted.
"""


def test_rows_without_bars() -> None:
    assert [t for _, t in styled(read(UNBARRED), "item")] == [
        "Apologies",
        "Bins",
        "Plan of Work – 21st February",
    ]


CELLS = """Agenda and minutes

Venue: Moot Hall

Items
No. Item

1.

INTERESTS

Minutes:

Councillor

Minute Number

Nature of Interest

A.B. Elm

8 – Reeds

Her aunt sells reeds

C. Orme

9 – Frogs

Keeps frogs

2.

PONDS

Minutes:

They were full.
"""


def test_cells_set_one_below_another_are_a_table() -> None:
    page = read(CELLS)
    assert tables(page) == [
        [
            ["Councillor", "Minute Number", "Nature of Interest"],
            ["A.B. Elm", "8 – Reeds", "Her aunt sells reeds"],
            ["C. Orme", "9 – Frogs", "Keeps frogs"],
        ]
    ]
    assert styled(page, "item") == [("1.", "INTERESTS"), ("2.", "PONDS")]


def test_a_trail_of_links_names_no_body() -> None:
    page = read("Home and council > Agenda and minutes\n\n" + CELLS)
    assert "Home and council" not in str(page.flow)
