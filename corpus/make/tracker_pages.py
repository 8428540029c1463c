"""Trackers laid out by each producer: what is painted, turned or left without lines."""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.graphics.shapes import Circle, Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from .trackers import AUTHORITY, BODY, COLOURS, Tracker

_STYLE = """
@page { size: A4 landscape; margin: 1.6cm; }
body { font: 10.5pt/1.3 Carlito, Calibri, sans-serif; -webkit-print-color-adjust: exact; }
h1 { font-size: 15pt; } h2 { font-size: 12pt; } table { border-collapse: collapse; }
td, th { border: 1px solid #555; padding: 3px 5px; text-align: left; vertical-align: top; }
th { background: #d9e2f3; vertical-align: bottom; }
th.turned span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
tr:nth-child(even) td { background: #f2f2f2; }
"""
_NARROW = {"reference", "lead_officers", "deadline", "colour"}
_SHARES = {"reference": 1, "milestone": 6, "action": 6, "comment": 6, "colour": 1.4}
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=22, spaceAfter=8)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9.5, leading=12)


def tracker_html(tracker: Tracker, target: Path, workdir: Path) -> None:
    """Print a plan with turned heads and painted cells by way of Chromium."""
    parts = [f"<h1>{escape(tracker.printed_title)}</h1>", f"<p>{escape(tracker.note)}</p>"]
    heads = "".join(
        f'<th class="{"turned" if field in _NARROW else ""}"><span>{escape(name)}</span></th>'
        for name, field in zip(tracker.head, tracker.fields, strict=True)
    )
    for theme, rows in tracker.groups:
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="background:{COLOURS[cell]}"></td>'
                if field == "colour"
                else f"<td>{escape(cell)}</td>"
                for cell, field in zip(row, tracker.fields, strict=True)
            )
            + "</tr>"
            for row in rows
        )
        parts.append(f"<h2>{escape(theme)}</h2><table><tr>{heads}</tr>{body}</table>")
    source = workdir / f"{target.stem}.html"
    title = escape(tracker.title)
    source.write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>",
        encoding="utf-8",
    )
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def tracker_docx(tracker: Tracker, target: Path, workdir: Path) -> None:
    """Print a log with painted cells by way of Word's format and LibreOffice."""
    document: Any = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for text in (AUTHORITY, BODY, tracker.printed_title):
        document.add_paragraph().add_run(text).bold = True
    for _, rows in tracker.groups:
        table = document.add_table(rows=1, cols=len(tracker.head), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, tracker.head, strict=True):
            _paint(cell, name, "#1f3864")
        for row in rows:
            cells = table.add_row().cells
            for cell, text, field in zip(cells, row, tracker.fields, strict=True):
                painted = field == "colour"
                _paint(cell, "" if painted else text, COLOURS[text] if painted else None)
    source = workdir / f"{target.stem}.docx"
    document.save(source)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(workdir)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    target.write_bytes(source.with_suffix(".pdf").read_bytes())


def _paint(cell: Any, text: str, colour: str | None) -> None:
    cell.text = text
    if colour:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), colour[1:].upper())
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  python-docx has no other way in


def tracker_reportlab(tracker: Tracker, target: Path, workdir: Path) -> None:
    """Lay out slides with traffic lights, or a plan without any lines, with ReportLab."""
    del workdir
    slides = tracker.look == "slides"
    size = (960, 540) if slides else landscape(A4)
    document = SimpleDocTemplate(
        str(target), pagesize=size, title=tracker.title, invariant=1, leftMargin=40, rightMargin=40
    )
    width = size[0] - 80
    story: list[Any] = []
    if not slides:
        story.append(Paragraph(tracker.printed_title, _TITLE))
    for index, (theme, rows) in enumerate(tracker.groups):
        if index:
            story.append(PageBreak())
        if slides and not index:
            story += [Paragraph(tracker.printed_title, _TITLE), PageBreak()]
        if theme:
            story.append(Paragraph(theme, _TITLE))
        story += [_table(tracker, rows, width, slides=slides), Spacer(1, 8)]
    document.build(story)


def _table(
    tracker: Tracker, rows: tuple[tuple[str, ...], ...], width: float, *, slides: bool
) -> Table:
    shares = [_SHARES.get(field, 2.4) for field in tracker.fields]
    cells: list[list[Any]] = [list(tracker.head)]
    for row in rows:
        made = zip(row, tracker.fields, strict=True)
        cells.append([_dot(t) if f == "colour" else Paragraph(t, _CELL) for t, f in made])
    style: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    if slides:
        style += [
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#156082")),
            ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
            ("INNERGRID", (0, 0), (-1, -1), 1, colors.white),
            (
                "ROWBACKGROUNDS",
                (0, 1),
                (-1, -1),
                [colors.HexColor("#ccd2d8"), colors.HexColor("#e7eaed")],
            ),
        ]
    unit = width / sum(shares)
    return Table(cells, colWidths=[unit * s for s in shares], repeatRows=1, style=style)


def _dot(word: str) -> Drawing:
    drawing = Drawing(16, 14)
    colour = colors.HexColor(COLOURS[word])
    drawing.add(Circle(8, 7, 6, fillColor=colour, strokeColor=None))
    return drawing
