"""The command `papers nightly`: bring in what was published since the last run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import typer

from pipeline.cli import output
from pipeline.cli.ingest import _attention, _many, _progress, _stoppable
from pipeline.cli.options import DEFAULT_SETTINGS, JsonOption, SettingsOption
from pipeline.run.intake import SiteIntake
from pipeline.run.nightly import Night
from pipeline.run.nightly import nightly as run_night
from pipeline.settings import load


def nightly(settings: SettingsOption = DEFAULT_SETTINGS, as_json: JsonOption = False) -> None:
    """Look at every source of the settings, ingest what came, publish, and tell what happened.

    For a scheduler: `papers nightly --settings /etc/committee-papers/papers.toml`. Exits 0 when
    all went well, 1 when something needs a person, 2 when the settings are wrong, 3 when nothing
    could be published or another run is under way.
    """
    read = load(settings)
    with _stoppable(), _progress() as report:
        night = run_night(read, progress=report)
    output.write(_as_json(night) if as_json else "\n".join(map(output.plain, _lines(night))))
    raise typer.Exit(night.exit_code)


def _lines(night: Night) -> Iterator[str]:
    run = night.result.run
    yield f"Run {run.run_id}: {run.outcome}, {night.seconds:.1f} s"
    for intake in night.intakes:
        if isinstance(intake, SiteIntake):
            ended = intake.crawl.ended if intake.crawl else None
            asked = f"{ended.requests:,} requests in {ended.seconds:.1f} s" if ended else "not seen"
            yield f"  {intake.name}: {asked}"
        elif intake.drop is not None:
            yield f"  {intake.name}: {_many(len(intake.drop.every), 'paper')}"
    outcomes = Counter(event.outcome for event in run.events)
    yield "  " + (", ".join(f"{n:,} {outcome}" for outcome, n in outcomes.items()) or "nothing new")
    if run.recovered:
        yield f"  completed the run {run.recovered}, which had been cut off"
    if night.result.attention:
        yield ""
        yield "Needing attention:"
        yield from _attention(night.result.attention)
    yield ""


def _as_json(night: Night) -> str:
    return output.as_json(
        {
            "archive": str(night.result.archive),
            "exit_code": int(night.exit_code),
            "attention": night.result.attention,
            "run": night.result.run,
            "seconds": night.seconds,
        }
    )
