"""Writing the answer to a query in the form that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.cli import output
from pipeline.cli.options import Format
from pipeline.errors import UsageError
from pipeline.store.read import Answer, open_archive


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
        found = opened.sql(sql, params)
    found = Answer(found.columns, found.rows[:limit])
    if form is Format.table:
        output.print_table(found)
        count = len(found.rows)
        output.messages().print(f"{count:,} row{'' if count == 1 else 's'}", style="dim")
        return
    if form is Format.csv:
        text = output.as_csv(found.columns, found.rows)
    else:
        text = output.as_json({**(about or {}), "columns": found.columns, "rows": found.dicts()})
    output.write(text, target)


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
