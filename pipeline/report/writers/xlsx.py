"""A report as an Excel workbook: a sheet about it, and one per table."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from pipeline.harmless import as_cell, as_xml
from pipeline.report.model import Kind, Place, Report, Table, Value

MOST_ROWS = 1_048_575
"""Rows below the header of a sheet: https://support.microsoft.com/office/1672b34d."""
MOST_TEXT = 32_767
"""Characters of a cell."""
MOST_LINK = 2_000
"""Characters of an address; Excel takes 2,079."""
MOST_LINKS = 65_000
"""Addresses of a sheet; Excel takes 65,530."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDTHS = {"date": (12, 12), "number": (7, 11), "mark": (5, 5), "text": (8, 28)}
"""Least and greatest width of a column, in characters."""
_WIDE = (20, 55)
_PLACES = (("Read from", 26.0), ("Paper", 28.0), ("Page", 7.0), ("Words there", 60.0))
"""The last columns and their widths in characters; only the first is printed."""
_LINE = 13.5
"""Points of a line of text. Heights are set: not every program fits them to wrapped text."""
_HIGHEST = 400.0
"""Points; Excel takes 409."""


def write(report: Report) -> bytes:
    """The workbook's bytes: the same for the same report."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "d mmm yyyy",
    }
    with xlsxwriter.Workbook(target, options) as book:
        made = (report.as_of or datetime(2000, 1, 1, tzinfo=UTC)).replace(tzinfo=None)
        book.set_properties({"title": _plain(report.title), "created": made})
        _Sheets(book).write(report)
    return target.getvalue()


