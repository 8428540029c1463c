"""The command `papers review`: the least certain facts, and where to look."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli import output
from pipeline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption
from pipeline.store.read import open_archive
from pipeline.store.review import Review
from pipeline.store.review import review as least_certain

QUOTE = 220
"""Characters of a quote that are shown; JSON has all of it."""


def review(  # noqa: PLR0913, PLR0917 - Typer reads one parameter per option
    table: Annotated[str | None, typer.Option(help="One table of facts only: actions.")] = None,
    body: Annotated[str | None, typer.Option(help="Only bodies with this in their name.")] = None,
    below: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Only facts less certain than this.")
    ] = 0.8,
    limit: Annotated[int, typer.Option(min=0, help="At most so many facts.", metavar="N")] = 20,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """List the least certain facts, what makes them so, and the page they were read from.

    Confidence is the chance that a fact is right, as measured for its rule and signals.
    """
    with open_archive(archive) as opened:
        found = least_certain(opened, table=table, body=body, below=below, limit=limit)
    if as_json:
        rows = [row | {"show": _command(row)} for row in found.doubtful]
        output.write(output.as_json({"below": below, "found": found.found, "facts": rows}))
        return
    _print(found, below)


def _print(found: Review, below: float) -> None:
    console = output.page()
    for row in found.doubtful:
        head = (
            f"{float(str(row['confidence'])):.2f}  {_one(row['fact'])}: {output.plain(row['text'])}"
        )
        console.print(Text(head, style="bold"))
        place = output.plain(row["source"]).rpartition("/")[2]
        page = "" if row["page"] is None else f", page {row['page']}"
        for line in (*_reasons(row), f"{place}{page}: “{_short(output.plain(row['quote']))}”"):
            console.print(Padding(Text(line), (0, 0, 0, 6)))
        console.print(Padding(Text(_command(row), style="dim"), (0, 0, 0, 6)))
        console.print()
    shown = len(found.doubtful)
    count = f"{shown} of {found.found}" if shown < found.found else f"{shown}"
    console.print(f"{count} facts below {below:g}, of {found.facts:,} in the archive")


def _reasons(row: dict[str, object]) -> list[str]:
    """What makes a fact uncertain, one reason to a line."""
    found = [f"found as {row['rule']}"] if row["rule"] else []
    signals, contradictions = row["signals"], row["contradictions"]
    found += [f"but {each}" for each in signals] if isinstance(signals, list) else []
    found += (
        [f"contradiction: {e}" for e in contradictions] if isinstance(contradictions, list) else []
    )
    return [output.plain(each) for each in found]


def _one(table: object) -> str:
    """The name of one row of a table: 'action', 'agenda item'."""
    return str(table).removesuffix("s").replace("_", " ")


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rsplit(' ', 1)[0]} …"


def _command(row: dict[str, object]) -> str:
    """The command that draws the page with the box it was read from, or shows the paper."""
    drawn = "" if row["page"] is None else " --evidence DIR"
    return f"papers show paper {row['document_id']}{drawn}"
