"""The `papers` command: parse, call, print, exit."""

from __future__ import annotations

import sys

from pipeline.cli.app import app
from pipeline.cli.output import messages, plain
from pipeline.errors import PipelineError


def main() -> None:
    """Run the command; an error made for a person is printed to standard error, not traced."""
    try:
        app(prog_name="papers")
    except PipelineError as error:
        messages().print(f"Error: {plain(error)}", style="red", markup=False, highlight=False)
        sys.exit(error.exit_code)
