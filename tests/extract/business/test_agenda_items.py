from __future__ import annotations

from pipeline.document import Item
from pipeline.extract.business.agenda_items import AGENDA_ITEMS
from pipeline.records import AgendaItem
from tests.extract.building import item, minutes, passage, refusals, values


def test_headings_with_their_numbers_and_pages() -> None:
    of = minutes(item("1", "Apologies"), Item("76", passage("Ponds"), (), also="2", pages="5 - 12"))
    assert values(AGENDA_ITEMS, of) == [
        AgendaItem(number="1", title="Apologies"),
        AgendaItem(number="76", also="2", title="Ponds", pages="5 - 12"),
    ]


def test_an_unnumbered_heading_among_numbered_ones_is_refused() -> None:
    of = minutes(item("1", "Apologies"), item(None, "Sub-heading", under="1"))
    assert refusals(AGENDA_ITEMS, of) == ["Sub-heading"]


def test_unnumbered_headings_stand_where_nothing_is_numbered() -> None:
    of = minutes(item(None, "Apologies"), item(None, "Ponds"))
    assert values(AGENDA_ITEMS, of) == [
        AgendaItem(number=None, title="Apologies"),
        AgendaItem(number=None, title="Ponds"),
    ]


def test_a_numbered_sentence_of_the_minutes_is_no_title() -> None:
    told = "There being no further business the meeting closed at 8pm."
    of = minutes(item("1", "Ponds"), item("2", told))
    assert values(AGENDA_ITEMS, of) == [AgendaItem(number="1", title="Ponds")]
    assert refusals(AGENDA_ITEMS, of) == [told]
