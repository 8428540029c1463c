"""What each source has for the archive tonight: papers to ingest, and events to tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pipeline.errors import PipelineError
from pipeline.extraction import RunEvent
from pipeline.fetch.drop import Drop
from pipeline.fetch.folder import Candidate
from pipeline.fetch.modgov import holdings, landing
from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Delivery, Holding, Site
from pipeline.fetch.modgov.source import fetch
from pipeline.run.night_log import NightLog
from pipeline.run.papers import Known
from pipeline.run.sources import folder_of, source_of
from pipeline.settings import Authority, Folder, Settings


class Intake(Protocol):
    """One source, as one night finds it."""

    name: str
    marks: dict[str, str]
    """What tells, in the ledger, which deliveries a run took in."""

    def bring(self, now: datetime, log: NightLog) -> None:
        """Look at the source, and fetch what is new. Raises PipelineError and OSError."""

    def candidates(self, everything: bool) -> list[Candidate]:
        """The papers to ingest: what came, or all that are held."""

    def events(self) -> list[RunEvent]:
        """What is to be told besides what ingesting tells."""

    def settle(self, known: dict[str, Known]) -> None:
        """After publication: drop what may not be kept, and note that this is done."""


@dataclass
class SiteIntake:
    """A council's ModernGov site."""

    authority: Authority
    settings: Settings
    site: Site | None = None
    crawl: Crawl | None = None
    name: str = ""
    marks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know where it lies."""
        self.name = self.authority.name
        self.folder = folder_of(self.authority, self.settings)

    def resume(self, published: dict[str, str], known: dict[str, Known]) -> None:
        """Finish what a run left undone that published and was cut off right after."""
        source = source_of(self.authority, self.settings)
        self.site = holdings.load(self.folder, source.base, source.since)
        mark = published.get(self.authority.slug)
        if mark is not None and any(each.box == mark for each in self.site.deliveries):
            self._done_up_to(mark, known)

    def bring(self, now: datetime, log: NightLog) -> None:
        """Fetch from the site."""
        source = source_of(self.authority, self.settings)
        self.site, self.crawl = fetch(source, self.folder, now)
        if self.site.deliveries:
            self.marks = {self.authority.slug: self.site.deliveries[-1].box}
        ended = self.crawl.ended
        log.write(
            "fetched",
            source=self.name,
            requests=ended.requests if ended else None,
            retries=ended.retries if ended else None,
            bytes=ended.bytes if ended else None,
            seconds=ended.seconds if ended else None,
            stopped=ended.stopped if ended else self.crawl.trouble,
        )

    def candidates(self, everything: bool) -> list[Candidate]:
        """What came since the last publication; with everything, all that lies in the folder."""
        if self.site is None:
            return []
        wanted = self._keys(("new", "updated", "withheld", "touched"))
        papers = self.site.papers
        keys: Iterable[str] = papers if everything else wanted
        found = [(key, papers[key]) for key in keys if key in papers and papers[key].file]
        place = self.folder / holdings.PAPERS
        # In order of the meetings' dates: so they arrive.
        found.sort(key=lambda each: (str(each[1].link.held_on or ""), each[0]))
        return [
            Candidate(place / paper.file, paper.link.url or None)
            for _, paper in found
            if paper.file and (place / paper.file).is_file()
        ]

    def events(self) -> list[RunEvent]:
        """Papers removed, restricted and failed, and what is wrong with the site's lists."""
        if self.site is None:
            return []
        told: dict[tuple[str, str, str], RunEvent] = {}
        for delivery in self.site.deliveries:
            last = delivery is self.site.deliveries[-1]
            for event in self._of(delivery, last):
                told[event.source, event.outcome, event.reason or ""] = event
        return list(told.values())

    def made_whole(self) -> set[str]:
        """The addresses of meeting pages that cut items, all of which are held in full."""
        cut: dict[int, list[Holding]] = {}
        for paper in self.site.papers.values() if self.site else ():
            if paper.link.role == "item_page":
                cut.setdefault(paper.meeting_id, []).append(paper)
        pages = self.site.papers if self.site else {}
        return {
            pages[f"m{number}"].link.url
            for number, items in cut.items()
            if f"m{number}" in pages and all(item.standing == "held" for item in items)
        }

    def settle(self, known: dict[str, Known]) -> None:
        """Drop the files of restricted papers, and the deliveries that were published."""
        if self.site is not None and self.site.deliveries:
            self._done_up_to(self.site.deliveries[-1].box, known)

    def _done_up_to(self, mark: str, known: dict[str, Known]) -> None:
        site = self.site
        assert site is not None  # noqa: S101 - callers have loaded it
        at = {
            entry.stub.location: entry.stub.status
            for entry in known.values()
            if entry.stub.status == "restricted"
        }
        for key in self._keys(("new", "updated", "withheld", "touched")):
            paper = site.papers.get(key)
            if paper is None or paper.file is None:
                continue
            location = Candidate(self.folder / holdings.PAPERS / paper.file).location
            if location in at:
                refused = paper.why if paper.standing == "restricted" else None
                landing.drop(self.folder, site, key, refused or holdings.SAYS_SO)
        boxes = [each.box for each in site.deliveries]
        site.deliveries = site.deliveries[boxes.index(mark) + 1 :]
        holdings.save(self.folder, site)

    def _keys(self, names: tuple[str, ...]) -> list[str]:
        assert self.site is not None  # noqa: S101 - callers have loaded it
        return list(
            dict.fromkeys(
                key
                for delivery in self.site.deliveries
                for name in names
                for key in getattr(delivery, name)
            )
        )

    def _of(self, delivery: Delivery, last: bool) -> Iterator[RunEvent]:
        site = self.site
        assert site is not None  # noqa: S101 - callers have loaded it
        for key in delivery.removed:
            paper = site.papers[key]
            if paper.standing == "removed":
                sha = paper.held.sha256 if paper.held else None
                yield _event(paper.link.url, "removed", f"{paper.why}; it stays kept", sha)
        if delivery.restricted and self.settings.restricted == "count":
            yield _event(
                site.base, "restricted", f"{len(delivery.restricted)} papers listed as restricted"
            )
        elif delivery.restricted:
            for key in delivery.restricted:
                paper = site.papers[key]
                yield _event(paper.link.url or site.base, "restricted", _named(paper))
        if not last:
            return  # what failed on nights before was tried again since
        for failure in delivery.failed:
            yield _event(failure.url, "failed", failure.why)
        for what in delivery.emptied:
            why = f"{what}; nothing counts as removed by that"
            yield _event(site.base, "failed", why)
        ended = delivery.ended
        if ended is None:
            why = (self.crawl.trouble if self.crawl else None) or "it was cut off"
            yield _event(site.base, "failed", f"fetching did not come to its end: {why}")
        elif ended.stopped is not None:
            yield _event(site.base, "failed", ended.stopped)


