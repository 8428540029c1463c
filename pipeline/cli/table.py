"""Tables that fit the terminal, whatever their columns hold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

GAP = 2
"""Blank columns between two columns of a table."""
SHORT = 18
"""Columns up to this width (names, dates) stay on one line while there is room."""
LONGEST_WORDS = (40, 30, 20)
"""Words longer than this are broken rather than given a column of their width: the first of
these lengths that lets all columns fit."""


def print_rows(
    console: Console,
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Sequence[bool],
) -> None:
    """Print rows of text under column names; `numbers` says which columns go to the right.

    Long texts wrap. Where even so the columns don't fit, each row is printed as a list of
    name and value.
    """
    headings = [name.replace("_", " ") for name in names]
    tried = (_widths(headings, rows, console.width, longest) for longest in LONGEST_WORDS)
    widths = next((found for found in tried if found), None)
    if widths is None:
        _print_records(console, headings, rows)
        return
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0))
    for heading, width, number in zip(headings, widths, numbers, strict=True):
        table.add_column(
            Text(heading, style="bold"),
            width=width,
            justify="right" if number else "left",
            overflow="fold",
        )
    table.add_row(*("─" * width for width in widths), style="dim")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], available: int, longest: int
) -> list[int] | None:
    """The width of each column, or None where words up to `longest` don't all have room."""
    columns = [[heading, *(row[i] for row in rows)] for i, heading in enumerate(headings)]
    natural = [max(map(len, column)) for column in columns]
    least = [
        min(max(len(word) for cell in column for word in (cell.split() or [""])), longest)
        for column in columns
    ]
    spare = available - sum(least) - GAP * (len(columns) - 1)
    if spare < 0:
        return None
    widths = list(least)
    for index in sorted(range(len(columns)), key=lambda index: natural[index]):
        wanted = natural[index] - widths[index]
        if natural[index] <= SHORT and wanted <= spare:
            widths[index] += wanted
            spare -= wanted
    # Each spare place goes to the column that would wrap into most lines, so rows stay low.
    for _ in range(min(spare, sum(natural) - sum(widths))):
        tallest = max(range(len(columns)), key=lambda index: natural[index] / widths[index])
        widths[tallest] += 1
    return widths


def _print_records(
    console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    label = max(map(len, headings))
    for number, row in enumerate(rows, start=1):
        console.print(Text(f"row {number}", style="bold"))
        grid = Table.grid(padding=(0, GAP, 0, 0))
        grid.add_column(width=label)
        grid.add_column(overflow="fold")
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                grid.add_row(Text(heading, style="dim"), Text(cell))
        console.print(grid)
