from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.records import Attendee
from tests.extract.building import item, minutes, only, table

LEGEND = table(["P – Present", "S – Sanctioned"], ["A – Absent", "L – Late arrival"])


def marked(*front: str | Block) -> list[tuple[str, str, str | None]]:
    found = only(Attendee, ATTENDANCE, minutes(item("1", "Minutes"), front=front))
    return [(each.name, each.status, each.role) for each in found]


def test_the_column_of_the_papers_own_date_counts() -> None:
    register = table(
        ["", "Type", "End of term", "11/10/2021", "13/12/2021", "Resigned"],
        ["ANN THORNE", "Parent", "14/10/2022", "P", "S", ""],
        ["JOE PIKE", "Staff", "08/12/2023", "S", "P", ""],
        ["IVY STOKES", "Co-opted", "08/12/2023", "P", "A", ""],
        ["MAUD LISLE", "Parent", "13/10/2023", "P", "", "31/10/2021"],
        ["VACANT", "Parent", "", "", "", ""],
    )
    assert marked("Governors 13 December 2021", register, LEGEND) == [
        ("ANN THORNE", "apologies", "Parent"),
        ("JOE PIKE", "present", "Staff"),
        ("IVY STOKES", "absent", "Co-opted"),
    ]


def test_the_dates_may_stand_in_a_table_above() -> None:
    dates = table(["28/09/2020", "23/11/2020", "25/01/2021"])
    register = table(
        ["Ann Thorne", "P", "", ""], ["Joe Pike", "P", "P", ""], ["Ivy Stokes", "", "P", ""]
    )
    assert marked("Committee 23/11/2020", dates, "GOVERNOR ATTENDANCE", register, LEGEND) == [
        ("Joe Pike", "present", None),
        ("Ivy Stokes", "present", None),
    ]


def test_a_register_of_other_meetings_tells_nothing() -> None:
    register = table(
        ["", "11/10/2021", "13/12/2021"],
        ["Ann Thorne", "P", "P"],
        ["Joe Pike", "P", "P"],
        ["Ivy Stokes", "P", "P"],
    )
    assert marked("Governors 14 March 2022", register) == []


def test_one_column_of_marks_needs_no_date() -> None:
    register = table(["Cllr Ann Thorne", "P"], ["Cllr Joe Pike", "P"], ["Cllr Ivy Stokes", "A"])
    legend = "P – Present"
    assert marked("Minutes of 14 March 2022", register, legend) == [
        ("Ann Thorne", "present", None),
        ("Joe Pike", "present", None),
    ]


def test_a_mark_means_what_its_column_is_headed() -> None:
    register = table(
        ["Name", "Position", "Present", "Apologies"],
        ["Ann Thorne", "Chair", "✓", ""],
        ["Joe Pike", "Warden", "", "✓"],
        ["Ivy Stokes", "", "x", ""],
        ["Maud Lisle", "", "", "x"],
        ["Una Fry", "", "✓", "✓"],
    )
    assert [each[:2] for each in marked("Meeting of the Ponds Board", register)] == [
        ("Ann Thorne", "present"),
        ("Joe Pike", "apologies"),
        ("Ivy Stokes", "present"),
        ("Maud Lisle", "apologies"),
    ]


def test_a_heading_beside_the_first_of_a_list_makes_no_register() -> None:
    listed = table(
        ["Present:", "Ann Thorne", "Patient Representative"],
        ["Joe Pike", "Practice Manager", ""],
        ["Ivy Stokes", "Patient Representative", ""],
        ["Maud Lisle", "Practice Nurse", ""],
    )
    assert marked(listed) == [
        ("Ann Thorne", "present", "Patient Representative"),
        ("Joe Pike", "present", "Practice Manager"),
        ("Ivy Stokes", "present", "Patient Representative"),
        ("Maud Lisle", "present", "Practice Nurse"),
    ]


def test_a_post_may_stand_behind_the_name_and_a_mark_may_tell_nothing() -> None:
    rows = table(
        ["Ann Thorne, Supervisor", "X"],
        ["Joe Pike, Treasurer", "X"],
        ["Ivy Stokes, Clerk", "X"],
        ["Tom Elm, Trustee", "A Public: 14 attendees"],
    )
    assert marked("Roll Call: Board Members Present", rows) == [
        ("Ann Thorne", "present", "Supervisor"),
        ("Joe Pike", "present", "Treasurer"),
        ("Ivy Stokes", "present", "Clerk"),
    ]
