from __future__ import annotations

from datetime import date

import pytest

from pipeline.document import Table
from pipeline.extract.plans.forward_plan import FORWARD_PLAN
from pipeline.records import ForwardPlanEntry
from tests.extract.building import only, part, quotes, table

HEAD = ("Meeting date", "Item", "Lead officer")


def planned(rows: Table) -> list[tuple[date | None, str, str | None]]:
    found = only(ForwardPlanEntry, FORWARD_PLAN, part("forward_plan", "Forward Plan", rows))
    return [(each.for_meeting_on, each.item, each.lead) for each in found]


def test_an_entry_a_row() -> None:
    assert planned(
        table(HEAD, ("4 May 2024", "Ponds", "Ann Thorne"), ("6 July 2024", "Mills", ""))
    ) == [(date(2024, 5, 4), "Ponds", "Ann Thorne"), (date(2024, 7, 6), "Mills", None)]


def test_a_merged_date_stands_for_its_rows() -> None:
    assert planned(
        table(HEAD, ("4 May 2024", "1. Ponds", "Ann Thorne"), ("^", "2. Mills", "Joe Pike"))
    ) == [(date(2024, 5, 4), "Ponds", "Ann Thorne"), (date(2024, 5, 4), "Mills", "Joe Pike")]


def test_a_column_of_something_else_is_no_lead() -> None:
    assert planned(table(("Meeting date", "Item", "Room"), ("4 May 2024", "Ponds", "Two"))) == [
        (date(2024, 5, 4), "Ponds", None)
    ]


def test_columns_in_another_order() -> None:
    assert planned(
        table(("Report title", "Lead", "Date"), ("Ponds", "Ann Thorne", "4/5/2024"))
    ) == [(date(2024, 5, 4), "Ponds", "Ann Thorne")]


@pytest.mark.parametrize(
    "rows",
    [
        table(("Date", "Item", "Status"), ("4 May 2024", "Ponds", "Done")),
        table(("Date", "Item"), ("soon", "Ponds"), ("later", "Mills")),
        table(("Pond", "Depth"), ("Mill", "2 m")),
        table(("Report title", "Author", "Date"), ("Ponds", "Ann Thorne", "4/5/2024")),
    ],
    ids=["a plan with status", "no dates", "another table", "a report's header"],
)
def test_other_tables_plan_nothing(rows: Table) -> None:
    assert planned(rows) == []


def test_only_the_dated_row_quotes_the_date() -> None:
    rows = table(HEAD, ("4 May 2024", "Ponds", "Ann Thorne"), ("^", "Mills", "Joe Pike"))
    assert quotes(FORWARD_PLAN, part("forward_plan", rows)) == [
        "4 May 2024 Ponds Ann Thorne",
        "Mills Joe Pike",
    ]


def test_decisions_to_come_are_entries_where_their_maker_is_named() -> None:
    head = ("Decision to be taken", "Decision maker", "Date of decision", "Contact officer")
    row = ("Sale of the mill", "Cabinet", "4 May 2024", "Ann Thorne")
    assert planned(table(head, row)) == [(date(2024, 5, 4), "Sale of the mill", "Ann Thorne")]
    unnamed = [(a, *rest) for a, _, *rest in (head, row)]
    assert planned(table(*unnamed)) == []


def test_the_author_of_a_report_to_come_is_its_lead() -> None:
    rows = table(
        ("Date of meeting", "Agenda item", "Report author"), ("4 May 2024", "Ponds", "Ann Thorne")
    )
    assert planned(rows) == [(date(2024, 5, 4), "Ponds", "Ann Thorne")]
    unnamed = part("report", "Ponds", rows)
    assert only(ForwardPlanEntry, FORWARD_PLAN, unnamed) == []
