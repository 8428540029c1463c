"""HTML elements to paragraphs and tables, whatever page they stand on."""

from __future__ import annotations

import re

from pipeline.document import Block, Paragraph, Passage, Style
from pipeline.read.elements import BLOCK, Element, grid, is_hidden, rows_of, text_of
from pipeline.read.markers import INDENT, Nesting, split_marker
from pipeline.read.wrapping import fold

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARGIN = re.compile(r"margin-left\s*:\s*([\d.]+)\s*(pt|px|cm|in)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "in": 72.0}
_BREAK = "\x00"
"""Stands for a line break while text is gathered; no page holds it, the parser drops it."""
_END = re.compile(r"[.?!:;][\"'”’)]*$")


class Flow:
    """The blocks that a walk over elements makes; a page's own rules may subclass it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._nesting = Nesting()
        self._lists: list[tuple[str, int]] = []
        self._marker: str | None = None
        """The marker of the list entry that was opened and has no text yet."""

    def walk(self, element: Element) -> None:
        """Add what stands in `element`, in reading order."""
        self._text.append(element.text or "")
        for child in element:
            if not is_hidden(child):
                self.child(child)
            self._text.append(child.tail or "")

    def child(self, element: Element) -> None:
        """Add one visible element."""
        tag = element.tag
        if tag == "br":
            self._text.append(_BREAK)
        elif tag in _HEADINGS:
            self.close()
            self.add(text_of(element), "heading")
        elif tag == "table":
            self.close()
            self.table(element)
        elif tag in {"ul", "ol"}:
            self.close()
            start = element.get("start") or "1"
            self._lists.append((tag, int(start) if start.isdigit() else 1))
            self.walk(element)
            self.close()
            self._lists.pop()
        elif tag == "li":
            self.close()
            self._marker = self._next_marker()
            self.walk(element)
            self.close()
            self._marker = None
        elif tag in BLOCK:
            self.close()
            self.walk(element)
            self.close(indent=_margin(element))
        else:
            self.walk(element)

    def _next_marker(self) -> str:
        if not self._lists:
            return "•"
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        return "•" if kind == "ul" else f"{number}."

    def close(self, indent: float = 0.0) -> None:
        """End the paragraph that is open: what was gathered becomes blocks."""
        raw = "".join(self._text).replace("\xa0", " ")
        self._text.clear()
        for text in _lines(raw):
            own, rest = split_marker(text)
            marker, self._marker = self._marker, None
            depth = INDENT * max(len(self._lists) - 1, 0)
            if own is not None:
                self.add(rest, marker=own, indent=max(depth, indent))
            else:
                self.add(text, marker=marker, indent=depth)

    def add(
        self, text: str, style: Style = "", marker: str | None = None, indent: float = 0.0
    ) -> None:
        """One paragraph, unless it is empty."""
        text = fold(text)
        if not text:
            return
        before = self.blocks[-1] if self.blocks else None
        if (
            marker is None
            and not style
            and text[0].islower()
            and isinstance(before, Paragraph)
            and not before.style
            and len(before.text) > 60
            and not _END.search(before.text)
        ):
            # Pasted from a page that ended there: two elements hold one sentence.
            whole = Passage(f"{before.text} {text}")
            self.blocks[-1] = Paragraph(whole, before.marker, before.indent)
            return
        if marker is None or style:
            self._nesting.reset()
        elif not self._lists:
            indent = max(indent, self._nesting.indent(marker))
        self.blocks.append(Paragraph(Passage(text), marker, indent, style))

    def table(self, element: Element) -> None:
        """A table of data as a table; one that only lays out the page as what stands in it."""
        rows = rows_of(element)
        caption = next((c for c in element if c.tag == "caption"), None)
        if caption is not None and not is_hidden(caption):
            self.add(text_of(caption), "label")
        if not rows:
            return
        if any(cell.xpath(".//table") for row in rows for cell in row) or all(
            len(row) < 2 for row in rows
        ):
            for row in rows:
                for cell in row:
                    self.close()
                    self.walk(cell)
                    self.close()
            return
        made = grid(rows)
        if made.rows:
            self.blocks.append(made)


def _lines(raw: str) -> list[str]:
    """The lines that line breaks make; a line that goes on mid-sentence is joined."""
    out: list[str] = []
    for piece in raw.split(_BREAK):
        text = piece.replace("\n", " ").strip()
        if not text:
            continue
        if out and text[0].islower() and not _END.search(out[-1]) and split_marker(text)[0] is None:
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


def _margin(element: Element) -> float:
    found = _MARGIN.search(element.get("style") or "")
    return float(found[1]) * _POINTS[found[2].lower()] if found else 0.0
