"""How Scrapy is set: one request at a time, slowly, by the site's rules, within bounds."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from pipeline.fetch.modgov.addresses import absolute, is_within
from pipeline.fetch.modgov.asking import AskError, Leave
from pipeline.fetch.modgov.job import Job

ROBOT = "committee-papers"
"""The name by which robots.txt may speak of this program."""
MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({408, 429, 500, 502, 503, 504})
"""Answers after which the same request is worth another try."""
DROPPED = (
    DownloadFailedError,
    DownloadTimeoutError,
    DownloadConnectionRefusedError,
    CannotResolveHostError,
    ResponseDataLossError,
    ConnectionError,
)
_MOST_HOPS = 5
JOB = "COMMITTEE_PAPERS_JOB"
"""The setting that holds the job."""


def settings(job: Job) -> dict[str, Any]:
    """Scrapy's settings for a job."""
    here = "pipeline.fetch.modgov.politeness"
    return {
        JOB: job,
        "USER_AGENT": job.pace.user_agent,
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": ROBOT,
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": job.pace.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": job.pace.delay,
        "AUTOTHROTTLE_MAX_DELAY": max(job.pace.slowest, job.pace.delay),
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
        "DOWNLOAD_TIMEOUT": job.bounds.file_seconds,
        "DOWNLOAD_MAXSIZE": job.bounds.file_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "COOKIES_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "RETRY_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "REFERRER_POLICY": "no-referrer",
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            f"{here}.Robots": 100,
            f"{here}.Repeat": 550,
            f"{here}.Redirect": 600,
        },
        # These alone: among the others are consoles that listen for code to run.
        "EXTENSIONS_BASE": {
            "scrapy.extensions.corestats.CoreStats": 0,
            "scrapy.extensions.throttle.AutoThrottle": 0,
        },
        "LOG_LEVEL": "WARNING",
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
    }


class Robots(RobotsTxtMiddleware):
    """robots.txt as RFC 9309 has it: one that can't be had forbids everything.

    Scrapy itself would then allow everything. A Crawl-delay is obeyed where it is longer.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unheard: dict[str, str] = {}

    async def robot_parser(self, request: Request) -> Any:
        """The rules for a request. Raises Leave where they could not be had."""
        parser = await super().robot_parser(request)
        why = self._unheard.get(urlsplit(request.url).netloc)
        if why is not None:
            raise Leave(f"the site's robots.txt could not be had ({why}), so nothing was asked for")
        return parser

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status in BUSY or response.status >= 500:
            self._unheard[netloc] = f"status {response.status}"
        elif response.status >= 400:
            response = response.replace(body=b"")  # none: everything is allowed
        await super()._parse_robots(response, netloc, request)
        parser = self._parsers[netloc]
        delay = parser.crawl_delay(ROBOT) if isinstance(parser, RobotParser) else None
        if delay:
            _slow_down(self.crawler, request, float(delay))

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._unheard[netloc] = str(exc) or type(exc).__name__
        super()._robots_error(exc, netloc)


def _slow_down(crawler: Crawler, request: Request, delay: float) -> None:
    """Let the site's own wish be the least delay from now on."""
    engine = crawler.engine
    for extension in crawler.extensions.middlewares:
        if hasattr(extension, "mindelay"):
            extension.mindelay = max(extension.mindelay, delay)
            extension.maxdelay = max(extension.maxdelay, delay)
    downloader = engine.downloader
    downloader._delay = max(downloader._delay, delay)  # noqa: SLF001 - as Scrapy's AutoThrottle does
    slot = downloader.slots.get(downloader.get_slot_key(request))
    if slot is not None:
        slot.delay = max(slot.delay, delay)


class Repeat:
    """Asks again after an error of the server or the network, more and more slowly."""

    def __init__(self, crawler: Crawler) -> None:
        self._pace = crawler.settings[JOB].pace
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Repeat:
        """Scrapy's way to build it."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        """Pause and ask again when the site is busy."""
        if response.status not in BUSY:
            return response
        asked = retry_after(response.headers.get("Retry-After") or b"")
        if asked is not None and asked > self._pace.longest_wait:
            raise Leave(
                f"the site asks to be left alone for {asked:.0f} seconds; the next run goes on"
            )
        return await self._again(request, asked) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Pause and ask again when the connection failed or broke."""
        if isinstance(exception, DROPPED):
            return await self._again(request, None)
        return None

    async def _again(self, request: Request, asked: float | None) -> Request | None:
        tries = request.meta.get("tries", 0)
        if tries >= request.meta.get("most_tries", self._pace.retries):
            return None
        own = min(self._pace.wait * 2**tries, self._pace.longest_wait)
        self._stats.inc_value("papers/retries")
        await asyncio.sleep(max(own, asked or 0.0))
        return request.replace(meta={**request.meta, "tries": tries + 1}, dont_filter=True)


def retry_after(header: bytes) -> float | None:
    """Seconds that a Retry-After header asks for, as a number or a date, if it does."""
    said = header.decode("latin-1").strip()
    if said.replace(".", "", 1).isdigit():
        return float(said)
    with suppress(ValueError, TypeError):
        when = parsedate_to_datetime(said)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return max((when - datetime.now(UTC)).total_seconds(), 0.0)
    return None


class Redirect:
    """Follows redirects within the site's own host, and no others."""

    def __init__(self, base: str) -> None:
        self._base = base

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Redirect:
        """Scrapy's way to build it."""
        return cls(crawler.settings[JOB].base)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Follow one redirect. Raises AskError for one that leads elsewhere or on for ever."""
        if response.status not in MOVED:
            return response
        to = (response.headers.get("Location") or b"").decode("latin-1")
        target = absolute(response.url, to)
        hops = request.meta.get("hops", 0)
        if target is None or not is_within(target, self._base):
            host = urlsplit(target or "").hostname or to[:60]
            why = f"it redirects to another place ({host}), which was not followed"
            raise AskError("redirect", why, request.url)
        if hops >= _MOST_HOPS:
            raise AskError("redirect", "it redirects again and again", request.url)
        return request.replace(
            url=target, meta={**request.meta, "hops": hops + 1}, dont_filter=True
        )
