from __future__ import annotations

import pytest

from pipeline.document import Paragraph
from pipeline.segment.entries import entries_of
from pipeline.segment.headings import begins_late, chain_of, is_capitals, starts_in_capitals, weight
from pipeline.segment.items import items_of
from tests.extract.building import blocks, para

SAID = "The members of the Panel were told of it at some length, and it was noted."


@pytest.mark.parametrize(
    ("heading", "prose"),
    [
        (para("**Pond Care**", "1."), para("That the pond be cared for.", "1.")),
        (para("POND CARE", "1."), para("the pond was full of weed and frogs", "1.")),
        (para("Apologies for Absence", "1."), para("To note the absence of frogs.", "1.")),
        (para("Pond Care", "1."), para("Pond Care", "1.", indent=60)),
    ],
    ids=["bold", "capitals", "business", "indent"],
)
def test_a_heading_weighs_more_than_prose(heading: Paragraph, prose: Paragraph) -> None:
    (first, second) = entries_of([heading, prose])
    assert weight(first) > weight(second)


def test_a_line_without_letters_weighs_nothing() -> None:
    (entry,) = entries_of(blocks(para("12 / 34", "1.")))
    assert weight(entry) < 0


def test_numbers_that_run_on_from_the_meeting_before_count_the_business() -> None:
    flow = blocks(
        para("Minutes of 4 May"),
        para("Present: A Ash, B Birch"),
        *(
            para(f"Finance. The warden said that pond {n} was full.", f"{n}.")
            for n in range(61, 67)
        ),
        para("Date of next meeting: 8 June"),
        para("Signed by the chairman"),
    )
    assert [e.number.place for e in chain_of(entries_of(flow)) if e.number] == list(range(61, 67))


def test_a_motions_number_and_movers_head_no_business() -> None:
    flow = blocks(
        para("**R2027-16 A. Quill, J. Tarn:**"), para("THAT the gate be mended. Carried.")
    )
    assert items_of(flow)[1] == ()


def test_the_chain_rises_from_beginning_to_end() -> None:
    flow = blocks(
        para("**MINUTES**", "7."),
        para("That it be noted.", "1."),
        para("That it be filed.", "2."),
        para("**POND CARE**", "8."),
        para("That it be noted.", "1."),
        para("**ANY OTHER BUSINESS**", "9."),
    )
    chain = chain_of(entries_of(flow))
    assert [e.number.printed for e in chain if e.number] == ["7", "8", "9"]


def test_a_list_of_clauses_is_no_chain() -> None:
    flow = blocks(
        *(para("that the pond was full and would be drained.", f"{n}.") for n in range(1, 5))
    )
    assert chain_of(entries_of(flow)) == []


def test_no_entries_no_chain() -> None:
    assert chain_of([]) == []


@pytest.mark.parametrize(
    ("text", "whole", "start"),
    [
        ("POND CARE", True, True),
        ("POND CARE The pond was full.", False, True),
        ("Pond Care", False, False),
        ("A", False, False),
        ("", False, False),
    ],
)
def test_capitals(text: str, whole: bool, start: bool) -> None:
    assert (is_capitals(text), starts_in_capitals(text)) == (whole, start)


def test_parts_of_an_item_do_not_outweigh_the_items() -> None:
    flow = blocks(
        para("Choice of a warden of the pond", "1."),
        para("Wardens of the reeds", "2."),
        para("Apologies: none were received from anyone.", "2.1"),
        para("Minutes: Ada Quill was chosen by all.", "2.2"),
        para("Finance: Joss Tarn was chosen by all.", "2.3"),
        para("Petitions: nobody was chosen.", "2.4"),
        para("Sluices", "3."),
    )
    assert [e.number.printed for e in chain_of(entries_of(flow)) if e.number] == ["1", "2", "3"]


def test_a_list_of_the_last_matter_begins_late() -> None:
    told = [para("The pond was drained by the warden in May.") for _ in range(4)]
    entries = entries_of(blocks(*told, para("Mend it.", "1."), para("Mend it.", "2.")))
    assert begins_late(entries, 4)
    assert not begins_late(entries, 1)


