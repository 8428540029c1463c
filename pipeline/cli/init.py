"""The command `papers init`: write settings to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_SETTINGS
from pipeline.errors import UsageError
from pipeline.settings import template


def init(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where to write them.")
    ] = DEFAULT_SETTINGS,
) -> None:
    """Write settings for the nightly run, with a comment on each; nothing is overwritten.

    Put in your council, your contact and the archive's place, then try them:

        papers init papers.toml
        papers check --settings papers.toml
    """
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(template())
    except FileExistsError as error:
        raise UsageError(
            f"{file}: stands already and was left alone; name another file, or edit this one"
        ) from error
    except OSError as error:
        raise UsageError(f"{file}: can't be written ({error.strerror})") from error
    output.write(
        f"{file}: put in your contact and your council, then try it with "
        f"`papers check --settings {file}`\n"
    )
