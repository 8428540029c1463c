from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from pipeline.report.model import Column, Report, Row, Section, Table
from pipeline.report.writers import xlsx
from tests.report import hostile

KINDS = ("recurring", "attendance", "meeting")


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(report)))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_a_workbook_runs(hostile_reports: dict[str, Report], kind: str) -> None:
    content = xlsx.write(hostile_reports[kind])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in parts.read(name)
                assert b"<f " not in parts.read(name)
    book = openpyxl.load_workbook(io.BytesIO(content))
    seen = set()
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    seen.add(cell.value)
                    assert not cell.value.startswith(("=", "+", "-", "@", "\t"))
                    assert "\u202e" not in cell.value
                if cell.hyperlink and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith(("https://x.example/", "archive\\"))
    assert hostile.SCRIPT in seen
    assert f"'{hostile.FORMULA}" in seen
    assert f"'{hostile.SUM}" in seen


def test_sheets_can_be_filtered_and_keep_their_heads_in_sight(plain) -> None:
    book = opened(plain("attendance"))
    assert book.sheetnames == ["About", "People", "Matrix", "Lists", "Records"]
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes in {"A2", "C2"}
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
    people = book["People"]
    assert [cell.value for cell in people[2]][1:10] == [
        "Councillor Ben Marsh",
        "member",
        2,
        1,
        1,
        1,
        0,
        0,
        50,
    ]


def test_days_are_days_text_wraps_and_rows_lead_to_their_pages(plain) -> None:
    sheet = opened(plain("recurring"))["Times raised"]
    head = {cell.value: cell.column - 1 for cell in sheet[1]}
    row = sheet[2]
    assert row[head["Meeting"]].value == datetime(2031, 3, 4)  # noqa: DTZ001 - Excel has no zones
    assert row[head["Meeting"]].number_format == "d mmm yyyy"
    assert row[head["As the paper words it"]].alignment.wrap_text
    assert row[head["Read from"]].value == "minutes, page 1"
    link = row[head["Read from"]].hyperlink
    # Excel's own way of writing a path; LibreOffice reads it too.
    assert link.target.startswith("archive\\originals\\")
    assert f"{link.target}#{link.location}".endswith(".pdf#page=1")
    assert row[head["Page"]].value == 1
    assert row[head["Words there"]].value == "Harbour Master to publish the tide tables"


def test_the_first_sheet_says_what_was_asked(plain) -> None:
    texts = {cell.value for line in opened(plain("recurring"))["About"] for cell in line}
    assert "Recurring actions: Harbour Improvement Board" in texts
    assert any("run 20311001T120000.000000Z" in str(text) for text in texts)
    assert "Actions: Business raised more than once (1 rows)" in texts


def test_the_same_report_gives_the_same_bytes(plain) -> None:
    assert xlsx.write(plain("meeting")) == xlsx.write(plain("meeting"))


def test_what_excel_cannot_hold_is_cut_or_told_otherwise() -> None:
    rows = (Row(("x" * 40_000, date(1899, 1, 1))),)
    columns = (Column("Text", wide=True), Column("Day", "date"))
    tables = (
        Table("a/b:c*d?e[f]g\\h and much longer than a sheet's name", "T", columns, rows),
        Table("About", "U", columns, rows),
    )
    book = opened(Report("x", "X", (), "", (), (Section("S", tables),)))
    assert len(book.sheetnames) == 3
    assert all(len(name) <= 31 for name in book.sheetnames)
    sheet = book.worksheets[1]
    assert len(str(sheet["A2"].value)) == 32_767
    assert sheet["B2"].value == "1899-01-01"
