"""The command `papers report`: what an officer takes to the next meeting, as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption
from pipeline.errors import UsageError
from pipeline.report import meeting as meetings
from pipeline.report.kinds import FORMS, Build, Form, builder, finished
from pipeline.report.model import Report, Scope
from pipeline.report.sources import Sources
from pipeline.store.read import open_archive

STDOUT = "-"

BodyOption = Annotated[
    str | None, typer.Option(help="Only bodies whose name has this in it.", metavar="NAME")
]
SinceOption = Annotated[
    str | None, typer.Option(help="Only from this day on, as 2017-06-14.", metavar="DAY")
]
UntilOption = Annotated[str | None, typer.Option(help="Only up to this day.", metavar="DAY")]
ToOption = Annotated[
    str,
    typer.Option(
        help="File to write: .html, .xlsx, .md or .csv; - writes to standard output.",
        metavar="FILE",
    ),
]
FormOption = Annotated[
    str | None,
    typer.Option("--format", help="html, xlsx, md or csv, whatever the file is called."),
]
TableOption = Annotated[
    str | None, typer.Option(help="The table that a CSV file holds.", metavar="NAME")
]
PicturesOption = Annotated[
    bool, typer.Option(help="Show in HTML the part of each page that a row was read from.")
]
RowsOption = Annotated[
    int, typer.Option(min=1, help="At most so many actions, milestones or the like.", metavar="N")
]

app = typer.Typer(
    help="""Write a report to one file: HTML to read and print, Excel, Markdown or CSV.

    papers report recurring-actions --body improvement --since 2025-01-01 --to actions.html
    """,
    no_args_is_help=True,
    add_completion=False,
)


@app.command("recurring-actions")
def recurring_actions(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    to: ToOption = STDOUT,
    form: FormOption = None,
    table: TableOption = None,
    limit: RowsOption = 200,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    pictures: PicturesOption = True,
) -> None:
    """Write what meetings ask for again and again, and whether it was done.

    Actions that were last raised within the days given, each with every time that it was raised.
    """
    scope = _scope(body, since, until, limit)
    _write(builder("recurring"), scope, to, form, table, archive, pictures=pictures)


@app.command()
def attendance(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    to: ToOption = STDOUT,
    form: FormOption = None,
    table: TableOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    pictures: PicturesOption = True,
) -> None:
    """Write who came to each body's meetings, who did not, and how often."""
    scope = _scope(body, since, until)
    _write(builder("attendance"), scope, to, form, table, archive, pictures=pictures)


@app.command()
def milestones(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    body: BodyOption = None,
    plan: Annotated[
        str | None, typer.Option(help="Only plans whose name has this in it.", metavar="NAME")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    to: ToOption = STDOUT,
    form: FormOption = None,
    table: TableOption = None,
    limit: RowsOption = 200,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    pictures: PicturesOption = True,
) -> None:
    """Write how plans went: deadlines that slipped, stalls, reversals, what was dropped.

    Plans that were reported on within the days given, with what happened in these days.
    """
    scope = replace(_scope(body, since, until, limit), plan=plan.strip() if plan else None)
    _write(builder("milestones"), scope, to, form, table, archive, pictures=pictures)


@app.command()
def meeting(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    which: Annotated[
        str | None,
        typer.Argument(
            help="Meeting id, day or body; without it, the last meeting with a record that fits."
        ),
    ] = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    to: ToOption = STDOUT,
    form: FormOption = None,
    table: TableOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    pictures: PicturesOption = True,
) -> None:
    """Write all that the papers tell of one meeting.

    Who came, what was decided and asked, what was carried over, and where its papers disagree.
    """
    scope = _scope(body, since, until)
    if which is not None and (body or since or until):
        raise UsageError("name the meeting, or give --body, --since and --until; not both")
    build = partial(meetings.build, which=which)
    _write(build, scope, to, form, table, archive, pictures=pictures)


def _scope(body: str | None, since: str | None, until: str | None, limit: int = 200) -> Scope:
    first, last = _day("--since", since), _day("--until", until)
    if first and last and last < first:
        raise UsageError(f"--until {last} lies before --since {first}; swap them")
    return Scope(body.strip() if body else None, first, last, limit)


def _day(name: str, given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError as error:
        raise UsageError(f"{name} {given!r} is no day; write it as 2017-06-14") from error


def _write(  # noqa: PLR0913, PLR0917 - what is written, from which archive, where and how
    build: Build,
    scope: Scope,
    to: str,
    form: str | None,
    table: str | None,
    archive: Path,
    *,
    pictures: bool,
) -> None:
    """Build the report and write it in the form that the file's name or --format asks for."""
    wanted = _form(to, form)
    if table is not None and wanted != "csv":
        raise UsageError("--table goes with CSV, which holds one table; the other forms hold all")
    target = None if to == STDOUT else Path(to)
    if target is not None and not target.parent.is_dir():
        raise UsageError(f"{target.parent} is not a folder; make it, or name another file")
    beside = (target.parent if target else Path()).absolute()
    with open_archive(archive) as opened:
        sources = Sources(opened, beside)
        report = finished(build(sources, scope), sources)
    content = _content(report, wanted, table, sources.folder if pictures else None)
    if isinstance(content, str):
        output.write(content, target)
    elif target is not None:
        output.write_bytes(content, target)


def _content(report: Report, form: Form, table: str | None, folder: Path | None) -> str | bytes:
    """The report in one form; what a form needs is loaded with it."""
    if form == "csv":
        from pipeline.report.writers import csv  # noqa: PLC0415

        return csv.write(report, table)
    if form == "md":
        from pipeline.report.writers import markdown  # noqa: PLC0415

        return markdown.write(report)
    if form == "xlsx":
        from pipeline.report.writers import xlsx  # noqa: PLC0415

        return xlsx.write(report)
    from pipeline.report import cutouts  # noqa: PLC0415
    from pipeline.report.writers import html  # noqa: PLC0415

    if folder is None:
        return html.write(report)
    with _progress() as progress:
        drawn = cutouts.draw(report, folder, progress)
    for document, reason in drawn.failed.items():
        message = f"no pictures of {document}: {reason}"
        output.messages().print(output.plain(message), style="dim", markup=False)
    return html.write(report, drawn)


def _form(to: str, form: str | None) -> Form:
    """The form that is asked for. Raises UsageError where it can't be told or written there."""
    if form is not None:
        wanted = FORMS.get(f".{form.lower().removeprefix('.')}")
        if wanted is None:
            raise UsageError(f"--format {form!r} is none of html, xlsx, md, csv")
    elif to == STDOUT:
        wanted = "md"
    else:
        suffix = Path(to).suffix
        wanted = FORMS.get(suffix.lower())
        if wanted is None:
            raise UsageError(
                f"{to}: a report is written as .html, .xlsx, .md or .csv"
                + (f", not {suffix}" if suffix else "")
                + "; name such a file with --to, or give --format"
            )
    if wanted == "xlsx" and to == STDOUT:
        raise UsageError("a workbook is not for the terminal; name a file with --to FILE.xlsx")
    return wanted


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error while pictures are drawn; nothing where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _every: None
        return
    columns = (TextColumn("Drawing pages"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, every: bar.update(task, completed=done, total=every)
