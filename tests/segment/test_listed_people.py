from __future__ import annotations

from pipeline.segment.items import items_of
from tests.extract.building import blocks


def test_numbered_people_are_no_items() -> None:
    flow = blocks(
        "Minutes of the Ponds Panel held on 4 May 2027",
        "MEMBERS PRESENT:",
        "1. Ann Thorne (Chair)",
        "2. Joe Pike",
        "3. Ivy Stokes",
        "APOLOGIES FOR ABSENCE",
        "Apologies were received from Maud Lisle.",
        "FINANCE REPORT",
        "The report was considered by the Panel at some length.",
    )
    preamble, items = items_of(flow, agenda=False)
    assert [i.heading.text for i in items] == ["APOLOGIES FOR ABSENCE", "FINANCE REPORT"]
    assert len(preamble) == 5


def test_posts_that_sound_like_business_are_people_too() -> None:
    flow = blocks(
        "Minutes of the Ponds Panel held on 4 May 2027",
        "OFFICERS PRESENT:",
        "1. Ann Thorne – Head of Finance",
        "2. Joe Pike – Clerk",
        "DECLARATIONS OF INTEREST",
        "There were none.",
        "GRANT REQUESTS",
        "The requests were considered by the Panel at some length.",
    )
    _, items = items_of(flow, agenda=False)
    assert [i.heading.text for i in items] == ["DECLARATIONS OF INTEREST", "GRANT REQUESTS"]


def test_business_below_a_heading_of_people_keeps_its_numbers() -> None:
    flow = blocks("PRESENT:", "1. Matters Arising", "None.", "2. Finance Report", "It was noted.")
    assert [i.number for i in items_of(flow, agenda=False)[1]] == ["1", "2"]
