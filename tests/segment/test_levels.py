from __future__ import annotations

from pipeline.document import Block
from pipeline.segment.items import items_of
from tests.extract.building import para

PARTS: tuple[Block, ...] = (
    para("REPAIR OF THE MILL ROOF", "2.1."),
    para("The roof leaks."),
    para("HIRE OF THE BARN", "2.2."),
    para("The barn is let."),
    para("NAMES OF THE LANES", "2.3."),
    para("They stay as they are."),
)


def numbers(*flow: Block) -> list[str | None]:
    return [i.number for i in items_of(flow)[1]]


def test_the_upper_level_goes_on_where_its_first_number_is_lost() -> None:
    flow = (
        *PARTS,
        para("PUBLIC COMMENTS", "3."),
        para("Nobody spoke."),
        para("REGULAR BUSINESS", "4."),
        para("GRANT TO THE CHOIR", "4.1."),
        para("It was made."),
        para("PRICE OF HAY", "4.2."),
        para("It rose."),
        para("CLOSE", "5."),
    )
    assert numbers(*flow) == ["2.1", "2.2", "2.3", "3", "4", "4.1", "4.2", "5"]


def test_parts_below_a_printed_number_stay_with_their_item() -> None:
    flow = (
        para("APOLOGIES FOR ABSENCE", "1."),
        para("CONSENT BUSINESS", "2."),
        *PARTS,
        para("PUBLIC COMMENTS", "3."),
        para("CLOSE OF BUSINESS", "4."),
    )
    assert numbers(*flow) == ["1", "2", "3", "4"]


def test_titles_before_the_first_number_of_the_upper_level_are_items() -> None:
    flow = (para("It was a fine night."), *PARTS[2:4], para("CLOSE OF BUSINESS", "3."))
    assert numbers(*flow) == ["2.2", "3"]


def test_items_of_any_depth_are_told_by_their_rise() -> None:
    flow = (
        para("(not on the agenda) A neighbour had died", "1."),
        para("Those present stood in silence."),
        para("Apologies for Absence", "1.2"),
        para("None came in."),
        para("Declarations of Interest", "2."),
        para("None was made."),
        para("Minutes of the Meeting of May", "3.1.1"),
        para("They were read."),
        para("Matters arising", "3.1.2"),
        para("Nothing arose."),
        para("Finance", "4.1"),
        para("All was well."),
    )
    assert numbers(*flow) == ["1", "1.2", "2", "3.1.1", "3.1.2", "4.1"]


def test_a_list_that_begins_anew_tells_that_depths_are_no_items() -> None:
    flow = (
        para("Finance", "1."),
        para("Bills", "1.1"),
        para("Grants", "1.2"),
        para("Ponds", "2."),
        para("Reeds", "2.1"),
        para("Sluice", "2.2"),
    )
    assert numbers(*flow) == ["1", "2"]
