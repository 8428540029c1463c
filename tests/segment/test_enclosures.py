from __future__ import annotations

from pipeline.segment.items import items_of
from tests.extract.building import blocks

MINUTES = (
    "Minutes of the Ponds Board",
    "1. Approval of the Minutes.",
    "The chair asked for a motion to approve them.",
    "2. Monthly Reports.",
    "Ms Thorne gave an account of the ponds and of their reeds.",
    "3. Sluice Works Update.",
    "Mr Pike gave an account of the sluices and of their gates.",
    "4. Pond Risk Update.",
    "Mrs Stokes was asked about the floods of the winter.",
    "5. Adjourn.",
    "On a vote taken by the chair, the meeting was closed.",
)
LIST = ("Attachments", "1. Pond Statistics", "2. Reed Review", "3. Sluice Report")


def test_a_list_of_what_was_sent_is_no_business() -> None:
    _, items = items_of(blocks(*MINUTES, *LIST), agenda=False)
    assert [i.number for i in items] == ["1", "2", "3", "4", "5"]


def test_items_below_such_a_word_stay_where_none_is_counted_above() -> None:
    _, items = items_of(blocks("Mere Ponds Board", *LIST), agenda=False)
    assert [i.number for i in items] == ["1", "2", "3"]
