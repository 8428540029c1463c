"""The page of one meeting: what papers it lists, which of them are public, and of which meeting.

The system's own shape: a title and a subtitle ('Body - Thursday 15 January 2026 7:30 pm'), a list
of the papers of the whole meeting, and a table of items, each with its papers and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.fetch.modgov.addresses import absolute, is_within, named
from pipeline.fetch.modgov.dates import dates_in, first_date
from pipeline.fetch.modgov.markup import Element, classed, parse, system_part, text
from pipeline.fetch.modgov.records import LayoutError, Link, MeetingPage, Role
from pipeline.fetch.modgov.restricted import mark_refuses, section, title_refuses
from pipeline.lexicon import rule

_MINUTES = rule("site", "minutes")
_CUT = rule("pages", "cut")
_FORMS: dict[str, Role] = {"0": "agenda", "1": "minutes", "2": "decisions", "10": "pack"}
"""What the number after a paper that the site puts together stands for."""
_BY_NAME: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"\bminutes\b", re.IGNORECASE), "minutes"),
    (re.compile(r"\bdecisions?\b", re.IGNORECASE), "decisions"),
    (re.compile(r"\b(?:supplement|late material|addendum|to follow)", re.IGNORECASE), "supplement"),
    (re.compile(r"\bpack\b", re.IGNORECASE), "pack"),
    (re.compile(r"\bagenda\b", re.IGNORECASE), "agenda"),
)
_SUBTITLE = re.compile(
    r"^(?P<body>.*?)\s*[-–,]?\s*(?:on\s+)?(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
_CANCELLED = re.compile(r"\bcancel+ed\b", re.IGNORECASE)


def meeting_page(data: bytes, url: str, base: str) -> MeetingPage:
    """What the page of a meeting lists.

    Raises LayoutError where the page is none of the system's, or doesn't name its meeting.
    """
    root = system_part(parse(data))
    below = classed(root, "mgSubTitleTxt")
    if not classed(root, "mgMainTitleTxt") or not below:
        raise LayoutError("the meeting's page is not laid out as ModernGov lays it out")
    subtitle = text(below[0])
    held = first_date(subtitle)
    body = _SUBTITLE.match(subtitle)
    if held is None or body is None or not body["body"]:
        raise LayoutError("the meeting's page doesn't name its body and date")
    tables = classed(root, "mgItemTable", "table")
    cancelled = bool(_CANCELLED.search(subtitle[body.end() :]))
    if not tables and not classed(root, "mgContent"):
        raise LayoutError("the meeting's page has no part that lists papers")
    reader = _Reader(url, base, held)
    for box in classed(root, "mgLinks"):
        reader.whole(box)
    for table in tables:
        reader.items(table)
    return MeetingPage(
        body=body["body"],
        held_on=held,
        cancelled=cancelled,
        has_items=bool(tables),
        links=tuple(reader.links.values()),
        further=tuple(reader.further),
    )


def pack_choice(data: bytes, url: str, base: str, held: date) -> tuple[Link, ...]:
    """The papers of a whole meeting that the page offering packs lists. Raises LayoutError."""
    root = system_part(parse(data))
    reader = _Reader(url, base, held)
    reader.whole(root)
    if not reader.links:
        raise LayoutError("the page that offers the packs lists none")
    return tuple(reader.links.values())


class _Reader:
    def __init__(self, url: str, base: str, held: date) -> None:
        self.links: dict[str, Link] = {}
        self.further: dict[str, None] = {}
        self._url = url
        self._base = base
        self._held = held

    def whole(self, box: Element) -> None:
        """The papers of the whole meeting."""
        for link in box.iter("a"):
            address = self._address(link)
            if address is None:
                continue
            name = named(address)
            title = text(link) or (link.get("title") or "")
            refused = self._beside(link) or title_refuses(title)
            if name.kind == "pack_choice" and not refused:
                self.further[address] = None
            elif name.kind == "attendance" and name.key:
                self._add(Link(key=name.key, url=address, role="attendance", title=title,
                               held_on=self._held, restricted=refused))  # fmt: skip
            elif name.kind == "document" and name.key:
                # The name of the file holds the date of the meeting it was put together for, and
                # that may be the meeting before the one on whose page it hangs.
                own = first_date(address.replace("%20", " ")) or self._held
                role = _FORMS.get(name.form or "") or _role(title)
                self._add(Link(key=name.key, url=address, role=role, title=title,
                               held_on=own, label=_label(link), restricted=refused))  # fmt: skip

    def items(self, table: Element) -> None:
        """The papers of each item, in the order of the agenda."""
        closed = False
        for row in table.iter("tr"):
            cells = row.findall("td")
            if len(cells) < 2:
                continue
            number, cell = text(cells[0]).rstrip("."), cells[-1]
            title = next((text(p) for p in classed(cell, "mgAiTitleTxt")), "")
            if not number:
                told = section(title)
                closed = closed if told is None else told
            refused = "it stands in a part of the agenda that is not public" if closed else None
            for link in self._of_item(cell, number or None, title, refused):
                self._add(link)

    def _of_item(
        self, cell: Element, number: str | None, title: str, refused: str | None
    ) -> Iterator[Link]:
        refused = refused or title_refuses(title) or self._row_flag(cell)
        said = " ".join(text(p) for p in classed(cell, "mgWordPara")[:1])
        for link in cell.iter("a"):
            address = self._address(link)
            name = named(address) if address else None
            if address is None or name is None or not name.key:
                continue
            own = text(link) or (link.get("title") or "")
            why = refused or self._beside(link) or title_refuses(own)
            if name.kind == "document":
                main = bool(link.xpath("ancestor::*[contains(@class, 'mgAiTitleTxt')]"))
                about = f"{title} {said}" if main else ""
                role: Role = "report" if main else "appendix"
                day: date | None = self._held
                past = minutes_day(own, about, self._held)
                if past is not None:
                    role, day = "other_minutes", past[0]
                yield Link(key=name.key, url=address, role=role, title=own, item=number,
                           held_on=day, label=_label(link), restricted=why)  # fmt: skip
            elif name.kind in {"item_page", "issue_page"} and _CUT.search(text(link)):
                yield Link(key=name.key, url=address, role="item_page", title=title, item=number,
                           held_on=self._held, restricted=why)  # fmt: skip
            elif name.kind == "reasons" and _is_alone(link):
                yield Link(key=name.key, url=address, role="appendix", title=_entry(link),
                           item=number, held_on=self._held,
                           restricted="the page gives reasons why it is restricted")  # fmt: skip
            elif name.kind == "decision_notice":
                yield Link(key=name.key, url=address, role="decision_notice", title=title,
                           item=number, held_on=self._held, restricted=why)  # fmt: skip

    def _row_flag(self, cell: Element) -> str | None:
        """Why the whole item is not public: a flag outside its lists of further papers."""
        for element in cell.iter():
            if isinstance(element.tag, str) and not element.xpath("ancestor-or-self::ul"):
                why = mark_refuses(element, within=False)
                if why:
                    return why
        return None

    def _beside(self, link: Element) -> str | None:
        """Why one paper is not public: what stands with its link in one entry of a list."""
        entry = next(link.iterancestors("li", "p"), None)
        if entry is None:
            return None
        return mark_refuses(entry) or title_refuses(text(entry))

    def _address(self, link: Element) -> str | None:
        address = absolute(self._url, link.get("href") or "")
        return address if address and is_within(address, self._base) else None

    def _add(self, link: Link) -> None:
        """Keep a paper once; what refuses it in one place refuses it in all."""
        before = self.links.get(link.key)
        if before is None or (link.restricted and not before.restricted):
            self.links[link.key] = link


def _label(link: Element) -> str:
    return " ".join("".join(size.text_content() for size in classed(link, "mgFileSize")).split())


def _is_alone(link: Element) -> bool:
    """Whether a link to reasons stands for a paper that is named, and not linked to."""
    entry = next(link.iterancestors("li", "p"), None)
    return entry is not None and len(list(entry.iter("a"))) == 1


def _entry(link: Element) -> str:
    """What an entry of a list says before its link."""
    entry = next(link.iterancestors("li", "p"))
    return text(entry).removesuffix(text(link)).strip()


def _role(title: str) -> Role:
    return next((role for pattern, role in _BY_NAME if pattern.search(title)), "supplement")


def minutes_day(title: str, about: str, held: date) -> tuple[date | None] | None:
    """Where a document holds minutes: the day of their meeting, None within if it is not told.

    `title` is the document's own, `about` what its item is called and says. Minutes that are to be
    approved are of a meeting before the one (`held`) at which they hang.
    """
    if not (_MINUTES.search(title) or _MINUTES.search(about)):
        return None
    days = {day for day in dates_in(f"{title} {about}") if day < held}
    return (days.pop() if len(days) == 1 else None,)
