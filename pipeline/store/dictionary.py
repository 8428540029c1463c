"""The data dictionary: every table, view and column in the words of the schema's own comments."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from pipeline.store import schema

_INTRODUCTION = """\
# The archive's tables

One DuckDB file. Dates are ISO dates, times of day are local as printed, timestamps are UTC.
Boxes are PDF points from the page's top left corner, pages count from 1. What a paper doesn't
print is NULL. The tables hold each fact once per document that states it; the views named
`current_*` hold each meeting's facts once.

This page is the output of `papers schema`, made from the comments in the schema itself.
"""

_QUERY = """
SELECT
    relation.name, relation.kind, relation.comment,
    columns.column_name, columns.data_type, columns.comment
FROM (
    SELECT table_name AS name, 'table' AS kind, comment, table_oid AS oid
    FROM duckdb_tables() WHERE NOT internal
    UNION ALL
    SELECT view_name, 'view', comment, view_oid FROM duckdb_views() WHERE NOT internal
) AS relation
JOIN duckdb_columns() AS columns ON columns.table_oid = relation.oid
ORDER BY relation.kind, relation.oid, columns.column_index
"""


@dataclass(frozen=True)
class Column:
    """One column: its DuckDB type and its meaning."""

    name: str
    type: str
    comment: str | None


@dataclass(frozen=True)
class Relation:
    """One table or view."""

    name: str
    kind: str
    comment: str | None
    columns: tuple[Column, ...]


def relations() -> list[Relation]:
    """Every table, then every view, of an archive of the newest schema, in the schema's order."""
    with duckdb.connect(":memory:") as connection:
        schema.create(connection)
        rows = connection.execute(_QUERY).fetchall()
    found: dict[str, Relation] = {}
    for name, kind, comment, column, data_type, meaning in rows:
        before = found[name].columns if name in found else ()
        found[name] = Relation(name, kind, comment, (*before, Column(column, data_type, meaning)))
    return list(found.values())


def as_markdown() -> str:
    """The data dictionary as Markdown."""
    parts = [_INTRODUCTION]
    for relation in relations():
        suffix = " (view)" if relation.kind == "view" else ""
        parts.append(f"## {relation.name}{suffix}\n\n{relation.comment}\n")
        lines = ["| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {c.type} | {c.comment} |" for c in relation.columns]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)
