"""Reading an archive: opened so that no statement can change it, reach other files, or run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event, Timer
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

import duckdb

from pipeline.errors import ArchiveMissingError, PipelineError, UsageError
from pipeline.store import catalogue
from pipeline.store.publish import ARCHIVE_NAME

if TYPE_CHECKING:
    import pandas as pd

SECONDS = 60.0
"""How long one query may take."""
BATCH = 2_000
"""How many rows are fetched at a time."""

_CATALOG = "archive"
_IN_USE = ("file handle conflict", "Conflicting lock", "different configuration")
_READS = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


class QueryError(UsageError):
    """A query that is not one read, that DuckDB turns down, or whose parameters don't fit."""


class ArchiveInUseError(UsageError):
    """An archive that stands, and that a writer holds open."""


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

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame, for a notebook."""
        # Imported here: it takes half a second, and no command needs it.
        import pandas as pd  # noqa: PLC0415

        return pd.DataFrame(self.rows, columns=list(self.columns))


Row = tuple[object, ...]


@dataclass(frozen=True)
class Stream:
    """What a query returns, a batch of rows at a time: only one is held in memory."""

    columns: tuple[str, ...]
    """Their names, each once: of two columns named alike the second is `name_2`."""
    batches: Iterator[Sequence[Row]]
    """May raise QueryError or QueryTimeoutError; valid until the archive's next query."""


