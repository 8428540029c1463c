"""The `papers` command in this process, over an archive folder of invented papers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.store.publish import publish
from tests.store.invented import invented


@dataclass(frozen=True)
class Printed:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive folder with its originals."""
    place = tmp_path_factory.mktemp("cli") / "archive"
    it = invented()
    publish(place, it.rows)
    for sha256, content in it.originals.items():
        original = place / "originals" / sha256[:2] / f"{sha256}.pdf"
        original.parent.mkdir(parents=True, exist_ok=True)
        original.write_bytes(content)
    return place


@pytest.fixture
def papers(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Printed]:
    """Call `papers ARGS...` on a terminal of 80 columns, in the folder that holds the archive."""
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str | Path) -> Printed:
        monkeypatch.setattr(sys, "argv", ["papers", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Printed(int(left.value.code or 0), printed.out, printed.err)

    return call
