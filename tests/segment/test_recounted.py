"""An agenda printed above the minutes, and minutes whose every heading counts 1."""

from __future__ import annotations

from pipeline.document import Block
from pipeline.segment.items import items_of
from tests.extract.building import para

TITLES = ("Welcome", "Minutes of the last meeting", "Pond care", "Dates of meetings")
TOLD = "The members heard that the pond was full, and nobody minded."


def headings(*flow: Block) -> list[tuple[str | None, str]]:
    return [(i.number, i.heading.text) for i in items_of(flow)[1]]


def test_the_agenda_above_the_minutes_is_no_business_of_theirs() -> None:
    listed = [para(title, f"{n}.") for n, title in enumerate(TITLES, start=1)]
    told = [
        block
        for n, title in enumerate(TITLES, start=1)
        for block in (para(title, f"{n}."), para(TOLD))
    ]
    found = items_of((*listed, *told))[1]
    assert [(i.number, i.heading.text) for i in found] == [
        (str(n), title) for n, title in enumerate(TITLES, start=1)
    ]
    assert [len(i.flow) for i in found] == [1, 1, 1, 1]


def test_headings_that_all_count_one_are_items_each() -> None:
    flow = [b for title in TITLES for b in (para(f"{title}: {TOLD}", "1."), para(TOLD))]
    assert headings(*flow) == [("1", title) for title in TITLES]


def test_a_list_begun_anew_under_each_item_makes_no_items() -> None:
    flow = [
        b
        for n, title in enumerate(TITLES, start=1)
        for b in (para(title.upper(), f"{n}."), para("That it be noted.", "1.", indent=18))
    ]
    assert headings(*flow) == [(str(n), t.upper()) for n, t in enumerate(TITLES, start=1)]


def test_an_item_taken_out_of_turn_says_so_itself() -> None:
    flow = [
        block
        for n in (3, 6, 4, 5, 7)
        for block in (para(f"Item {n}. Matter of the pond."), para(TOLD))
    ]
    assert [number for number, _ in headings(*flow)] == ["3", "6", "4", "5", "7"]


def test_a_minute_number_printed_twice_heads_another_item() -> None:
    flow = [
        block
        for n, title in ((118, "PONDS"), (119, "REEDS"), (120, "PATHS"), (118, "STREETS"))
        for block in (para(f"{title} AND MORE", f"PL27/{n}"), para(TOLD))
    ]
    assert [number for number, _ in headings(*flow)] == [f"PL27/{n}" for n in (118, 119, 120, 118)]


def test_headings_that_all_count_1_may_be_in_the_words_of_the_summons() -> None:
    flow = [
        block
        for title in ("Welcome", "To receive apologies", "To agree the minutes", "To review fees")
        for block in (para(f"{title}. Cllr Ash spoke of it at length.", "1."), para(TOLD))
    ]
    assert [number for number, _ in headings(*flow)] == ["1"] * 4
