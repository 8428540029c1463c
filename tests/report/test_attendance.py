from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Note, Report, Scope
from tests.report.conftest import made
from tests.report.hostile import keep
from tests.store.invented import Invented, blank_pdf, invented


def rows(report: Report, name: str) -> list[tuple[object, ...]]:
    return [row.cells for row in report.tables()[name].rows]


def test_each_person_is_counted(plain) -> None:
    report = plain("attendance")
    assert [c.name for c in report.tables()["people"].columns][1:] == [
        "Name",
        "As",
        "Meetings listed",
        "Attended",
        "Late",
        "Apologies",
        "Absent",
        "As substitute",
        "Attendance %",
    ]
    assert [cells[1:] for cells in rows(report, "people")] == [
        ("Councillor Ben Marsh", "member", 2, 1, 1, 1, 0, 0, 50),
        ("Councillor Ada Quill", "member", 2, 2, 0, 0, 0, 0, 100),
        ("Cleo Tarn", "officer", 2, 2, 0, 0, 0, 0, None),
    ]
    assert "members came to 75% of them; lowest: Councillor Ben Marsh, 50%" in report.summary[0]


def test_the_matrix_has_a_mark_for_each_meeting(plain) -> None:
    (table,) = [t for n, t in plain("attendance").tables().items() if n == "matrix"]
    assert [column.name for column in table.columns[3:]] == ["4 Mar 2031", "3 Jun 2031"]
    assert [row.cells[3:] for row in table.rows] == [("A", "L"), ("P", "P"), ("P", "P")]
    assert all(column.to for column in table.columns[3:])


def test_meetings_without_a_list_are_named_and_the_scope_holds(plain) -> None:
    notes = [b.text for b in plain("attendance").blocks() if hasattr(b, "text")]
    assert "No paper held lists who came on 9 September 2031." in notes
    spring = plain("attendance", Scope(until=date(2031, 3, 31)))
    assert [cells[3] for cells in rows(spring, "people")] == [1, 1, 1]


def test_each_list_is_cited_with_all_its_lines(plain) -> None:
    table = plain("attendance").tables()["lists"]
    assert [row.cells[1:] for row in table.rows] == [
        (date(2031, 3, 4), "minutes", 2, 1, 0),
        (date(2031, 6, 3), "minutes", 3, 0, 0),
    ]
    assert [row.places[0].page for row in table.rows] == [1, 1]
    assert table.rows[0].places[0].quote == "Ada Quill; B Marsh; Cleo Tarn"


def substitutes() -> Invented:
    it = invented()
    it.rows["attendance"] = []
    it.rows["evidence"] = [r for r in it.rows["evidence"] if r["fact_table"] != "attendance"]
    for document_id, meeting_id, name, status, instead in [
        ("d-spring", "m-spring", "Ann Ox", "apologies", None),
        ("d-spring", "m-spring", "Bo Elm", "present", "Ann Ox"),
        ("d-spring", "m-spring", "Cy Oak", "present", None),
        ("d-spring", "m-spring", "Cy Oak", "apologies", None),
        ("d-summer", "m-summer", "Ann Ox", "present", None),
        ("d-summer", "m-summer", "Cy Oak", "absent", None),
    ]:
        it.fact(
            "attendance",
            document_id,
            meeting_id,
            name,
            person_id=None,
            name=name,
            printed=name,
            grouping="member",
            status=status,
            substitute_for=instead,
            chair=False,
        )
    return it


def test_substitutes_have_no_rate_and_two_marks_are_shown(tmp_path: Path) -> None:
    report = made(keep(tmp_path / "archive", substitutes()), "attendance")
    assert [cells[1:] for cells in rows(report, "people")] == [
        ("Cy Oak", "member", 2, 1, 0, 0, 1, 0, 50),
        ("Ann Ox", "member", 2, 1, 0, 1, 0, 0, 50),
        ("Bo Elm", "substitute", 1, 1, 0, 0, 0, 1, None),
    ]
    assert [cells[3:] for cells in rows(report, "matrix")] == [("P/A", "X"), ("A", "P"), ("S", "")]
    assert report.tables()["records"].rows[1].cells[-1] == "Ann Ox"


def test_a_list_of_apologies_alone_counts_for_no_rate(tmp_path: Path) -> None:
    it = substitutes()
    for line in it.rows["attendance"]:
        if line["meeting_id"] == "m-summer":
            line["status"] = "apologies"
    report = made(keep(tmp_path / "archive", it), "attendance")
    rates = {cells[1]: cells[-1] for cells in rows(report, "people")}
    assert rates == {"Cy Oak": 100, "Ann Ox": 0, "Bo Elm": None}, "of the spring meeting alone"
    notes = [block.text for block in report.blocks() if isinstance(block, Note)]
    assert any("on 3 June 2031 the papers held don't list who was present" in n for n in notes)


def test_too_many_bodies_are_a_usage_error(tmp_path: Path) -> None:
    it = Invented()
    for number in range(21):
        it.add(
            "meetings", meeting_id=f"m{number}", body=f"Board {number}", held_on=date(2031, 3, 4)
        )
    it.document("d", "minutes", blank_pdf(1), {"m0": ("minutes", 1)})
    archive = keep(tmp_path / "archive", it)
    with pytest.raises(UsageError, match="21 bodies; name one with --body"):
        made(archive, "attendance")
    assert made(archive, "attendance", Scope("Board 7")).summary
