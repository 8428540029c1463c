"""The command `papers query`: the named questions that span meetings."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.answers import answer
from pipeline.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    Format,
    FormatOption,
    JsonOption,
    LimitOption,
    OutputOption,
)
from pipeline.errors import UsageError
from pipeline.store import catalogue


def query(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    name: Annotated[
        str | None, typer.Argument(help="The query; without it, all are listed.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(help="A parameter of the query; may be repeated.", metavar="KEY=VALUE"),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    form: FormatOption = Format.table,
    as_json: JsonOption = False,
    limit: LimitOption = None,
    target: OutputOption = None,
) -> None:
    """Ask a named question over all meetings, or list the questions there are."""
    form = Format.json if as_json else form
    if name is None:
        if form in {Format.csv, Format.parquet} or target is not None:
            raise UsageError("name a query for that; `papers query` lists them, also with --json")
        _list(form)
        return
    named = catalogue.load(name)
    params = named.bind(_given(param or []))
    about = {"query": name, "title": named.title, "params": params}
    answer(named.sql, params, archive=archive, form=form, target=target, limit=limit, about=about)


def _given(params: list[str]) -> dict[str, object]:
    """The parameters as given on the command line: KEY=VALUE each."""
    given: dict[str, object] = {}
    for each in params:
        key, equals, value = each.partition("=")
        if not equals:
            raise UsageError(f"--param takes KEY=VALUE, and {each!r} has no '='")
        given[key.strip()] = value
    return given


def _list(form: Format) -> None:
    """Print every query with its parameters."""
    queries = [catalogue.load(name) for name in catalogue.names()]
    if form is Format.json:
        listed = [
            {"name": q.name, "title": q.title, "description": q.description, "params": q.params}
            for q in queries
        ]
        output.write(output.as_json(listed))
        return
    console = output.page()
    for each in queries:
        console.print(Text.assemble((each.name, "bold"), "  ", each.title))
        console.print(Padding(Text(each.description, style="dim"), (0, 0, 0, 4)))
        for param in each.params:
            default = "" if param.default in {None, "NULL"} else f" [{param.default}]"
            line = f"--param {param.name}=...  {param.type}: {param.what}{default}"
            console.print(Padding(Text(line), (0, 0, 0, 4)))
    console.print("\nAsk one with: papers query NAME --param KEY=VALUE")
