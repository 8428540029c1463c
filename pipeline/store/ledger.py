"""The published ledger: adding a run that changed no paper, and asking which runs it holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import msgspec

from pipeline.durable import sync
from pipeline.errors import PublishError
from pipeline.store import schema
from pipeline.store.publish import ARCHIVE_NAME, fresh_path
from pipeline.store.write import Tables

LEDGER_TABLES = ("ingest_runs", "ingest_events")


def amend(folder: Path, run_id: str, tables: Tables) -> Path:
    """Put `tables` in place of what the published ledger says of the run `run_id`.

    Raises PublishError; the archive then stands as it was.
    """
    return append(folder, tables, instead_of=run_id)


def append(folder: Path, tables: Tables, *, instead_of: str | None = None) -> Path:
    """Add rows to the ledger tables of the published archive; its path.

    Rows of the run `instead_of` are dropped. Works on a copy that is swapped in by one rename,
    as readers may have the archive open. Raises PublishError; the archive then stands as it was.
    """
    target = folder / ARCHIVE_NAME
    fresh = fresh_path(folder)
    try:
        shutil.copyfile(target, fresh)
        with duckdb.connect(fresh) as connection:
            for table in LEDGER_TABLES:
                if instead_of is not None:
                    connection.execute(
                        f"DELETE FROM {table} WHERE run_id = $run",  # noqa: S608 - our own names
                        {"run": instead_of},
                    )
                _insert(connection, table, tables)
            connection.execute("CHECKPOINT")
        sync(fresh)
        fresh.replace(target)
        sync(folder)
    except (OSError, duckdb.Error) as error:
        raise PublishError(
            f"{target}: the run could not be added to the ledger ({error}). "
            "Make room or permission there and run the ingestion again."
        ) from error
    finally:
        for path in folder.glob(f"{fresh.name}*"):
            path.unlink(missing_ok=True)
    return target


def holds_run(folder: Path, run_id: str) -> bool:
    """Whether the published archive has the run `run_id` in its ledger; False without archive."""
    target = folder / ARCHIVE_NAME
    if not target.is_file():
        return False
    try:
        with duckdb.connect(target, read_only=True) as connection:
            rows = connection.execute("SELECT run_id FROM ingest_runs").fetchall()
    except duckdb.Error:
        return False  # not an archive of this version: it will be built anew
    return (run_id,) in rows


def newest_run(path: Path) -> str | None:
    """The newest run in the ledger of an archive file; None without one, or without the file."""
    if not path.is_file():
        return None
    try:
        with duckdb.connect(path, read_only=True) as connection:
            row = connection.execute("SELECT max(run_id) FROM ingest_runs").fetchone()
    except duckdb.Error:
        return None
    return row[0] if row else None


def _insert(connection: duckdb.DuckDBPyConnection, table: str, tables: Tables) -> None:
    rows = tables.get(table, ())
    if not rows:
        return
    # A literal, as the first parameter of a statement makes DuckDB import pandas: a second lost.
    text = msgspec.json.encode(rows).decode().replace("'", "''")
    kinds = ", ".join(f"{c} {k}" for c, k in schema.columns(connection)[table].items())
    connection.execute(
        f"INSERT INTO {table} BY NAME SELECT unnest(rows, max_depth := 2) FROM "  # noqa: S608
        f"(SELECT CAST('{text}'::JSON AS STRUCT({kinds})[]) AS rows)"
    )
