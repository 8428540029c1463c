from __future__ import annotations

from datetime import date

import pytest

from pipeline.report.model import Column, Paper, Place, Report, Row, Section, Table, cited, in_words

PDF = "application/pdf"


def paper(**more: object) -> Paper:
    values = {
        "document_id": "d1",
        "name": "a.pdf",
        "kind": "minutes",
        "address": None,
        "original": "o/a.pdf",
        "media_type": PDF,
    }
    return Paper(**{**values, **more})  # type: ignore[arg-type]


def report(*tables: Table) -> Report:
    return Report("x", "X", (), "", (), (Section("S", tables[:1], (Section("T", tables[1:]),)),))


def test_a_row_must_fit_its_table() -> None:
    with pytest.raises(ValueError, match="1 cells, not 2"):
        Table("t", "T", (Column("a"), Column("b")), (Row(("x",)),))


def test_tables_named_alike_become_one_with_what_their_rows_share() -> None:
    columns = (Column("Name"), Column("Times", "number"))
    first = Table("t", "T1", columns, (Row(("x", 1)),), about=(("Day", date(2031, 3, 4)),))
    second = Table("t", "T2", columns, (Row(("y", 2)), Row(("z", 3))), about=(("Day", None),))
    (joined,) = report(first, second).tables().values()
    assert [column.name for column in joined.columns] == ["Day", "Name", "Times"]
    assert joined.columns[0].kind == "date"
    assert [row.cells for row in joined.rows] == [
        (date(2031, 3, 4), "x", 1),
        (None, "y", 2),
        (None, "z", 3),
    ]


def test_joined_tables_may_have_other_columns() -> None:
    first = Table("t", "T1", (Column("Name"), Column("4 Mar")), (Row(("x", "P")),))
    second = Table("t", "T2", (Column("Name"), Column("3 Jun")), (Row(("y", "A")),))
    (joined,) = report(first, second).tables().values()
    assert [column.name for column in joined.columns] == ["Name", "4 Mar", "3 Jun"]
    assert [row.cells for row in joined.rows] == [("x", "P", None), ("y", None, "A")]


def test_a_page_has_no_empty_columns_and_none_for_filtering() -> None:
    columns = (Column("A"), Column("B"), Column("C", data_only=True), Column("D"))
    table = Table("t", "T", columns, (Row((None, None, "c", 0)), Row((None, "", "c", 1))))
    assert [column.name for column in table.on_page().columns] == ["A", "D"]
    assert [row.cells for row in table.on_page().rows] == [(None, 0), (None, 1)]


@pytest.mark.parametrize(
    ("of", "page", "link"),
    [
        (paper(), 3, "o/a.pdf#page=3"),
        (paper(address="https://x.example/a.pdf#top"), 3, "https://x.example/a.pdf#page=3"),
        (paper(address="https://x.example/a"), None, "https://x.example/a"),
        (paper(address="https://x.example/a", media_type="text/html"), 2, "https://x.example/a"),
        (paper(original=None), 3, None),
    ],
)
def test_a_place_opens_at_its_page(of: Paper, page: int | None, link: str | None) -> None:
    assert Place(of, page).link == link


def test_papers_are_cited_once_each() -> None:
    places = (Place(paper(), 1), Place(paper(document_id="d2"), 1), Place(paper(), 2))
    rows = (Row(("x",), places), Row(("y",), places[:1]))
    found = cited(report(Table("t", "T", (Column("A"),), rows)))
    assert [each.document_id for each in found] == ["d1", "d2"]


def test_days_are_written_as_councils_do() -> None:
    assert in_words(date(2026, 6, 9)) == "9 June 2026"
