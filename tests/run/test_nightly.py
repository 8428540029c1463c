"""Nights over the replica: all that is public comes in, once, and what goes wrong is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from pipeline.cli.ingest import summary
from pipeline.errors import ArchiveBusyError, ExitCode
from pipeline.fetch.modgov import holdings
from pipeline.run import ingest
from pipeline.run.holdings import short
from pipeline.run.lock import held
from pipeline.run.nightly import NightResult, night_of, nightly
from pipeline.settings import load
from tests.replica.council import Council
from tests.replica.server import Replica
from tests.run import made
from tests.run.archive import rows
from tests.run.nights import content, outcomes, run, write_settings

SITE = f"archive/sources/{short('London Borough of Harrowmere')}"


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(Council(per_body=4)).serving() as served:
        yield served


@pytest.fixture
def settings(tmp_path: Path, replica: Replica) -> Path:
    return write_settings(tmp_path, replica, "[418]")


def sources(folder: Path, status: str = "ok") -> list[str]:
    found = rows(folder / "archive", f"SELECT source FROM documents WHERE status = '{status}'")
    return sorted(str(source) for (source,) in found)


class Nights:
    """Three nights over two bodies, and what the archive held after each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nights: list[NightResult] = []
        self.contents: list[dict[str, Any]] = []
        self.requests: list[int] = []
        council = Council(per_body=4)
        with Replica(council).serving() as replica:
            settings = write_settings(folder, replica)
            for night in (1, 2, 3):
                self.nights.append(run(settings, replica, night))
                self.contents.append(content(folder / "archive"))
                self.requests.append(len(replica.log))
                if night == 1:
                    copytree(folder / SITE / "papers", folder / "papers of the first night")
        self.council = council


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    return Nights(tmp_path_factory.mktemp("three"))


def test_the_first_night_holds_every_public_paper_and_refuses_the_others(three: Nights) -> None:
    state = json.loads((three.folder / SITE / holdings.STATE).read_bytes())
    wanted = {
        paper.key
        for meeting in three.council.meetings
        if meeting.committee_id in {418, 427} and meeting.since <= 3
        for _, paper in meeting.every()
        if paper.secrecy == ""
    }
    held_now = {key for key, paper in state["papers"].items() if paper["standing"] == "held"}
    removed = {key for key, paper in state["papers"].items() if paper["standing"] == "removed"}
    assert wanted <= held_now | removed
    refused = {key for key, paper in state["papers"].items() if paper["standing"] == "restricted"}
    assert refused == {"s70001", "s70002", "s70003", "s70004", "s70005", "s70007"}
    assert outcomes(three.nights[0]) == {"new": 59, "restricted": 6}


def test_the_first_night_ends_well(three: Nights) -> None:
    first = three.nights[0]
    assert first.result.attention == ()
    assert first.exit_code == ExitCode.OK
    assert first.result.run.outcome == "success"


def test_facts_are_those_of_the_same_papers_from_a_folder(three: Nights, tmp_path: Path) -> None:
    ingest([three.folder / "papers of the first night"], tmp_path / "archive")
    from_folder = content(tmp_path / "archive")
    from_site = three.contents[0]
    assert from_folder.keys() == from_site.keys()
    for name, found in from_site.items():
        if name not in {"documents", "completeness"}:
            assert found == from_folder[name], name


def test_a_night_without_news_changes_no_row(three: Nights) -> None:
    assert outcomes(three.nights[1]) == {}
    assert three.nights[1].exit_code == ExitCode.OK
    assert three.contents[1] == three.contents[0]
    assert summary(three.nights[1].result).splitlines()[0].endswith("s: nothing new")


def test_news_of_the_third_night(three: Nights) -> None:
    third = outcomes(three.nights[2])
    assert third["removed"] == 1
    assert third["updated"] == 3
    assert third["new"] == 3
    gone = [e for e in three.nights[2].result.run.events if e.outcome == "removed"]
    assert "s61035" in gone[0].source
    assert "facts stay" in str(gone[0].reason)
    kept = rows(three.folder / "archive", "SELECT 1 FROM documents WHERE source LIKE '%s61035%'")
    assert kept == [(1,)]


def test_the_ledger_and_the_log_tell_of_every_night(three: Nights) -> None:
    archive = three.folder / "archive"
    assert rows(archive, "SELECT outcome FROM ingest_runs ORDER BY run_id") == [("success",)] * 3
    logs = sorted((archive / "logs").iterdir())
    assert len(logs) == 3
    lines = [json.loads(line) for line in logs[0].read_text().splitlines()]
    assert [lines[0]["event"], lines[-1]["event"]] == ["began", "ended"]
    (fetched,) = [line for line in lines if line["event"] == "fetched"]
    assert fetched["requests"] == three.requests[0] - 1


