"""Reading an archive: opened so that no statement can change it, reach other files, or run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Self

import duckdb

from pipeline.errors import ArchiveMissingError, PipelineError, UsageError
from pipeline.store import catalogue
from pipeline.store.publish import ARCHIVE_NAME

SECONDS = 60.0
"""How long one query may take."""

_READS = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


class QueryError(UsageError):
    """A query that is not one read, that DuckDB turns down, or whose parameters don't fit."""


class QueryTimeoutError(PipelineError):
    """A query that took longer than it may."""


@dataclass(frozen=True)
class Answer:
    """What a query returned."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    """Plain Python values: str, int, float, bool, date, time, datetime, list or None."""

    def dicts(self) -> list[dict[str, object]]:
        """The rows as dicts by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Archive:
    """An open archive; close it, or use it in a `with` statement."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: Path, seconds: float = SECONDS
    ) -> None:
        self.path = path
        self._connection = connection
        self._seconds = seconds

    def sql(self, text: str, params: Mapping[str, object] | None = None) -> Answer:
        """The answer to one read statement with `$name` parameters.

        Raises QueryError for anything but one SELECT (or DESCRIBE, SHOW, SUMMARIZE, EXPLAIN),
        or one that DuckDB turns down, and QueryTimeoutError for one that takes too long.
        """
        statement = single_read(text)
        with self._limit():
            cursor = self._connection.execute(statement, dict(params or {}))
            columns = tuple(column[0] for column in cursor.description or ())
            return Answer(columns, tuple(cursor.fetchall()))

    def query(self, name: str, /, **params: object) -> Answer:
        """The answer to a named query; a parameter left out takes its default.

        Raises UsageError for an unknown name, or for parameters that it lacks or doesn't take.
        """
        query = catalogue.load(name)
        return self.sql(query.sql, query.bind(params))

    def save_parquet(self, text: str, params: Mapping[str, object], path: Path) -> None:
        """Write the answer to one read statement as Parquet to the file given to `open_archive`."""
        single_read(text)
        target = _quoted(path)
        with self._limit():
            # DuckDB takes no parameter for the target of COPY.
            body = text.strip().rstrip(";")
            self._connection.execute(f"COPY ({body}\n) TO {target} (FORMAT parquet)", dict(params))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _limit(self) -> Iterator[None]:
        """Interrupt what runs within after the time limit, and put DuckDB's errors in our words."""
        timer = Timer(self._seconds, self._connection.interrupt)
        timer.daemon = True
        timer.start()
        try:
            yield
        except duckdb.InterruptException as error:
            raise QueryTimeoutError(
                f"the query was stopped after {self._seconds:g} seconds; "
                "ask for fewer rows, or narrow it with WHERE"
            ) from error
        except duckdb.Error as error:
            raise QueryError(f"the archive can't answer that: {error}") from error
        finally:
            timer.cancel()


def single_read(text: str) -> duckdb.Statement:
    """The one read statement that `text` holds; QueryError if it holds anything else."""
    try:
        statements = duckdb.extract_statements(text)
    except duckdb.Error as error:
        raise QueryError(f"that is not SQL that DuckDB knows: {error}") from error
    if len(statements) != 1 or statements[0].type not in _READS:
        raise QueryError(
            "the archive is only read: give one SELECT, DESCRIBE, SHOW or SUMMARIZE statement"
        )
    return statements[0]


def open_archive(
    place: Path | str = "archive", *, seconds: float = SECONDS, may_write: Path | None = None
) -> Archive:
    """Open the published archive of a folder, or an archive file itself, for reading only.

    SQL in it can't touch any other file, except the one file `may_write`, for an export.
    Raises ArchiveMissingError where no archive stands.
    """
    given = Path(place)
    path = given / ARCHIVE_NAME if given.is_dir() else given
    if not path.is_file():
        raise ArchiveMissingError(
            f"no archive at {path}. Make one with `papers ingest PATH`, "
            "or name the folder that holds it with --archive."
        )
    try:
        connection = duckdb.connect(
            path,
            read_only=True,
            config={
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "memory_limit": "2GB",
                "threads": "2",
                "temp_directory": "",
            },
        )
        if may_write is not None:
            connection.execute(f"SET allowed_paths = [{_quoted(may_write)}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise ArchiveMissingError(
            f"{path} can't be opened as an archive ({error}). "
            "Publish it anew with `papers ingest PATH`."
        ) from error
    return Archive(connection, path, seconds)


def _quoted(path: Path) -> str:
    """A path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"
