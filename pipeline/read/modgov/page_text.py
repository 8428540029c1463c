"""The flow of a meeting page's text, as its lines are read one after another."""

from __future__ import annotations

import re

from pipeline.document import Block, Paragraph, Passage, Style
from pipeline.lexicon import rule
from pipeline.read.markers import Nesting, split_marker
from pipeline.read.modgov import titles
from pipeline.read.run_lists import entries_of
from pipeline.read.wrapping import Folding, fold

HEADER = rule("pages", "items_head")
"""The head of the table of items."""
BAR = re.compile(r"(?P<number>[^\s|]{0,10})\s*\|[\s|]*")
"""A line that ends a row of the table, or ends the cell of an item's number."""
_LINK = 6
"""Words of a link, at most."""
_RESOLVED = re.compile(
    r"(RESOLVED|AGREED|DECIDED)(\s*[:–-]+)\s+(?=\(?(?:[ivx]+|\d+|[a-z])[.)]\s{2,}|[A-H][.:]\s+(?:That|To)\b)"
)


class PageText:
    """The blocks made so far."""

    def __init__(self, folding: Folding) -> None:
        self.flow: list[Block] = []
        self.problems: list[str] = []
        self.folding = folding
        self.number = ""
        self._nesting = Nesting()

    def add(self, text: str, style: Style = "", marker: str | None = None) -> None:
        """One paragraph; a note that the item was cut becomes a problem instead."""
        text, cut = titles.without_cut(text)
        if cut is not None:
            self.problems.append(titles.cut_problem(cut or self.number.rstrip(".")))
        text = fold(text)
        if not text and marker is None:
            return
        indent = 0.0
        if marker is None or style:
            self._nesting.reset()
        else:
            indent = self._nesting.indent(marker)
        self.flow.append(Paragraph(Passage(text), marker, indent, style))

    def prose(self, text: str) -> None:
        """A paragraph as it stands, its marker split off."""
        text = titles.without_tail(text)
        if titles.CHROME.fullmatch(text):
            return
        if found := _RESOLVED.match(text):
            self.add(found[1] + found[2])
            text = text[found.end() :]
        if titles.LABEL.fullmatch(text):
            self.add(text, "label")
            return
        for mark, piece in entries_of(text):
            marker, rest = (mark, piece) if mark else split_marker(piece)
            self.add(rest, "", marker)

    def item(self, title: str, number: str | None) -> None:
        """The heading of an item."""
        self.number = number or ""
        self.add(titles.without_tail(title), "item", number)

    def preamble(self, line: str, following: str = "") -> None:
        """A line above the items: the page's heading, the meeting's, or the venue."""
        bullet, bare = split_marker(line)
        if bullet is not None and not bullet.strip("().").isalnum():
            # Links to the page's neighbours and files, copied as a list; its heading may end it.
            if not titles.PAGE_KIND.fullmatch(bare):
                if len(titles.without_tail(bare).split()) > _LINK:
                    self.prose(line)
                return
            line = bare
        dated = titles.WEEKDAY_DATE.search(line)
        above = not dated and titles.WEEKDAY_DATE.match(following) and ":" not in line
        if titles.PAGE_KIND.fullmatch(line) or above or (dated and len(line) < 200):
            self.add(line, "heading")
        else:
            self.prose(line)
