"""What is held of a site, and what the site said of it: `site.json` in the source's folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.errors import UnreadablePaperError
from pipeline.fetch.durable import write_whole
from pipeline.fetch.modgov.job import Ended, Failed, FailureKind, Held
from pipeline.fetch.modgov.records import Committee, Link, Meeting

STATE = "site.json"
FORGOTTEN = "0" * 64
"""Stands for the SHA-256 of bytes that were forgotten."""
PAPERS = "papers"
OUTBOXES = "outbox"
SAYS_SO = "the paper itself says that it is not public; it was not kept"

Standing = Literal["held", "restricted", "failed", "removed"]


class Version(msgspec.Struct, frozen=True):
    """One version of a paper that was held."""

    sha256: str
    fetched_at: datetime


class Holding(msgspec.Struct, kw_only=True):
    """One paper of the site."""

    link: Link
    meeting_id: int
    """The meeting that the site lists it at."""
    standing: Standing
    why: str | None = None
    """Why it is restricted, failed or removed."""
    kind: FailureKind | None = None
    """Of a failure."""
    held: Held | None = None
    """None where it was never had."""
    file: str | None = None
    """Its name in the folder of papers, while it lies there."""
    versions: list[Version] = []
    """Oldest first; the last is the one held."""
    withheld: str | None = None
    """The SHA-256 of the version that was found to be restricted when it was read."""
    removed_on: date | None = None
    failures: int = 0
    """How many nights in a row it failed."""

    @property
    def is_forgotten(self) -> bool:
        """Whether the bytes that the site gives were forgotten here."""
        return self.held is not None and self.held.sha256 == FORGOTTEN


class MeetingState(msgspec.Struct, kw_only=True):
    """One meeting of the site."""

    meeting: Meeting
    body: str
    seen_on: date | None = None
    """The last night on which its page could be read."""
    why: str | None = None
    """What was wrong with it last night, or None."""
    has_items: bool = False
    removed_on: date | None = None


class Delivery(msgspec.Struct, kw_only=True):
    """What one crawl brought, by the papers' keys."""

    box: str
    """The name of its outbox."""
    at: datetime
    new: list[str] = []
    updated: list[str] = []
    unchanged: list[str] = []
    restricted: list[str] = []
    """Those that the site refuses, and didn't before."""
    withheld: list[str] = []
    """Those of them that were held, from before they were restricted."""
    touched: list[str] = []
    """Those that are what they were, and of which the site says something else."""
    removed: list[str] = []
    failed: list[Failed] = []
    emptied: list[str] = []
    """Lists that are suddenly empty, in words; nothing counts as removed by them."""
    visited: list[int] = []
    """The meetings whose pages were read."""
    others: int = 0
    """Meetings that the site listed beyond the dates it was asked for."""
    ended: Ended | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the site was seen to the end, and nothing failed."""
        told = self.ended is not None and self.ended.stopped is None
        return told and not self.failed and not self.emptied


class Site(msgspec.Struct, kw_only=True):
    """Everything that is known of one site."""

    base: str
    since: date
    backfilled: bool = False
    """Whether everything from `since` on was seen to once without a failure."""
    committees: dict[int, Committee] = {}
    chosen: tuple[int, ...] = ()
    meetings: dict[int, MeetingState] = {}
    papers: dict[str, Holding] = {}
    deliveries: list[Delivery] = []
    """Those that no run has told of and published yet, oldest first."""
    landed: str = ""
    """The outbox that was landed last."""

    def of_meeting(self, meeting_id: int) -> dict[str, Holding]:
        """The papers that the site lists, or listed, at a meeting."""
        return {k: p for k, p in self.papers.items() if p.meeting_id == meeting_id}

    def complete(self) -> frozenset[int]:
        """The meetings whose page was read without trouble and whose papers are all held."""
        wanting = {p.meeting_id for p in self.papers.values() if p.standing == "failed"}
        return frozenset(
            number
            for number, state in self.meetings.items()
            if state.why is None and state.seen_on is not None and number not in wanting
        )

    def to_ask_by(self) -> dict[str, Held]:
        """What each paper that is held is asked for by; one that was removed is asked anew."""
        return {
            key: paper.held
            for key, paper in self.papers.items()
            if paper.held is not None and paper.standing != "removed"
        }


def load(folder: Path, base: str, since: date) -> Site:
    """What is held in a source's folder; nothing yet where it is new.

    An earlier `since` than before lets everything be looked at again. Raises UnreadablePaperError
    where the file can't be read, OSError where it can't be opened.
    """
    path = folder / STATE
    try:
        site = msgspec.json.decode(path.read_bytes(), type=Site)
    except FileNotFoundError:
        return Site(base=base, since=since)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnreadablePaperError(
            f"{path}: what is held of the site can't be read ({error}); restore it from a backup, "
            "or move it away: then every paper is fetched once more"
        ) from error
    site.base = base
    if since < site.since:
        site.backfilled = False
    site.since = since
    return site


def save(folder: Path, site: Site) -> None:
    """Write down what is held, in one step. Raises OSError.

    What a forgotten paper is called, and its address, which often says the same, are left out:
    the site's pages tell it anew each night.
    """
    for paper in site.papers.values():
        if paper.is_forgotten:
            paper.link = msgspec.structs.replace(paper.link, title="", url="")
    write_whole(folder / STATE, msgspec.json.encode(site))


def forget(folder: Path, refuses: Callable[[str], bool]) -> bool:
    """Forget which papers those were whose SHA-256 is refused; whether there were any.

    Their keys stay, and the marks by which the site is asked: it isn't asked for them again in
    full each night. Raises OSError, UnreadablePaperError.
    """
    path = folder / STATE
    try:
        site = msgspec.json.decode(path.read_bytes(), type=Site)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnreadablePaperError(f"{path}: what is held of the site can't be read") from error
    found = False
    for paper in site.papers.values():
        now = [each for each in paper.versions if not refuses(each.sha256)]
        held = paper.held is not None and refuses(paper.held.sha256)
        if not held and len(now) == len(paper.versions):
            continue
        found, paper.versions = True, now
        if held and paper.held is not None:
            paper.held = msgspec.structs.replace(paper.held, sha256=FORGOTTEN)
            paper.file = paper.withheld = None
    if found:
        save(folder, site)
    return found
