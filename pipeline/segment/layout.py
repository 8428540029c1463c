"""The family of layouts that a paper belongs to: how it is set on the page, whoever published it.

Ten families, each told by code from the flow of the paper alone; the first that fits counts.
Extractors fail by layout much more than by council, so quality is reported by family.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Literal

from pipeline.document import Block, Document, Page, Paragraph, Part, PartKind, Table
from pipeline.segment.parts import is_attendance

Layout = Literal[
    "scan",
    "slides",
    "pack",
    "web page",
    "names in a table",
    "names run on",
    "names in lines",
    "agenda",
    "tables",
    "prose",
]

LAYOUTS: dict[Layout, str] = {
    "scan": "half of the pages or more have no text layer of their own",
    "slides": "pages with the proportions of a screen, 4:3 or 16:9",
    "web page": "a meeting's page of a publishing system, its items marked",
    "pack": "an agenda, and minutes or reports behind it",
    "names in a table": "minutes whose attendance stands in the cells of a table",
    "names run on": "minutes whose attendance runs on from name to name in a paragraph",
    "names in lines": "minutes whose attendance has each name on a line",
    "agenda": "a list of business to come, with nothing behind it",
    "tables": "half of the words or more stand in ruled tables: plans, logs, registers",
    "prose": "all else: reports, notices, notes, minutes without a list of names",
}
"""Every family, in the order that they are tried, and how it is told."""

_SCREENS = (4 / 3, 16 / 9)
_NAMES = re.compile(r"[,;]|\s(?:and|&)\s")
_AHEAD = 6
"""Blocks below the heading of a list in which its first names stand."""
_LINE = 60
"""Characters that one name with its post rarely exceeds."""


def layout_of(document: Document, parts: Sequence[Part]) -> Layout:
    """The layout family of a paper."""
    found = _of_pages(document.pages) or _of_parts({part.kind for part in parts})
    minutes = next((part for part in parts if part.kind == "minutes"), None)
    if found is None and minutes is not None:
        found = _attendance(minutes.preamble or minutes.flow)
    if found is None and any(part.kind == "agenda" for part in parts):
        found = "agenda"
    return found or ("tables" if _mostly_tables(document.flow) else "prose")


def _of_pages(pages: Sequence[Page]) -> Layout | None:
    """What the pages show before a word is read."""
    if pages and 2 * sum(page.problem is not None for page in pages) >= len(pages):
        return "scan"
    screens = sum(_is_screen(page.width, page.height) for page in pages)
    return "slides" if 2 * screens > len(pages) else None


def _of_parts(kinds: Set[PartKind]) -> Layout | None:
    """What the kinds of a paper's parts tell by themselves."""
    if "meeting_page" in kinds:
        return "web page"
    behind = kinds & {"minutes", "report", "forward_plan"}
    return "pack" if "agenda" in kinds and behind else None


def _is_screen(width: float, height: float) -> bool:
    return height > 0 and any(abs(width / height - screen) < 0.01 for screen in _SCREENS)


def _attendance(flow: Sequence[Block]) -> Layout | None:
    """How the list of those who came is set, by what follows its heading."""
    at = next((at for at, block in enumerate(flow[:60]) if is_attendance(block)), None)
    if at is None:
        return None
    head = flow[at]
    if isinstance(head, Table):
        return "names in a table" if head.ruled or _wide(head) else "names in lines"
    if _runs_on(head.text):
        return "names run on"
    lines = 0
    for block in flow[at + 1 : at + 1 + _AHEAD]:
        if isinstance(block, Table):
            return "names in a table"
        if _runs_on(block.text):
            return "names run on" if lines < 3 else "names in lines"
        lines += 1
    return "names in lines" if lines else None


def _runs_on(text: str) -> bool:
    return len(text) > _LINE and len(_NAMES.findall(text)) >= 2


def _wide(table: Table) -> bool:
    """Whether most rows of a table without lines fill more than one column."""
    filled = [sum(bool(cell.text) for cell in row.cells) for row in table.rows]
    return 2 * sum(n > 1 for n in filled) > len(filled)


def _mostly_tables(flow: Sequence[Block]) -> bool:
    tabled = prose = 0
    for block in flow:
        if isinstance(block, Paragraph):
            prose += len(block.text)
        elif block.ruled:
            tabled += sum(len(cell.text) for row in block.rows for cell in row.cells)
        else:
            prose += sum(len(cell.text) for row in block.rows for cell in row.cells)
    return tabled > 0 and tabled >= prose
