"""Every way in which a site may go wrong: told, bounded, and healed by the next night."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Site
from tests.replica.server import Replica

Night = Callable[..., tuple[Site, Crawl]]
PAPER = r"documents/s60023/"


def failed(site: Site) -> list[tuple[str | None, str]]:
    return [(failure.key, failure.kind) for failure in site.deliveries[-1].failed]


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("error", {}, "error"),
        ("drop", {}, "error"),
        ("busy", {"seconds": 0.1}, "error"),
        ("wrong type", {}, "type"),
        ("gone", {}, "gone"),
        ("forbidden", {}, "forbidden"),
        ("away", {}, "redirect"),
        ("huge", {}, "size"),
    ],
)
def test_a_paper_that_cannot_be_had_is_told_and_had_the_next_night(  # noqa: PLR0917
    night: Night, replica: Replica, tmp_path: Path, kind: Any, more: dict[str, Any], told: str
) -> None:
    replica.misbehave(kind, PAPER, **more)
    site, done = night(1)
    assert failed(site) == [("s60023", told)]
    assert site.papers["s60023"].standing == "failed"
    assert site.papers["s60023"].why
    assert 6002 not in site.complete()
    assert not site.backfilled
    assert len(site.deliveries[-1].new) > 30
    assert done.ended is not None
    assert done.ended.stopped is None
    assert not list((tmp_path / "site" / "papers").glob("s60023*"))

    replica.faults.clear()
    site, _ = night(2)
    assert failed(site) == []
    assert site.deliveries[-1].new == ["s60023"]
    assert 6002 in site.complete()
    assert site.backfilled


@pytest.mark.parametrize(
    ("kind", "more"),
    [("error", {"times": 2}), ("error", {"times": 1, "status": 503}), ("drop", {"times": 1}),
     ("busy", {"times": 1, "seconds": 1})],
)  # fmt: skip
def test_a_passing_fault_is_ridden_out(
    night: Night, replica: Replica, kind: Any, more: dict[str, Any]
) -> None:
    replica.misbehave(kind, PAPER, **more)
    site, done = night(1)
    assert failed(site) == []
    assert site.papers["s60023"].standing == "held"
    assert done.ended is not None
    assert done.ended.retries == more["times"]
    if kind == "busy":
        tries = [request.at for request in replica.log if "s60023" in request.target]
        assert tries[1] - tries[0] >= 1.0  # Retry-After


def test_what_drips_for_ever_is_given_up(night: Night, replica: Replica) -> None:
    replica.misbehave("drip", PAPER)
    began = time.monotonic()
    site, _ = night(1)
    assert time.monotonic() - began < 45
    assert failed(site) == [("s60023", "time")]


def test_a_slow_site_is_waited_for(night: Night, replica: Replica) -> None:
    replica.misbehave("slow", PAPER, seconds=1.0, times=1)
    site, _ = night(1)
    assert failed(site) == []


def test_a_site_that_wants_a_long_pause_is_left_alone(night: Night, replica: Replica) -> None:
    replica.misbehave("busy", PAPER, seconds=3600)
    site, done = night(1)
    assert done.ended is not None
    assert "3600 seconds" in str(done.ended.stopped)
    assert not site.deliveries[-1].is_whole
    assert len(replica.asked("s60023")) == 1
    replica.faults.clear()
    site, _ = night(2)
    assert site.deliveries[-1].is_whole
    assert 6002 in site.complete()


@pytest.mark.parametrize("where", ["ieListDocuments.aspx.*MId=6002", "GetMeeting.*6002"])
def test_a_meeting_page_laid_out_anew_is_told_and_nothing_of_it_guessed(
    night: Night, replica: Replica, where: str
) -> None:
    replica.misbehave("layout", where)
    site, _ = night(1)
    failure = site.deliveries[-1].failed[0]
    assert (failure.kind, failure.meeting_id) == ("layout", 6002)
    assert "m6002" not in site.papers
    assert 6002 not in site.complete()
    assert site.meetings[6002].why
    replica.faults.clear()
    site, _ = night(2)
    assert site.deliveries[-1].is_whole
    assert "m6002" in site.papers


def test_a_new_layout_of_a_held_page_keeps_what_is_held(night: Night, replica: Replica) -> None:
    night(1)
    replica.misbehave("layout", r"ieListDocuments.aspx.*MId=6002")
    site, _ = night(2)
    assert site.deliveries[-1].removed == []
    assert site.papers["s60023"].standing == "held"


@pytest.mark.parametrize(
    ("where", "count"),
    [(r"ieListMeetings.aspx|GetMeetings", "meetings"), (r"ieListDocuments.aspx.*6002", "papers")],
)
def test_a_list_that_is_suddenly_empty_is_a_fault_and_no_withdrawal(
    night: Night, replica: Replica, where: str, count: str
) -> None:
    night(1)
    replica.service_on = False
    replica.misbehave("empty", where)
    site, _ = night(2)
    brought = site.deliveries[-1]
    assert brought.removed == []
    assert len(brought.emptied) == 1
    assert count in brought.emptied[0]
    assert not brought.is_whole
    assert site.papers["s60023"].standing == "held"
    replica.faults.clear()
    assert night(3)[0].deliveries[-1].is_whole


def test_bodies_that_are_suddenly_gone_are_a_fault(night: Night, replica: Replica) -> None:
    night(1)
    replica.service_on = False
    replica.misbehave("empty", "mgListCommittees")
    site, _ = night(2)
    assert not site.deliveries[-1].is_whole
    assert site.papers["s60023"].standing == "held"


def test_a_site_that_is_down_is_not_hammered(night: Night, replica: Replica) -> None:
    replica.misbehave("error", r"documents/")
    site, done = night(1)
    assert done.ended is not None
    assert "down" in str(done.ended.stopped)
    assert len(replica.asked("documents/")) == 5 * 3  # five papers, each asked for three times
    assert not site.deliveries[-1].is_whole


def test_a_site_that_forbids_all_is_not_asked_on(night: Night, replica: Replica) -> None:
    replica.misbehave("forbidden", r"documents/")
    site, done = night(1)
    assert done.ended is not None
    assert "403" in str(done.ended.stopped)
    assert len(replica.asked("documents/")) == 3
    assert not site.deliveries[-1].is_whole


def test_names_in_headers_lead_nowhere(night: Night, replica: Replica, tmp_path: Path) -> None:
    replica.misbehave("evil name", PAPER)
    night(1)
    assert (tmp_path / "site" / "papers" / "s60023.pdf").is_file()
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and "site" not in p.parts]
    assert outside == []
    assert not list(tmp_path.rglob("evil*"))


def test_without_the_service_the_pages_are_read(night: Night, replica: Replica) -> None:
    replica.service_on = False
    site, _ = night(1)
    assert site.deliveries[-1].is_whole
    assert len(replica.asked("asmx")) == 1
    assert site.papers["s60023"].standing == "held"
