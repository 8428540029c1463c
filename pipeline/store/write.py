"""Building an archive file from rows: schema first, then each table in one bulk insert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import duckdb
import msgspec

from pipeline.errors import PublishError
from pipeline.store import schema

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]
"""Table name to rows; a row is a dict by column name, and a column left out is NULL."""

SORTED_BY: Mapping[str, tuple[str, ...]] = {
    "documents": ("source", "document_id"),
    "meetings": ("held_on", "authority", "body", "meeting_id"),
    "document_meetings": ("meeting_id", "rank", "document_id"),
    "version_changes": ("meeting_id", "position"),
    "fillers": ("meeting_id", "fact_table", "document_id"),
    "people": ("name", "person_id"),
    "people_names": ("person_id",),
    "people_roles": ("place", "post", "held_from", "person_id"),
    "people_review": (),
    "people_former_ids": ("former_id",),
    "corrections": ("line",),
    "action_threads": ("first_raised", "thread_id"),
    "action_thread_members": ("thread_id", "action_id"),
    "action_thread_mentions": ("thread_id", "document_id", "fact_table"),
    "milestone_links": ("history_id", "milestone_id"),
    "milestone_events": ("history_id", "reported_on", "kind"),
    "replaced_papers": ("document_id", "replaced_at"),
    "completeness": ("source",),
    "erasures": ("erased_at",),
    "ingest_runs": ("run_id",),
    "ingest_events": ("run_id",),
    "rules": ("extractor", "kind", "name"),
    "evidence": ("fact_table", "document_id"),
}
"""Row order by table. Other tables go by document; the sort is stable, so within a document
the rows keep the order of the paper."""

_PYTHON: Mapping[str, tuple[type, ...]] = {
    "VARCHAR": (str,),
    "INTEGER": (int,),
    "DOUBLE": (int, float),
    "BOOLEAN": (bool,),
    "DATE": (date,),
    "TIME": (time,),
    "TIMESTAMP": (datetime,),
    "VARCHAR[]": (list, tuple),
}


_PLAIN: Mapping[str, type] = {
    "VARCHAR": str,
    "INTEGER": int,
    "DOUBLE": float,
    "BOOLEAN": bool,
    "DATE": date,
    "TIME": time,
}
"""Types whose values go into JSON as they are."""


def build(path: Path, tables: Tables) -> None:
    """Make a new archive file at `path`, which must not exist, with the rows of `tables`.

    Raises PublishError naming the table, and the column and value where one doesn't fit.
    """
    with duckdb.connect(path) as connection:
        schema.create(connection)
        known = schema.columns(connection)
        for table in tables:
            if table not in known:
                raise PublishError(f"the archive has no table {table!r}; its rows can't be kept")
        scratch = path.with_name(f"{path.name}.rows")
        try:
            for table, kinds in known.items():
                if rows := tables.get(table):
                    _insert(connection, table, kinds, rows, scratch)
        finally:
            scratch.unlink(missing_ok=True)
        connection.execute("CHECKPOINT")


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    kinds: Mapping[str, str],
    rows: Sequence[Row],
    scratch: Path,
) -> None:
    """Insert rows through a file of JSON lines: fast, and NULL stays NULL in every type."""
    keys = SORTED_BY.get(table, ("document_id",))
    ordered = sorted(rows, key=lambda row: [(row.get(k) is None, row.get(k)) for k in keys])
    encoder = msgspec.json.Encoder()
    # Most values are of their column's own type and need no closer look.
    plain = {column: _PLAIN.get(kind) for column, kind in kinds.items()}
    with scratch.open("wb") as lines:
        for row in ordered:
            checked = {
                c: v if type(v) is plain.get(c) else _fit(table, kinds, c, v)
                for c, v in row.items()
                if v is not None
            }
            lines.write(encoder.encode(checked) + b"\n")
    names = ", ".join(kinds)
    try:
        connection.execute(
            f"INSERT INTO {table} ({names}) "  # noqa: S608 - names of our own schema
            f"SELECT {names} FROM read_json(?, format = 'newline_delimited', columns = ?)",
            [str(scratch), dict(kinds)],
        )
    except duckdb.Error as error:
        raise PublishError(f"the rows of table {table} don't fit the schema: {error}") from error


def _fit(table: str, kinds: Mapping[str, str], column: str, value: object) -> object:
    """The value as JSON carries it, or PublishError where its type isn't the column's."""
    kind = kinds.get(column)
    if kind is None:
        raise PublishError(f"table {table} has no column {column!r}; its values can't be kept")
    fits = isinstance(value, _PYTHON[kind])
    if isinstance(value, bool):
        fits = kind == "BOOLEAN"
    elif isinstance(value, datetime):
        fits = kind == "TIMESTAMP"
        value = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    elif isinstance(value, list | tuple):
        fits = kind == "VARCHAR[]" and all(isinstance(entry, str) for entry in value)
    if not fits:
        raise PublishError(f"{table}.{column} holds {kind}, and {value!r} is not one")
    return value