@dataclass
class FolderIntake:
    """A drop folder or share."""

    given: Folder
    settings: Settings
    drop: Drop | None = None
    name: str = ""
    marks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know its name."""
        self.name = self.given.name or str(self.given.path)

    def resume(self, published: dict[str, str], known: dict[str, Known]) -> None:
        """Nothing is left undone: what is looked at twice is unchanged the second time."""

    def bring(self, now: datetime, log: NightLog) -> None:
        """Look into the folder."""
        del now
        state = self.settings.archive / "fetched" / f"folder-{_slug(self.given.path)}"
        self.drop = Drop(
            self.given.path,
            state,
            without=self.settings.archive,
            may_be_empty=self.given.emptied == "fine",
        )
        log.write("looked", source=self.name, changed=len(self.drop.changed),
                  papers=len(self.drop.every), removed=len(self.drop.removed))  # fmt: skip

    def candidates(self, everything: bool) -> list[Candidate]:
        """What came or changed; with everything, all."""
        if self.drop is None:
            return []
        return self.drop.every if everything else self.drop.changed

    def events(self) -> list[RunEvent]:
        """Papers that are gone, and what is wrong with the folder."""
        if self.drop is None:
            return []
        gone = [
            _event(path, "removed", "the folder no longer holds it; it stays kept")
            for path in self.drop.removed
        ]
        return gone + [_event(each.source, "failed", each.reason) for each in self.drop.troubles]

    def settle(self, known: dict[str, Known]) -> None:
        """Note what was taken in."""
        del known
        if self.drop is not None:
            self.drop.taken()


def failure(intake: Intake, error: PipelineError | OSError) -> RunEvent:
    """The event of a source that could not be looked at."""
    said = str(error) or type(error).__name__
    return _event(intake.name, "failed", f"{intake.name}: {said}")


def _event(source: str, outcome: str, reason: str, sha256: str | None = None) -> RunEvent:
    return RunEvent(
        source=source,
        sha256=sha256,
        stage="fetch",
        outcome=outcome,  # type: ignore[arg-type]
        reason=reason,
    )


def _named(paper: Holding) -> str:
    return f"'{paper.link.title}': {paper.why}; it was not fetched"


def _slug(path: Path) -> str:
    return hashlib.blake2b(str(path).encode(), digest_size=6).hexdigest()
