"""Papers as a clerk makes them: a Word document, printed to PDF by LibreOffice."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from .blocks import (
    Block,
    Bullets,
    Grid,
    Heading,
    NewPage,
    Numbered,
    Pairs,
    Paper,
    Para,
    Section,
    Stamp,
)

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_PORTRAIT_CM, _LANDSCAPE_CM = 16.0, 25.7


def render_docx_pdf(paper: Paper, target: Path, workdir: Path) -> None:
    """Write the paper as a Word document and let LibreOffice make the PDF of it."""
    source = workdir / f"{target.stem}.docx"
    _document(paper).save(str(source))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{workdir}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target.parent),
            str(source),
        ],
        check=True,
        capture_output=True,
    )


def _document(paper: Paper) -> Any:
    document = Document()
    core = document.core_properties
    core.title, core.author = paper.title, "Democratic Services"
    core.created = core.modified = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(11)
    style.paragraph_format.space_after = Pt(8)
    for index, section in enumerate(paper.sections):
        page = document.sections[0] if index == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _page(page, section)
        width = _LANDSCAPE_CM if section.landscape else _PORTRAIT_CM
        for block in section.blocks:
            _add(document, block, width)
    return document


def _page(page: Any, section: Section) -> None:
    wide = section.landscape
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    page.left_margin = page.right_margin = Cm(2) if wide else Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2), Cm(2)
    page.footer.is_linked_to_previous = False
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if section.numbered:
        footer.add_run("Page ")
        _field(footer.add_run(), "PAGE")


def _field(run: Any, code: str) -> None:
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run.element.append(element)


def _paragraph(document: Any, text: str, *, bold: bool = False, align: str = "left") -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = _ALIGN[align]
    paragraph.add_run(text).bold = bold
    return paragraph


def _add(document: Any, block: Block, width: float) -> None:
    if isinstance(block, Heading):
        paragraph = _paragraph(document, block.text, bold=True, align=block.align)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(6)
        if block.large:
            paragraph.runs[0].font.size = Pt(16)
    elif isinstance(block, Para):
        _paragraph(document, block.text, bold=block.bold, align=block.align)
    elif isinstance(block, Stamp):
        _paragraph(document, block.text, bold=True, align="right")
    elif isinstance(block, NewPage):
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(item, style="List Bullet")
    elif isinstance(block, Numbered):
        for label, text in block.items:
            _numbered(document, label, text)
    elif isinstance(block, Pairs):
        _pairs(document, block, width)
    else:
        _grid(document, block, width)


def _numbered(document: Any, label: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(1)
    paragraph.paragraph_format.first_line_indent = Cm(-1)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1))
    paragraph.add_run(f"{label}\t{text}")


def _cell(cell: Any, text: str, *, bold: bool = False, size: float | None = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)


def _widths(table: Any, widths: list[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _pairs(document: Any, block: Pairs, width: float) -> None:
    table = document.add_table(rows=0, cols=2)
    for left, right in block.rows:
        cells = table.add_row().cells
        _cell(cells[0], left)
        _cell(cells[1], right)
    _widths(table, [width * block.left_share, width * (1 - block.left_share)])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _grid(document: Any, block: Grid, width: float) -> None:
    size = 10 if block.small else 10.5
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    if any(block.header):
        head = table.add_row()
        for cell, text in zip(head.cells, block.header, strict=True):
            _cell(cell, text, bold=True, size=size)
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        properties = head._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no other way in
        properties.append(repeat)
    _widths(table, [width * share for share in block.widths])
    for row in block.rows:
        cells = table.add_row().cells
        if row.span:
            _cell(cells[0].merge(cells[-1]), row.cells[0] or "", bold=row.bold, size=size)
            continue
        for index, content in enumerate(row.cells):
            if content is None:
                table.rows[-2].cells[index].merge(cells[index])
            else:
                _cell(cells[index], content, bold=row.bold, size=size)
    for row_element in table.rows:
        for cell, share in zip(row_element.cells, block.widths, strict=False):
            if cell.grid_span == 1:
                cell.width = Cm(width * share)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
