"""The command `papers nightly`: one unattended night's work."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from pipeline.cli import output
from pipeline.cli.ingest import progress, stoppable, summary
from pipeline.cli.options import DEFAULT_SETTINGS, JsonOption, SettingsOption
from pipeline.fetch.watched import FolderSource
from pipeline.run.nightly import Night, NightResult, night_of
from pipeline.run.nightly import nightly as work
from pipeline.settings import load


def nightly(
    settings: SettingsOption = DEFAULT_SETTINGS,
    accept_removals: Annotated[
        bool,
        typer.Option(
            "--accept-removals",
            help="Believe, this once, that most papers of a folder were taken away.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring in what is new, publish it, and tell what changed; for a scheduler.

    Exits 0 where all is well, 1 where papers need a person or the digest could not be sent, 2 for
    wrong settings, 3 where nothing could be published or another run is at work, 4 where a source
    could not be asked (the others were). Example: papers nightly --settings /etc/papers.toml
    """
    night = night_of(load(settings))
    if accept_removals:
        night = _believing(night)
    with stoppable(), progress() as report:
        result = work(night, report)
    output.write(_as_json(result) if as_json else _as_text(result))
    raise typer.Exit(result.exit_code)


def _believing(night: Night) -> Night:
    """The night with folders that may have lost most of their papers."""
    sources = tuple(
        replace(source, may_empty=True) if isinstance(source, FolderSource) else source
        for source in night.sources
    )
    return replace(night, sources=sources)


def _as_json(result: NightResult) -> str:
    return output.as_json(
        {
            "archive": str(result.result.archive),
            "exit_code": int(result.exit_code),
            "attention": result.result.attention,
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
    return f"{summary(result.result)}{told}\n"
