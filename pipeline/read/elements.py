"""What a reader of a page sees of an element: its text, and the grid of a table."""

from __future__ import annotations

import re
from typing import Any

from pipeline.document import Cell, Passage, Row, Table
from pipeline.read.hyphens import word_set
from pipeline.read.wrapping import fold

Element = Any
"""An lxml element; lxml has no types of its own."""

_NO_TEXT = word_set(
    "script style noscript template iframe object embed svg canvas video audio map form button "
    "select option input textarea nav header footer aside head title link meta"
)
BLOCK = word_set(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section summary table tbody td tfoot th thead "
    "tr ul"
)
_FURNITURE = re.compile(
    r"\b(?:cookies?|cookie-?\w*|breadcrumbs?|skip-?(?:link|nav|to)\w*|side-?nav|nav-?bar|sidebar|"
    r"site-?(?:header|footer|nav)|mobile-menu\w*|sr-only|visually-?hidden|social-?\w*|"
    r"mgHide|mgFileSize|mgHelpLine|mgFooter|mgActionList|mgLinks)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(element: Element) -> bool:
    """Whether a reader of the page doesn't see `element`, or it is no part of the paper."""
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    role = element.get("role") or ""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return role in {"navigation", "banner", "contentinfo", "search"} or bool(
        _FURNITURE.search(named)
    )


def text_of(element: Element) -> str:
    """All visible text of `element` on one line, blocks and line breaks set apart by a blank."""
    parts: list[str] = []
    _gather(element, parts)
    return fold("".join(parts))


def _gather(element: Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if not is_hidden(child):
            apart = child.tag in BLOCK or child.tag == "br"
            parts.append(" " if apart else "")
            _gather(child, parts)
            parts.append(" " if apart else "")
        parts.append(child.tail or "")


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of a table's own rows, not those of tables inside it."""
    rows: list[list[Element]] = []
    for part in table:
        if part.tag == "tr":
            rows.append([c for c in part if c.tag in {"td", "th"}])
        elif part.tag in {"thead", "tbody", "tfoot"}:
            loose = [c for c in part if c.tag in {"td", "th"}]
            rows += [loose] if loose else []
            rows += [[c for c in row if c.tag in {"td", "th"}] for row in part if row.tag == "tr"]
    return [row for row in rows if row]


def grid(rows: list[list[Element]]) -> Table:
    """The grid that the cells make, spans over columns and rows counted."""
    held: dict[int, tuple[int, int]] = {}
    made: list[list[Cell]] = []
    width = 0
    for row in rows:
        cells: list[Cell] = []
        column = 0
        pending = list(row)
        while pending or any(c >= column for c in held):
            if column in held:
                left, span = held.pop(column)
                cells.append(Cell(Passage(""), column, span, above=True))
                if left > 1:
                    held[column - 10_000] = (left - 1, span)
                column += span
                continue
            if not pending:
                column += 1
                continue
            cell = pending.pop(0)
            span = _count(cell.get("colspan"))
            down = _count(cell.get("rowspan"))
            cells.append(Cell(Passage(text_of(cell)), column, span))
            if down > 1:
                held[column - 10_000] = (down - 1, span)
            column += span
        held = {c + 10_000 if c < 0 else c: kept for c, kept in held.items()}
        width = max(width, column)
        if any(cell.text for cell in cells):
            made.append(cells)
    filled = [_filled(cells, width) for cells in made]
    return Table(tuple(Row(tuple(cells)) for cells in filled), width)


def _filled(cells: list[Cell], width: int) -> list[Cell]:
    reach = max((c.column + c.span for c in cells), default=0)
    return cells + [Cell(Passage(""), column) for column in range(reach, width)]


def _count(printed: str | None) -> int:
    return min(int(printed), 100) if printed and printed.isdigit() and int(printed) else 1
