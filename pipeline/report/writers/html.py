"""A report as one HTML file: no script, nothing fetched, and fit to be printed."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import count
from textwrap import shorten

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from pipeline.harmless import as_xml
from pipeline.report.cutouts import NONE, SCALE, CutOuts, pictured
from pipeline.report.model import Chart, Report, Row, Section, Table, Value, cited

MATRIX_COLUMNS = 12
"""Meetings of one matrix that fit beside the names on A4."""
ALT = 600
"""Characters of a picture's text alternative; the paper itself has the rest."""
FEW = 2
"""Links that stand in a cell; more are folded away."""
_LONG = re.compile(r"\S{32}")


@dataclass(frozen=True)
class _Picture:
    address: str
    width: int
    height: int
    points: int
    """Width in PDF points: on paper it is no larger than in print."""
    alt: str
    label: str


def write(report: Report, pictures: CutOuts = NONE) -> str:
    """The whole file as text."""
    numbers = count(1)
    return _template().render(
        report=report,
        style=Markup(_file("report.css")),  # noqa: S704 - our own file
        papers=cited(report),
        picture=lambda row: _picture(row, pictures),
        failed=[
            (paper, pictures.failed[paper.document_id])
            for paper in cited(report)
            if paper.document_id in pictures.failed
        ],
        left_out=pictures.left_out,
        number=lambda: next(numbers),
        headed=_contents(report),
        is_table=lambda block: isinstance(block, Table),
        is_chart=lambda block: isinstance(block, Chart),
        svg=lambda chart: Markup(chart.svg),  # noqa: S704 - drawn by us, its texts escaped
        parts=_parts,
        folded=lambda table: any(len(row.places) > FEW for row in table.rows),
        few=FEW,
    )


def _parts(table: Table) -> Sequence[Table]:
    """The table, or a matrix in pieces that are narrow enough to print."""
    table = table.on_page()
    first, more = table.columns[:2], table.columns[2:]
    if not table.matrix or len(more) <= MATRIX_COLUMNS:
        return [table]
    pieces = -(-len(more) // MATRIX_COLUMNS)
    size = -(-len(more) // pieces)
    return [
        replace(
            table,
            title=f"{table.title}: {more[at].name} to {more[min(at + size, len(more)) - 1].name}",
            columns=(*first, *more[at : at + size]),
            rows=tuple(
                replace(row, cells=(*row.cells[:2], *row.cells[2 + at : 2 + at + size]))
                for row in table.rows
            ),
        )
        for at in range(0, len(more), size)
    ]


def _picture(row: Row, pictures: CutOuts) -> _Picture | None:
    place = pictured(row.places)
    found = pictures.of(place) if place else None
    if place is None or found is None:
        return None
    words = shorten(as_xml(place.quote), ALT, placeholder=" …") or f"Part of {place.label}"
    address = "data:image/png;base64," + b64encode(found.png).decode("ascii")
    points = round(found.width / SCALE)
    return _Picture(address, found.width, found.height, points, words, place.label)


def _contents(report: Report) -> list[tuple[Section, str]]:
    """The sections of the first level with their anchors."""
    return [
        (section, section.name or f"section-{number}")
        for number, section in enumerate(report.sections, start=1)
    ]


def _shown(value: Value) -> str | Markup:
    """A cell's value for a page; what a paper printed is escaped."""
    match value:
        case None:
            return ""
        case date():
            return Markup('<time datetime="{}">{} {} {}</time>').format(
                value.isoformat(), value.day, f"{value:%b}", value.year
            )
        case int():
            return f"{value:,}"
        case float():
            return f"{value:g}"
        case _:
            return _breakable(as_xml(str(value)))


def _breakable(text: str) -> str | Markup:
    """The text, with places to break in words that would make their column too wide."""
    if not _LONG.search(text):
        return text
    pieces = re.split(r"(\S{24})(?=\S{8})", text)
    return Markup("<wbr>").join(piece for piece in pieces if piece)


@cache
def _template() -> Template:
    environment = Environment(
        loader=BaseLoader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = _shown
    environment.filters["clean"] = as_xml
    return environment.from_string(_file("report.html.jinja"))


def _file(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")
