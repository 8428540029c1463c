"""Reports over archives of invented rows, with their originals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.report.kinds import builder, finished
from pipeline.report.model import Report, Scope
from pipeline.report.sources import Sources
from pipeline.store.read import open_archive
from tests.report.hostile import hostile, keep
from tests.store.invented import invented

Make = Callable[..., Report]


@pytest.fixture(scope="session")
def plain_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive folder of a board's three meetings."""
    return keep(tmp_path_factory.mktemp("plain") / "archive", invented())


@pytest.fixture(scope="session")
def hostile_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive folder in which every text is hostile."""
    return keep(tmp_path_factory.mktemp("hostile") / "archive", hostile())


def made(archive: Path, kind: str, scope: Scope | None = None, **more: object) -> Report:
    """The report of this kind over the archive, as if it stood beside the archive's folder."""
    with open_archive(archive) as opened:
        sources = Sources(opened, archive.parent)
        return finished(builder(kind)(sources, scope or Scope(), **more), sources)  # type: ignore[call-arg]


@pytest.fixture
def plain(plain_archive: Path) -> Make:
    """Make a report over the plain archive."""
    return lambda kind, scope=None, **more: made(plain_archive, kind, scope, **more)


@pytest.fixture(scope="session")
def hostile_reports(hostile_archive: Path) -> dict[str, Report]:
    """Every report over the hostile archive, by module."""
    return {
        "recurring": made(hostile_archive, "recurring"),
        "attendance": made(hostile_archive, "attendance"),
        "meeting": made(hostile_archive, "meeting", which="m0"),
    }
