"""Figures at the beginning of a line that number nothing."""

from __future__ import annotations

from pipeline.segment.items import items_of
from tests.extract.building import para

TOLD = "The members heard that the pond was full, and nobody minded."


def headings(*lines: str) -> list[tuple[str | None, str]]:
    flow = [b for line in lines for b in (para(line), para(TOLD))]
    return [(i.number, i.heading.text) for i in items_of(flow)[1]]


def test_a_house_number_opens_no_item() -> None:
    found = headings("1 Ada Quill Place", "1 Welcome", "2 Minutes of the last meeting", "3 Finance")
    assert found == [("1", "Welcome"), ("2", "Minutes of the last meeting"), ("3", "Finance")]


def test_an_address_that_counts_on_is_a_title() -> None:
    found = headings("1 Welcome", "2 Mill Lane", "3 Finance", "4 Dates of meetings")
    assert ("2", "Mill Lane") in found


def test_a_day_in_capitals_or_figures_is_no_number() -> None:
    assert headings("17 NOVEMBER 2027") == []
    assert all(number is None for number, _ in headings("02.03.27 PONDS BOARD"))
