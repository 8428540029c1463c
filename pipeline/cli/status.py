"""The command `papers status`: the last runs, and the papers that need a person."""

from __future__ import annotations

import fcntl
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import msgspec
import typer
from rich.padding import Padding
from rich.text import Text
from typer.core import TyperCommand

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.errors import ArchiveMissingError
from pipeline.extraction import Run, RunEvent
from pipeline.run.ledger import STARTED, Ledger
from pipeline.store.ledger import holds_run
from pipeline.store.publish import ARCHIVE_NAME
from pipeline.store.read import Answer, open_archive

RECENT = 5
"""Runs that are told of beside the papers in need."""
LISTED = 30
"""Runs that `--runs` lists where no number is given."""
OUTCOMES = get_args(get_type_hints(RunEvent)["outcome"])
"""What may become of a paper in a run."""


@dataclass(frozen=True)
class Status:
    """How an archive stands."""

    published: bool
    working: bool
    """An ingestion works on it now."""
    unfinished: tuple[str, ...]
    """Run ids of ingestions that were cut off and that no later one completed."""
    runs: tuple[Run, ...]
    """The last runs, newest first."""
    damaged: tuple[str, ...]
    """Names of the records of runs that can't be read."""
    attention: Answer
    """Papers that are quarantined, partial or restricted, and why."""


class _MayStandAlone(TyperCommand):
    """Takes `--runs` with a number or without one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for place, given in enumerate(args):
            if given == "--runs" and not "".join(args[place + 1 : place + 2]).isdigit():
                args = [*args[:place], "--runs", str(LISTED), *args[place + 1 :]]
                break
        return super().parse_args(ctx, args)


app = typer.Typer(add_completion=False)


@app.command(cls=_MayStandAlone)
def status(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    runs: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="[N]",
            help=f"List the last N runs ({LISTED}) alone, each with what became of its papers.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print how the last runs went, and which papers need a person and why.

    Example: papers status --runs
    """
    found = look(archive, runs or RECENT)
    if as_json:
        output.write(output.as_json(_as_data(archive, found)))
    elif runs is not None:
        _print_state(found)
        output.print_table(_counts_table(found.runs), drop_empty=True)
    else:
        _print(found)


def look(archive: Path, most: int) -> Status:
    """How the archive of a folder stands; ArchiveMissingError where no ingestion ever began."""
    if not (archive / "runs").is_dir():
        with open_archive(archive) as opened:  # a lone file, or the error that names the remedy
            return Status(True, False, (), (), (), opened.query("papers-needing-attention"))
    published = (archive / ARCHIVE_NAME).is_file()
    attention = Answer((), ())
    if published:
        with open_archive(archive) as opened:
            attention = opened.query("papers-needing-attention")
    working = _locked(archive / "lock")
    markers = sorted(path.name.removesuffix(STARTED) for path in archive.glob(f"runs/*{STARTED}"))
    unfinished = [run_id for run_id in markers if not holds_run(archive, run_id)]
    if working and unfinished:
        unfinished.pop()  # the newest marker is that of the run at work
    ledger = Ledger(archive)
    runs = tuple(reversed(ledger.runs()[-most:]))
    damaged = tuple(path.name for path in ledger.damaged)
    if not (published or working or unfinished or runs):
        raise ArchiveMissingError(f"no archive in {archive}. Make one with `papers ingest PATH`.")
    return Status(published, working, tuple(unfinished), runs, damaged, attention)


def _locked(lock: Path) -> bool:
    """Whether an ingestion holds the archive's lock."""
    try:
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _print_state(found: Status) -> None:
    """What is at work, or was cut off, or can't be read."""
    console = output.page()
    if found.working:
        console.print("An ingestion is at work on this archive now.\n")
    for run_id in found.unfinished:
        console.print(
            f"Run {run_id} never finished. The next `papers ingest` completes it.\n", style="red"
        )
    for name in found.damaged:
        console.print(
            f"The record runs/{name} can't be read. Restore it from a backup, or the next "
            "`papers ingest` sets it aside.\n",
            style="red",
        )
    if not found.published:
        console.print("No run has published an archive yet.\n", style="red")


def _print(found: Status) -> None:
    console = output.page()
    _print_state(found)
    output.print_title("Last runs")
    if found.runs:
        output.print_table(_runs_table(found.runs))
        for event in found.runs[0].events:
            if event.outcome == "failed":
                console.print(output.plain(f"failed: {event.source}: {event.reason}"), style="red")
    else:
        console.print("None recorded.")
    console.print()
    output.print_title("Papers that need attention")
    if not found.attention.rows:
        console.print("None.")
    for paper in found.attention.dicts():
        status, source, key = (output.plain(paper[c]) for c in ("status", "source", "document_id"))
        console.print(Text.assemble((f"{status:<12}", "bold"), (f"{key}  ", "dim"), source))
        console.print(Padding(Text(output.plain(paper["reason"])), (0, 0, 0, 12), expand=False))


def _runs_table(runs: tuple[Run, ...]) -> Answer:
    rows = []
    for run in runs:
        seconds = (run.finished_at - run.started_at).total_seconds()
        new = sum(event.outcome in {"new", "updated"} for event in run.events)
        bad = sum(event.outcome in {"quarantined", "failed"} for event in run.events)
        started = run.started_at.replace(tzinfo=None)
        rows.append((started, run.outcome, run.papers, new, bad, round(seconds, 1)))
    columns = ("started (UTC)", "outcome", "papers", "new or updated", "unreadable", "seconds")
    return Answer(columns, tuple(rows))


def _counts_table(runs: tuple[Run, ...]) -> Answer:
    """One row a run: when, how it ended, and how many papers came to what."""
    rows = []
    for run in runs:
        counted = Counter(event.outcome for event in run.events)
        seconds = round((run.finished_at - run.started_at).total_seconds(), 1)
        counts = (counted[outcome] or None for outcome in OUTCOMES)
        rows.append((run.started_at.replace(tzinfo=None), run.outcome, seconds, *counts))
    return Answer(("started (UTC)", "outcome", "seconds", *OUTCOMES), tuple(rows))


def _as_data(archive: Path, found: Status) -> dict[str, object]:
    return {
        "archive": str(archive),
        "published": found.published,
        "working": found.working,
        "unfinished": found.unfinished,
        "runs": [
            {**msgspec.structs.asdict(run), "counts": Counter(e.outcome for e in run.events)}
            for run in found.runs
        ],
        "damaged": found.damaged,
        "attention": found.attention.dicts(),
    }
