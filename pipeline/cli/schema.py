"""The command `papers schema`: the data dictionary."""

from __future__ import annotations

from pipeline.cli import output
from pipeline.cli.options import JsonOption
from pipeline.store import dictionary


def schema(as_json: JsonOption = False) -> None:
    """Print what every table and column means, as Markdown."""
    if as_json:
        output.write(output.as_json(dictionary.relations()))
    else:
        output.write(dictionary.as_markdown())
