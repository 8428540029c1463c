from __future__ import annotations

from pipeline.document import Block
from pipeline.segment.closing_list import closing_list, opening_list
from pipeline.segment.items import items_of
from tests.extract.building import para

BUSINESS: tuple[Block, ...] = (
    para("Apologies", "1."),
    para("Nobody was away."),
    para("Ponds", "2."),
    para("The pond was full."),
    para("Close", "3."),
    para("It was late."),
)
LIST: tuple[Block, ...] = (
    para("Action list"),
    *(para(f"Joss - drain pond {n}", f"{n}.") for n in range(1, 6)),
)


def test_the_list_of_actions_that_ends_the_minutes_belongs_to_no_item() -> None:
    flow = (*BUSINESS, *LIST)
    assert closing_list(flow) == len(BUSINESS)
    _, items = items_of(flow)
    assert [i.number for i in items] == ["1", "2", "3", None]
    assert items[-1].flow == LIST


def test_who_signed_may_stand_below_it() -> None:
    assert closing_list((*BUSINESS, *LIST, para("Signed: the Chair"))) == len(BUSINESS)


def test_a_list_within_the_last_item_is_its_own_where_every_item_has_one() -> None:
    flow = (*BUSINESS[:2], *LIST, *BUSINESS[2:], *LIST)
    assert closing_list(flow) is None


def test_a_list_with_business_below_it_is_no_closing_list() -> None:
    assert closing_list((*BUSINESS[:4], *LIST, *BUSINESS[4:], *BUSINESS[:3])) is None


def test_a_title_over_nothing_is_no_list() -> None:
    assert closing_list((*BUSINESS, para("Action list"))) is None


def test_old_actions_at_the_end_belong_to_no_item() -> None:
    flow = (*BUSINESS, para("OUTSTANDING ACTIONS"), *LIST[1:])
    assert closing_list(flow) == len(BUSINESS)


def test_one_task_is_a_list_under_a_heading_that_is_marked_up() -> None:
    flow = (*BUSINESS, para("Actions arising", style="heading"), LIST[1])
    assert closing_list(flow) == len(BUSINESS)


def test_tasks_that_name_themselves_are_entries() -> None:
    tasks = (para("Sec TODO: Write to the mill"), para("JT TODO: Paint the door"))
    assert closing_list((*BUSINESS, para("Summary of actions arising"), *tasks)) == len(BUSINESS)


def test_a_list_of_actions_above_the_business_counts_no_items() -> None:
    flow = (*LIST, para("Minutes"), *BUSINESS)
    assert opening_list(flow) == frozenset(range(1, 6))
    _, items = items_of(flow)
    assert [item.heading.text for item in items] == ["Apologies", "Ponds", "Close"]


def test_items_under_a_title_of_actions_are_items_where_nothing_counts_anew() -> None:
    flow = (para("Actions"), *BUSINESS)
    assert opening_list(flow) == frozenset()
    assert opening_list((*BUSINESS, *LIST)) == frozenset()
