"""The command line's table of contents: every command, in the order that help lists them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from pipeline import __version__

COMMANDS: Mapping[str, str] = {
    "ingest": "Read papers into the archive, and publish it.",
    "nightly": "Bring in what is new, publish it, and tell what changed.",
    "init": "Write settings for the nightly run.",
    "check": "Try the sources of the nightly run, without ingesting.",
    "overview": "What the archive holds, and five answers from it.",
    "query": "Ask a named question over all meetings, or list them.",
    "milestones": "Follow milestones from report to report; plot a plan.",
    "show": "Show one meeting, paper or person, with page references.",
    "actions": "What was asked for, how often, and what became of it.",
    "diff": "What changed between the versions of a meeting's record.",
    "report": "Write what an officer takes to the next meeting, as one file.",
    "people": "Who is who: posts, pairs to look at, decisions.",
    "review": "The least certain facts, and what makes them so.",
    "sql": "Ask the archive in SQL.",
    "status": "The last runs, and the papers that need a person.",
    "forget": "Remove a paper, or a person's name, for good.",
    "schema": "What every table and column means, as Markdown.",
    "evaluate": "Score the archive against gold.",
}
"""Each command and its line in the help; the module of its name holds it."""


class _Commands(TyperGroup):
    """Loads a command's module when the command is called.

    `papers --help` and a quick query would else wait for the PDF libraries that ingesting needs.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name in COMMANDS:
            self.commands[name] = _load(name)
        return super().resolve_command(ctx, args)


def _load(name: str) -> Any:
    """The command of this name, from its module: a group named `app`, or a function named alike."""
    module = import_module(f"pipeline.cli.{name}")
    held = getattr(module, "app", None)
    if held is None:
        held = typer.Typer(add_completion=False)
        held.command(name)(getattr(module, name))
    command = get_command(held)
    command.name = name
    return command


app = typer.Typer(
    cls=_Commands,
    help="Committee papers in one archive, every value with the page and box it was read from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _line in COMMANDS.items():
    app.command(_name, help=_line)(lambda: None)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"papers {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Hold the options that stand before any command."""
