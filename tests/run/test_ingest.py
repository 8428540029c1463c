"""Ingestion end to end: what is new, unchanged, updated, restricted, and what stays cheap."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest

from pipeline.errors import ArchiveBusyError, ExitCode, PublishError, UsageError
from pipeline.run import ingest
from pipeline.run.lock import held
from tests.run import made
from tests.run.archive import content, documents, last_events, rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with minutes as text and as PDF, two papers of two meetings."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "may.txt").write_text(made.MINUTES)
    (papers / "may.pdf").write_bytes(made.minutes_pdf())
    return papers


def test_a_second_run_changes_no_row_and_is_cheap(folder: Path, tmp_path: Path) -> None:
    for month in range(1, 7):
        text = made.MINUTES.replace("14 May", f"{month} July")
        pages = [text.splitlines()] * 40
        (folder / f"july-{month}.pdf").write_bytes(made.text_pdf(pages))
    archive = tmp_path / "archive"
    began = time.monotonic()
    first = ingest([folder], archive)
    first_took = time.monotonic() - began
    before = content(archive)
    began = time.monotonic()
    second = ingest([folder], archive)
    second_took = time.monotonic() - began
    assert first.exit_code == second.exit_code == ExitCode.OK
    assert {event.outcome for event in first.run.events} == {"new"}
    assert {event.outcome for event in second.run.events} == {"unchanged"}
    assert content(archive) == before
    assert rows(archive, "SELECT outcome, papers FROM ingest_runs") == [("success", 8)] * 2
    assert second_took < first_took / 5


def test_the_order_of_work_does_not_show(folder: Path, tmp_path: Path) -> None:
    for month in range(1, 5):
        text = made.MINUTES.replace("14 May", f"{month} July")
        (folder / f"july-{month}.pdf").write_bytes(made.text_pdf([text.splitlines()] * (5 - month)))
    found = []
    for name, jobs, paths in (("a", 1, [folder]), ("b", 2, sorted(folder.iterdir(), reverse=True))):
        ingest(paths, tmp_path / name, jobs=jobs)
        tables = content(tmp_path / name)
        read_at = "SELECT * EXCLUDE (ingested_at) FROM documents"
        found.append(tables | {"documents": rows(tmp_path / name, read_at)})
    assert found[0] == found[1]


def test_the_original_is_kept_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    ingest([folder], tmp_path / "archive")
    kept = sorted(p.read_bytes() for p in (tmp_path / "archive/originals").rglob("*.*"))
    assert kept == sorted(p.read_bytes() for p in folder.iterdir())


def test_changed_bytes_at_a_path_replace_what_it_said(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    ingest([folder], archive)
    (folder / "may.txt").write_text(made.MINUTES.replace("be noted", "be approved"))
    ingest([folder], archive)
    outcome, reason = last_events(archive)["may.txt"]
    assert outcome == "updated"
    assert str(reason).startswith("replaces d")
    assert last_events(archive)["may.pdf"] == ("unchanged", None)
    assert rows(archive, "SELECT count(*) FROM documents") == [(2,)]
    assert len(list((archive / "originals").rglob("*.txt"))) == 2


def test_a_damaged_new_copy_does_not_drive_out_the_good_one(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    ingest([folder], archive)
    (folder / "may.pdf").write_bytes(made.truncated_pdf())
    result = ingest([folder], archive)
    assert result.exit_code == ExitCode.ATTENTION
    outcome, reason = last_events(archive)["may.pdf"]
    assert outcome == "quarantined"
    assert "earlier copy" in str(reason)
    statuses = rows(archive, "SELECT status FROM documents WHERE source LIKE '%may.pdf'")
    assert sorted(statuses) == [("ok",), ("quarantined",)]
    (folder / "may.pdf").write_bytes(made.minutes_pdf() + b"\n")
    ingest([folder], archive)
    assert documents(archive) == {"may.txt": ("ok", None), "may.pdf": ("ok", None)}


def test_the_same_bytes_at_two_paths_are_one_document(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (folder / "may copy.txt").write_text(made.MINUTES)
    ingest([folder], archive)
    assert rows(archive, "SELECT count(*) FROM documents") == [(2,)]
    assert last_events(archive)["may copy.txt"] == ("new", None)
    outcome, reason = last_events(archive)["may.txt"]
    assert outcome == "unchanged"
    assert str(reason).startswith("same bytes as ")
    assert str(reason).endswith("may copy.txt")


def test_two_papers_that_swap_names_both_stay(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (folder / "june.txt").write_text(made.MINUTES.replace("14 May", "11 June"))
    ingest([folder], archive)
    (folder / "may.txt").rename(folder / "was may.txt")
    (folder / "june.txt").rename(folder / "may.txt")
    (folder / "was may.txt").rename(folder / "june.txt")
    ingest([folder], archive)
    assert set(documents(archive)) == {"may.pdf", "may.txt", "june.txt"}


def test_a_restricted_paper_leaves_nothing_behind(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (folder / "may.pdf").unlink()
    (folder / "june.txt").write_text(made.MINUTES.replace("Ada Byron", "Eve Quill"))
    ingest([folder], archive)
    assert _files_with(b"Ada Byron", archive)
    (folder / "may.txt.meta.json").write_text('{"restricted": true}')
    result = ingest([folder], archive)
    assert result.exit_code == ExitCode.OK
    assert documents(archive)["may.txt"][0] == "restricted"
    assert last_events(archive)["may.txt"][0] == "restricted"
    assert not _files_with(b"Ada Byron", archive)
    assert _files_with(b"Eve Quill", archive)
    ingest([folder], archive)
    assert last_events(archive)["may.txt"][0] == "unchanged"
    (folder / "may.txt.meta.json").unlink()
    ingest([folder], archive)
    assert documents(archive)["may.txt"] == ("ok", None)


def _files_with(text: bytes, archive: Path) -> list[Path]:
    files = [path for path in archive.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if text in (gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes())
    ]


def test_a_sidecar_of_no_use_is_explained(folder: Path, tmp_path: Path) -> None:
    (folder / "may.meta.json").write_text('{"meeting_date": "14 May"}')
    result = ingest([folder / "may.txt"], tmp_path / "archive")
    status, reason = documents(tmp_path / "archive")["may.txt"]
    assert (result.exit_code, status) == (ExitCode.ATTENTION, "quarantined")
    assert "may.meta.json" in str(reason)
    assert "meeting_date" in str(reason)
    assert not list((tmp_path / "archive/originals").rglob("*.txt"))


def test_one_extractor_is_run_again_alone(folder: Path, tmp_path: Path) -> None:
    """Its facts come from the cached reading, everyone else's stay as they were."""
    archive = tmp_path / "archive"
    ingest([folder / "may.txt"], archive)
    manifest = next((archive / "papers").iterdir())
    paper = json.loads(manifest.read_bytes())
    facts = [f["extractor"].partition("/")[0] for f in paper["facts"]]
    assert "resolutions" in facts
    paper["versions"]["resolutions"] = 0
    manifest.write_text(json.dumps(paper))
    # A reading that differs from the file shows where each fact was taken from.
    reading = next((archive / "readings").iterdir())
    text = gzip.decompress(reading.read_bytes()).decode()
    reading.write_bytes(gzip.compress(text.replace("2024/25", "1999/00").encode()))
    reading_names = [a["name"] for a in _attendance(paper)]
    (event,) = ingest([folder / "may.txt"], archive).run.events
    assert event.outcome == "updated"
    again = json.loads(manifest.read_bytes())
    assert [f["extractor"].partition("/")[0] for f in again["facts"]] == facts
    found = [f for f in again["facts"] if f["extractor"].startswith("resolutions/")]
    assert any("1999/00" in f["finding"]["value"]["text"] for f in found)
    assert [a["name"] for a in _attendance(again)] == reading_names
    assert again["versions"]["resolutions"] > 0
    assert again["ingested_at"] == paper["ingested_at"]  # these bytes came in with the first run


