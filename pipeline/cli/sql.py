"""The command `papers sql`: one read statement of your own."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

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

STDIN = "-"


def sql(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    statement: Annotated[str, typer.Argument(help="One SELECT statement; - reads it from stdin.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    form: FormatOption = Format.table,
    as_json: JsonOption = False,
    limit: LimitOption = None,
    target: OutputOption = None,
) -> None:
    """Ask the archive in SQL; `papers schema` names its tables. Nothing can be changed."""
    text = sys.stdin.read() if statement == STDIN else statement
    form = Format.json if as_json else form
    answer(text, {}, archive=archive, form=form, target=target, limit=limit)
