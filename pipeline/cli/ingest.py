"""The command `papers ingest`: bring papers into the archive and publish it."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline import run
from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, CorrectionsOption, JsonOption
from pipeline.fetch.folder import paths_from
from pipeline.run.documents import Progress as Report
from pipeline.store.profile import sections
from pipeline.store.read import open_archive

ArchiveFolder = Annotated[
    Path, typer.Option("--archive", help="Archive folder; made if need be.", metavar="DIR")
]
STDIN = "-"
EVERY = 100
"""Where nobody watches, one line of progress per so many papers."""


def ingest(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Papers, or folders of papers; - reads a list of paths from standard input.",
        ),
    ],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Papers read at once (default: one per processor).")
    ] = None,
    as_json: JsonOption = False,
    seconds: Annotated[
        int, typer.Option(help="Time for one paper; large files get more.")
    ] = run.Limits.seconds,
    corrections: CorrectionsOption = None,
    megabytes: Annotated[int, typer.Option(help="Memory for one paper.")] = run.Limits.megabytes,
) -> None:
    """Read papers into the archive, and publish it.

    Exits 1 where papers need a person's attention, 2 where nothing can be ingested, 3 where the
    archive could not be published; one published before then still stands.
    """
    limits = run.Limits(seconds=seconds, megabytes=megabytes)
    given = [path for path in paths if path != STDIN]
    listed = paths_from(sys.stdin) if STDIN in paths else []
    with stoppable(), progress() as report:
        result = run.ingest(
            given,
            archive,
            listed=listed,
            jobs=jobs,
            limits=limits,
            progress=report,
            corrections_file=corrections,
        )
    output.write(_as_json(result) if as_json else summary(result))
    raise typer.Exit(result.exit_code)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the run: workers stopped, nothing half-published."""

    def leave(number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, leave) for number in signals]
    try:
        yield
    except SystemExit:
        output.messages().print("Stopped. The archive is whole; run the same command to go on.")
        raise
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


@contextmanager
def progress() -> Iterator[Report]:
    """A bar on a terminal, or a line now and then; on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:

        def line(done: int, every: int, _source: str) -> None:
            if done % EVERY == 0 or done == every:
                console.print(f"read {done} of {every} papers", highlight=False)

        yield line
        return
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.fields[source]}"), console=console) as bar:
        task = bar.add_task("", total=None, source="")

        def advance(done: int, every: int, source: str) -> None:
            bar.update(task, completed=done, total=every, source=Path(source).name)

        yield advance


def _unapplied(result: run.IngestResult) -> list[dict[str, object]]:
    """The corrections that fit nobody in the archive any more."""
    with open_archive(result.archive) as archive:
        return archive.sql(sections("people")["unapplied"]).dicts()


def _totals(result: run.IngestResult) -> dict[str, object]:
    with open_archive(result.archive) as archive:
        return archive.query("archive-totals").dicts()[0]


def _as_json(result: run.IngestResult) -> str:
    return output.as_json(
        {
            "archive": str(result.archive),
            "exit_code": int(result.exit_code),
            "totals": _totals(result),
            "attention": result.attention,
            "unapplied_corrections": _unapplied(result),
            "passed_over": result.passed_over,
            "run": result.run,
        }
    )


def summary(result: run.IngestResult) -> str:
    """What the run did, what needs a person, and what the archive holds now."""
    outcomes = Counter(event.outcome for event in result.run.events)
    counted = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.items())
    seconds = (result.run.finished_at - result.run.started_at).total_seconds()
    lines = [f"{_many(result.run.papers, 'paper')} in {seconds:.1f} s: {counted or 'nothing new'}"]
    if result.run.recovered:
        lines.append(f"completed the run {result.run.recovered}, which had been cut off")
    if result.passed_over:
        kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(result.passed_over.items()))
        lines.append(f"passed over as no papers: {kinds}")
    if result.attention:
        needing = _many(len(result.attention), "paper")
        lines += ["", f"{needing} {'needs' if len(result.attention) == 1 else 'need'} attention:"]
        lines += _attention(result.attention)
    if unapplied := _unapplied(result):
        lines += ["", f"{_many(len(unapplied), 'correction')} changed nothing:"]
        lines += [f"  line {row['line']}: {row['unapplied']}" for row in unapplied]
    lines += ["", "The archive now holds:"]
    lines += [f"  {count:>9,} {name}" for name, count in _totals(result).items()]
    return "\n".join([*map(output.plain, lines), "", str(result.archive), ""])


def _attention(needing: Sequence[run.Attention]) -> Iterator[str]:
    """The papers that need a person, those with one reason together."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for each in needing:
        name = Path(each.source).name
        reason = each.reason.removeprefix(f"{name}: ")
        by_reason.setdefault((each.status or "failed", reason), []).append(name)
    for (status, reason), names in by_reason.items():
        yield f"  {status}: {', '.join(names)}"
        yield f"    {reason}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
