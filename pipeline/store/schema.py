"""The archive's schema: migrations in order, then views, from the SQL files beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files

import duckdb

from pipeline.errors import PublishError

VIEWS = ("facts", "current", "milestone_history")
"""The view files, in the order that they are applied."""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring a database to the newest schema: the migrations it lacks, then the views.

    Raises PublishError naming the file that could not be applied.
    """
    for version, name, sql in migrations():
        if version in applied(connection):
            continue
        connection.begin()
        try:
            connection.execute(sql)
            connection.execute(
                "INSERT INTO schema_migrations VALUES (?, ?, ?)",
                [version, name, datetime.now(UTC).replace(tzinfo=None)],
            )
            connection.commit()
        except duckdb.Error as error:
            connection.rollback()
            raise PublishError(f"migration {version:04d}_{name} failed: {error}") from error
    for name in VIEWS:
        try:
            connection.execute(text("views", name))
        except duckdb.Error as error:
            raise PublishError(f"the views of {name}.sql failed: {error}") from error
    _pass_comments_on(connection)


def migrations() -> Iterator[tuple[int, str, str]]:
    """Every migration by version: its number, its name, its SQL."""
    for stem in stems("migrations"):
        number, _, name = stem.partition("_")
        yield int(number), name, text("migrations", stem)


def applied(connection: duckdb.DuckDBPyConnection) -> frozenset[int]:
    """The versions of the migrations that a database has had."""
    known = connection.execute(
        "SELECT 1 FROM duckdb_tables() WHERE table_name = 'schema_migrations'"
    ).fetchone()
    if known is None:
        return frozenset()
    rows = connection.execute("SELECT version FROM schema_migrations").fetchall()
    return frozenset(row[0] for row in rows)


def columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """The tables (not views) of a database: table name, then column name, to DuckDB type."""
    rows = connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "SEMI JOIN duckdb_tables() USING (table_oid) WHERE NOT internal "
        "ORDER BY table_name, column_index"
    ).fetchall()
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in rows:
        found.setdefault(table, {})[column] = kind
    return found


def stems(folder: str) -> list[str]:
    """The names, without '.sql', of the SQL files in a folder beside this module, in order."""
    names = (entry.name for entry in files("pipeline.store").joinpath(folder).iterdir())
    return sorted(name.removesuffix(".sql") for name in names if name.endswith(".sql"))


def text(folder: str, stem: str) -> str:
    """The SQL of one file in a folder beside this module."""
    return files("pipeline.store").joinpath(folder, f"{stem}.sql").read_text(encoding="utf-8")


def _pass_comments_on(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the uncommented columns of each view the comments of the table it shows."""
    rows = connection.execute(
        """
        SELECT shown.table_name, shown.column_name, any_value(source.comment)
        FROM duckdb_columns() AS shown
        JOIN duckdb_views() AS view ON view.view_oid = shown.table_oid AND NOT view.internal
        JOIN duckdb_columns() AS source
            ON source.column_name = shown.column_name AND source.comment IS NOT NULL
            AND source.table_name = CASE
                WHEN shown.table_name = 'facts' THEN 'attendance'
                ELSE replace(shown.table_name, 'current_', '')
            END
        WHERE shown.comment IS NULL
        GROUP BY ALL
        """
    ).fetchall()
    for view, column, comment in rows:
        quoted = comment.replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {view}.{column} IS '{quoted}'")
