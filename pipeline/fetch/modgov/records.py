"""What a ModernGov site tells: its committees, their meetings, and the papers of each."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Role = Literal[
    "meeting_page",
    "item_page",
    "attendance",
    "agenda",
    "pack",
    "supplement",
    "minutes",
    "decisions",
    "decision_notice",
    "report",
    "appendix",
    "other_minutes",
]
"""What the site offers a paper as. `other_minutes` hang on a meeting as a document to approve."""


class LayoutError(Exception):
    """A page or an answer is not laid out as the system lays it out: report it, don't guess."""


class Committee(msgspec.Struct, frozen=True):
    """A body as the site lists it."""

    committee_id: int
    title: str
    ended: bool = False
    """Whether the site says that the body no longer meets."""


class Meeting(msgspec.Struct, frozen=True):
    """One meeting of one body, as a list of meetings gives it."""

    meeting_id: int
    committee_id: int
    held_on: date
    cancelled: bool = False


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One paper that a meeting's page, or the web service, lists."""

    key: str
    """The paper's name on the site, whatever page links to it: 's112', 'g30-T1', 'ai77'."""
    url: str
    role: Role
    title: str
    item: str | None = None
    """The printed number of the agenda item it hangs on."""
    held_on: date | None = None
    """When the meeting was held that the paper is of; None where the site doesn't say."""
    label: str = ""
    """Type and size of the file as the page prints them: another label is another file."""
    restricted: str | None = None
    """Why the paper may not be fetched, in the site's own terms; None for a public one."""


class MeetingPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of a meeting, or the service's answer about it, lists."""

    body: str
    held_on: date
    cancelled: bool = False
    has_items: bool = False
    """Whether an agenda is published, so that the page itself is a paper."""
    links: tuple[Link, ...] = ()
    further: tuple[str, ...] = ()
    """Addresses of pages that list more papers of this meeting (the choice of packs)."""
