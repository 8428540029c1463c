"""The Scrapy process: `python -m pipeline.fetch.modgov.spider OUTBOX` does the job that lies there.

Twisted's reactor can be started once in a process, and a site may do anything to whoever reads it,
so a crawl has a process of its own, which the run limits and can kill. It ends by itself when its
standard input is closed, as it is when the run that started it is gone.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy import Request
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from pipeline.fetch.modgov import outbox
from pipeline.fetch.modgov.asking import Answer, AskError, Leave
from pipeline.fetch.modgov.job import Ended, Job
from pipeline.fetch.modgov.outbox import Outbox
from pipeline.fetch.modgov.politeness import DROPPED, settings
from pipeline.fetch.modgov.walk import Walk

_PATIENCE = 5
"""So many addresses in a row that can't be had mean that the site is down."""
_REFUSALS = 3
"""So many 403 in a row mean that the site doesn't want to be read."""


class ModernGovSpider(scrapy.Spider):
    """Asks, through Scrapy's downloader, for what the walk wants next."""

    name = "moderngov"

    def __init__(self, job: Job, box: Outbox, **more: Any) -> None:
        super().__init__(**more)
        self._job = job
        self._box = box
        self._begun = time.monotonic()
        self._errors = 0
        self._refusals = 0
        self._requests = 0
        self._bytes = 0

    async def start(self) -> AsyncIterator[Any]:
        """Walk the site; Scrapy's own queue of requests stays empty."""
        stopped = None
        try:
            await Walk(self._job, self._ask, self._box).run()
        except Leave as leave:
            stopped = str(leave)
        self._box.write(
            Ended(
                stopped=stopped,
                requests=self._requests,
                retries=self.crawler.stats.get_value("papers/retries", 0),
                bytes=self._bytes,
                seconds=round(time.monotonic() - self._begun, 3),
            )
        )
        nothing: tuple[Request, ...] = ()
        for request in nothing:
            yield request

    async def _ask(
        self, url: str, *, etag: str | None = None, modified: str | None = None, probe: bool = False
    ) -> Answer:
        self._check_bounds()
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        request = Request(
            url,
            headers={name: value for name, value in headers.items() if value},
            meta={"most_tries": 0} if probe else {},
            callback=NO_CALLBACK,
            dont_filter=True,
        )
        began = time.monotonic()
        self._requests += 1
        try:
            response = await self.crawler.engine.download_async(request)
        except AskError:
            raise
        except IgnoreRequest as error:
            raise AskError("robots", "the site's robots.txt forbids it", url) from error
        except DownloadCancelledError as error:
            most = self._job.bounds.file_bytes
            raise AskError("size", f"it is larger than {most:,} bytes", url) from error
        except DownloadTimeoutError as error:
            self._count_error(f"{url} takes too long")
            seconds = self._job.bounds.file_seconds
            raise AskError("time", f"it took longer than {seconds:g} seconds", url) from error
        except DROPPED as error:
            self._count_error(str(error))
            raise AskError("error", _dropped(error), url) from error
        return self._told(response, url, time.monotonic() - began, probe)

    def _told(self, response: Response, url: str, seconds: float, probe: bool) -> Answer:
        status = response.status
        self._bytes += len(response.body)
        if status == 403:
            self._refusals += 1
            if self._refusals >= _REFUSALS:
                raise Leave(
                    f"the site answered {_REFUSALS} requests in a row with 403 (forbidden): it "
                    "doesn't want to be read by this program; ask the council for leave"
                )
            raise AskError("forbidden", "the site forbids it (status 403)", url)
        if status in {404, 410}:
            raise AskError("gone", f"the site no longer has it (status {status})", url)
        if status not in {200, 304}:
            if not probe:
                self._count_error(f"status {status}")
            raise AskError("error", f"the site answered with an error (status {status})", url)
        self._errors = self._refusals = 0
        return Answer(
            url=response.url,
            status=status,
            body=response.body,
            etag=_header(response, "ETag"),
            last_modified=_header(response, "Last-Modified"),
            seconds=seconds,
        )

    def _count_error(self, last: str) -> None:
        self._errors += 1
        if self._errors >= _PATIENCE:
            raise Leave(
                f"{_PATIENCE} addresses in a row could not be had (the last: {last}); the site "
                "seems to be down; the next run goes on"
            )

    def _check_bounds(self) -> None:
        bounds = self._job.bounds
        if self._requests >= bounds.requests:
            raise Leave(
                f"the limit of {bounds.requests:,} requests was reached; the next run goes on"
            )
        if time.monotonic() - self._begun > bounds.seconds:
            raise Leave(
                f"the limit of {bounds.seconds:g} seconds was reached; the next run goes on"
            )


def _dropped(error: Exception) -> str:
    """What happened to the connection, in words; every retry came to the same."""
    if isinstance(error, ResponseDataLossError):
        return "the connection broke off before all of it had come; the next night asks again"
    return f"the connection failed ({str(error)[:160] or type(error).__name__})"


def _header(response: Response, name: str) -> str | None:
    value = (response.headers.get(name) or b"").decode("latin-1").strip()
    return value[:300] if value and value.isprintable() else None


def _end_with_parent() -> None:
    """End this process when standard input closes: its parent is gone."""

    def wait() -> None:
        while os.read(0, 1):  # unbuffered: nothing to hold locked when the process ends
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def main(folder: Path) -> int:
    """Do the job in an outbox; 0 when the walk came to its end, 1 when it broke."""
    _end_with_parent()
    job = outbox.load_job(folder)
    with Outbox(folder) as box:
        process = CrawlerProcess(settings(job))
        crawler = process.create_crawler(ModernGovSpider)
        process.crawl(crawler, job=job, box=box)
        process.start()
    return 0 if crawler.stats.get_value("finish_reason") == "finished" else 1


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
