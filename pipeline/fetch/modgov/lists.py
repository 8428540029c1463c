"""The page that lists a council's bodies, and the pages that list a body's meetings."""

from __future__ import annotations

import re

from pipeline.fetch.modgov.addresses import absolute, is_within, named
from pipeline.fetch.modgov.dates import first_date
from pipeline.fetch.modgov.markup import classed, parse, system_part, text
from pipeline.fetch.modgov.records import Committee, LayoutError, Meeting

_CANCELLED = re.compile(r"\b(?:cancel+ed|withdrawn|abandoned)\b", re.IGNORECASE)


def committees(data: bytes, url: str, base: str) -> list[Committee]:
    """The bodies on the list of bodies, each once, in order.

    Raises LayoutError where the page is none of the system's.
    """
    root = parse(data)
    if not classed(root, "mgMainTitleTxt") and not classed(root, "mgContent"):
        raise LayoutError("the list of bodies is not laid out as ModernGov lays it out")
    found: dict[int, Committee] = {}
    for link in system_part(root).iter("a"):
        address = absolute(url, link.get("href") or "")
        if address is None or not is_within(address, base):
            continue
        name = named(address)
        title = text(link)
        if name.kind == "committee" and name.number is not None and title:
            found.setdefault(name.number, Committee(name.number, title))
    return list(found.values())


def meetings(data: bytes, url: str, base: str, committee: int) -> list[Meeting]:
    """The meetings on a body's list of meetings, each once, in order.

    The page may list other years than it was asked for: the caller chooses by date. Raises
    LayoutError where the page is none of the system's, or names a meeting without a date.
    """
    root = parse(data)
    if not classed(root, "mgMainTitleTxt"):
        raise LayoutError("the list of meetings is not laid out as ModernGov lays it out")
    found: dict[int, Meeting] = {}
    for link in system_part(root).iter("a"):
        address = absolute(url, link.get("href") or "")
        name = named(address) if address else None
        if name is None or address is None or not is_within(address, base):
            continue
        if name.kind != "meeting" or name.number is None:
            continue
        day = first_date(text(link)) or first_date(link.get("title") or "")
        if day is None:
            raise LayoutError(f"the list of meetings gives no date for meeting {name.number}")
        beside = text(link.getparent()) if link.getparent() is not None else text(link)
        cancelled = bool(_CANCELLED.search(beside)) and len(beside) < 200
        found.setdefault(name.number, Meeting(name.number, committee, day, cancelled))
    return list(found.values())