def test_a_date_in_front_is_part_of_the_title() -> None:
    flow = blocks(
        para("Old business", style="heading"), para(SAID), para("2027 Budget", style="heading"),
        para(SAID), para("1 March meeting note", style="heading"), para(SAID),
    )  # fmt: skip
    found = [(i.number, i.heading.text) for i in items_of(flow)[1]]
    assert (None, "2027 Budget") in found
    assert (None, "1 March meeting note") in found


def test_a_list_below_the_last_item_does_not_go_on_with_its_numbers() -> None:
    titles = ["Welcome", "Ponds", "Gates", "Fete", "Paths", "Trees", "Any other business"]
    flow = [b for n, t in enumerate(titles, 1) for b in (para(t, f"{n}."), para(SAID))]
    tasks = [para(f"Joe Pike - mend gate {n}", f"{n}.") for n in range(1, 11)]
    found = items_of([*flow, para("Action list"), *tasks])[1]
    assert [i.number for i in found] == ["1", "2", "3", "4", "5", "6", "7", None]


def test_a_title_before_a_dash_outweighs_the_sentence_behind_it() -> None:
    (entry,) = entries_of(blocks(para("Ponds – The warden looked at the reeds in May.", "4.")))
    assert weight(entry) > 0


def test_numbers_that_hold_all_that_is_told_are_the_business() -> None:
    head = (para("Pond Wardens"), para("Meeting of 4 May"), para("There: Ada Quill, Joss Tarn"))
    told = (
        "The notes of the last meeting were taken as read.",
        "It was agreed to drain the pond in the summer.",
        "Joss will ask the mill for the key of the sluice.",
        "The reeds were looked at by all who came that day.",
        "It was agreed that nobody would go by boat.",
        "Ada told of the new wardens and of their work.",
        "Next meeting: 1 June",
    )
    numbered = [para(text, f"{n}.") for n, text in enumerate(told, start=1)]
    assert len(chain_of(entries_of(blocks(*head, *numbered)))) == len(told)
    # Below a line that opens a list they are its entries.
    opened = (*head, para("The wardens agreed as follows:"))
    assert chain_of(entries_of(blocks(*opened, *numbered[:5]))) == []


def test_an_item_named_between_two_items_is_told_of_and_opens_none() -> None:
    flow = blocks(
        para("Apologies", "1."),
        para("There were none."),
        para("Interests", "2."),
        para("These were declared:"),
        para("Item 4 - Mr Joe Pike (Financial)"),
        para("Item 6 - Mrs Ann Thorne (Financial)"),
        para("Pond Care", "3."),
        para("The Panel approved the plan."),
    )
    _, items = items_of(flow)
    assert [(i.number, i.heading.text) for i in items] == [
        ("1", "Apologies"),
        ("2", "Interests"),
        ("3", "Pond Care"),
    ]


def test_items_that_are_all_named_stay_items() -> None:
    flow = blocks(
        para("Item 1 - Apologies"),
        para("There were none."),
        para("Item 2 - Pond Care"),
        para("The Panel approved the plan."),
        para("Item 3 - Frogs"),
        para("They were counted."),
    )
    _, items = items_of(flow)
    assert [i.number for i in items] == ["1", "2", "3"]


def test_a_title_in_capitals_may_have_a_second_part_before_its_text() -> None:
    flow = blocks(
        para("MINUTES - Resolved - That they be signed.", "190"),
        para("POND REVIEW - Evidence of the Wardens - The chair welcomed Ada Quill to it.", "191"),
        para("FROGS - The Clerk said that there were many.", "192"),
    )
    _, items = items_of(flow)
    assert [i.heading.text for i in items] == [
        "MINUTES",
        "POND REVIEW - Evidence of the Wardens",
        "FROGS",
    ]


def test_an_excerpt_may_end_among_items_told_of() -> None:
    flow = blocks(
        para("Apologies", "1."),
        para("There were none."),
        para("Declarations of Interest", "2."),
        para("These were declared:"),
        para("Item 3 - Mr Joe Pike (Financial)"),
        para("Item 6 - Mrs Ann Thorne (Financial)"),
    )
    _, items = items_of(flow)
    assert [i.number for i in items] == ["1", "2"]
