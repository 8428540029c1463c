"""The command `papers evaluate`: score an archive against gold."""

from __future__ import annotations

import json
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline import evaluate as scoring
from pipeline.errors import ExitCode


class FormOption(StrEnum):
    """The forms that a paper may come in."""

    pdf = "pdf"
    text = "text"
    html = "html"


def evaluate(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    gold: Annotated[Path, typer.Option(help="Folder of gold JSON files.")],
    archive: Annotated[Path, typer.Option(help="Archive folder.")] = Path("archive"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    misses: Annotated[bool, typer.Option(help="Name every miss and every extra.")] = False,
    form: Annotated[FormOption | None, typer.Option(help="Score one form only.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="Saved result; exit 1 and name each figure that fell.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Write the result as a baseline.")] = None,
) -> None:
    """Score the archive against gold: precision, recall and F1 per field, strict and fuzzy.

    Exits 1 where a figure fell below the baseline, 2 where nothing can be scored.
    """
    # A wrong baseline is told before the work, not after it.
    before = scoring.load_baseline(baseline) if baseline else None
    result = scoring.evaluate(archive, gold, form.value if form else None)
    falls = scoring.find_falls(result, before) if before else None
    if save:
        scoring.save_baseline(result, save)
    if as_json:
        data = scoring.as_data(result, misses=misses, falls=falls)
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        width = shutil.get_terminal_size().columns
        typer.echo(scoring.as_text(result, misses=misses, falls=falls or (), width=width))
    if falls:
        raise typer.Exit(ExitCode.ATTENTION)
