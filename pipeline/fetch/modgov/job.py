"""What a crawl is asked for, and what it reports: the lines of its outbox."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from pipeline.fetch.modgov.records import Committee, Meeting, MeetingPage

FailureKind = Literal[
    "forbidden",
    "robots",
    "layout",
    "gone",
    "error",
    "time",
    "size",
    "type",
    "redirect",
    "body",
    "limit",
]
"""`forbidden` is a 403, `gone` a 404 or 410, `body` one that the settings name and the site doesn't
list, `limit` what was left when the crawl's own limits were reached."""


class Pace(msgspec.Struct, frozen=True):
    """How gently the site is asked."""

    user_agent: str = "committee-papers"
    """Names the program and whom to write to."""
    delay: float = 2.0
    """Seconds from the beginning of one request to the next, at the least."""
    slowest: float = 60.0
    """Seconds between requests, at the most, when the site is slow."""
    retries: int = 3
    """How often one request is made again after an error."""
    wait: float = 5.0
    """Seconds before the first repetition; each further one waits twice as long."""
    longest_wait: float = 300.0
    """Seconds: a site that asks for a longer pause is left alone until the next night."""


class Bounds(msgspec.Struct, frozen=True):
    """What one crawl may cost."""

    file_bytes: int = 200 << 20
    file_seconds: float = 120.0
    seconds: float = 3 * 3600.0
    """Of the whole crawl."""
    requests: int = 20_000


class Held(msgspec.Struct, frozen=True):
    """What is known of a paper from the last time it was fetched."""

    sha256: str
    etag: str | None = None
    last_modified: str | None = None
    content: str | None = None
    """Of a page: the digest of what a reader sees of it."""
    label: str = ""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One crawl of one site."""

    base: str
    """The site's address, with the slash at its end."""
    bodies: tuple[int | str, ...] = ()
    """Numbers and names of the bodies wanted; none means all."""
    since: date
    until: date
    """Meetings held on these days and between are wanted."""
    recheck: date
    """Meetings from this day on are looked at although all their papers are held."""
    complete: frozenset[int] = frozenset()
    """Meetings all of whose papers are held."""
    backfilled: bool = False
    """Whether everything since `since` was held once, so that lists may begin at `recheck`."""
    held: dict[str, Held] = {}
    service: bool = True
    """Whether the web service is asked."""
    look: bool = False
    """Only look at what there is: fetch no paper."""
    pace: Pace = Pace()
    bounds: Bounds = Bounds()


class Bodies(msgspec.Struct, frozen=True, tag="bodies"):
    """The bodies of the site."""

    listed: tuple[Committee, ...]
    chosen: tuple[int, ...]
    service: bool
    """Whether the web service told them."""


class Listed(msgspec.Struct, frozen=True, tag="listed"):
    """The meetings of one body that the site lists, and that are wanted by their dates."""

    committee_id: int
    first: date
    last: date
    meetings: tuple[Meeting, ...]
    others: int = 0
    """How many it listed besides, although it was asked for these dates alone."""


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """A meeting, with all the papers that the site lists for it."""

    meeting: Meeting
    page: MeetingPage


class Got(msgspec.Struct, frozen=True, tag="got", kw_only=True):
    """A paper that was fetched: its file lies in the outbox as `sha256` and `suffix`."""

    key: str
    meeting_id: int
    url: str
    sha256: str
    suffix: str
    size: int
    etag: str | None = None
    last_modified: str | None = None
    content: str | None = None
    seconds: float = 0.0


class Same(msgspec.Struct, frozen=True, tag="same"):
    """A paper that is still what it was."""

    key: str
    meeting_id: int
    asked: bool = True
    """Whether the site was asked; without marks to ask by, its label on the page tells."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A paper that the site says is restricted: it was not asked for."""

    key: str
    meeting_id: int
    why: str


class Failed(msgspec.Struct, frozen=True, tag="failed", kw_only=True):
    """Something that could not be had."""

    kind: FailureKind
    why: str
    url: str
    meeting_id: int | None = None
    committee_id: int | None = None
    key: str | None = None
    """None for a list or a page that isn't a paper."""


class Ended(msgspec.Struct, frozen=True, tag="ended", kw_only=True):
    """The crawl came to its end; without this line it was cut off."""

    stopped: str | None = None
    """Why it left off before it had seen everything, or None."""
    requests: int = 0
    retries: int = 0
    bytes: int = 0
    seconds: float = 0.0


Line = Bodies | Listed | Seen | Got | Same | Refused | Failed | Ended
