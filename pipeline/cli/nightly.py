"""The command `papers nightly`: one unattended night's work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import output
from pipeline.cli.ingest import ArchiveFolder, progress, stoppable, summary
from pipeline.cli.options import DEFAULT_ARCHIVE, JsonOption
from pipeline.fetch.watched import FolderSource
from pipeline.run.nightly import Night, NightResult
from pipeline.run.nightly import nightly as work


def nightly(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="FOLDER...", help="Folders whose papers are watched."),
    ],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    digests: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where digests go (default: 'digests' in the archive)."),
    ] = None,
    accept_removals: Annotated[
        bool,
        typer.Option("--accept-removals", help="Believe, this once, that most papers are gone."),
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Papers read at once (default: one per processor).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Bring in what is new, publish it, and tell what changed; for a scheduler.

    Exits 0 where all is well, 1 where papers need a person or the digest could not be sent, 2 for
    wrong settings, 3 where nothing could be published or another run is at work, 4 where a source
    could not be asked (the others were). Example: papers nightly /srv/papers --archive /srv/archive
    """
    sources = tuple(
        FolderSource(str(folder), folder, archive, may_empty=accept_removals) for folder in folders
    )
    night = Night(archive=archive, sources=sources, jobs=jobs, digests=digests)
    with stoppable(), progress() as report:
        result = work(night, report)
    output.write(_as_json(result) if as_json else _as_text(result))
    raise typer.Exit(result.exit_code)


def _as_json(result: NightResult) -> str:
    return output.as_json(
        {
            "archive": str(result.ingest.archive),
            "exit_code": int(result.exit_code),
            "attention": result.ingest.attention,
            "failed_sources": result.failed,
            "digest": str(result.digest) if result.digest else None,
            "trouble": result.trouble,
            "run": result.run,
        }
    )


def _as_text(result: NightResult) -> str:
    lines = [f"source failed: {name}: {why}" for name, why in result.failed.items()]
    if result.trouble:
        lines.append(f"digest: {result.trouble}")
    if result.digest:
        lines.append(f"digest: {result.digest}")
    told = "\n".join(map(output.plain, lines))
    return f"{summary(result.ingest)}{told}\n"
