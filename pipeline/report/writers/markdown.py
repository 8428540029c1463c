"""A report as Markdown: text, tables and links; charts and pictures are in the other forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.harmless import as_xml
from pipeline.report.model import (
    Chart,
    Place,
    Report,
    Row,
    Section,
    Table,
    Value,
    cited,
    in_words,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!@])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def write(report: Report) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {text(report.title)}"
    yield ""
    for name, value in (*report.asked, ("Made from", report.made)):
        yield f"- {text(name)}: {text(value)}"
    yield ""
    yield "## In short"
    yield ""
    yield from (f"- {text(line)}" for line in report.summary)
    yield ""
    for section in report.sections:
        yield from _section(section, 2)
    yield "## Papers cited"
    yield ""
    for paper in cited(report):
        name = text(paper.name)
        linked = f"[{name}]({_address(paper.link)})" if paper.link else name
        yield f"- {linked} ({text(paper.kind)}, {text(paper.document_id)})"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {text(section.title)}"
    yield ""
    for block in section.blocks:
        if isinstance(block, Table):
            if not block.data_only:
                yield from _table(block.on_page())
        elif isinstance(block, Chart):
            continue  # its table says the same
        else:
            yield text(block.text)
            yield ""
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _table(table: Table) -> Iterator[str]:
    yield f"**{text(table.title)}**"
    yield ""
    if not table.rows:
        yield text(table.empty)
        yield ""
        return
    places = any(row.places for row in table.rows)
    names = [*(column.name for column in table.columns), *(["Read from"] if places else [])]
    yield _row(text(name) for name in names)
    rules = ["---:" if column.kind == "number" else "---" for column in table.columns]
    yield _row([*rules, *(["---"] if places else [])])
    for row in table.rows:
        yield _row([*map(_cell, row.cells), *([_places(row)] if places else [])])
    yield ""


def _row(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _places(row: Row) -> str:
    return "; ".join(_link(place) for place in row.places)


def _link(place: Place) -> str:
    return f"[{text(place.label)}]({_address(place.link)})" if place.link else text(place.label)


def _address(link: str | None) -> str:
    plain = re.sub(r"[<>\s]", "", link or "")
    return f"<{plain}>"


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case date():
            return in_words(value)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:g}"
        case _:
            return text(str(value))


def text(words: str) -> str:
    """Printed words as Markdown text: on one line, and without meaning as markup."""
    one_line = " ".join(as_xml(words).split())
    return _LINE_START.sub(_escaped, _SPECIAL.sub(r"\\\1", one_line))


def _escaped(start: re.Match[str]) -> str:
    mark = start[2]
    return f"{start[1]}{mark[:-1]}\\{mark[-1]}"
