"""Publishing: a new archive file beside the old one, checked, then swapped in by one rename."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb

from pipeline.durable import sync
from pipeline.errors import PublishError
from pipeline.store import schema
from pipeline.store.write import Tables, build

ARCHIVE_NAME = "archive.duckdb"
"""The published file within an archive folder."""

_NEW = f"{ARCHIVE_NAME}.new-"
_ROWS_SHOWN = 3


def publish(folder: Path, tables: Tables) -> Path:
    """Replace the archive of `folder` by one that holds `tables`; its path.

    Readers never see half of it, and on any failure the old archive stands untouched.
    Raises PublishError naming what failed: a table, an invariant with rows, or the file system.
    """
    target = folder / ARCHIVE_NAME
    fresh = fresh_path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        build(fresh, tables)
        _check(fresh)
        sync(fresh)
        fresh.replace(target)
        sync(folder)
    except OSError as error:
        raise PublishError(
            f"{target}: the new archive could not be put in place ({error}). "
            "Make room or permission there and run the ingestion again."
        ) from error
    except duckdb.Error as error:
        raise PublishError(f"{target}: the new archive could not be written: {error}") from error
    finally:
        _remove(fresh)
    return target


def fresh_path(folder: Path) -> Path:
    """Where this process builds the archive that is to replace the one of `folder`.

    Publishing clears such files away when the process that made them has died.
    """
    return folder / f"{_NEW}{os.getpid()}"


def broken_invariants(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """What is wrong with an open archive: one line per broken invariant, with its first rows."""
    for name in schema.stems("invariants"):
        answer = connection.execute(schema.text("invariants", name))
        columns = [column[0] for column in answer.description or ()]
        rows = answer.fetchall()
        if rows:
            shown = "; ".join(
                ", ".join(f"{c}={v}" for c, v in zip(columns, row, strict=True))
                for row in rows[:_ROWS_SHOWN]
            )
            yield f"invariant {name} is broken by {len(rows)} rows, first: {shown}"


def _check(path: Path) -> None:
    """Raise PublishError if an archive file breaks an invariant."""
    with duckdb.connect(path, read_only=True) as connection:
        broken = list(broken_invariants(connection))
    if broken:
        raise PublishError("the new archive was not published: " + "\n".join(broken))


def _remove_leftovers(folder: Path) -> None:
    """Remove the half-built files of processes that have died."""
    for path in folder.glob(f"{_NEW}*"):
        process = path.name.removeprefix(_NEW).split(".")[0]
        if process == str(os.getpid()) or not _lives(process):
            path.unlink(missing_ok=True)


def _remove(fresh: Path) -> None:
    """Remove a half-built file and what DuckDB keeps beside it."""
    for path in fresh.parent.glob(f"{fresh.name}*"):
        path.unlink(missing_ok=True)


def _lives(process: str) -> bool:
    """Whether a process of this id runs."""
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # it runs, and belongs to someone else
    return True
