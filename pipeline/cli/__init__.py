"""The `papers` command: parse, call, print, exit."""

from __future__ import annotations

import os
import select
import sys
import traceback

from pipeline.cli.app import app
from pipeline.cli.output import messages, plain
from pipeline.errors import ExitCode, PipelineError

DEBUG = "COMMITTEE_PAPERS_DEBUG"
"""The environment variable that, set to anything, has a fault of the program traced."""


def main() -> None:
    """Run the command; an error is a line on standard error, and an exit status of its kind."""
    output = _standard_output()
    try:
        app(prog_name="papers")
    except PipelineError as error:
        _say(f"Error: {error}")
        status: object = error.exit_code
    except SystemExit as left:
        status = left.code
    except BrokenPipeError:
        status = ExitCode.NOBODY_READS
    except Exception as error:  # noqa: BLE001 - status 1 would say that something was published
        status = _fault(error)
    try:
        if sys.stdout is not None:  # as in `papers overview >&-`
            sys.stdout.flush()
    except OSError as error:
        broken = isinstance(error, BrokenPipeError)
        status = ExitCode.NOBODY_READS if broken else _fault(error)
        # What is still in the buffer goes nowhere, or the interpreter would try and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # Typer and Rich answer a reader that has gone with status 1, which has a meaning of its own.
    if status == ExitCode.ATTENTION and output is not None and _unread(output):
        status = ExitCode.NOBODY_READS
    sys.exit(status)  # type: ignore[arg-type]


def _fault(error: Exception) -> ExitCode:
    """Report a failure of the program itself."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    advice = "This is a fault of the program, not of your papers"
    if isinstance(error, OSError):
        advice = "Look at the disk and at permissions; if they are well, the program is at fault"
    _say(
        f"Error: the program failed ({what[:300]}). {advice}: "
        f"set {DEBUG}=1 to see where it is, and report it"
    )
    return ExitCode.FAULT


def _say(text: str) -> None:
    messages().print(plain(text), style="red", markup=False, highlight=False)


def _standard_output() -> int | None:
    """A handle on standard output that stays, whatever happens to the first."""
    try:
        return os.dup(1)
    except OSError:
        return None  # started without one


def _unread(handle: int) -> bool:
    """Whether `handle` is a pipe that nobody reads any more."""
    looked = select.poll()
    looked.register(handle, 0)
    return any(event & select.POLLERR for _, event in looked.poll(0))
