from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, para, table


def roll(*flow: Block) -> list[tuple[str, str | None, str]]:
    found = only(Attendee, ATTENDANCE, minutes(item("II", "Roll call", *flow)))
    return [(each.name, each.role, each.status) for each in found]


def test_a_roll_in_lines_says_who_came() -> None:
    assert roll(
        para("Attendee Name Title Status Arrived"),
        para("Ada Quill Vice Chair Absent"),
        para("Joss Tarn Planning Commissioner Present 6:23 PM"),
    ) == [("Ada Quill", "Vice Chair", "absent"), ("Joss Tarn", "Planning Commissioner", "present")]


def test_a_roll_in_a_table_says_it_too() -> None:
    rows = (
        ("Attendee Name", "Title", "Status", "Arrived"),
        ("Ada Quill", "Commissioner", "Excused", ""),
        ("Joss Tarn", "Chair", "Present", "6:10 PM"),
    )
    assert [(n, s) for n, _, s in roll(table(*rows))] == [
        ("Ada Quill", "apologies"),
        ("Joss Tarn", "present"),
    ]


def test_a_status_in_a_sentence_makes_no_roll() -> None:
    assert roll(para("Ada Quill and the Keeper were glad to be present")) == []
