"""The command `papers ingest`: what it prints, and what it tells the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.run import made
from tests.run.archive import documents, last_events, papers


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "may.txt"
    path.write_text(made.MINUTES)
    return path


def run(*arguments: str | Path, given: str | None = None) -> tuple[int, str, str]:
    process = papers("ingest", *arguments)
    out, err = process.communicate(given, timeout=120)
    return process.returncode, out, err


def test_a_run_says_what_it_did_and_where_the_archive_is(paper: Path, tmp_path: Path) -> None:
    status, out, err = run(paper, "--archive", tmp_path / "archive")
    assert (status, err) == (0, "read 1 of 1 papers\n")
    assert "1 paper in" in out
    assert "1 new" in out
    assert out.splitlines()[-1] == str(tmp_path / "archive/archive.duckdb")


def test_what_needs_attention_is_named_with_its_remedy(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(made.truncated_pdf())
    (tmp_path / "also.pdf").write_bytes(made.truncated_pdf()[:-5])
    status, out, _ = run(tmp_path, "--archive", tmp_path / "archive")
    assert status == 1
    assert paper.name not in out
    assert "2 papers need attention" in out
    assert "quarantined: also.pdf, cut.pdf" in out


def test_json_is_one_object(paper: Path, tmp_path: Path) -> None:
    status, out, _ = run(paper, "--archive", tmp_path / "archive", "--json")
    answer = json.loads(out)
    assert status == answer["exit_code"] == 0
    assert answer["totals"]["papers"] == 1
    assert [event["outcome"] for event in answer["run"]["events"]] == ["new"]


def test_paths_can_come_from_standard_input(paper: Path, tmp_path: Path) -> None:
    process = papers("ingest", "-", "--archive", tmp_path / "archive", stdin=-1)
    process.communicate(f"{paper}\n", timeout=120)
    assert process.returncode == 0
    assert documents(tmp_path / "archive") == {"may.txt": ("ok", None)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "no such file"),
        (["may.txt", "--seconds", "0"], "seconds must be 1 or more"),
        (["may.txt", "--megabytes", "3"], "megabytes must be 256 or more"),
        ([], "Missing argument"),
    ],
)
def test_wrong_use_exits_2_and_makes_nothing(
    paper: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    given = [tmp_path / a if a == paper.name else a for a in arguments]
    status, _, err = run(*given, "--archive", tmp_path / "archive")
    assert status == 2
    assert said in err
    assert not (tmp_path / "archive").exists()


def test_an_archive_that_cannot_be_made_is_an_error_of_use(paper: Path) -> None:
    status, _, err = run(paper, "--archive", paper / "archive")
    assert status == 2
    assert "--archive" in err
    assert "Traceback" not in err


def test_a_wrong_path_in_a_list_is_reported_and_the_rest_goes_on(
    paper: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.docx").write_text("x")
    process = papers("ingest", "-", "--archive", tmp_path / "archive", stdin=-1)
    given = f"{tmp_path}/gone.pdf\n{paper}\n{tmp_path}/notes.docx\n"
    out, _ = process.communicate(given, timeout=120)
    assert process.returncode == 1
    assert documents(tmp_path / "archive") == {"may.txt": ("ok", None)}
    assert "failed: gone.pdf\n    no such file or directory; check the path" in out
    assert "failed: notes.docx\n    not a paper" in out
    events = last_events(tmp_path / "archive")
    assert {name: outcome for name, (outcome, _) in events.items()} == {
        "may.txt": "new",
        "gone.pdf": "failed",
        "notes.docx": "failed",
    }


def test_an_empty_list_is_an_error_of_use(tmp_path: Path) -> None:
    process = papers("ingest", "-", "--archive", tmp_path / "archive", stdin=-1)
    _, err = process.communicate("", timeout=120)
    assert process.returncode == 2
    assert "the list of paths" in err


def test_an_archive_that_cannot_be_locked_is_not_published(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "archive" / "lock").mkdir(parents=True)  # as on a disk that is read-only
    status, _, err = run(paper, "--archive", tmp_path / "archive")
    assert status == 3
    assert "mend its permissions" in err
