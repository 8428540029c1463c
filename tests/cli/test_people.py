"""`papers people`: lists, the review, and decisions that hold through every rebuild."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.run import ingest
from tests.cli.conftest import Printed

MAY = """Netherby Borough Council

Minutes of the meeting of the Audit Committee held on Tuesday 14 May 2024 at 7.00 pm
in the Civic Hall

Present: Councillor Ada Thorne (Chair), Councillor Tom Reeve and Councillor Joan Pike.

In attendance: Ned Vane (Interim Head of Audit).

1. Minutes of the last meeting

RESOLVED: That the minutes of the meeting held on 12 March 2024 be approved.

The meeting closed at 8.15 pm.
"""
JULY = (
    MAY.replace("14 May", "9 July")
    .replace("Ada Thorne", "Ada Quill")
    .replace("Audit Committee", "Planning Committee")
    .replace("Tom Reeve", "T Reeve")
)
Call = Callable[..., Printed]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers, and the archive that was made from them."""
    place = tmp_path_factory.mktemp("people")
    (place / "papers").mkdir()
    (place / "papers" / "may.txt").write_text(MAY)
    (place / "papers" / "july.txt").write_text(JULY)
    ingest([place / "papers"], place / "archive")
    return place


@pytest.fixture
def here(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "copy"))


