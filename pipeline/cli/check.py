"""The command `papers check`: try the sources of the nightly run, without ingesting anything."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_SETTINGS, JsonOption, SettingsOption
from pipeline.errors import ExitCode
from pipeline.run.check import Found
from pipeline.run.check import check as try_sources
from pipeline.settings import load

_MOST = 30
"""Bodies that are printed of one site."""


def check(settings: SettingsOption = DEFAULT_SETTINGS, as_json: JsonOption = False) -> None:
    """Read the settings and try every source: what is there, and what is wrong.

    Lists and one meeting's page are asked for, as gently as at night; no paper is fetched and
    nothing is ingested. Exits 1 where a source needs a person, 2 where the settings are wrong.

        papers check --settings papers.toml
    """
    found = try_sources(load(settings))
    if as_json:
        output.write(output.as_json({"sources": found}))
    else:
        output.write("\n".join([output.plain(line) for each in found for line in _lines(each)]))
    troubled = any(each.troubles for each in found)
    raise typer.Exit(ExitCode.ATTENTION if troubled else ExitCode.OK)


def _lines(found: Found) -> Iterator[str]:
    yield found.name
    yield f"  {found.place}"
    if found.papers is not None:
        yield f"  {found.papers:,} papers"
    else:
        yield from _site_lines(found)
    for trouble in found.troubles:
        yield f"  trouble: {trouble}"
    yield "" if found.troubles else "  in order\n"


def _site_lines(found: Found) -> Iterator[str]:
    service = "answers" if found.service else "doesn't answer; the pages are read instead"
    yield f"  web service: {service}"
    yield f"  bodies: {len(found.bodies)} of the {found.listed} that the site lists"
    for body in found.bodies[:_MOST]:
        span = f", {body.first} to {body.last}" if body.first else ""
        yield f"    {body.number:>6}  {body.name}: {body.meetings} meetings{span}"
    if len(found.bodies) > _MOST:
        yield f"    and {len(found.bodies) - _MOST} more"
    if found.others:
        yield f"  the site listed {found.others} meetings of other dates too; they are left out"
    if found.sample:
        yield f"  newest: {found.sample}"
    yield f"  {found.requests} requests in {found.seconds:.1f} s"
