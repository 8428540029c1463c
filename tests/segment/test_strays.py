from __future__ import annotations

from pipeline.document import Paragraph
from pipeline.segment.items import items_of
from tests.extract.building import para


def titles(*flow: Paragraph) -> list[tuple[str | None, str]]:
    _, items = items_of(flow)
    return [(item.number, item.heading.text) for item in items]


def test_the_first_number_beside_the_last_names_goes_with_its_title() -> None:
    flow = (
        para("Attending:"),
        para("Councillor Ann Thorne", "1."),
        para("Councillor Joe Pike"),
        para("APOLOGIES"),
        para("There were none."),
        para("PONDS", "2."),
        para("The pond was full."),
        para("MILLS", "3."),
    )
    assert titles(*flow) == [("1", "APOLOGIES"), ("2", "PONDS"), ("3", "MILLS")]


def test_a_first_item_that_tells_what_a_member_did_keeps_its_number() -> None:
    flow = (
        para("Councillor Thorne was elected to the chair.", "1."),
        para("PRESENT"),
        para("PONDS", "2."),
        para("MILLS", "3."),
    )
    assert ("1", "PRESENT") not in titles(*flow)
