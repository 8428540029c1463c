"""Trying the sources out: what is there, and what is wrong, without ingesting anything."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.fetch import folder
from pipeline.fetch.modgov import outbox
from pipeline.fetch.modgov.crawl import crawl
from pipeline.fetch.modgov.holdings import Site
from pipeline.fetch.modgov.job import Bodies, Failed, Listed, Seen
from pipeline.run.sources import source_of
from pipeline.settings import Authority, Folder, Settings


@dataclass
class Body:
    """A body that is asked for."""

    number: int
    name: str
    meetings: int = 0
    first: date | None = None
    last: date | None = None


@dataclass
class Found:
    """What one source came to."""

    name: str
    place: str
    """Its address or path."""
    service: bool | None = None
    """Whether the web service answers; None for a folder."""
    bodies: list[Body] = field(default_factory=list)
    listed: int = 0
    """How many bodies the site lists in all."""
    others: int = 0
    """Meetings that it listed beyond the dates it was asked for."""
    sample: str | None = None
    """The newest meeting, whose page was read, and what it lists."""
    papers: int | None = None
    """Of a folder: how many papers lie there."""
    requests: int = 0
    seconds: float = 0.0
    troubles: list[str] = field(default_factory=list)


def check(settings: Settings, now: datetime | None = None) -> list[Found]:
    """Try every source: nothing is fetched but lists and one meeting's page for each council."""
    day = now or datetime.now(UTC)
    sites = [_site(each, settings, day) for each in settings.authority]
    return sites + [_folder(each) for each in settings.folder]


def _site(authority: Authority, settings: Settings, now: datetime) -> Found:
    source = source_of(authority, settings)
    found = Found(authority.name, source.base, service=False)
    with tempfile.TemporaryDirectory() as scratch:
        job = source.job(Site(base=source.base, since=source.since), now.date(), look=True)
        done = crawl(job, Path(scratch) / "outbox", megabytes=source.megabytes)
        bodies: dict[int, Body] = {}
        for line in outbox.read(done.folder):
            if isinstance(line, Bodies):
                found.service, found.listed = line.service, len(line.listed)
                names = {each.committee_id: each.title for each in line.listed}
                bodies = {number: Body(number, names[number]) for number in line.chosen}
            elif isinstance(line, Listed):
                body = bodies[line.committee_id]
                days = sorted(meeting.held_on for meeting in line.meetings)
                body.meetings = len(days)
                body.first, body.last = (days[0], days[-1]) if days else (None, None)
                found.others += line.others
            elif isinstance(line, Seen):
                found.sample = _sample(line)
            elif isinstance(line, Failed):
                found.troubles.append(f"{line.url}: {line.why}")
    found.bodies = list(bodies.values())
    if done.ended is not None:
        found.requests, found.seconds = done.ended.requests, done.ended.seconds
    if done.trouble or (done.ended and done.ended.stopped):
        found.troubles.append(done.trouble or str(done.ended.stopped if done.ended else ""))
    if not found.troubles and not any(body.meetings for body in found.bodies):
        found.troubles.append(f"no meeting since {authority.since} is listed; is that date right?")
    return found


def _sample(line: Seen) -> str:
    public = [link for link in line.page.links if not link.restricted]
    refused = len(line.page.links) - len(public)
    held = f"{line.page.held_on.day} {line.page.held_on:%B %Y}"
    closed = f", {refused} of them restricted" if refused else ""
    return f"{line.page.body}, {held}: {len(line.page.links)} papers{closed}"


def _folder(given: Folder) -> Found:
    found = Found(given.name or str(given.path), str(given.path), papers=0)
    if not given.path.is_dir():
        found.troubles.append("there is no such folder; check the path, and whether it is mounted")
        return found
    try:
        listing = folder.find([given.path], without=Path())
    except UsageError as error:
        found.troubles.append(str(error))
        return found
    found.papers = len(listing.candidates)
    found.troubles += [f"{each.source}: {each.reason}" for each in listing.troubles]
    return found
