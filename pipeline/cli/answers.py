"""Writing the answer to a query in the form that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.cli import output
from pipeline.cli.options import Format
from pipeline.errors import UsageError
from pipeline.store.read import Answer, Archive, Row, open_archive

TABLE_ROWS = 10_000
"""Rows that a table prints where no limit is given."""
TABLE_CHARACTERS = 5_000_000
"""Characters after which a table ends whatever the limit."""
JSON_ROWS = 1_000_000
"""Rows that one JSON answer may hold, as it is built in memory."""


def answer(  # noqa: PLR0913 - what is asked, of which archive, and how it is written
    sql: str,
    params: Mapping[str, object],
    *,
    archive: Path,
    form: Format,
    target: Path | None,
    limit: int | None = None,
    about: Mapping[str, object] | None = None,
) -> None:
    """Ask the archive and write the answer to standard output, or to the file `target`.

    `about` goes into the JSON beside columns and rows. Raises UsageError for a form that can't
    be written there.
    """
    if form is Format.parquet:
        _save_parquet(sql, params, archive, target, limit)
        return
    if target is not None and form is Format.table:
        raise UsageError("a table is for the terminal; give --format csv, json or parquet too")
    with open_archive(archive) as opened:
        if form is Format.csv:
            found = opened.stream(sql, params, most=limit)
            output.write_all(output.csv_lines(found.columns, found.batches), target)
        elif form is Format.json:
            _write_json(opened, sql, params, target, limit, about or {})
        else:
            _print_table(opened, sql, params, limit, (about or {}).get("title"))


def _print_table(
    opened: Archive, sql: str, params: Mapping[str, object], limit: int | None, title: object
) -> None:
    """Print as many rows as were asked for, or as a person may want to see."""
    most = TABLE_ROWS if limit is None else limit
    found = opened.stream(sql, params, most=most + 1)
    rows: list[Row] = []
    size = 0
    for row in (row for batch in found.batches for row in batch):
        rows.append(row)
        size += sum(len(str(value)) for value in row)
        if len(rows) > most or size > TABLE_CHARACTERS:
            break
    # Nothing is printed before the archive has answered: an error then stands alone.
    if title:
        output.print_title(str(title))
    shown = rows[:most]
    output.print_table(Answer(found.columns, tuple(shown)))
    count = f"{len(shown):,} row{'' if len(shown) == 1 else 's'}"
    cut = size > TABLE_CHARACTERS or (limit is None and len(rows) > most)
    more = "; there may be more: --format csv gives all" if cut else ""
    output.messages().print(f"{count}{more}", style="dim")


def _write_json(  # noqa: PLR0913, PLR0917 - what is asked, of which archive, and how it is written
    opened: Archive,
    sql: str,
    params: Mapping[str, object],
    target: Path | None,
    limit: int | None,
    about: Mapping[str, object],
) -> None:
    most = JSON_ROWS if limit is None else min(limit, JSON_ROWS)
    found = opened.sql(sql, params, most=most + (limit is None or limit > most))
    if len(found.rows) > most:
        raise UsageError(
            f"JSON holds at most {JSON_ROWS:,} rows; give --limit, or --format csv for all of them"
        )
    data = {**about, "columns": found.columns, "rows": found.dicts()}
    output.write(output.as_json(data), target)


def _save_parquet(
    sql: str, params: Mapping[str, object], archive: Path, target: Path | None, limit: int | None
) -> None:
    if target is None:
        raise UsageError("Parquet is not for the terminal; name a file with --output FILE")
    if limit is not None:
        raise UsageError("--limit goes with what is printed; Parquet takes every row")
    target = target.absolute()
    if not target.parent.is_dir():
        raise UsageError(f"{target.parent} is not a folder; make it, or name another --output")
    with open_archive(archive, may_write=target) as opened:
        opened.save_parquet(sql, params, target)
    output.messages().print(f"wrote {target}", style="dim")
