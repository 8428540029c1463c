"""From an outbox to the source's folder: papers with their sidecars, and what the site lists.

Landing the same outbox twice comes to the same: a run that is cut off in the middle is landed
again by the next one, and nothing is lost or doubled.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import msgspec

from pipeline.durable import sync
from pipeline.fetch.durable import SCRATCH, write_whole
from pipeline.fetch.modgov import holdings, outbox
from pipeline.fetch.modgov.holdings import Delivery, Holding, MeetingState, Site, Version
from pipeline.fetch.modgov.job import (
    Bodies,
    Failed,
    Got,
    Held,
    Line,
    Listed,
    Refused,
    Same,
    Seen,
)
from pipeline.fetch.modgov.papers import PAGES
from pipeline.fetch.modgov.records import Link, Role
from pipeline.fetch.originals import digest
from pipeline.fetch.sidecar import ENDING

NAMELESS: frozenset[Role] = frozenset({"other_minutes"})
"""Papers that may be another body's: theirs to print, not ours to say."""


def land(folder: Path, box: Path, site: Site, authority: str, now: datetime) -> None:
    """Bring an outbox into a source's folder, write down what is held, and clear the outbox.

    `site` is changed; what came is the last of its deliveries. Raises OSError; the outbox then
    stays, to be landed again.
    """
    if site.landed != box.name:
        lander = _Lander(folder, box, site, authority, now)
        for line in outbox.read(box):
            lander.take(line)
        lander.settle()
        site.deliveries = [*site.deliveries, lander.delivery]
        site.landed = box.name
        holdings.save(folder, site)
    shutil.rmtree(box)


def left_over(folder: Path) -> list[Path]:
    """The outboxes of crawls that were never landed, oldest first."""
    boxes = folder / holdings.OUTBOXES
    return sorted(p for p in boxes.iterdir() if p.is_dir()) if boxes.is_dir() else []