def _attendance(
    paper: dict[str, list[dict[str, dict[str, dict[str, str]]]]],
) -> list[dict[str, str]]:
    values = [fact["finding"]["value"] for fact in paper["facts"]]
    return [value for value in values if value["type"] == "Attendee"]


def test_a_lost_cache_only_costs_a_reading(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    ingest([folder / "may.txt"], archive)
    before = content(archive)
    manifest = next((archive / "papers").iterdir())
    paper = json.loads(manifest.read_bytes())
    paper["versions"]["resolutions"] = 0
    manifest.write_text(json.dumps(paper))
    next((archive / "readings").iterdir()).write_bytes(b"torn")
    ingest([folder / "may.txt"], archive)
    after = content(archive)
    del before["documents"], after["documents"]  # they say when the paper was read
    assert after == before


def test_only_one_ingestion_works_at_a_time(folder: Path, tmp_path: Path) -> None:
    with held(tmp_path / "archive"), pytest.raises(ArchiveBusyError, match="another ingestion"):
        ingest([folder], tmp_path / "archive")


def test_an_archive_that_was_deleted_is_built_again(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    ingest([folder], archive)
    before = content(archive)
    (archive / "archive.duckdb").unlink()
    ingest([folder], archive)
    assert content(archive) == before
    assert rows(archive, "SELECT count(*) FROM ingest_runs") == [(2,)]


def test_a_failed_publication_leaves_the_old_archive(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "archive"
    ingest([folder / "may.pdf"], archive)
    before = (archive / "archive.duckdb").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.store.publish.build", _full_disk)
        with pytest.raises(PublishError, match="No space left"):
            ingest([folder], archive)
    assert (archive / "archive.duckdb").read_bytes() == before
    ingest([folder], archive)
    assert last_events(archive)["may.txt"] == ("new", None)
    outcomes = rows(archive, "SELECT outcome FROM ingest_runs ORDER BY run_id")
    assert outcomes == [("success",), ("failed",), ("success",)]


def _full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_wrong_path_is_an_error_of_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        ingest([tmp_path / "nowhere"], tmp_path / "archive")
    assert not (tmp_path / "archive").exists()
