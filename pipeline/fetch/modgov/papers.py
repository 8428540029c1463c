"""Fetching the papers of one meeting: those that are public, and not held as they are."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pipeline.fetch.modgov.asking import Answer, Asker, AskError, Sink
from pipeline.fetch.modgov.job import Failed, Got, Held, Job, Refused, Same
from pipeline.fetch.modgov.markup import classed, content_digest, parse
from pipeline.fetch.modgov.records import LayoutError, Link, Meeting, MeetingPage, Role
from pipeline.fetch.modgov.sniffing import READABLE, suffix_of, what

PAGES: frozenset[Role] = frozenset({"meeting_page", "item_page", "attendance", "decision_notice"})
"""What is published as a web page."""


class Papers:
    """The papers of all the meetings of one walk; each is fetched once."""

    def __init__(self, job: Job, ask: Asker, sink: Sink) -> None:
        self._job = job
        self._ask = ask
        self._sink = sink
        self._settled: set[str] = set()

    async def fetch(self, meeting: Meeting, page: MeetingPage, answer: Answer) -> None:
        """Fetch what the page of a meeting lists; `answer` is the page itself."""
        if page.has_items:
            self._page(meeting, f"m{meeting.meeting_id}", answer)
        for link in page.links:
            if link.role == "attendance" and not page.has_items:
                continue  # of a meeting to come, or one that was called off
            if link.key not in self._settled:
                self._settled.add(link.key)
                await self._one(meeting, link)

    async def _one(self, meeting: Meeting, link: Link) -> None:
        if link.restricted:
            self._sink.write(Refused(link.key, meeting.meeting_id, link.restricted))
            return
        held = self._job.held.get(link.key)
        marked = held is not None and (held.etag or held.last_modified)
        if held and not marked and link.role not in PAGES and held.label == link.label:
            self._sink.write(Same(link.key, meeting.meeting_id, asked=False))
            return
        ending = PurePosixPath(unquote(urlsplit(link.url).path)).suffix.lower()
        if link.role not in PAGES and ending not in {*READABLE, ".aspx"}:
            why = f"a file of type {ending[:10]} can't be read as a paper; it was not fetched"
            self._fail(meeting, link.key, link.url, AskError("type", why, link.url))
            return
        try:
            answer = await self._ask(
                link.url,
                etag=held.etag if held else None,
                modified=held.last_modified if held else None,
            )
        except AskError as error:
            self._fail(meeting, link.key, link.url, error)
            return
        if answer.status == 304:
            self._sink.write(Same(link.key, meeting.meeting_id))
        elif link.role in PAGES:
            self._page(meeting, link.key, answer)
        else:
            self._document(meeting, link, answer, held)

    def _page(self, meeting: Meeting, key: str, answer: Answer) -> None:
        """A web page: it is another one only when its reader would see that."""
        try:
            root = parse(answer.body)
            if not classed(root, "mgMainTitleTxt"):
                raise LayoutError("the page is not laid out as ModernGov lays it out")
            content = content_digest(answer.body)
        except LayoutError as error:
            self._fail(meeting, key, answer.url, AskError("layout", str(error), answer.url))
            return
        held = self._job.held.get(key)
        if held is not None and held.content == content:
            self._sink.write(Same(key, meeting.meeting_id))
            return
        self._keep(meeting, key, answer, ".html", content)

    def _document(self, meeting: Meeting, link: Link, answer: Answer, held: Held | None) -> None:
        suffix = suffix_of(answer.body)
        if suffix != ".pdf":
            why = f"a PDF was expected and {what(answer.body)} came; look at the address"
            self._fail(meeting, link.key, link.url, AskError("type", why, answer.url))
            return
        if held is not None and held.sha256 == hashlib.sha256(answer.body).hexdigest():
            self._sink.write(Same(link.key, meeting.meeting_id))
            return
        self._keep(meeting, link.key, answer, suffix, None)

    def _keep(
        self, meeting: Meeting, key: str, answer: Answer, suffix: str, content: str | None
    ) -> None:
        digest = self._sink.keep(answer.body, suffix)
        self._sink.write(
            Got(
                key=key,
                meeting_id=meeting.meeting_id,
                url=answer.url,
                sha256=digest,
                suffix=suffix,
                size=len(answer.body),
                etag=answer.etag,
                last_modified=answer.last_modified,
                content=content,
                seconds=round(answer.seconds, 3),
            )
        )

    def _fail(self, meeting: Meeting, key: str, url: str, error: AskError) -> None:
        self._sink.write(
            Failed(
                kind=error.kind,
                why=str(error),
                url=url,
                key=key,
                meeting_id=meeting.meeting_id,
                committee_id=meeting.committee_id,
            )
        )
