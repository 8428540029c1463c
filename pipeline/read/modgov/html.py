"""A ModernGov page of a meeting (ieListDocuments) or of one item (mgAi), from its HTML."""

from __future__ import annotations

import re

from pipeline.document import Style
from pipeline.errors import RestrictedPaperError
from pipeline.lexicon import rule
from pipeline.read.elements import Element, rows_of, text_of
from pipeline.read.markup import Flow
from pipeline.read.modgov import titles
from pipeline.read.wrapping import fold

_ITEM_OF = rule("pages", "item_of")
_CLOSED = rule("pages", "closed")
_SINGLE = rule("pages", "single")
"""'Agenda item', 'Issue - meetings', 'Decision details': the heading of such a page."""
_VIEW = rule("pages", "view")
"""Links to the system's other pages, which some skins set as text."""
_FLAG = re.compile(r"\bmg\w*(?:Restricted|Exempt|Confidential)\w*\b", re.IGNORECASE)
_META = rule("pages", "exempt_mark")


def meeting_table(root: Element) -> Element | None:
    """The table of a meeting page's items, or None."""
    found = root.xpath(
        "//table[@id='mgItemTable' or contains(concat(' ', @class, ' '), ' mgItemTable ')]"
    )
    return found[0] if found else None


def modgov_part(root: Element) -> Element | None:
    """The part of a page that ModernGov made, or None where another system made the page."""
    found = root.xpath("//*[@id='modgov' or @id='mgContent']") or root.xpath(
        "//*[contains(concat(' ', @class, ' '), ' mgContent ')]/.."
    )
    return found[0] if found else None


class PageFlow(Flow):
    """The blocks of a ModernGov page, and what could not be had of it."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self._number = ""

    def read(self, part: Element) -> None:
        """Add the whole page. Raises RestrictedPaperError where the page is exempt."""
        kind = _first(part, "mgMainTitleTxt")
        below = _first(part, "mgSubTitleTxt")
        # As in the text of such a page: its subtitle is what it is about, and no body's name.
        single = _SINGLE.match(kind) is not None
        if _is_closed(part, kind, below):
            raise RestrictedPaperError(
                "the page says that its content is exempt from publication: nothing of it is kept"
            )
        self.add(kind, "heading")
        if single:
            whole = part.xpath("string()")
            of = _ITEM_OF.search(whole)
            self._meeting_link(part)
            if below:
                self._number = of[1] if of else ""
                self.add(titles.without_tail(below), "item", of[1] if of else None)
        else:
            self.add(below, "heading")
        content = part.xpath(".//*[contains(concat(' ', @class, ' '), ' mgContent ')]")
        for each in content or [part]:
            self.walk(each)
            self.close()

    def child(self, element: Element) -> None:
        """Add one element; titles, labels and the table of items by what their classes say."""
        named = set((element.get("class") or "").split())
        if named & {"mgMainTitleTxt", "mgSubTitleTxt"}:
            return
        if "mgSubItemTitleTxt" in named:
            self.close()
            self.add(text_of(element), "label")
        elif element.tag == "table" and (
            element.get("id") == "mgItemTable" or "mgItemTable" in named
        ):
            self.close()
            self._items(element)
        else:
            super().child(element)

    def add(
        self, text: str, style: Style = "", marker: str | None = None, indent: float = 0.0
    ) -> None:
        """One paragraph; a note that the item was cut becomes a problem instead."""
        text, cut = titles.without_cut(fold(text))
        if cut is not None:
            self.problems.append(titles.cut_problem(cut or self._number))
        text = titles.without_tail(text)
        if _VIEW.match(text) or titles.CHROME.fullmatch(text):
            return
        if not style and titles.LABEL.fullmatch(text) and marker is None:
            style = "label"
        super().add(text, style, marker, indent)

    def _items(self, table: Element) -> None:
        for cells in rows_of(table):
            if all(cell.tag == "th" for cell in cells):
                continue
            number = text_of(cells[0]) if len(cells) > 1 else ""
            body = cells[-1]
            title = _title(body)
            self._number = number.rstrip(".")
            if _is_exempt(body):
                which = f"item {self._number}" if self._number else "an item"
                self.problems.append(
                    f"{which} is exempt from publication: its text was not kept; "
                    "nothing more can be had from the public page"
                )
                self.add(title or "Exempt item", "item", number or None)
                continue
            if title:
                self.add(title, "item", number or None)
            elif number:
                self.add(number)
            self._body(body)

    def _body(self, cell: Element) -> None:
        title = cell.xpath(".//*[contains(concat(' ', @class, ' '), ' mgAiTitleTxt ')]")
        for done in title[:1]:
            tail = done.tail
            done.getparent().remove(done)
            if tail and tail.strip():
                self._text.append(tail)
        self.walk(cell)
        self.close()

    def _meeting_link(self, part: Element) -> None:
        """An item's page names its meeting in a link: 'Meeting of Cabinet, 5 March (Item 3.)'."""
        for link in part.xpath(".//a"):
            text = text_of(link)
            if text.lower().startswith("meeting of ") and _ITEM_OF.search(text):
                self.add(text, "heading")
                return


def _first(part: Element, name: str) -> str:
    found = part.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return text_of(found[0]) if found else ""


def _title(cell: Element) -> str:
    return titles.without_tail(_first(cell, "mgAiTitleTxt"))


def _is_exempt(cell: Element) -> bool:
    """Whether a row holds an exempt item: the system's flag, or a paragraph that says so.

    A list of further documents may name restricted ones beside an open item, so it is left out.
    """
    for element in cell.iter():
        if not isinstance(element.tag, str):
            continue
        if any("mgBulletList" in (a.get("class") or "") for a in element.iterancestors("ul")):
            continue
        if _FLAG.search(element.get("class") or ""):
            return True
        if element.tag in {"p", "span", "strong", "b"} and _CLOSED.match(text_of(element)):
            return True
    return False


def _is_closed(part: Element, kind: str, below: str) -> bool:
    """Whether the page as a whole is exempt: its headings, or the first thing it says."""
    if _META.search(kind) or _CLOSED.match(below):
        return True
    if meeting_table(part) is not None:
        return False
    if any(_FLAG.search(e.get("class") or "") for e in part.iter() if isinstance(e.tag, str)):
        return True
    paragraphs = [text_of(p) for p in part.xpath(".//p")]
    return any(_CLOSED.match(text) for text in [p for p in paragraphs if p][:3])
