"""Papers as a back-office system prints them: straight to PDF with ReportLab."""

from __future__ import annotations

from functools import singledispatch
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    ListItem,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from .blocks import Bullets, Grid, Heading, NewPage, Numbered, Pairs, Paper, Para, Stamp

_ALIGN = {"left": 0, "center": 1, "right": 2}
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=14.5, spaceAfter=7)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=10.5, leading=13, spaceAfter=0)
_SMALL = ParagraphStyle("small", parent=_CELL, fontSize=10, leading=12.4)
_PORTRAIT, _LANDSCAPE = A4[0] - 5 * cm, A4[1] - 3.4 * cm


def render_reportlab_pdf(paper: Paper, target: Path, workdir: Path) -> None:
    """Lay the paper out with platypus; `invariant` keeps clock and chance out of the file."""
    del workdir
    document = BaseDocTemplate(
        str(target), pagesize=A4, title=paper.title, author="Democratic Services", invariant=1
    )
    document.addPageTemplates(
        [_template("front", False, False), _template("upright", False), _template("wide", True)]
    )
    story: list[Any] = []
    for index, section in enumerate(paper.sections):
        name = "wide" if section.landscape else ("upright" if section.numbered else "front")
        if index:
            story += [NextPageTemplate(name), PageBreak()]
        elif section.numbered:
            document.pageTemplates.insert(0, document.pageTemplates.pop(1))
        width = _LANDSCAPE if section.landscape else _PORTRAIT
        for block in section.blocks:
            story += _flowables(block, width)
    document.build(story)


def _template(name: str, wide: bool, numbered: bool = True) -> PageTemplate:
    size = landscape(A4) if wide else A4
    side = 1.7 * cm if wide else 2.5 * cm
    frame = Frame(side, 2 * cm, size[0] - 2 * side, size[1] - 3.8 * cm, 0, 0, 0, 0)

    def foot(canvas: Any, document: Any) -> None:
        if numbered:
            canvas.setFont("Times-Roman", 10)
            canvas.drawCentredString(size[0] / 2, 1.1 * cm, f"Page {document.page}")

    return PageTemplate(id=name, frames=[frame], pagesize=size, onPage=foot)


def _text(text: str, style: ParagraphStyle, *, bold: bool = False) -> Paragraph:
    inner = escape(text).replace("\n", "<br/>")
    return Paragraph(f"<b>{inner}</b>" if bold else inner, style)


def _styled(align: str, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle("styled", parent=_BODY, alignment=_ALIGN[align], **changes)


@singledispatch
def _flowables(block: object, width: float) -> list[Any]:
    """A block as flowables; each kind of block has its own function below."""
    raise TypeError(f"no flowable {width} points wide for {block!r}")


@_flowables.register
def _(block: Heading, _width: float) -> list[Any]:
    size = {"fontSize": 17.0, "leading": 21.0} if block.large else {}
    style = _styled(block.align, spaceBefore=6, keepWithNext=1, **size)
    return [_text(block.text, style, bold=True)]


@_flowables.register
def _(block: Para, _width: float) -> list[Any]:
    if not block.text:
        return [Spacer(1, 8)]
    return [_text(block.text, _styled(block.align), bold=block.bold)]


@_flowables.register
def _(block: Stamp, _width: float) -> list[Any]:
    return [_text(block.text, _styled("right"), bold=True)]


@_flowables.register
def _(_block: NewPage, _width: float) -> list[Any]:
    return [PageBreak()]


@_flowables.register
def _(block: Bullets, _width: float) -> list[Any]:
    items = [ListItem(_text(item, _BODY), leftIndent=18) for item in block.items]
    return [ListFlowable(items, bulletType="bullet", start="\u2022", leftIndent=18)]


@_flowables.register
def _(block: Numbered, width: float) -> list[Any]:
    return [_columns(block.items, [1.1 * cm, width - 1.1 * cm], _BODY), Spacer(1, 6)]


@_flowables.register
def _(block: Pairs, width: float) -> list[Any]:
    widths = [width * block.left_share, width * (1 - block.left_share)]
    return [_columns(block.rows, widths, _CELL), Spacer(1, 6)]


@_flowables.register
def _(block: Grid, width: float) -> list[Any]:
    return [_grid(block, width), Spacer(1, 8)]


def _columns(
    rows: tuple[tuple[str, str], ...], widths: list[float], style: ParagraphStyle
) -> Table:
    plain = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    cells = [[_text(left, style), _text(right, style)] for left, right in rows]
    return Table(cells, colWidths=widths, style=plain)


def _grid(block: Grid, width: float) -> Table:
    style = _SMALL if block.small else _CELL
    headed = any(block.header)
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    cells: list[list[Any]] = []
    if headed:
        cells.append([_text(text, style, bold=True) for text in block.header])
        commands.append(("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey))
    for row in block.rows:
        line = len(cells)
        if row.span:
            commands.append(("SPAN", (0, line), (-1, line)))
            first = _text(row.cells[0] or "", style, bold=row.bold)
            cells.append([first, *[""] * (len(block.header) - 1)])
            continue
        cells.append(["" if t is None else _text(t, style, bold=row.bold) for t in row.cells])
    commands += _merges(block, 1 if headed else 0)
    return Table(
        cells,
        colWidths=[width * share for share in block.widths],
        repeatRows=1 if headed else 0,
        splitByRow=0 if block.small else 1,
        splitInRow=1 if block.small else 0,
        style=TableStyle(commands),
    )


def _merges(block: Grid, offset: int) -> list[tuple[Any, ...]]:
    """Spans for cells that belong to the cell above."""
    commands: list[tuple[Any, ...]] = []
    top = 0
    for index, row in enumerate(block.rows):
        if row.cells[0] is not None:
            top = index
        last = index + 1 == len(block.rows) or block.rows[index + 1].cells[0] is not None
        if last and index > top:
            commands.append(("SPAN", (0, top + offset), (0, index + offset)))
    return commands
