"""What the command tells the shell where it doesn't end as it should."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import overview
from pipeline.errors import ExitCode
from tests.cli.conftest import Printed
from tests.run.archive import PAPERS

Papers = Callable[..., Printed]


def fails(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no\nnumber")


def test_a_fault_is_one_line_and_a_status_of_its_own(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "open_archive", fails)
    printed = papers("overview")
    assert printed.code == ExitCode.FAULT == 70
    assert printed.err.count("\n") == 1
    assert "ZeroDivisionError: no number" in printed.err
    assert "fault of the program" in printed.err
    assert "COMMITTEE_PAPERS_DEBUG=1" in printed.err


def test_a_fault_is_traced_on_request(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "open_archive", fails)
    monkeypatch.setenv("COMMITTEE_PAPERS_DEBUG", "1")
    printed = papers("overview")
    assert printed.code == ExitCode.FAULT
    assert "Traceback" in printed.err
    assert "in fails" in printed.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["schema"],
        ["query", "--format", "table"],
        ["sql", "SELECT range, repeat('x', 99) FROM range(9999)", "--format", "csv"],
        ["sql", "SELECT range, repeat('x', 99) FROM range(9999)"],
    ],
)
def test_a_reader_that_leaves_is_no_error(folder: Path, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [*PAPERS, *arguments],
        cwd=folder.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert (process.wait(60), said) == (ExitCode.NOBODY_READS, "")


def test_evidence_needs_a_folder_that_can_be_made(papers: Papers, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("")
    for target in (taken, taken / "below"):
        meeting = _a_meeting(papers)
        printed = papers("show", "meeting", meeting, "--evidence", target)
        assert printed.code == ExitCode.USAGE
        assert "--evidence" in printed.err
        assert "Traceback" not in printed.err


def _a_meeting(papers: Papers) -> str:
    answer = papers("sql", "SELECT meeting_id FROM resolutions LIMIT 1", "--format", "csv").out
    return answer.splitlines()[1]


def test_status_names_a_damaged_record(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "runs").mkdir()
    record = tmp_path / "runs" / "20260101T000000.000000Z.json"
    record.write_text("{")
    (tmp_path / "runs" / "20260102T000000.000000Z.started").write_text("")
    printed = papers("status", "--archive", tmp_path)
    assert printed.code == 0
    assert record.name in printed.out
    assert "sets it aside" in " ".join(printed.out.split())
    assert record.exists()


@pytest.mark.parametrize(("target", "status"), [("/dev/full", 70), ("&-", 0)])
def test_output_that_goes_nowhere_is_never_a_traceback(
    folder: Path, target: str, status: int
) -> None:
    command = " ".join(map(shlex.quote, [*PAPERS, "overview"]))
    done = subprocess.run(
        ["sh", "-c", f"{command} >{target}"],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert ("No space left" in done.stderr) == (status == 70)