class _Lander:
    def __init__(self, folder: Path, box: Path, site: Site, authority: str, now: datetime) -> None:
        self.delivery = Delivery(box=box.name, at=now)
        self._folder = folder
        self._box = box
        self._site = site
        self._authority = authority
        self._now = now
        self._links: dict[str, Link] = {}
        """All that is listed tonight."""
        self._met: set[int] = set()
        """The meetings whose pages say tonight what they list."""
        self._lost: set[int] = set()
        """Those whose pages have suddenly lost what they listed."""
        self._listed_at: dict[int, list[str]] = {}
        """The keys of what was known of each meeting before tonight."""
        for key, paper in site.papers.items():
            self._listed_at.setdefault(paper.meeting_id, []).append(key)

    @property
    def _today(self) -> date:
        return self._now.date()

    def take(self, line: Line) -> None:
        """Take one line of the outbox."""
        if isinstance(line, Bodies):
            self._bodies(line)
        elif isinstance(line, Listed):
            self._listed(line)
        elif isinstance(line, Seen):
            self._seen(line)
        elif isinstance(line, Got):
            self._got(line)
        elif isinstance(line, Same):
            self._same(line)
        elif isinstance(line, Refused):
            self._refused(line)
        elif isinstance(line, Failed):
            self._failed(line)
        else:
            self.delivery.ended = line

    def settle(self) -> None:
        """Find what was withdrawn, once everything that is listed tonight is known."""
        for meeting_id in self._met:
            for key in self._listed_at.get(meeting_id, ()):
                paper = self._site.papers[key]
                there = key in self._links or paper.meeting_id != meeting_id
                if not there and paper.standing != "removed":
                    self._remove(key, "the site no longer lists it")
        if self.delivery.is_whole:
            self._site.backfilled = True

    def _bodies(self, line: Bodies) -> None:
        if not line.listed and self._site.committees:
            self.delivery.emptied.append("the list of bodies is suddenly empty")
            return
        self._site.committees = {each.committee_id: each for each in line.listed}
        self._site.chosen = line.chosen

    def _listed(self, line: Listed) -> None:
        self.delivery.others += line.others
        name = self._body(line.committee_id)
        known = {
            number: state
            for number, state in self._site.meetings.items()
            if state.meeting.committee_id == line.committee_id
            and line.first <= state.meeting.held_on <= line.last
            and state.removed_on is None
        }
        if known and not line.meetings:
            self.delivery.emptied.append(
                f"the list of meetings of {name} is suddenly empty: it held {len(known)}"
            )
            return
        for meeting in line.meetings:
            state = self._site.meetings.setdefault(
                meeting.meeting_id, MeetingState(meeting=meeting, body=name)
            )
            state.meeting, state.removed_on = meeting, None
        for number in known.keys() - {m.meeting_id for m in line.meetings}:
            known[number].removed_on = self._today
            for key in self._listed_at.get(number, ()):
                if self._site.papers[key].standing != "removed":
                    self._remove(key, "the site no longer lists its meeting")

    def _seen(self, line: Seen) -> None:
        number = line.meeting.meeting_id
        state = self._site.meetings.setdefault(
            number, MeetingState(meeting=line.meeting, body=line.page.body)
        )
        if state.has_items and not line.page.has_items and not line.page.cancelled:
            self._emptied(
                number, f"the page of meeting {number} ({state.body}) has lost its agenda"
            )
            return
        if self._has_lost_all(line):
            self._emptied(number, f"the page of meeting {number} ({state.body}) listed papers "
                          "and suddenly lists none")  # fmt: skip
            return
        state.meeting, state.body = line.meeting, line.page.body
        state.seen_on, state.why, state.has_items = self._today, None, line.page.has_items
        self.delivery.visited.append(number)
        self._met.add(number)
        for link in line.page.links:
            self._links.setdefault(link.key, link)
        if line.page.has_items:
            page = Link(key=f"m{number}", url="", role="meeting_page", title=line.page.body,
                        held_on=line.page.held_on)  # fmt: skip
            self._links[page.key] = page

    def _has_lost_all(self, line: Seen) -> bool:
        """Whether a page that listed public papers now lists none of any kind."""
        if line.page.cancelled or line.meeting.cancelled:
            return False
        if any(not link.restricted and link.role != "attendance" for link in line.page.links):
            return False
        keys = self._listed_at.get(line.meeting.meeting_id, ())
        before = (self._site.papers[key] for key in keys)
        return any(
            paper.standing == "held" and paper.link.role not in {"attendance", "meeting_page"}
            for paper in before
        )

    def _got(self, line: Got) -> None:
        if line.meeting_id in self._lost:
            return  # a page that lost its papers doesn't take the place of one that has them
        name = f"{line.key}{line.suffix}"
        target = self._folder / holdings.PAPERS / name
        arrived = outbox.file(self._box, line.sha256, line.suffix)
        before = self._site.papers.get(line.key)
        paper = self._holding(line.key, line.meeting_id, line.url)
        self._write_sidecar(target, paper)
        if arrived.is_file():
            _place(arrived, target)
        elif not (target.is_file() and digest(target) == line.sha256):
            return  # cut off before the file was in place; the next crawl fetches it
        known = paper.held
        label = paper.link.label
        paper.held = Held(line.sha256, line.etag, line.last_modified, line.content, label)
        paper.standing, paper.why, paper.kind, paper.failures = "held", None, None, 0
        paper.removed_on, paper.file = None, name
        if not paper.versions or paper.versions[-1].sha256 != line.sha256:
            paper.versions = [*paper.versions, Version(line.sha256, self._now)]
        if before is None or known is None:
            self.delivery.new.append(line.key)
        else:
            self.delivery.updated.append(line.key)

    def _same(self, line: Same) -> None:
        paper = self._site.papers.get(line.key)
        if paper is None or paper.held is None:
            return
        paper = self._holding(line.key, line.meeting_id, paper.link.url)
        paper.standing = "held"
        paper.why, paper.kind, paper.failures, paper.removed_on = None, None, 0, None
        if paper.held is not None and paper.withheld == paper.held.sha256:
            paper.standing, paper.why = "restricted", holdings.SAYS_SO
        target = self._folder / holdings.PAPERS / (paper.file or "")
        if paper.file is not None and self._write_sidecar(target, paper):
            self.delivery.touched.append(line.key)
        self.delivery.unchanged.append(line.key)

    def _refused(self, line: Refused) -> None:
        known = self._site.papers.get(line.key)
        if known is not None and known.is_forgotten:
            return
        was_refused = known is not None and known.standing == "restricted"
        paper = self._holding(line.key, line.meeting_id, "")
        paper.standing, paper.why, paper.kind, paper.failures = "restricted", line.why, None, 0
        if not was_refused:
            self.delivery.restricted.append(line.key)
        if paper.file is not None:
            # Ingesting drops what was kept of it, by what the sidecar says; then the file goes.
            target = self._folder / holdings.PAPERS / paper.file
            write_whole(target.with_name(target.name + ENDING), b'{"restricted": true}\n')
            self.delivery.withheld.append(line.key)

    def _failed(self, line: Failed) -> None:
        known = self._site.papers.get(line.key or "")
        if known is not None and known.is_forgotten:
            return  # to tell of it would name it
        self.delivery.failed.append(line)
        if line.key is not None and line.meeting_id is not None:
            paper = self._holding(line.key, line.meeting_id, line.url)
            paper.standing, paper.why, paper.kind = "failed", line.why, line.kind
            paper.failures += 1
        elif line.meeting_id is not None and line.meeting_id in self._site.meetings:
            self._site.meetings[line.meeting_id].why = line.why

    def _holding(self, key: str, meeting_id: int, url: str) -> Holding:
        """The record of a paper, made if need be, with what the site says of it tonight."""
        paper = self._site.papers.get(key)
        link = self._links.get(key) or (paper.link if paper else None)
        if link is None:  # its meeting's line was lost; that can't be, but nothing must break
            link = Link(key=key, url=url, role="appendix", title="")
        if not link.url:
            link = msgspec.structs.replace(link, url=url)
        if paper is None:
            paper = Holding(link=link, meeting_id=meeting_id, standing="failed")
            self._site.papers[key] = paper
        paper.link, paper.meeting_id = link, meeting_id
        return paper

    def _write_sidecar(self, target: Path, paper: Holding) -> bool:
        """What the paper may not print, beside it; False where it says so already."""
        link = paper.link
        said: dict[str, str] = {"source_url": link.url, "authority": self._authority}
        if link.held_on is not None:
            said["meeting_date"] = link.held_on.isoformat()
        body = self._whose(paper)
        if body:
            said["body"] = body
        if link.title and link.role not in PAGES:
            said["title"] = link.title
        data = msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"
        path = target.with_name(target.name + ENDING)
        if path.is_file() and path.read_bytes() == data:
            return False
        write_whole(path, data)
        return True

    def _whose(self, paper: Holding) -> str | None:
        """The body that a paper is of.

        Minutes that hang on a meeting to be approved there are of its own body only where that
        body is known to have met on their day.
        """
        link, state = paper.link, self._site.meetings.get(paper.meeting_id)
        if state is None:
            return None
        if link.role not in NAMELESS:
            return state.body
        committee = state.meeting.committee_id
        met = {
            each.meeting.held_on
            for each in self._site.meetings.values()
            if each.meeting.committee_id == committee
        }
        return state.body if link.held_on in met else None

    def _remove(self, key: str, why: str) -> None:
        paper = self._site.papers[key]
        was_held = paper.held is not None
        paper.standing, paper.why, paper.kind = "removed", why, None
        paper.removed_on = self._today
        if was_held:
            self.delivery.removed.append(key)

    def _emptied(self, meeting_id: int, what: str) -> None:
        self._site.meetings[meeting_id].why = what
        self._lost.add(meeting_id)
        self.delivery.emptied.append(what)

    def _body(self, committee_id: int) -> str:
        found = self._site.committees.get(committee_id)
        return found.title if found else f"body {committee_id}"


def _place(arrived: Path, target: Path) -> None:
    """Put a fetched file in its place in one step; the outbox keeps it until all is landed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = target.with_name(f"{SCRATCH}{target.name}")
    scratch.unlink(missing_ok=True)
    try:
        os.link(arrived, scratch)
    except OSError:  # a disk that knows no second name for a file
        write_whole(target, arrived.read_bytes())
        return
    scratch.replace(target)
    sync(target.parent)


def files(folder: Path, site: Site, keys: Iterable[str]) -> list[Path]:
    """Where the papers with these keys lie."""
    found = (site.papers[key].file for key in keys if key in site.papers)
    return [folder / holdings.PAPERS / name for name in found if name is not None]


def drop(folder: Path, site: Site, key: str, why: str) -> None:
    """Remove the file of a paper that may not be kept, and its sidecar; its record stays."""
    paper = site.papers[key]
    if paper.file is not None:
        target = folder / holdings.PAPERS / paper.file
        target.unlink(missing_ok=True)
        target.with_name(target.name + ENDING).unlink(missing_ok=True)
    paper.file, paper.standing, paper.why = None, "restricted", why
    paper.withheld = paper.held.sha256 if paper.held else None
