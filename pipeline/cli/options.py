"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_ARCHIVE = Path("archive")

ArchiveOption = Annotated[
    Path, typer.Option(help="Archive folder, or an archive file.", metavar="DIR")
]
DEFAULT_SETTINGS = Path("papers.toml")

SettingsOption = Annotated[
    Path, typer.Option("--settings", help="Settings of the nightly run.", metavar="FILE")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", help="Write to this file instead.", metavar="FILE")
]
LimitOption = Annotated[
    int | None, typer.Option(min=0, help="Print at most so many rows.", metavar="N")
]


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


FormatOption = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
