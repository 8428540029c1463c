"""The answers of the web service (`mgWebService.asmx`), XML with its own small traps.

Counts carry blanks, booleans are 'True' and 'False', text is escaped twice, and a site that has the
service switched off answers with a page or a line of text.
"""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

from lxml import etree

from pipeline.fetch.modgov.addresses import absolute, is_within, named
from pipeline.fetch.modgov.dates import numeric_date
from pipeline.fetch.modgov.page import minutes_day
from pipeline.fetch.modgov.records import Committee, LayoutError, Link, Meeting, MeetingPage, Role
from pipeline.fetch.modgov.restricted import title_refuses

_DEAD = ("cancelled", "withdrawn", "abandoned", "canceled")


def committees(data: bytes) -> list[Committee]:
    """The answer to GetCommittees, without the bodies that were deleted. Raises LayoutError."""
    root = _root(data, "committees")
    found = []
    for each in root.iter("committee"):
        number, title = _number(each, "committeeid"), _said(each, "committeetitle")
        if number is not None and title and not _true(each, "committeedeleted"):
            found.append(Committee(number, title, _true(each, "committeeexpired")))
    return found


def meetings(data: bytes, committee: int) -> list[Meeting]:
    """The answer to GetMeetings for one body; the caller chooses by date. Raises LayoutError."""
    root = _root(data, "getmeetings")
    found = []
    for body in root.iter("committee"):
        if _number(body, "committeeid") != committee:
            continue  # some sites answer with every body
        for each in body.iter("meeting"):
            number, day = _number(each, "meetingid"), numeric_date(_said(each, "meetingdate"))
            if number is None or day is None:
                raise LayoutError("the web service lists a meeting without its number or date")
            dead = _said(each, "meetingstatus").lower() in _DEAD
            found.append(Meeting(number, committee, day, dead))
    return found


def meeting(data: bytes, url: str, base: str) -> MeetingPage:
    """The answer to GetMeeting: its papers, and which of them are restricted.

    Raises LayoutError.
    """
    root = _root(data, "meeting")
    held = numeric_date(_said(root, "meetingdate"))
    if held is None:
        raise LayoutError("the web service gives the meeting without its date")
    links: dict[str, Link] = {}
    items = list(root.iter("agendaitem"))
    for item in items:
        closed = _true(item, "isrestricted")
        title = _said(item, "agendaitemtitle")
        number = _said(item, "fulldisplaynumberformat").rstrip(".") or None
        for each in item.iter("linkeddoc"):
            link = _link(each, url, base, held)
            if link is None:
                continue
            why = link.restricted or title_refuses(title)
            if closed:
                why = why or "the web service marks its item as restricted"
            made = Link(key=link.key, url=link.url, role=link.role, title=link.title, item=number,
                        held_on=link.held_on, restricted=why)  # fmt: skip
            before = links.get(made.key)
            if before is None or (made.restricted and not before.restricted):
                links[made.key] = made
    return MeetingPage(
        body="",
        held_on=held,
        cancelled=_said(root, "meetingstatus").lower() in _DEAD,
        has_items=bool(items),
        links=tuple(links.values()),
    )


def _link(each: Any, url: str, base: str, held: date) -> Link | None:
    title = _said(each, "title")
    address = absolute(url, _said(each, "url"))
    number = _number(each, "attachmentid")
    if address is None or not is_within(address, base) or number is None:
        return None  # a link to another site is none of this meeting's papers
    if _true(each, "isurl") or named(address).kind != "document":
        return None
    why = title_refuses(title)
    if _true(each, "isrestricted"):
        why = "the web service marks it as restricted"
    role: Role = "report"
    day: date | None = held
    past = minutes_day(title, _said(each, "ownertitle"), held)
    if past is not None:
        role, day = "other_minutes", past[0]
    return Link(key=f"s{number}", url=address, role=role, title=title, held_on=day, restricted=why)


def _root(data: bytes, wanted: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise LayoutError(f"the web service's answer is no XML ({error})") from error
    if root is None or str(root.tag).rpartition("}")[2].lower() != wanted:
        raise LayoutError(f"the web service's answer is not the <{wanted}> it should be")
    for each in root.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2].lower()
    return root


def _said(element: Any, name: str) -> str:
    found = element.find(name)
    text = (found.text or "") if found is not None else ""
    return " ".join(unescape(unescape(text)).split())


def _number(element: Any, name: str) -> int | None:
    said = _said(element, name)
    return int(said) if said.isdigit() and len(said) <= 10 else None


def _true(element: Any, name: str) -> bool:
    return _said(element, name).lower() == "true"
