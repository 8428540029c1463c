"""Papers that are gone, come back, or are replaced; and folders that only seem to be empty."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.run import ingest
from tests.run import made
from tests.run.archive import rows
from tests.run.folders import MONTHS, fill, minutes, night, outcomes, removed


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of six papers, and beside it the archive of a night over it."""
    top = tmp_path_factory.mktemp("held")
    night(top / "archive", fill(top / "in"))
    return top


@pytest.fixture
def place(held: Path, tmp_path: Path) -> Path:
    """Both where the night knows them: at the same path for every test, as they were at first."""
    for name in ("archive", "in"):
        shutil.copytree(held / name, tmp_path / name)
    top = tmp_path / "archive"
    for path in [*top.glob("papers/*.json"), top / "published.json", *top.glob("holdings/*.json")]:
        path.write_text(path.read_text().replace(str(held), str(tmp_path)))
    # Their digests changed with the paths: a night settles that.
    night(top, tmp_path / "in")
    return tmp_path


def test_a_paper_that_is_gone_is_marked_once_and_keeps_its_facts(place: Path) -> None:
    archive, folder = place / "archive", place / "in"
    facts = rows(archive, "SELECT count(*) FROM current_resolutions")
    (folder / "2-may.txt").unlink()
    first = night(archive, folder)
    assert outcomes(first)["2-may.txt"] == "removed"
    assert first.exit_code == ExitCode.OK
    assert removed(archive) == ["2-may.txt"]
    assert rows(archive, "SELECT count(*) FROM current_resolutions") == facts
    assert len(list((archive / "originals").rglob("*.txt"))) == len(MONTHS)
    assert "2-may.txt" not in outcomes(night(archive, folder))
    told = rows(archive, "SELECT count(*) FROM ingest_events WHERE outcome = 'removed'")
    assert told == [(1,)]
    (folder / "2-may.txt").write_text(minutes("May"))
    back = night(archive, folder)
    assert outcomes(back)["2-may.txt"] == "updated"
    assert removed(archive) == []


def test_a_paper_that_is_only_elsewhere_is_not_gone(place: Path) -> None:
    archive, folder = place / "archive", place / "in"
    (folder / "2-may.txt").rename(folder / "renamed.txt")
    assert outcomes(night(archive, folder))["renamed.txt"] in {"updated", "unchanged"}
    assert removed(archive) == []


@pytest.mark.parametrize("how", ["empty", "away", "half"])
def test_a_folder_that_lost_its_papers_is_a_failure_and_no_removal(place: Path, how: str) -> None:
    archive, folder = place / "archive", place / "in"
    if how == "away":
        folder.rename(place / "elsewhere")
    else:
        for path in folder.iterdir():
            path.unlink()
    if how == "half":  # papers of another place are no proof that the share is mounted
        (folder / "new.txt").write_text(minutes("June"))
    result = night(archive, folder)
    assert result.exit_code == ExitCode.SOURCE
    assert list(result.failed) == ["in"]
    assert removed(archive) == []
    assert rows(archive, "SELECT bool_or(complete) FROM completeness") == [(False,)]
    if how == "half":
        assert outcomes(result)["new.txt"] == "new"
        accepted = night(archive, folder, may_empty=True)
        assert accepted.exit_code == ExitCode.OK
        assert len(removed(archive)) == len(MONTHS)


def test_an_ingestion_by_hand_marks_nothing(place: Path) -> None:
    (place / "in" / "2-may.txt").unlink()
    ingest([place / "in"], place / "archive")
    assert removed(place / "archive") == []


def test_a_replaced_paper_remembers_what_stood_there(place: Path) -> None:
    archive, folder = place / "archive", place / "in"
    (before,) = rows(archive, "SELECT sha256 FROM documents WHERE source LIKE '%2-may.txt'")
    (folder / "2-may.txt").write_text(minutes("May").replace("be noted", "be approved"))
    result = night(archive, folder)
    (event,) = [e for e in result.run.events if e.outcome == "updated"]
    assert str(event.reason).startswith(f"replaces d{str(before[0])[:16]}")
    assert rows(archive, "SELECT sha256 FROM replaced_papers") == [before]
    assert len(list((archive / "originals").rglob("*.txt"))) == len(MONTHS) + 1
    text = max((archive / "digests").glob("*.txt")).read_text()
    assert "Papers in a new version (1)" in text
    (folder / "2-may.txt").write_text(f"NOT FOR PUBLICATION\n\n{made.MINUTES}")
    night(archive, folder)
    assert rows(archive, "FROM replaced_papers") == []
    assert len(list((archive / "originals").rglob("*.txt"))) == len(MONTHS) - 1
