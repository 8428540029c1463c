"""The commands `papers init` and `papers check`, over a served replica."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.replica.council import Council
from tests.replica.server import Replica
from tests.run.archive import papers


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(Council(per_body=4)).serving() as served:
        yield served


def run(*arguments: str | Path, cwd: Path) -> tuple[int, str, str]:
    process = papers(*arguments, cwd=cwd)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def settings(folder: Path, base: str, bodies: str = '"all"', more: str = "") -> Path:
    path = folder / "papers.toml"
    path.write_text(
        f'archive = "archive"\ncontact = "papers@harrowmere.org"\n\n[[authority]]\n'
        f'name = "London Borough of Harrowmere"\nbase = "{base}"\nsince = 2026-01-01\n'
        f"bodies = {bodies}\n\n{more}\n[politeness]\ndelay_seconds = 0.01\nwait_seconds = 0.05\n"
        "retries = 1\n"
    )
    return path


def test_settings_to_start_from_are_written_once(tmp_path: Path) -> None:
    status, out, _ = run("init", cwd=tmp_path)
    assert status == 0
    assert "papers check" in out
    assert "[[authority]]" in (tmp_path / "papers.toml").read_text()
    (tmp_path / "papers.toml").write_text("mine")
    status, _, err = run("init", cwd=tmp_path)
    assert (status, (tmp_path / "papers.toml").read_text()) == (2, "mine")
    assert "left alone" in err


def test_the_template_asks_for_a_contact_before_anything_else(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    status, _, err = run("check", cwd=tmp_path)
    assert status == 2
    assert "papers.toml, line 10: contact" in err


def test_check_tells_what_a_site_holds_and_fetches_no_paper(
    tmp_path: Path, replica: Replica
) -> None:
    settings(tmp_path, replica.base, '["Licensing Committee", 418]')
    status, out, err = run("check", cwd=tmp_path)
    assert status == 0, err
    assert "web service: answers" in out
    assert "bodies: 2 of the 6" in out
    assert "Licensing Committee: 4 meetings, 2026-01-10 to 2026-04-25" in out
    assert "newest: Licensing Committee, 25 April 2026" in out
    assert replica.asked("documents/") == []
    assert [path.name for path in tmp_path.iterdir()] == ["papers.toml"]


def test_check_names_what_is_wrong(tmp_path: Path, replica: Replica) -> None:
    (tmp_path / "drop").mkdir()
    settings(
        tmp_path,
        replica.base,
        '["Licencing Committee"]',
        '[[folder]]\npath = "nowhere"\n\n[[folder]]\npath = "drop"\n',
    )
    status, out, _ = run("check", "--json", cwd=tmp_path)
    troubles = [source["troubles"] for source in json.loads(out)["sources"]]
    assert status == 1
    assert "did you mean 'Licensing Committee'?" in troubles[0][0]
    assert "no such folder" in troubles[1][0]
    assert "no papers in" in troubles[2][0]


def test_check_of_a_site_that_is_not_there(tmp_path: Path) -> None:
    settings(tmp_path, "http://127.0.0.1:9/")
    status, out, _ = run("check", cwd=tmp_path)
    assert status == 1
    assert "trouble:" in out
