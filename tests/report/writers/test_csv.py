from __future__ import annotations

import csv as reader
import io

import pytest

from pipeline.errors import UsageError
from pipeline.report.model import Report
from pipeline.report.writers import csv
from tests.report import hostile


def lines(text: str) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(text)))


def test_the_main_table_is_written_with_its_places(plain) -> None:
    first, second = lines(csv.write(plain("recurring"), "times raised"))
    assert first["Meeting"] == "2031-03-04"
    assert first["As the paper words it"] == "Harbour Master to publish the tide tables"
    assert (first["Paper"], first["Page"]) == ("d-spring.pdf", "1")
    assert first["Address"].endswith(".pdf#page=1")
    assert second["Paper"] == "d-summer.pdf"


def test_another_table_can_be_named(plain) -> None:
    report = plain("attendance")
    assert "Ben Marsh" in csv.write(report, "records")
    with pytest.raises(UsageError, match=r"no table 'nothing'.*people, matrix, lists, records"):
        csv.write(report, "nothing")


@pytest.mark.parametrize("kind", ["recurring", "attendance", "meeting"])
def test_no_cell_runs_in_a_spreadsheet(hostile_reports: dict[str, Report], kind: str) -> None:
    report = hostile_reports[kind]
    for name in report.tables():
        for line in reader.reader(io.StringIO(csv.write(report, name))):
            for cell in line:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
                assert "\u202e" not in cell
    assert f"'{hostile.FORMULA}" in csv.write(report).replace('""', '"')