def test_nothing_restricted_is_anywhere_in_the_archive(three: Nights) -> None:
    for path in (three.folder / "archive").rglob("*"):
        if path.is_file() and "logs" not in path.parts:
            assert b"SECRET MATTER" not in path.read_bytes(), path
    assert not (three.folder / SITE / "papers" / "s70005.pdf").exists()


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("error", "s60023"),
        ("layout", "ieListDocuments.*6002"),
        ("wrong type", "s60023"),
        ("gone", "s60023"),
        ("drop", "s60023"),
    ],
)
def test_a_night_with_a_fault_takes_in_the_rest_and_the_next_heals(
    settings: Path, replica: Replica, kind: Any, where: str
) -> None:
    replica.misbehave(kind, where)
    night = run(settings, replica, 1)
    assert night.exit_code == ExitCode.ATTENTION
    assert night.result.run.outcome == "partial"
    assert [a.status for a in night.result.attention] == [None]
    assert outcomes(night)["failed"] == 1
    assert outcomes(night)["new"] > 20
    replica.faults.clear()
    night = run(settings, replica, 2)
    assert night.exit_code == ExitCode.OK
    assert any("s60023" in source for source in sources(settings.parent))


def test_a_site_that_is_down_is_told_and_the_folder_taken_in(
    tmp_path: Path, replica: Replica
) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "may.txt").write_text(made.MINUTES)
    settings = write_settings(tmp_path, replica, more='[[folder]]\npath = "drop"\n')
    replica.misbehave("error", ".*")
    night = run(settings, replica, 1)
    assert night.exit_code == ExitCode.SOURCE
    assert sources(tmp_path) == [str(drop / "may.txt")]
    assert "robots.txt" in str(night.result.attention[0].reason)


def test_a_drop_folder_over_the_nights(tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "may.txt").write_text(made.MINUTES)
    path = tmp_path / "papers.toml"
    path.write_text('archive = "archive"\ncontact = "a@b.org"\n[[folder]]\npath = "drop"\n')
    assert outcomes(nightly(night_of(load(path)))) == {"new": 1}
    assert outcomes(nightly(night_of(load(path)))) == {}
    (drop / "june.txt").write_text(made.MINUTES.replace("14 May", "11 June"))
    (drop / "may.txt").write_text(made.MINUTES.replace("noted", "agreed"))
    assert outcomes(nightly(night_of(load(path)))) == {"new": 1, "updated": 1}
    (drop / "june.txt").unlink()
    assert outcomes(nightly(night_of(load(path)))) == {"removed": 1}
    assert outcomes(nightly(night_of(load(path)))) == {}
    assert len(sources(tmp_path)) == 2
    (drop / "may.txt").unlink()
    night = nightly(night_of(load(path)))
    assert outcomes(night) == {"failed": 1}
    assert night.exit_code == ExitCode.SOURCE
    assert "mounted" in str(night.result.attention[0].reason)
    (drop / "may.txt").write_text(made.MINUTES.replace("noted", "agreed"))
    assert outcomes(nightly(night_of(load(path)))) == {"unchanged": 1}


def test_a_paper_that_is_restricted_later_leaves_the_archive(
    settings: Path, replica: Replica
) -> None:
    run(settings, replica, 1)
    meeting = replica.council.meeting(6003)
    assert meeting is not None
    meeting.items[2].papers[0].secrecy = "service"
    night = run(settings, replica, 2)
    assert outcomes(night)["restricted"] >= 1
    assert any("s60033" in source for source in sources(settings.parent, "restricted"))
    assert not (settings.parent / SITE / "papers" / "s60033.pdf").exists()
    assert run(settings, replica, 2).exit_code == ExitCode.OK
    assert any("s60033" in source for source in sources(settings.parent, "restricted"))


def test_one_night_at_a_time(settings: Path, replica: Replica) -> None:
    with held(settings.parent / "archive"), pytest.raises(ArchiveBusyError, match="ingestion"):
        run(settings, replica, 1)
    assert replica.log == []
    (settings.parent / "archive" / "lock").write_text("left by a machine that lost its power")
    assert run(settings, replica, 1).exit_code == ExitCode.OK


def test_what_was_fetched_and_never_published_comes_with_the_next_night(
    settings: Path, replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr("pipeline.run.nightly.take_in", _stop)
        with pytest.raises(KeyboardInterrupt):
            run(settings, replica, 1)
    night = run(settings, replica, 2)
    assert outcomes(night)["new"] > 20
    assert replica.sent.get("304", 0) > 20  # none of it was sent again


def test_a_cut_right_after_publishing_tells_nothing_twice(
    settings: Path, replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr("pipeline.run.sites.SiteSource.settle", _stop)
        with pytest.raises(KeyboardInterrupt):
            run(settings, replica, 1)
    night = run(settings, replica, 2)
    assert outcomes(night).keys() <= {"unchanged", "restricted"}
    assert not (settings.parent / SITE / "papers" / "s70005.pdf").exists()


def _stop(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
