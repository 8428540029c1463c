"""How answers are written: tables for people, CSV and JSON for machines."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from pipeline.cli.table import print_rows
from pipeline.errors import UsageError
from pipeline.harmless import as_cell, shown
from pipeline.store.read import Answer

_JSON = msgspec.json.Encoder(decimal_format="number", enc_hook=str)


def page() -> Console:
    """Standard output, as wide as the terminal (80 columns where there is none)."""
    return Console(highlight=False, soft_wrap=False)


def messages() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def plain(value: object) -> str:
    """A value for people; what could steer a terminal is replaced, as papers may hold anything."""
    match value:
        case None:
            text = ""
        case bool():
            text = "yes" if value else "no"
        case float():
            text = f"{value:g}"
        case datetime():
            text = value.isoformat(sep=" ", timespec="seconds")
        case time():
            text = value.isoformat(timespec="minutes")
        case date():
            text = value.isoformat()
        case list() | tuple():
            text = ", ".join(plain(each) for each in value)
        case _:
            text = str(value)
    return shown(text)


def as_json(value: object) -> str:
    """A value as JSON, dates and times in ISO form."""
    return msgspec.json.format(_JSON.encode(value), indent=1).decode() + "\n"


def write(text: str, target: Path | None = None) -> None:
    """Write text to the file `target`, or to standard output. Raises UsageError."""
    write_all([text], target)


def write_all(pieces: Iterable[str], target: Path | None = None) -> None:
    """Write text, piece by piece, to the file `target`, or to standard output.

    The file gets its name when it is whole. Raises UsageError where it can't be written.
    """
    if target is None:
        for piece in pieces:
            sys.stdout.write(piece)
        return
    with _whole(target) as place, place.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
    messages().print(f"wrote {target}", style="dim")


def write_bytes(content: bytes, target: Path) -> None:
    """Write a file, which gets its name when it is whole. Raises UsageError."""
    with _whole(target) as place:
        place.write_bytes(content)
    messages().print(f"wrote {target}", style="dim")


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """Where to write what becomes `target` in one step."""
    # A pipe or a device can't be replaced.
    special = target.exists() and not target.is_file()
    place = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield place
        if not special:
            place.replace(target)
    except OSError as error:
        raise UsageError(f"{target} can't be written ({error.strerror}); name another") from error
    finally:
        if not special:
            place.unlink(missing_ok=True)


def print_title(title: str) -> None:
    """Write a heading to standard output."""
    page().print(Text(plain(title), style="bold"))


def print_table(answer: Answer, most: int | None = None, *, drop_empty: bool = False) -> None:
    """Write an answer as a table that fits the terminal, at most `most` rows of it.

    `drop_empty` leaves out the columns that hold nothing in any row.
    """
    rows = answer.rows[:most]
    shown = [
        index
        for index in range(len(answer.columns))
        if not drop_empty or any(row[index] is not None for row in rows)
    ]
    print_rows(
        page(),
        [plain(answer.columns[index]) for index in shown],
        [[plain(row[index]) for index in shown] for row in rows],
        [any(_is_number(row[index]) for row in rows) for index in shown],
    )


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV with a header line, safe to open in a spreadsheet."""
    return "".join(csv_lines(columns, [rows]))


def csv_lines(
    columns: Sequence[str], batches: Iterable[Iterable[Sequence[object]]]
) -> Iterator[str]:
    """The CSV of `as_csv`, a batch of rows at a time, the header with the first."""
    lines: list[Sequence[object]] = [columns]
    for batch in batches:
        yield _csv_text([*lines, *batch])
        lines = []
    if lines:
        yield _csv_text(lines)


def _csv_text(lines: Iterable[Sequence[object]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows([_cell(value) for value in line] for line in lines)
    return target.getvalue()


def _cell(value: object) -> object:
    """A cell for a spreadsheet: numbers as they are; text that would run is defused."""
    if value is None or _is_number(value):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    # The csv module puts quotes around the line end it writes, "\n", and not around "\r".
    return as_cell(text).replace("\r\n", "\n").replace("\r", "\n")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
