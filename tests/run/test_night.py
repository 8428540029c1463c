"""What a night leaves: the digest, the log, the ledger, and the exit status."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.digest.mail import Mail
from pipeline.errors import ArchiveBusyError, ExitCode, UsageError
from pipeline.extraction import Holdings, Listed, ListedMeeting, Sidecar
from pipeline.fetch.folder import Candidate, Trouble
from pipeline.fetch.source import Haul
from pipeline.fetch.watched import FolderSource
from pipeline.run import telling
from pipeline.run.lock import held
from pipeline.run.nightly import Night, nightly
from tests.run import made
from tests.run.archive import papers, rows
from tests.run.folders import fill, log, minutes, newest, night, settings

ACTION = "ACTION: Mrs Carol Finch to obtain three quotes for the hedge by 1 June 2024."


def test_a_night_tells_what_is_new_and_a_quiet_one_says_so(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 2)
    first = night(archive, folder)
    assert first.exit_code == ExitCode.OK
    assert "New papers (2)" in newest(archive, "txt")
    (folder / "later.txt").write_text(minutes("June", action=ACTION))
    (folder / "broken.pdf").write_bytes(made.truncated_pdf())
    second = night(archive, folder)
    assert second.exit_code == ExitCode.ATTENTION
    digest = json.loads(newest(archive, "json"))
    assert [paper["held_on"] for paper in digest["new"]] == ["2024-06-14"]
    assert [task["text"] for task in digest["actions"]] != []
    assert "What needs a person" in newest(archive, "html")
    before = rows(archive, "SELECT * FROM documents ORDER BY ALL")
    third = night(archive, folder)
    assert third.exit_code == ExitCode.OK
    text = newest(archive, "txt")
    assert "Nothing was published" in text
    assert "1 paper from before still needs a person" in text
    assert len(text.splitlines()) < 20
    assert rows(archive, "SELECT * FROM documents ORDER BY ALL") == before
    assert not (archive / telling.BEFORE).exists()
    lines = log(archive)
    assert lines[0]["event"] == "began"
    assert lines[-1]["event"] == "ended"
    assert {line["run_id"] for line in lines} == {third.run.run_id}


@dataclass
class Site:
    """A source as a site would be: it fetches into its inbox, and remembers once it is settled."""

    body: str
    fail: str | None = None
    settled: int = 0
    name: str = "site"
    sent: list[str] = field(default_factory=list)

    def fetch(self, inbox: Path, held, note) -> Haul:
        note("asked", url="https://council.example/")
        address = "https://council.example/documents/s1.txt"
        meeting = ListedMeeting(key="m1", body="Finance Committee", authority="Ambridge")
        refused = Listed(key=f"{address}x", meeting="m1", refused="Part II")
        listed = Listed(key=address, meeting="m1")
        if self.fail:
            return Haul(Holdings(source=self.name, failed=self.fail))
        haul = Haul(
            Holdings(source=self.name, papers=(listed, refused), meetings=(meeting,)),
            refused=[Trouble(f"{address}x", "marked Part II on the page")],
        )
        if address not in held:
            path = inbox / "s1.txt"
            path.write_text(self.body)
            told = Sidecar(source_url=address, body="Finance Committee")
            haul.candidates.append(Candidate(path, known_as=(address, address), told=told))
        return haul

    def settle(self, restricted: Collection[str]) -> None:
        assert not restricted
        self.settled += self.fail is None


def test_a_site_plugs_in_beside_a_folder(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 1)
    site = Site(minutes("June"))
    work = Night(archive=archive, sources=(FolderSource("in", folder, archive), site))
    result = nightly(work)
    assert result.exit_code == ExitCode.OK
    assert site.settled == 1
    found = rows(archive, "SELECT source, source_url FROM documents WHERE source LIKE 'https:%'")
    assert found == [("https://council.example/documents/s1.txt",) * 2]
    told = rows(
        archive,
        "SELECT body, listed, refused, held, parsed, failed, complete FROM completeness "
        "WHERE source = 'site'",
    )
    assert told == [("Finance Committee", 2, 1, 1, 1, 0, True)]
    assert "Part II" in newest(archive, "html")
    site.fail = "https://council.example/: 403; the site refuses us"
    failed = nightly(work)
    assert failed.exit_code == ExitCode.SOURCE
    assert site.settled == 1
    told = rows(archive, "SELECT complete, reason FROM completeness WHERE source = 'site'")
    assert told == [(False, site.fail)]
    site.fail = None
    assert nightly(work).exit_code == ExitCode.OK
    assert rows(archive, "SELECT DISTINCT complete FROM completeness") == [(True,)]


def test_a_night_that_was_cut_off_before_its_digest_is_told_of_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 1)
    night(archive, folder)
    (folder / "later.txt").write_text(minutes("June"))

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(telling, "_compare", killed)
        with pytest.raises(KeyboardInterrupt):
            night(archive, folder)
    assert (archive / telling.BEFORE).is_file()
    night(archive, folder)
    assert "New papers (1)" in newest(archive, "txt")
    night(archive, folder)
    assert "Nothing was published" in newest(archive, "txt")


@pytest.mark.parametrize("moment", ["_compare", "_release"])
def test_the_first_night_of_all_is_told_of_once_whenever_it_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 2)
    digests = archive / "digests"
    calls: list[Path] = []
    whole = telling._release

    def killed(*given: Path, **_: object) -> None:
        calls.append(given[0])
        if moment == "_release" and len(calls) == 1:  # asked before the night; after it, killed
            return whole(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(telling, moment, killed)
        with pytest.raises(KeyboardInterrupt):
            night(archive, folder)
    assert rows(archive, "SELECT count(*) FROM documents") == [(2,)]
    assert len(list(digests.glob("*.json"))) == (1 if moment == "_release" else 0)
    (folder / "later.txt").write_text(minutes("June"))
    night(archive, folder)
    told = [p["source"] for d in digests.glob("*.json") for p in json.loads(d.read_text())["new"]]
    assert len(told) == len(set(told)) == 3
    assert not (archive / telling.NONE_BEFORE).exists()
    assert not (archive / telling.BEFORE).exists()
    night(archive, folder)
    assert "Nothing was published" in newest(archive, "txt")


def test_mail_that_fails_is_told_and_sent_the_next_night(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 1)
    # Nobody listens at port 9 of the loopback.
    mail = Mail("127.0.0.1", "papers@example.org", ("clerk@example.org",), port=9, security="none")
    result = night(archive, folder, mail=mail)
    assert result.exit_code == ExitCode.ATTENTION
    assert "could not be sent" in str(result.trouble)
    told = rows(archive, "SELECT stage, outcome FROM ingest_events WHERE stage = 'tell'")
    assert told == [("tell", "failed")]
    assert rows(archive, "SELECT outcome FROM ingest_runs") == [("partial",)]
    assert rows(archive, "SELECT count(*) FROM documents") == [(1,)]
    assert len(list((archive / "outbox").glob("*.eml"))) == 1
    assert night(archive, folder, mail=mail).exit_code == ExitCode.ATTENTION
    assert len(list((archive / "outbox").glob("*.eml"))) == 2


def test_one_run_at_a_time_and_a_lock_left_behind_is_none(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 1)
    with held(archive), pytest.raises(ArchiveBusyError, match=f"process {os.getpid()}"):
        night(archive, folder)
    # What a killed process left: the file, with its number in it.
    (archive / "lock").write_text("999999 2020-01-01T00:00:00Z\n")
    assert night(archive, folder).exit_code == ExitCode.OK


def test_two_processes_at_once_make_one_night(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive", fill(tmp_path / "in", 2)
    call = ("nightly", "--settings", settings(tmp_path, folder, archive))
    first = papers(*call)
    while not (archive / "runs").is_dir() and first.poll() is None:
        time.sleep(0.01)
    second = papers(*call)
    _, err = second.communicate(timeout=120)
    out, _ = first.communicate(timeout=120)
    assert first.returncode == 0, out
    assert second.returncode == 3, err
    assert "another run is working" in err or "another ingestion is working" in err
    assert rows(archive, "SELECT count(*) FROM ingest_runs") == [(1,)]


def test_wrong_settings_are_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="at least one source"):
        Night(archive=tmp_path, sources=())
    twice = FolderSource("in", tmp_path, tmp_path)
    with pytest.raises(UsageError, match="same name"):
        Night(archive=tmp_path, sources=(twice, twice))


def test_the_log_is_limited_in_files_and_bytes(tmp_path: Path) -> None:
    from pipeline.run.log import opened  # noqa: PLC0415

    for number in range(5):
        with opened(tmp_path, f"2026010{number}", keep=3, most=1000) as journal:
            for line in range(100):
                journal.note("read", source="x" * 50, line=line)
    found = sorted((tmp_path / "logs").glob("*.jsonl"))
    assert [path.stem for path in found] == ["20260102", "20260103", "20260104"]
    assert all(path.stat().st_size < 1500 for path in found)
    assert all(json.loads(line) for line in found[0].read_text().splitlines())