class Archive:
    """An open archive; close it, or use it in a `with` statement."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: Path, seconds: float = SECONDS
    ) -> None:
        self.path = path
        self._connection = connection
        self._seconds = seconds

    def sql(
        self, text: str, params: Mapping[str, object] | None = None, *, most: int | None = None
    ) -> Answer:
        """The answer to one read statement with `$name` parameters: its first `most` rows, or all.

        Raises QueryError for anything but one SELECT (or DESCRIBE, SHOW, SUMMARIZE, EXPLAIN),
        or one that DuckDB turns down, and QueryTimeoutError for one that takes too long.
        """
        found = self.stream(text, params, most=most)
        return Answer(found.columns, tuple(row for batch in found.batches for row in batch))

    def stream(
        self, text: str, params: Mapping[str, object] | None = None, *, most: int | None = None
    ) -> Stream:
        """The answer as `sql` gives it, fetched while it is used; only fetching takes its time."""
        statement = single_read(text)
        start = monotonic()
        with self._limit(self._seconds):
            self._connection.execute(statement, dict(params or {}))
        names = tuple(column[0] for column in self._connection.description or ())
        left = self._seconds - (monotonic() - start)
        return Stream(_told_apart(names), self._batches(left, most))

    def _batches(self, seconds: float, most: int | None) -> Iterator[Sequence[Row]]:
        """The rows of the statement that was executed, while the time for it lasts."""
        wanted = most
        while wanted is None or wanted > 0:
            start = monotonic()
            with self._limit(seconds):
                batch = self._connection.fetchmany(BATCH if wanted is None else min(BATCH, wanted))
            if not batch:
                return
            # The timer can't stop what goes on between two batches, so the clock is read too.
            seconds -= monotonic() - start
            if seconds <= 0:
                raise self._timeout()
            if wanted is not None:
                wanted -= len(batch)
            yield batch

    def query(self, name: str, /, **params: object) -> Answer:
        """The answer to a named query; a parameter left out takes its default.

        Raises UsageError for an unknown name, or for parameters that it lacks or doesn't take.
        """
        query = catalogue.load(name)
        return self.sql(query.sql, query.bind(params))

    def save_parquet(self, text: str, params: Mapping[str, object], path: Path) -> None:
        """Write the answer to one read statement as Parquet to the file given to `open_archive`."""
        if single_read(text).type != duckdb.StatementType.SELECT:
            raise QueryError("EXPLAIN gives no table that Parquet could hold")
        target = _quoted(path)
        with self._limit(self._seconds):
            # DuckDB takes no parameter for the target of COPY; FROM lets DESCRIBE stand there too.
            body = _without_end(text)
            self._connection.execute(
                f"COPY (FROM ({body}\n)) TO {target} (FORMAT parquet)", dict(params)
            )

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
    def _limit(self, seconds: float) -> Iterator[None]:
        """Interrupt what runs within after `seconds`, and put DuckDB's errors in our words."""
        late = Event()

        def stop() -> None:
            late.set()
            self._connection.interrupt()

        timer = Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        except duckdb.Error as error:
            # Between two batches DuckDB tells of an interruption as of some other error.
            if late.is_set():
                raise self._timeout() from error
            raise QueryError(f"the archive can't answer that: {error}") from error
        finally:
            timer.cancel()

    def _timeout(self) -> QueryTimeoutError:
        return QueryTimeoutError(
            f"the query was stopped after {self._seconds:g} seconds; "
            "ask for fewer rows, or narrow it with WHERE"
        )


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

    SQL in it can't touch any other file, except the one file `may_write`, for an export. It may
    be opened as often as needed, in one process too, and what is opened after a publish is new.
    Raises ArchiveMissingError where no archive stands, ArchiveInUseError where it is being written.
    """
    given = Path(place)
    path = given / ARCHIVE_NAME if given.is_dir() else given
    if not path.is_file():
        raise ArchiveMissingError(
            f"no archive at {path}. Make one with `papers ingest PATH`, "
            "or name the folder that holds it with --archive."
        )
    try:
        connection = _attached(path, may_write)
    except duckdb.Error as error:
        if any(mark in str(error) for mark in _IN_USE):
            raise ArchiveInUseError(
                f"{path} is open for writing, in this process or another ({error}). "
                "Close it there, then open it again."
            ) from error
        raise ArchiveMissingError(
            f"{path} can't be opened as an archive ({error}). "
            "Publish it anew with `papers ingest PATH`."
        ) from error
    return Archive(connection, path, seconds)


def table_texts(path: Path) -> Iterator[str]:
    """Every row of a Parquet file, or of an archive file, as text. Raises OSError."""
    with duckdb.connect(":memory:") as connection:
        try:
            if path.suffix == ".parquet":
                tables = [f"read_parquet({_quoted(path)})"]
            else:
                connection.execute(f"ATTACH {_quoted(path)} AS {_CATALOG} (READ_ONLY)")
                names = connection.execute(
                    "SELECT table_name FROM duckdb_tables() WHERE database_name = $name",
                    {"name": _CATALOG},
                ).fetchall()
                tables = [f'{_CATALOG}.main."{name}"' for (name,) in names]
            for table in tables:
                connection.execute(f"SELECT t::VARCHAR FROM {table} AS t")  # noqa: S608 - our names
                while rows := connection.fetchmany(BATCH):
                    yield "\n".join(text for (text,) in rows)
        except duckdb.Error as error:
            raise OSError(f"{path}: {error}") from error


def _attached(path: Path, may_write: Path | None) -> duckdb.DuckDBPyConnection:
    """A locked connection of its own to the file.

    duckdb.connect(path) would share one instance, with the first one's settings and the file as it
    was then, among all connections of a process.
    """
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": "2GB",
            "threads": "2",
            "temp_directory": "",
        },
    )
    try:
        connection.execute(f"ATTACH {_quoted(path)} AS {_CATALOG} (READ_ONLY)")
        connection.execute(f"USE {_CATALOG}")
        if may_write is not None:
            connection.execute(f"SET allowed_paths = [{_quoted(may_write)}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names, numbered from the second on where one comes again, as JSON needs them."""
    unique: dict[str, None] = {}
    for name in names:
        others = (f"{name}_{number}" for number in count(2))
        taken = unique.keys() | (set(names) if name in unique else set())
        unique[name if name not in unique else next(o for o in others if o not in taken)] = None
    return tuple(unique)


def _without_end(text: str) -> str:
    """A single statement without its semicolon and what comments follow that."""
    ends = [at for at, kind in duckdb.tokenize(text) if _is_end(text, at, kind)]
    # Places are counted in bytes of UTF-8.
    return text.encode()[: ends[0]].decode() if ends else text


def _is_end(text: str, at: int, kind: object) -> bool:
    return kind == duckdb.token_type.operator and text.encode()[at : at + 1] == b";"


def _quoted(path: Path) -> str:
    """A path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"
