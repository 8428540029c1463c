"""From outbox to folder: whole, once, and honest about what came and what went."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from pipeline.errors import UnreadablePaperError
from pipeline.fetch.modgov import holdings, landing, outbox
from pipeline.fetch.modgov.crawl import Crawl
from pipeline.fetch.modgov.holdings import Site
from pipeline.fetch.modgov.job import Ended, Failed, Got, Job, Seen
from pipeline.fetch.modgov.records import Link, Meeting, MeetingPage
from pipeline.fetch.modgov.source import Source, fetch
from pipeline.fetch.originals import digest
from pipeline.fetch.sidecar import load
from tests.fetch.modgov.conftest import NIGHTS
from tests.replica.server import Replica

Night = Callable[..., tuple[Site, Crawl]]
SINCE = date(2026, 1, 1)
NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
MEETING = Meeting(7, 1, date(2026, 3, 9))
LINK = Link(key="s5", url="https://a.example/documents/s5/a.pdf", role="report", title="Ponds",
            item="3", held_on=date(2026, 3, 9))  # fmt: skip
PAGE = MeetingPage(body="Quill Panel", held_on=date(2026, 3, 9), has_items=True, links=(LINK,))


def make_box(folder: Path, *, ended: bool = True, name: str = "one") -> Path:
    box = folder / holdings.OUTBOXES / name
    job = Job(base="https://a.example/", since=SINCE, until=SINCE, recheck=SINCE)
    outbox.prepare(box, job)
    with outbox.Outbox(box) as out:
        out.write(Seen(MEETING, PAGE))
        sha = out.keep(b"%PDF-1.4 ponds", ".pdf")
        out.write(Got(key="s5", meeting_id=7, url=LINK.url, sha256=sha, suffix=".pdf", size=14))
        if ended:
            out.write(Ended())
    return box


def fresh(folder: Path) -> Site:
    return holdings.load(folder, "https://a.example/", SINCE)


def test_a_paper_lands_with_its_sidecar(tmp_path: Path) -> None:
    site = fresh(tmp_path)
    landing.land(tmp_path, make_box(tmp_path), site, "Quill Town Council", NOW)
    paper = tmp_path / "papers" / "s5.pdf"
    assert paper.read_bytes() == b"%PDF-1.4 ponds"
    said = load(paper.with_name("s5.pdf.meta.json"))
    assert (said.authority, said.body) == ("Quill Town Council", "Quill Panel")
    assert (said.meeting_date, said.title) == (date(2026, 3, 9), "Ponds")
    assert said.source_url == LINK.url
    assert site.deliveries[-1].new == ["s5"]
    assert site.deliveries[-1].is_whole
    assert site.complete() == {7}
    assert not (tmp_path / "outbox" / "one").exists()


def test_landing_again_after_a_cut_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = make_box(tmp_path)
    with monkeypatch.context() as cut:
        cut.setattr(shutil, "rmtree", lambda _: None)  # the machine stops here
        landing.land(tmp_path, box, fresh(tmp_path), "Quill Town Council", NOW)
    before = fresh(tmp_path)
    landing.land(tmp_path, box, fresh(tmp_path), "Quill Town Council", NOW)
    assert msgspec.json.encode(fresh(tmp_path)) == msgspec.json.encode(before)
    assert len(before.deliveries) == 1
    assert landing.left_over(tmp_path) == []


def test_landing_is_cut_off_before_it_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = make_box(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as cut:
        cut.setattr(holdings, "save", full)
        with pytest.raises(OSError, match="No space"):
            landing.land(tmp_path, box, fresh(tmp_path), "Quill Town Council", NOW)
    assert landing.left_over(tmp_path) == [box]
    site = fresh(tmp_path)
    landing.land(tmp_path, box, site, "Quill Town Council", NOW)
    assert site.deliveries[-1].new == ["s5"]
    assert (tmp_path / "papers" / "s5.pdf").is_file()


@pytest.mark.parametrize("left", [0, 1, 30, 400])
def test_an_outbox_that_is_cut_off_anywhere_gives_what_is_whole(tmp_path: Path, left: int) -> None:
    box = make_box(tmp_path, ended=False)
    lines = box / outbox.LINES
    lines.write_bytes(lines.read_bytes()[:left])
    site = fresh(tmp_path)
    landing.land(tmp_path, box, site, "Quill Town Council", NOW)
    assert not site.deliveries[-1].is_whole
    assert not site.backfilled
    assert site.papers == {}


def test_a_line_of_garbage_ends_the_outbox(tmp_path: Path) -> None:
    box = make_box(tmp_path)
    lines = (box / outbox.LINES).read_bytes().split(b"\n")
    (box / outbox.LINES).write_bytes(b"\n".join([lines[0], b"\0\0garbage", *lines[1:]]))
    assert [type(line).__name__ for line in outbox.read(box)] == ["Seen"]


def test_what_is_held_and_cannot_be_read_is_told_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / holdings.STATE).write_text("{")
    with pytest.raises(UnreadablePaperError, match="backup"):
        fresh(tmp_path)


def test_an_earlier_since_looks_at_everything_again(tmp_path: Path) -> None:
    site = fresh(tmp_path)
    site.backfilled = True
    holdings.save(tmp_path, site)
    assert fresh(tmp_path).backfilled
    assert not holdings.load(tmp_path, "https://a.example/", date(2020, 1, 1)).backfilled


def test_replaced_withdrawn_and_new_papers_over_three_nights(
    replica: Replica, source: Source, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    panel = replace(source, bodies=(427,))
    for night in (1, 2, 3):
        replica.night = night
        site, _ = fetch(panel, folder, NIGHTS[night])
        if night == 1:
            first = {key: paper.held for key, paper in site.papers.items()}
    brought = site.deliveries[-1]
    assert "s61023" in brought.updated
    assert brought.removed == ["s61035"]
    assert {"g6111-T4", "g6112-T1"} <= set(brought.new)
    replaced, gone = site.papers["s61023"], site.papers["s61035"]
    assert [v.sha256 for v in replaced.versions] == [
        first["s61023"].sha256,  # type: ignore[union-attr]
        digest(folder / "papers" / "s61023.pdf"),
    ]
    assert (gone.standing, gone.removed_on) == ("removed", date(2026, 11, 4))
    assert (folder / "papers" / "s61035.pdf").is_file()


def test_a_crawl_that_is_killed_is_told_and_the_next_night_goes_on(
    replica: Replica, source: Source, tmp_path: Path
) -> None:
    folder = tmp_path / "site"

    def kill_soon(pid: int) -> None:
        def kill() -> None:
            while len(replica.log) < 15:
                time.sleep(0.005)
            os.killpg(pid, signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()

    site, done = fetch(source, folder, NIGHTS[1], started=kill_soon)
    assert done.ended is None
    assert "signal 9" in str(done.trouble)
    assert not site.deliveries[-1].is_whole
    got = set(site.deliveries[-1].new)
    site, done = fetch(source, folder, NIGHTS[2])
    assert done.ended is not None
    assert site.deliveries[-1].is_whole
    assert got.isdisjoint(site.deliveries[-1].new)
    assert got | set(site.deliveries[-1].new) == {
        key for key, paper in site.papers.items() if paper.standing == "held"
    }


def test_the_crawl_ends_when_the_run_that_started_it_is_gone(
    replica: Replica, tmp_path: Path
) -> None:
    replica.misbehave("slow", "mgListCommittees|GetCommittees", seconds=30)
    box = tmp_path / "box"
    job = Job(base=replica.base, since=SINCE, until=date(2026, 12, 1), recheck=SINCE)
    outbox.prepare(box, job)
    command = [sys.executable, "-m", "pipeline.fetch.modgov.spider", str(box)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert process.stdin is not None
    while not replica.log:
        time.sleep(0.01)
    process.stdin.close()
    assert process.wait(10) == 1


def test_the_state_is_json_that_people_can_read(night: Night, tmp_path: Path) -> None:
    night(1)
    state = json.loads((tmp_path / "site" / holdings.STATE).read_text())
    assert state["papers"]["s60023"]["standing"] == "held"


def test_a_failure_of_a_meeting_keeps_it_open(tmp_path: Path) -> None:
    site = fresh(tmp_path)
    landing.land(tmp_path, make_box(tmp_path), site, "Quill Town Council", NOW)
    box = tmp_path / holdings.OUTBOXES / "two"
    outbox.prepare(box, Job(base="https://a.example/", since=SINCE, until=SINCE, recheck=SINCE))
    with outbox.Outbox(box) as out:
        out.write(
            Failed(kind="layout", why="another layout", url="https://a.example/", meeting_id=7)
        )
        out.write(Ended())
    landing.land(tmp_path, box, site, "Quill Town Council", NOW)
    assert site.complete() == frozenset()
    assert site.papers["s5"].standing == "held"
