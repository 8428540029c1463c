"""The pages of one item, one issue and one decision give their item, their fields, their text."""

from __future__ import annotations

import pytest

from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.extract.header.meeting import HEADER
from pipeline.provenance import Finding
from pipeline.records import AnyRecord, MeetingHeader, Resolution
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


LIST = """Decisions

Use the options below to find the latest decisions.

Decisions published

04/05/2031 - Mending the bank ref: 1203    Recommendations Approved

Decision Maker: Ponds Committee

Made at meeting: 04/05/2031 - Ponds Committee

Decision published: 05/05/2031

Effective from: 04/05/2031

Decision:

Resolved to:

(1)          Mend the bank

(2)          Note the cost

Wards affected: (All Wards);

Lead officer: Ivo Lamb
"""


def test_a_list_of_decisions_has_an_item_for_each() -> None:
    (part,) = segment(read(LIST))
    assert [i.heading.text for i in part.items] == ["Mending the bank"]
    assert (head_of(LIST).body, str(head_of(LIST).held_on)) == ("Ponds Committee", "2031-05-04")
    found = [f.value for f in RESOLUTIONS.find(part) if isinstance(f, Finding)]
    assert [r.text for r in found if isinstance(r, Resolution)] == [
        "Mend the bank",
        "Note the cost",
    ]


def test_a_list_of_decisions_of_several_meetings_is_the_page_of_none() -> None:
    other = LIST[LIST.index("04/05/2031 - Mending") :].replace("04/05/2031 - P", "11/05/2031 - P")
    (part,) = segment(read(LIST + "\n" + other))
    assert not [f for f in HEADER.find(part) if isinstance(f, Finding) and _held(f) is not None]


def _held(found: Finding[AnyRecord]) -> object:
    return found.value.held_on if isinstance(found.value, MeetingHeader) else None


@pytest.mark.parametrize(
    ("maker", "body"),
    [("Ponds Committee", "Ponds Committee"), ("Cabinet", "Cabinet"), ("Chief Executive", None)],
)
def test_the_body_that_took_a_decision(maker: str, body: str | None) -> None:
    page = DECISION.replace("Ponds Committee\nDecision status", f"{maker}\nDecision status")
    page = page.replace("Decided at meeting: 07/05/2031 - Ponds Committee\n", "")
    heads = [f.value for p in segment(read(page)) for f in HEADER.find(p) if isinstance(f, Finding)]
    assert [h.body for h in heads if isinstance(h, MeetingHeader) and h.body] == [
        b for b in [body] if b
    ]


def test_the_page_of_an_item_links_to_its_meeting() -> None:
    head = head_of(
        "Agenda item\nFROGS\n- Meeting of Ponds Committee, Wednesday, 7th May 2031 6.00 p.m. "
        "(Item 2.)\n- View the background to item 2.\nMinutes:\nCouncillor Lamb spoke of frogs.\n"
    )
    assert (head.body, str(head.held_on)) == ("Ponds Committee", "2031-05-07")
    assert str(head.starts_at) == "18:00:00"


def test_a_page_title_below_the_kind_of_page_names_any_body() -> None:
    head = head_of(
        "Agenda\n\nPonds and Reeds - Thursday, 3rd February, 2031 6.30 pm\n\nVenue: Mill Room\n\n"
        "Items\nNo. Item\n\n1.\n\nFrogs\n\n2.\n\nToads\n"
    )
    assert head.body == "Ponds and Reeds"


def test_the_page_of_those_who_attended_names_its_meeting() -> None:
    head = head_of(
        "Meeting attendance\n\nPonds Committee - Wednesday, 7th May, 2031 10.00 am\n\n"
        "Attendee Role Attendance\n\nCouncillor Ada Quill Chair Expected, Present\n"
    )
    assert (head.body, str(head.held_on)) == ("Ponds Committee", "2031-05-07")


def test_numbers_of_letters_and_year_in_a_cell_of_their_own() -> None:
    (part,) = segment(
        read(
            "Agenda and minutes\n\nPonds Panel - Friday, 7th May, 2031 11.00 am\n\nItems\n"
            "No. Item\n\nPP16/31\n\nFrogs\n\nMinutes:\n\nThey were heard.\n\n"
            "PP17/31\n\nToads\n\nMinutes:\n\nThey were not.\n"
        )
    )
    assert [(i.number, i.heading.text) for i in part.items] == [
        ("PP16/31", "Frogs"),
        ("PP17/31", "Toads"),
    ]


@pytest.mark.parametrize("below", ["Minutes:\n\nThey were noted.", "They were noted by all."])
def test_the_page_of_an_issue_names_its_item_above_the_meeting_alone(below: str) -> None:
    (part,) = segment(
        read(
            "Issue - meetings\n\nFrogs and Toads\n\n"
            f"Meeting: 03/02/2031 - Ponds Panel (Item 31)\n\n{below}\n"
        )
    )
    assert [(i.number, i.heading.text) for i in part.items] == [("31", "Frogs and Toads")]


def test_an_issue_whose_item_has_its_title_again_is_not_given_it_twice() -> None:
    (part,) = segment(
        read(
            "Issue - meetings\n\nFrogs\n\nMeeting: 03/02/2031 - Ponds Panel (Item 31)\n\n"
            "31 Frogs and Toads pdf icon PDF 80 KB\n\nMinutes:\n\nThey were noted.\n"
        )
    )
    assert [(i.number, i.heading.text) for i in part.items] == [("31", "Frogs and Toads")]
