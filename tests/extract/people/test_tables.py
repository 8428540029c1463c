from __future__ import annotations

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, table


def test_a_column_of_firms_holds_nobody_and_a_post_is_told_from_it() -> None:
    rows = table(
        ["Name", "Organisation", "Affiliation"],
        ["Ann Thorne", "Elm Chemists", "Independent"],
        ["Joe Pike", "Mere LPC", "Chair"],
        ["Ivy Stokes", "Mere LPC", "Area Officer"],
    )
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=("PRESENT:", rows)))
    assert [(p.name, p.chair) for p in found] == [
        ("Ann Thorne", False),
        ("Joe Pike", True),
        ("Ivy Stokes", False),
    ]
    assert found[2].role == "Area Officer"
