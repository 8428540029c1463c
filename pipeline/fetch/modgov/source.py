"""One council's site as a source: what is asked of it tonight, fetched and landed in its folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from pipeline.fetch.durable import clear_scratch
from pipeline.fetch.modgov import holdings, landing
from pipeline.fetch.modgov.crawl import Crawl, crawl
from pipeline.fetch.modgov.holdings import Site
from pipeline.fetch.modgov.job import Bounds, Job, Pace


@dataclass(frozen=True)
class Source:
    """A council's site, and how it is to be asked."""

    authority: str
    base: str
    """With a slash at its end."""
    since: date
    """Meetings held before are none of ours."""
    bodies: tuple[int | str, ...] = ()
    """Numbers or names; none means all."""
    recheck_days: int = 60
    """How long after a meeting its page is looked at each night, though all its papers are held."""
    ahead_days: int = 90
    """How far ahead meetings are looked for."""
    service: bool = True
    pace: Pace = field(default_factory=Pace)
    bounds: Bounds = field(default_factory=Bounds)
    megabytes: int = 1024
    """Memory of the process that crawls."""

    def job(self, site: Site, today: date, *, look: bool = False) -> Job:
        """What is asked of the site, given what is held of it."""
        return Job(
            base=self.base,
            bodies=self.bodies,
            since=self.since,
            until=today + timedelta(days=self.ahead_days),
            recheck=max(self.since, today - timedelta(days=self.recheck_days)),
            complete=site.complete(),
            backfilled=site.backfilled,
            held=site.to_ask_by(),
            service=self.service,
            look=look,
            pace=self.pace,
            bounds=self.bounds,
        )


def fetch(
    source: Source,
    folder: Path,
    now: datetime,
    *,
    started: Callable[[int], None] | None = None,
) -> tuple[Site, Crawl]:
    """Fetch what is new on a site into its folder; what came is in the site's deliveries.

    What a run that was cut off had fetched is landed first. Raises UnreadablePaperError when what
    is held can't be told, OSError when the folder can't be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clear_scratch(folder)
    site = holdings.load(folder, source.base, source.since)
    for box in landing.left_over(folder):
        landing.land(folder, box, site, source.authority, now)
    box = folder / holdings.OUTBOXES / f"{now:%Y%m%dT%H%M%S.%f}"
    done = crawl(source.job(site, now.date()), box, megabytes=source.megabytes, started=started)
    landing.land(folder, box, site, source.authority, now)
    return site, done