@pytest.fixture
def call(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call `papers ARGS...` in the folder of the copy."""
    monkeypatch.chdir(here)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str) -> Printed:
        monkeypatch.setattr(sys, "argv", ["papers", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Printed(int(left.value.code or 0), printed.out, printed.err)

    return run


def names(call: Call, *options: str) -> list[str]:
    return [p["person_id"] for p in json.loads(call("people", "--json", *options).out)["people"]]


def test_people_are_listed_by_name_body_and_place(call: Call) -> None:
    every = ["ada-quill", "ada-thorne", "joan-pike", "ned-vane", "t-reeve", "tom-reeve"]
    assert names(call) == every
    assert names(call, "--name", "reeve") == ["t-reeve", "tom-reeve"]
    assert names(call, "--body", "planning") == ["ada-quill", "joan-pike", "ned-vane", "t-reeve"]
    assert names(call, "--place", "Netherby") == every
    assert names(call, "--place", "Overby") == []
    assert "Interim Head of Audit" in call("people", "--name", "vane").out


def test_the_review_shows_both_sides_and_what_to_do(call: Call) -> None:
    shown = call("people", "--review")
    assert "t-reeve and tom-reeve" in shown.out
    assert "papers people merge t-reeve tom-reeve" in shown.out
    assert "Planning Committee" in shown.out
    assert "1 pair" in shown.out


def test_who_held_a_post_on_a_day(call: Call) -> None:
    shown = call("people", "--post", "Head of Audit", "--on", "2024-06-01", "--json")
    (row,) = json.loads(shown.out)["people"]
    assert (row["person"], row["stand_in"]) == ("Ned Vane", "interim")
    assert row["told"] == "listed with it before and after the day"
    later = call("people", "--post", "head of audit", "--on", "2025-01-01", "--json")
    assert json.loads(later.out)["people"][0]["told"] == "last seen with it before the day"
    assert call("people", "--post", "Head of Audit").code == 2


def test_a_merge_is_published_at_once_and_survives_a_rebuild(call: Call, here: Path) -> None:
    done = call("people", "merge", "Ada Quill", "ada-thorne", "--why", "married", "--who", "me")
    assert (done.code, done.out) == (
        0,
        "ada-quill and ada-thorne are one person, ada-thorne. The archive is published anew.\n",
    )
    assert "ada-quill" not in names(call)
    assert "Ada Thorne" in call("show", "person", "ada-quill").out, "its former id is known"
    (here / "archive" / "archive.duckdb").unlink()
    assert call("ingest", "papers").code == 0
    assert "ada-quill" not in names(call)


def test_a_comment_in_the_file_stays_and_taking_an_entry_out_undoes_it(
    call: Call, here: Path
) -> None:
    file = here / "archive" / "corrections.toml"
    file.write_text("# Kept by the clerk.\n")
    call("people", "merge", "ada-quill", "ada-thorne", "--why", "married")
    call("people", "apart", "t-reeve", "tom-reeve", "--why", "father and son")
    text = file.read_text()
    assert text.startswith("# Kept by the clerk.\n")
    assert [line for line in text.splitlines() if line.startswith("[[")] == [
        "[[people.merge]]",
        "[[people.apart]]",
    ]
    assert "0 pairs" in call("people", "--review").out
    assert "father and son" in call("people", "--decisions").out
    file.write_text(text[: text.index("[[")])
    assert call("ingest", "papers").code == 0
    assert "ada-quill" in names(call)


def test_decisions_that_can_not_be_are_refused_and_leave_the_file(call: Call, here: Path) -> None:
    file = here / "archive" / "corrections.toml"
    call("people", "apart", "t-reeve", "tom-reeve", "--why", "father and son", "--who", "me")
    before = file.read_text()
    contrary = call("people", "merge", "t-reeve", "tom-reeve", "--why", "one")
    assert contrary.code == 2
    said = " ".join(contrary.err.split())
    assert "me said on" in said
    assert "father and son" in said
    assert "line 5" in said
    again = call("people", "apart", "t-reeve", "tom-reeve", "--why", "one")
    assert "decided already" in again.err
    unknown = call("people", "merge", "t-reeve", "nobody", "--why", "one")
    assert "no person 'nobody'" in unknown.err
    same = call("people", "merge", "t-reeve", "t-reeve", "--why", "one")
    assert "are one person" in same.err
    nothing = call("people", "split", "t-reeve", "--name", "Zoe", "--why", "one")
    assert "would change nothing" in nothing.err
    bare = call("people", "split", "t-reeve", "--why", "one")
    assert "--name, --place or --body" in bare.err
    assert call("people", "merge", "t-reeve", "ada-quill", "--why", " ").code == 2
    assert file.read_text() == before


def test_one_who_was_two_is_split_by_body(call: Call) -> None:
    done = call("people", "split", "joan-pike", "--body", "Planning", "--why", "her niece")
    assert done.code == 0
    assert names(call, "--name", "pike") == ["joan-pike", "joan-pike-planning"]


def test_a_file_elsewhere_is_remembered_and_missed(call: Call, here: Path) -> None:
    decided = ("people", "merge", "ada-quill", "ada-thorne", "--why", "married")
    assert call(*decided, "--corrections", "kept.toml").code == 0
    assert not (here / "archive" / "corrections.toml").exists()
    assert call("ingest", "papers").code == 0
    assert "ada-quill" not in names(call)
    (here / "kept.toml").rename(here / "moved.toml")
    gone = call("ingest", "papers")
    assert gone.code == 2
    assert "is gone" in gone.err
    assert call("ingest", "papers", "--corrections", "moved.toml").code == 0


def test_a_file_that_is_wrong_stops_the_run_with_its_line(call: Call, here: Path) -> None:
    (here / "archive" / "corrections.toml").write_text("\n[[people.merge]]\nwhy = 7\n")
    wrong = call("ingest", "papers")
    assert wrong.code == 2
    assert "corrections.toml, line 2: 'why' is missing" in " ".join(wrong.err.split())
    assert "ada-quill" in names(call), "the archive stands"


def test_a_correction_about_people_who_are_gone_is_told(call: Call, here: Path) -> None:
    call("people", "merge", "ada-quill", "ada-thorne", "--why", "married")
    (here / "papers" / "july.txt").write_text(JULY.replace("Ada Quill", "Zoe Marsh"))
    shutil.rmtree(here / "archive" / "papers")
    done = call("ingest", "papers")
    assert done.code == 0
    assert "1 correction changed nothing" in done.out
    assert "Ada Quill" in done.out
