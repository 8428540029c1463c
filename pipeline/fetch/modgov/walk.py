"""The walk over a site: bodies, their meetings, each meeting's papers, one request at a time.

It knows no network: an `Asker` fetches. What the site says and what was had of it goes, line by
line, into the outbox, so that a walk that is cut off has lost nothing but what it was doing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from urllib.parse import urljoin

import msgspec

from pipeline.fetch.modgov import addresses, lists, service
from pipeline.fetch.modgov.asking import Asker, AskError, Sink
from pipeline.fetch.modgov.job import Bodies, Failed, FailureKind, Job, Listed, Seen
from pipeline.fetch.modgov.page import meeting_page, pack_choice
from pipeline.fetch.modgov.papers import Papers
from pipeline.fetch.modgov.records import Committee, LayoutError, Link, Meeting, MeetingPage


class Walk:
    """One walk for one job."""

    def __init__(self, job: Job, ask: Asker, sink: Sink) -> None:
        self._job = job
        self._ask = ask
        self._sink = sink
        self._papers = Papers(job, ask, sink)
        self._service = job.service

    async def run(self) -> None:
        """Walk the whole site. Raises Leave, and OSError when the outbox can't be written to."""
        chosen = await self._bodies()
        todo: list[Meeting] = []
        for committee in chosen:
            todo += await self._meetings(committee)
        if self._job.look:
            past = [m for m in todo if m.held_on <= self._job.recheck and not m.cancelled] or todo
            for meeting in sorted(past, key=lambda m: m.held_on)[-1:]:
                await self._meeting(meeting)
            return
        # What is not held yet goes first: a walk that reaches its limits each night gets on.
        order = sorted(todo, key=lambda m: (m.meeting_id in self._job.complete, m.held_on))
        for meeting in order:
            await self._meeting(meeting)

    async def _bodies(self) -> list[Committee]:
        listed, by_service = await self._listed_bodies()
        chosen = list(_chosen(listed, self._job, self._sink))
        ids = tuple(each.committee_id for each in chosen)
        self._sink.write(Bodies(tuple(listed), ids, by_service))
        return chosen

    async def _listed_bodies(self) -> tuple[list[Committee], bool]:
        base = self._job.base
        if self._service:
            try:
                answer = await self._ask(addresses.service(base, "GetCommittees"), probe=True)
                listed = service.committees(answer.body)
            except (AskError, LayoutError):
                listed = []
            if listed:
                return listed, True
            self._service = False
        url = addresses.committees_page(base)
        try:
            answer = await self._ask(url)
            listed = lists.committees(answer.body, answer.url, base)
            if not listed:
                url = urljoin(base, "mgCommitteeStructure.aspx")
                answer = await self._ask(url, probe=True)
                listed = lists.committees(answer.body, answer.url, base)
        except (AskError, LayoutError) as error:
            self._fail(error, url)
            return [], False
        if not listed:
            self._sink.write(Failed(kind="layout", url=url, why="the site lists no body at all"))
        return listed, False

    async def _meetings(self, committee: Committee) -> list[Meeting]:
        """The meetings of one body that are to be visited."""
        job, number = self._job, committee.committee_id
        first = job.recheck if job.backfilled and job.recheck > job.since else job.since
        try:
            found = await self._listed_meetings(number, first)
        except (AskError, LayoutError) as error:
            url = addresses.meetings_page(job.base, number, 0)
            self._fail(error, url, committee_id=number)
            return []
        # The site may answer with other dates than it was asked for.
        wanted = [m for m in found if first <= m.held_on <= job.until]
        others = len(found) - len(wanted)
        self._sink.write(Listed(number, first, job.until, tuple(wanted), others))
        return [m for m in wanted if m.held_on >= job.recheck or m.meeting_id not in job.complete]

    async def _listed_meetings(self, number: int, first: date) -> list[Meeting]:
        job = self._job
        if self._service:
            url = addresses.service(
                job.base,
                "GetMeetings",
                lCommitteeId=number,
                sFromDate=addresses.service_date(first),
                sToDate=addresses.service_date(job.until),
            )
            try:
                return service.meetings((await self._ask(url)).body, number)
            except (AskError, LayoutError):
                pass  # the pages say it too
        found: dict[int, Meeting] = {}
        for year in range(first.year, job.until.year + 1):
            url = addresses.meetings_page(job.base, number, year)
            answer = await self._ask(url)
            for meeting in lists.meetings(answer.body, answer.url, job.base, number):
                found.setdefault(meeting.meeting_id, meeting)
        return list(found.values())

    async def _meeting(self, meeting: Meeting) -> None:
        base = self._job.base
        url = addresses.meeting_page(base, meeting.committee_id, meeting.meeting_id)
        try:
            answer = await self._ask(url)
            page = meeting_page(answer.body, answer.url, base)
            more: list[Link] = []
            for address in page.further:
                choice = await self._ask(address)
                more += pack_choice(choice.body, choice.url, base, page.held_on)
            if self._service:
                # What the service marks as restricted isn't fetched, whatever the page links to:
                # without its answer the meeting has to wait for another night.
                said = await self._ask(
                    addresses.service(base, "GetMeeting", lMeetingId=meeting.meeting_id)
                )
                more += service.meeting(said.body, said.url, base).links
        except (AskError, LayoutError) as error:
            self._fail(error, url, meeting_id=meeting.meeting_id,
                       committee_id=meeting.committee_id)  # fmt: skip
            return
        page = msgspec.structs.replace(page, links=_together(page, more), further=())
        self._sink.write(Seen(meeting, page))
        if not self._job.look:
            await self._papers.fetch(meeting, page, answer)

    def _fail(
        self,
        error: AskError | LayoutError,
        url: str,
        meeting_id: int | None = None,
        committee_id: int | None = None,
    ) -> None:
        kind: FailureKind = error.kind if isinstance(error, AskError) else "layout"
        url = error.url if isinstance(error, AskError) else url
        self._sink.write(
            Failed(
                kind=kind, why=str(error), url=url, meeting_id=meeting_id, committee_id=committee_id
            )
        )


def _together(page: MeetingPage, more: Iterable[Link]) -> tuple[Link, ...]:
    """The papers of the page and of further lists, each once; refused in one place, in all."""
    found = {link.key: link for link in page.links}
    for link in more:
        before = found.setdefault(link.key, link)
        if link.restricted and not before.restricted:
            found[link.key] = msgspec.structs.replace(before, restricted=link.restricted)
    return tuple(found.values())


def _chosen(listed: Sequence[Committee], job: Job, sink: Sink) -> Iterable[Committee]:
    """The bodies that are wanted; one that the settings name and the site doesn't is told."""
    if not job.bodies:
        yield from (each for each in listed if not each.ended or not job.backfilled)
        return
    by_name = {_folded(each.title): each for each in listed}
    by_id = {each.committee_id: each for each in listed}
    seen = set()
    for wanted in job.bodies:
        found = by_id.get(wanted) if isinstance(wanted, int) else by_name.get(_folded(wanted))
        if found is None:
            if listed:
                near = get_close_matches(_folded(str(wanted)), by_name, n=1, cutoff=0.6)
                hint = f"; did you mean '{by_name[near[0]].title}'?" if near else ""
                why = f"the site lists no body '{wanted}'{hint}"
                sink.write(Failed(kind="body", why=why, url=job.base))
        elif found.committee_id not in seen:
            seen.add(found.committee_id)
            yield found


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("&", "and").split())
