"""Looking into archives that the tests made, and starting real `papers` processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

LEDGER = {"ingest_runs", "ingest_events", "schema_migrations"}
PAPERS = [sys.executable, "-c", "from pipeline.cli import main; main()"]


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(folder / "archive.duckdb", read_only=True) as connection:
        return connection.execute(sql).fetchall()


def documents(folder: Path) -> dict[str, tuple[object, ...]]:
    """Status and reason by file name."""
    found = rows(folder, "SELECT source, status, status_reason FROM documents")
    return {Path(str(source)).name: (status, reason) for source, status, reason in found}


def last_events(folder: Path) -> dict[str, tuple[object, ...]]:
    """Outcome and reason by file name, of the newest run."""
    found = rows(
        folder,
        "SELECT source, outcome, reason FROM ingest_events "
        "WHERE run_id = (SELECT max(run_id) FROM ingest_runs)",
    )
    return {Path(str(source)).name: (outcome, reason) for source, outcome, reason in found}


def counts(folder: Path) -> dict[str, int]:
    """Rows of every table, the ledger of events left out."""
    names = [str(n) for (n,) in rows(folder, "SELECT table_name FROM duckdb_tables()")]
    return {
        name: int(str(rows(folder, f"SELECT count(*) FROM {name}")[0][0]))
        for name in sorted(names)
        if name not in {"ingest_events", "schema_migrations"}
    }


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the ledger's."""
    names = [str(n) for (n,) in rows(folder, "SELECT table_name FROM duckdb_tables()")]
    return {name: rows(folder, f"FROM {name}") for name in sorted(names) if name not in LEDGER}


def papers(*arguments: str | Path, **options: object) -> subprocess.Popen[str]:
    """A `papers` process of its own, its output kept."""
    return subprocess.Popen(
        [*PAPERS, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )
