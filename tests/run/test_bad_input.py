"""One folder with every kind of bad paper among good ones: the good are published, each bad one
is explained, and nothing stops the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.recognition import shortfall
from pipeline.run import IngestResult, Limits, ingest
from tests.run import made
from tests.run.archive import documents, rows

BAD = {
    "truncated.pdf": (made.truncated_pdf, "quarantined", "again"),
    "encrypted.pdf": (made.encrypted_pdf, "quarantined", "password"),
    "empty.pdf": (lambda: b"", "quarantined", "empty"),
    "binary.pdf": (lambda: bytes(range(256)) * 40, "quarantined", "again"),
    "error-page.pdf": (lambda: made.ERROR_PAGE, "quarantined", "web page"),
    "scan.pdf": (made.scan_pdf, "partial", "again" if shortfall() else "not a word"),
    "bomb.pdf": (made.bomb_pdf, "quarantined", "damaged"),
    "loops.pdf": (made.looping_pdf, "partial", "page 2"),
}
GOOD = {
    "minutes.txt": made.MINUTES.encode,
    "minutes.pdf": made.minutes_pdf,
    "nested.pdf": made.nested_pdf,
    "long.pdf": lambda: made.text_pdf([["Annual report", f"Page {n} of it"] for n in range(2000)]),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@pytest.fixture(scope="module")
def result(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> IngestResult:
    folder = tmp_path_factory.mktemp("papers")
    for name, (make, _, _) in BAD.items():
        (folder / name).write_bytes(make())
    for name, make_good in GOOD.items():
        (folder / name).write_bytes(make_good())
    return ingest([folder], archive, limits=Limits(seconds=60, megabytes=1024))


def test_the_run_ends_and_asks_for_attention(result: IngestResult) -> None:
    assert result.exit_code == ExitCode.ATTENTION
    assert result.run.outcome == "partial"
    assert {Path(each.source).name for each in result.attention} == set(BAD)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_paper_is_explained(result: IngestResult, archive: Path, name: str) -> None:
    assert result.run.events
    _, expected, said = BAD[name]
    status, reason = documents(archive)[name]
    assert status == expected
    assert str(reason).startswith(f"{name}: ")
    assert said in str(reason)
    assert len(str(reason)) < 400


@pytest.mark.parametrize("name", GOOD)
def test_a_good_paper_beside_them_is_published(
    result: IngestResult, archive: Path, name: str
) -> None:
    assert result.run.events
    assert documents(archive)[name] == ("ok", None)


def test_every_page_of_a_long_paper_is_counted(result: IngestResult, archive: Path) -> None:
    assert result.run.events
    assert rows(archive, "SELECT pages FROM documents WHERE source LIKE '%long.pdf'") == [(2000,)]


def test_bad_papers_are_not_tried_again_until_they_change(
    result: IngestResult, archive: Path
) -> None:
    """Nor with the same limits; but with wider ones, where a limit was what stopped them."""
    folder = Path(result.run.events[0].source).parent
    limits = Limits(seconds=60, megabytes=1024)
    again = ingest([folder], archive, limits=limits)
    assert again.exit_code == ExitCode.ATTENTION
    assert {event.outcome for event in again.run.events} == {"unchanged"}
    assert again.attention == result.attention


def test_a_paper_that_takes_too_long_is_stopped_and_can_be_given_more(tmp_path: Path) -> None:
    paper, archive = tmp_path / "long.pdf", tmp_path / "archive"
    paper.write_bytes(made.text_pdf([["Annual report"] * 60 for _ in range(1500)]))
    hurried = ingest([paper], archive, limits=Limits(seconds=1, seconds_per_megabyte=0))
    assert hurried.exit_code == ExitCode.ATTENTION
    status, reason = documents(archive)["long.pdf"]
    assert status == "quarantined"
    assert "--seconds" in str(reason)
    patient = ingest([paper], archive)
    assert patient.exit_code == ExitCode.OK
    assert documents(archive)["long.pdf"] == ("ok", None)
