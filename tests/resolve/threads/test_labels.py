"""What threads are called."""

import pytest

from pipeline.records import AgendaItem
from pipeline.resolve.meetings.arrivals import arrival_order
from pipeline.resolve.meetings.calendar import calendar
from pipeline.resolve.threads.labels import LONGEST, label_of
from pipeline.resolve.threads.mentions import mentions
from tests.resolve.building import action, header, paper


def label(value):
    made = [paper("m", header(), value)]
    found = calendar(made)
    return label_of(list(mentions(made, arrival_order(made), found)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerk to chase the lido heating contract.", "Chase the lido heating contract"),
        ("Clerk to write to the water company.", "Write to the water company"),
        (
            "That tide monitoring reports be brought to the Board twice a year.",
            "Tide monitoring reports to be brought to the Board twice a year",
        ),
        (
            "It was requested that a table of waiting times at the ferry be sent to members.",
            "Table of waiting times at the ferry",
        ),
        (
            "The Board asked that spending on pilots be reported monthly.",
            "Spending on pilots to be reported monthly",
        ),
        ("The Member Code of Conduct", "Member Code of Conduct"),
    ],
)
def test_a_request_is_named_by_its_core(text, expected) -> None:
    assert label(action(text)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CLEAR WATER PROJECT WORKSTREAM CLOSURE", "Clear Water Project"),
        ("Harbour Plan 2031-32 Q3 Monitoring Report", "Harbour Plan"),
        ("LIDO HEATING: QUARTER 2 UPDATE", "Lido Heating"),
    ],
)
def test_a_title_is_named_without_the_kind_of_paper(title, expected) -> None:
    assert label(AgendaItem(number="4", title=title)) == expected


def test_a_long_request_is_cut_where_a_phrase_ends() -> None:
    text = (
        "Officers to set out how the harbour's dredging is paid for, which of the moorings it "
        "serves, and what would happen to them were it stopped."
    )
    found = label(action(text))
    assert len(found) <= LONGEST
    assert found.endswith("is paid for, which of the moorings it serves")