class _Sheets:
    """The sheets of one workbook, and the formats that they share."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        top = {"valign": "top", "font_name": "Arial", "font_size": 10}
        self._text = book.add_format({**top, "text_wrap": True})
        self._number = book.add_format(
            {**top, "num_format": "#,##0", "align": "right", "indent": 1}
        )
        self._date = book.add_format({**top, "num_format": "d mmm yyyy", "align": "left"})
        self._mark = book.add_format({**top, "align": "center"})
        self._link = book.add_format(
            {**top, "text_wrap": True, "font_color": "#1d5a94", "underline": 1}
        )
        self._head = book.add_format(
            {**top, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#dfe7ee"}
        )
        head = {**top, "bold": True, "bottom": 2, "bg_color": "#dfe7ee"}
        self._heads = {
            "mark": book.add_format({**head, "rotation": 90}),
            "number": book.add_format({**head, "text_wrap": True, "align": "right", "indent": 1}),
        }
        self._title = book.add_format({**top, "bold": True, "font_size": 16, "text_wrap": True})
        self._bold = book.add_format({**top, "bold": True})

    def write(self, report: Report) -> None:
        """The sheet about the report, then its tables."""
        tables = report.tables()
        names = _sheet_names(tables)
        self._about(report, names, tables)
        for name, table in tables.items():
            self._table(self._book.add_worksheet(names[name]), table)

    def _about(self, report: Report, names: dict[str, str], tables: dict[str, Table]) -> None:
        sheet = self._book.add_worksheet("About")
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 24, self._text)
        sheet.set_column(1, 1, 90, self._text)
        # Over both columns, so that a long name of a body wraps.
        sheet.merge_range(0, 0, 0, 1, "", self._title)
        sheet.write_string(0, 0, _plain(report.title), self._title)
        sheet.set_row(0, 1.6 * _height([(report.title, 70)]))
        line = 2
        for name, value in (*report.asked, ("Made from", report.made)):
            sheet.write_string(line, 0, _plain(name), self._bold)
            sheet.write_string(line, 1, _plain(value), self._text)
            sheet.set_row(line, _height([(value, 90)]))
            line += 1
        line += 1
        sheet.write_string(line, 0, "In short", self._bold)
        for said in report.summary:
            sheet.write_string(line, 1, _plain(said), self._text)
            sheet.set_row(line, _height([(said, 90)]))
            line += 1
        line += 1
        sheet.write_string(line, 0, "Sheets", self._bold)
        for name, table in tables.items():
            label = f"{names[name]}: {table.title} ({len(table.rows):,} rows)"
            sheet.write_url(line, 1, f"internal:'{names[name]}'!A1", self._link, _plain(label))
            line += 1
        line += 1
        sheet.set_row(line, 3 * _LINE)
        sheet.write_string(
            line,
            1,
            "Read from the papers by program: check a value against its page before you rely on "
            "it. Links to copies in the archive folder work while both stay where they are.",
            self._text,
        )
        self._for_print(sheet, landscape=False)

    def _table(self, sheet: Worksheet, table: Table) -> None:
        columns = table.columns
        widths = [_width(table, at) for at in range(len(columns))]
        cited = any(row.places for row in table.rows)
        if table.matrix:
            sheet.set_row(0, 75)
        else:
            sheet.set_row(
                0, _height([(c.name, w - 3) for c, w in zip(columns, widths, strict=True)])
            )
        for at, (column, width) in enumerate(zip(columns, widths, strict=True)):
            form = self._heads.get(column.kind, self._head)
            sheet.write_string(0, at, _plain(column.name), form)
            sheet.set_column(at, at, width)
        for at, (name, width) in enumerate(_PLACES if cited else (), start=len(columns)):
            sheet.write_string(0, at, name, self._head)
            sheet.set_column(at, at, width)
        rows = table.rows[:MOST_ROWS]
        links = 0
        for number, row in enumerate(rows, start=1):
            texts = [
                (str(value), width)
                for value, width in zip(row.cells, widths, strict=True)
                if isinstance(value, str)
            ]
            quote = [(place.quote, _PLACES[3][1]) for place in row.places[:1]]
            sheet.set_row(number, _height([*texts, *quote]))
            for at, value in enumerate(row.cells):
                self._cell(sheet, number, at, value, columns[at].kind)
            if cited and row.places:
                fits = links < MOST_LINKS
                links += self._place(sheet, number, len(columns), row.places, link=fits)
        sheet.freeze_panes(1, 2 if table.matrix else 0)
        last = len(columns) - 1
        sheet.autofilter(0, 0, max(1, len(rows)), last + len(_PLACES) * cited)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, max(1, len(rows)), last + cited)
        self._for_print(sheet, landscape=True)

    def _for_print(self, sheet: Worksheet, *, landscape: bool) -> None:
        sheet.set_paper(9)  # A4
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.set_footer("&L&A&RPage &P of &N")

    def _cell(self, sheet: Worksheet, line: int, at: int, value: Value, kind: Kind) -> None:
        match value:
            case None:
                return
            case date() if value.year >= 1900:  # Excel knows no earlier day
                sheet.write_datetime(line, at, value, self._date)
            case int() | float():
                sheet.write_number(line, at, value, self._number)
            case _:
                form = self._mark if kind == "mark" else self._text
                sheet.write_string(line, at, _plain(str(value)), form)

    def _place(
        self, sheet: Worksheet, line: int, at: int, places: Sequence[Place], *, link: bool
    ) -> bool:
        """Write where a row was read from; whether an address was written."""
        first = places[0]
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        label = _plain(first.label + more)[:255]
        sheet.write_string(line, at + 1, _plain(first.paper.name), self._text)
        if first.page is not None:
            sheet.write_number(line, at + 2, first.page, self._number)
        if first.quote:
            sheet.write_string(line, at + 3, _plain(first.quote), self._text)
        address = _address(first)
        if link and address:
            return bool(sheet.write_url(line, at, address, self._link, label) == 0)
        sheet.write_string(line, at, label, self._text)
        return False


def _width(table: Table, at: int) -> float:
    """The width of a column: what its texts need, within what its kind allows."""
    column = table.columns[at]
    least, most = _WIDE if column.wide else _WIDTHS[column.kind]
    texts = (str(row.cells[at]) for row in table.rows if isinstance(row.cells[at], str))
    longest = max((len(word) for word in column.name.split()), default=0) + 3
    longest = max(longest, max((len(text) for text in texts), default=0) + 2)
    return float(min(most, max(least, longest)))


def _height(cells: Iterable[tuple[str, float]]) -> float:
    """Points that texts need in columns of so many characters."""
    lines = max(
        (
            sum(max(1, -(-len(line) // max(1, int(width * 0.95)))) for line in text.split("\n"))
            for text, width in cells
        ),
        default=1,
    )
    return min(_HIGHEST, 2 + _LINE * lines)


def _address(place: Place) -> str | None:
    """The address as XlsxWriter wants it; None where Excel would not take it."""
    link = place.link
    if link is None or len(link) > MOST_LINK:
        return None
    return link if place.paper.address else f"external:{link}"


def _plain(text: str) -> str:
    """Text for a cell: it never runs, it fits, and XML can hold it."""
    return as_xml(as_cell(text.replace("\r\n", "\n").replace("\r", "\n")))[:MOST_TEXT]


def _sheet_names(names: Iterable[str]) -> dict[str, str]:
    """A sheet name for each table: at most 31 characters, none that Excel forbids, no two alike."""
    found: dict[str, str] = {}
    for name in names:
        plain = _FORBIDDEN.sub(" ", as_xml(name)).strip()[:28].capitalize() or "Table"
        taken = {each.lower() for each in found.values()} | {"about"}
        tried = (plain, *(f"{plain} {number}" for number in range(2, 100)))
        found[name] = next(each for each in tried if each.lower() not in taken)
    return found
