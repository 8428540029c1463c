"""A council's ModernGov site as a source of a night."""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pipeline.errors import PipelineError
from pipeline.extraction import Holdings, Listed, ListedMeeting
from pipeline.fetch.folder import Candidate, Trouble
from pipeline.fetch.modgov import holdings, landing
from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Delivery, Holding, Site
from pipeline.fetch.modgov.source import Source, fetch
from pipeline.fetch.source import Haul, Held, Note

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG}
"""Errors of our own disk, and none of the site's."""
TAKEN = ("new", "updated", "withheld", "touched")
"""What of a delivery is to be taken in."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class SiteSource:
    """One site, asked once a night. What it brought is remembered when it is published."""

    source: Source
    restricted: Literal["name", "count"] = "name"
    """Whether papers that the site lists as restricted are named, or counted alone."""
    clock: Callable[[], datetime] = _now
    """What time it is."""
    crawl: Crawl | None = None
    """How the last crawl came out."""
    _site: Site | None = field(default=None, repr=False)
    _folder: Path = field(default=Path(), repr=False)

    @property
    def name(self) -> str:
        """The authority's."""
        return self.source.authority

    def fetch(self, inbox: Path, held: Mapping[str, Held], note: Note) -> Haul:
        """Crawl the site into `inbox`, and say what came, what is gone and what it lists."""
        self._folder, self._site, self.crawl = inbox, None, None
        try:
            self._site, self.crawl = fetch(self.source, inbox, self.clock())
        except (PipelineError, OSError) as error:
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise
            return self._failed(str(error) or type(error).__name__)
        ended = self.crawl.ended
        note(
            "fetched",
            source=self.name,
            requests=ended.requests if ended else None,
            retries=ended.retries if ended else None,
            bytes=ended.bytes if ended else None,
            seconds=ended.seconds if ended else None,
            stopped=ended.stopped if ended else self.crawl.trouble,
        )
        site = self._site
        last = site.deliveries[-1] if site.deliveries else Delivery(box="", at=self.clock())
        why = self._why(last)
        whole = _made_whole(site)
        return Haul(
            holdings=self._holdings(site, why, whole),
            candidates=list(self._candidates(site, held)),
            gone=[self._at(k) for k, paper in site.papers.items() if paper.standing == "removed"],
            troubles=[*self._troubles(last), *([Trouble(self.source.base, why)] if why else [])],
            refused=list(self._refused(site)),
            whole={site.papers[key].link.url for key in whole},
        )

    def settle(self, restricted: Collection[str]) -> None:
        """Drop files that turned out to be restricted, and the deliveries that are published."""
        site = self._site
        if site is None:
            return
        for key in _keys(site, TAKEN):
            paper = site.papers.get(key)
            if paper is not None and paper.file is not None and self._at(key) in restricted:
                refused = paper.why if paper.standing == "restricted" else None
                landing.drop(self._folder, site, key, refused or holdings.SAYS_SO)
        site.deliveries = []
        holdings.save(self._folder, site)

    def _at(self, key: str) -> str:
        """What the archive knows a paper by: the same on every machine."""
        return f"{self.source.base}#{key}"

    def _why(self, last: Delivery) -> str | None:
        """Why the site could not be asked, or not to the end."""
        if last.ended is None:
            trouble = self.crawl.trouble if self.crawl else None
            return f"fetching did not come to its end: {trouble or 'it was cut off'}"
        return last.ended.stopped

    def _failed(self, why: str) -> Haul:
        trouble = Trouble(self.source.base, f"{self.name}: {why}")
        return Haul(holdings=Holdings(source=self.name, failed=why), troubles=[trouble])

    def _candidates(self, site: Site, held: Mapping[str, Held]) -> Iterator[Candidate]:
        """What came since the last publication or is back, in order of the meetings' dates."""
        keys = _keys(site, TAKEN)
        gone = {at for at, paper in held.items() if paper.removed}
        keys += [k for k, p in site.papers.items() if p.standing == "held" and self._at(k) in gone]
        found = [(key, site.papers[key]) for key in dict.fromkeys(keys) if key in site.papers]
        found.sort(key=lambda each: (str(each[1].link.held_on or ""), each[0]))
        for key, paper in found:
            path = self._folder / holdings.PAPERS / (paper.file or "")
            if paper.file is not None and path.is_file():
                yield Candidate(path, known_as=(paper.link.url or self.source.base, self._at(key)))

    def _troubles(self, last: Delivery) -> Iterator[Trouble]:
        for failed in last.failed:
            yield Trouble(failed.url, failed.why)
        for what in last.emptied:
            yield Trouble(self.source.base, f"{what}; nothing counts as removed by that")

    def _refused(self, site: Site) -> Iterator[Trouble]:
        keys = _keys(site, ("restricted",))
        if keys and self.restricted == "count":
            yield Trouble(self.source.base, f"{len(keys)} papers listed as restricted")
            return
        for key in keys:
            paper = site.papers[key]
            yield Trouble(paper.link.url or self.source.base, _named(paper))

    def _holdings(self, site: Site, why: str | None, whole: Collection[str]) -> Holdings:
        papers = tuple(
            Listed(
                key=self._at(key),
                sha256=paper.held.sha256 if paper.held else None,
                meeting=str(paper.meeting_id),
                refused=_refusal(paper),
                failed=paper.why or "not had" if paper.standing == "failed" else None,
                whole=key in whole,
            )
            for key, paper in site.papers.items()
            if paper.standing != "removed" and not paper.is_forgotten
        )
        meetings = tuple(
            ListedMeeting(
                key=str(number),
                authority=self.name,
                body=state.body,
                held_on=state.meeting.held_on,
                failed=state.why,
            )
            for number, state in site.meetings.items()
            if state.removed_on is None
        )
        return Holdings(source=self.name, papers=papers, meetings=meetings, failed=why)


def _keys(site: Site, names: tuple[str, ...]) -> list[str]:
    """The keys of what the deliveries brought, each once, in their order."""
    brought = (key for d in site.deliveries for name in names for key in getattr(d, name))
    return list(dict.fromkeys(brought))


def _refusal(paper: Holding) -> str | None:
    """Why the site says that a paper may not be fetched; not where only the paper says so."""
    if paper.standing != "restricted" or paper.why == holdings.SAYS_SO:
        return None
    return paper.why or "restricted"


def _named(paper: Holding) -> str:
    return f"'{paper.link.title}': {paper.why}; it was not fetched"


def _made_whole(site: Site) -> set[str]:
    """The keys of meeting pages that cut items, all of which are held in full."""
    cut: dict[int, list[Holding]] = {}
    for paper in site.papers.values():
        if paper.link.role == "item_page":
            cut.setdefault(paper.meeting_id, []).append(paper)
    return {
        f"m{number}"
        for number, items in cut.items()
        if f"m{number}" in site.papers and all(item.standing == "held" for item in items)
    }
