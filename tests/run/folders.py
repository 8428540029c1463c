"""Nights over folders of small papers."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.fetch.watched import FolderSource
from pipeline.run.nightly import Night, NightResult, nightly
from tests.run import made
from tests.run.archive import rows

MONTHS = ("January", "March", "May", "July", "September", "November")


def minutes(month: str, *, action: str = "") -> str:
    """Minutes of one meeting, with an action if need be."""
    text = made.MINUTES.replace("14 May", f"14 {month}")
    return text.replace("The meeting closed", f"{action}\n\nThe meeting closed") if action else text


def fill(folder: Path, months: int = len(MONTHS)) -> Path:
    folder.mkdir(exist_ok=True)
    for number, month in enumerate(MONTHS[:months]):
        (folder / f"{number}-{month.lower()}.txt").write_text(minutes(month))
    return folder


def night(archive: Path, *folders: Path, may_empty: bool = False, **options: object) -> NightResult:
    sources = tuple(
        FolderSource(folder.name, folder, archive, may_empty=may_empty) for folder in folders
    )
    return nightly(Night(archive=archive, sources=sources, **options))  # type: ignore[arg-type]


def settings(folder: Path, watched: Path, archive: Path) -> Path:
    """Settings of nights over one folder, for a process."""
    path = folder / "papers.toml"
    path.write_text(
        f'archive = "{archive}"\ncontact = "a@b.org"\n[[folder]]\npath = "{watched}"\n'
        f'name = "in"\n[limits]\njobs = 1\n[digest]\nfolder = "{archive}/digests"\n'
    )
    return path


def outcomes(result: NightResult) -> dict[str, str]:
    """Outcome by file name."""
    return {Path(event.source).name: event.outcome for event in result.run.events}


def removed(archive: Path) -> list[str]:
    found = rows(archive, "SELECT source FROM documents WHERE removed_on IS NOT NULL ORDER BY 1")
    return [Path(str(source)).name for (source,) in found]


def log(archive: Path) -> list[dict[str, object]]:
    """The lines of the newest log."""
    path = max((archive / "logs").glob("*.jsonl"))
    return [json.loads(line) for line in path.read_text().splitlines()]


def newest(archive: Path, ending: str) -> str:
    """The newest digest."""
    return max((archive / "digests").glob(f"*.{ending}")).read_text()
