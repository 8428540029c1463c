"""What the site sees of a crawl, by its own log."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from statistics import median

import psutil
import pytest

from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Site
from pipeline.fetch.modgov.job import Bounds, Pace
from pipeline.fetch.modgov.politeness import retry_after
from tests.fetch.modgov.conftest import PACE
from tests.replica.server import Replica, Request

Night = Callable[..., tuple[Site, Crawl]]


def keeps(delay: float, log: list[Request]) -> bool:
    """Whether `delay` (seconds) lay between requests, as the site saw them.

    A busy machine may tell of one request late and of the next in time, so that a single gap seems
    shorter than it was; over all of them nothing is gained.
    """
    between = [after.at - before.at for before, after in pairwise(log)]
    return sum(between) >= delay * (len(between) - 1) and median(between) >= 0.9 * delay


def test_one_request_at_a_time_with_the_delay_and_a_contact(night: Night, replica: Replica) -> None:
    night(1, pace=Pace(user_agent=PACE.user_agent, delay=0.15))
    log = replica.log
    assert len(log) > 30
    assert max(request.open for request in log) == 1
    assert max(request.under_way for request in log) == 1
    assert keeps(0.15, log)
    assert {request.headers["User-Agent"] for request in log} == {PACE.user_agent}
    assert all("Cookie" not in request.headers for request in log)
    assert log[0].target == "/robots.txt"
    assert len(replica.asked("robots.txt")) == 1


def test_a_crawl_listens_to_nobody(night: Night, replica: Replica) -> None:
    # A child just forked still holds what this process has open: the socket of the replica.
    ours = {c.laddr for c in psutil.Process().net_connections() if c.status == psutil.CONN_LISTEN}
    with ThreadPoolExecutor() as pool:
        crawl = pool.submit(night, 1, pace=Pace(user_agent=PACE.user_agent, delay=0.05))
        seen: set[int] = set()
        while not crawl.done():
            for child in psutil.Process().children(recursive=True):
                with suppress(psutil.Error):
                    opened = child.net_connections()
                    if any(c.status == psutil.CONN_ESTABLISHED for c in opened):
                        seen.add(child.pid)
                    assert {c.laddr for c in opened if c.status == psutil.CONN_LISTEN} <= ours
            time.sleep(0.02)
    assert seen  # the crawl was looked at while it asked
    assert replica.log


def test_a_second_night_downloads_nothing_again(night: Night, replica: Replica) -> None:
    first, _ = night(1)
    held = {key: paper.held for key, paper in first.papers.items()}
    second, done = night(2)
    brought = second.deliveries[-1]
    assert (brought.new, brought.updated, brought.removed) == ([], [], [])
    assert {key: paper.held for key, paper in second.papers.items()} == held
    documents = [r for r in replica.log if "/documents/" in r.target]
    assert documents
    assert all("If-None-Match" in r.headers for r in documents)
    assert replica.sent["304"] == len(documents)
    assert done.ended is not None
    assert done.ended.requests == len(replica.log) - 1  # and robots.txt


def test_requests_grow_with_the_window_and_not_with_what_is_held(
    night: Night, replica: Replica
) -> None:
    night(1)
    night(2, recheck_days=1)
    assert len(replica.asked("ieListDocuments")) == 0
    assert len(replica.log) <= 4


def test_robots_txt_is_obeyed(night: Night, replica: Replica) -> None:
    replica.robots = "User-agent: *\nDisallow: /documents/\n"
    site, _ = night(1)
    assert replica.asked("documents/") == []
    kinds = {failure.kind for failure in site.deliveries[-1].failed}
    assert kinds == {"robots"}
    assert not site.deliveries[-1].is_whole


def test_rules_for_this_very_robot_are_obeyed(night: Night, replica: Replica) -> None:
    replica.robots = "User-agent: committee-papers\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    site, _ = night(1)
    assert replica.asked() == ["/robots.txt"]
    assert not site.deliveries[-1].is_whole


def test_a_crawl_delay_is_kept(night: Night, replica: Replica) -> None:
    replica.robots = "User-agent: *\nCrawl-delay: 0.2\n"
    night(1)
    assert keeps(0.2, replica.log[1:])


def test_without_robots_txt_all_is_allowed(night: Night, replica: Replica) -> None:
    replica.robots = None
    site, _ = night(1)
    assert site.deliveries[-1].is_whole


def test_robots_txt_that_cannot_be_had_forbids_all(night: Night, replica: Replica) -> None:
    replica.misbehave("error", "robots.txt")
    site, done = night(1)
    assert set(replica.asked()) == {"/robots.txt"}
    assert done.ended is not None
    assert "robots.txt" in str(done.ended.stopped)
    assert not site.deliveries[-1].is_whole


def test_nothing_restricted_is_asked_for(night: Night, replica: Replica) -> None:
    site, _ = night(1)
    for key in replica.council.secret(1):
        assert replica.asked(f"{key[1:]}") == []
    refused = {k for k, p in site.papers.items() if p.standing == "restricted"}
    assert refused == replica.council.secret(1)


def test_a_fetched_paper_that_becomes_restricted_is_withheld(
    night: Night, replica: Replica
) -> None:
    night(1)
    meeting = replica.council.meeting(6003)
    assert meeting is not None
    meeting.items[2].papers[0].secrecy = "service"
    site, _ = night(2)
    assert site.deliveries[-1].withheld == ["s60033"]
    assert site.papers["s60033"].standing == "restricted"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(b"120", 120.0), (b"0.5", 0.5), (b"", None), (b"soon", None), (b"-5", None)],
)
def test_retry_after_in_seconds(header: bytes, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_retry_after_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    found = retry_after(later.encode())
    assert found is not None
    assert 85 <= found <= 90
    assert retry_after(b"Mon, 02 Nov 2020 09:00:00 GMT") == 0.0


def test_limits_end_a_crawl_and_the_next_night_goes_on(night: Night, replica: Replica) -> None:

    few = Bounds(file_bytes=1 << 20, file_seconds=4, seconds=60, requests=20)
    site, done = night(1, bounds=few)
    assert done.ended is not None
    assert "limit" in str(done.ended.stopped)
    assert len(replica.log) <= 21
    got = len(site.deliveries[-1].new)
    site, _ = night(2)
    assert site.deliveries[-1].is_whole
    assert len(site.deliveries[-1].new) + got == len(
        [p for p in site.papers.values() if p.standing == "held"]
    )
