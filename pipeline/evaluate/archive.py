"""What an archive says of some of its papers, read from its public tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb
from msgspec import Struct

from pipeline.errors import ArchiveMissingError, UsageError
from pipeline.evaluate.gold import Row

MEETING_TABLES = ("attendance", "agenda_items", "resolutions", "actions", "declarations")
VOTE_TABLES = ("motions", "votes")
"""Tables of a meeting that an archive made before there were any may lack."""
DOCUMENT_TABLES = ("milestones", "forward_plan", "reports", "recommendations")


class ArchivedDocument(Struct, frozen=True):
    """One paper of the archive, without its facts."""

    document_id: str
    source: str
    status: str
    status_reason: str | None
    layout: str | None = None


class ArchivedMeeting(Struct, frozen=True):
    """One meeting, as one paper and the archive as a whole state it."""

    meeting_id: str | None
    """None holds the rows that the archive gives no meeting."""
    header: Row
    """The meeting's row in `meetings`: the most authoritative of its papers."""
    printed: Row | None
    """What this paper itself prints; None where the archive doesn't keep that apart."""
    rows: Mapping[str, tuple[Row, ...]]


class ArchivedFacts(Struct, frozen=True):
    """All facts of one paper."""

    meetings: tuple[ArchivedMeeting, ...]
    rows: Mapping[str, tuple[Row, ...]]


def _parts(path: str) -> tuple[str, ...]:
    parts = path.replace("\\", "/").split("/")
    return tuple(part for part in parts if part not in {"", "."})


def find_document(file: str, documents: Iterable[ArchivedDocument]) -> ArchivedDocument | None:
    """Return the document that was ingested from a gold file, by the end of its path.

    The longest common end wins; it must be the whole of the gold path or of the source.
    """
    wanted = _parts(file)
    best: tuple[int, str, ArchivedDocument] | None = None
    for document in documents:
        source = _parts(document.source)
        length = min(len(wanted), len(source))
        if not length or wanted[-length:] != source[-length:]:
            continue
        if best is None or (length, document.document_id) > best[:2]:
            best = (length, document.document_id, document)
    return best[2] if best else None


class ArchiveReader:
    """An open archive. Use it in a `with` statement."""

    def __init__(self, archive: Path) -> None:
        """Open `archive`/archive.duckdb, read-only and without access to any other file.

        Raises `ArchiveMissingError` where there is none, `UsageError` where it can't be opened.
        """
        path = archive / "archive.duckdb"
        if not path.is_file():
            raise ArchiveMissingError(f"{path} is missing: ingest papers first, or give --archive.")
        try:
            self._connection = duckdb.connect(
                str(path), read_only=True, config={"enable_external_access": "false"}
            )
        except duckdb.Error as error:
            raise UsageError(f"{path} can't be opened as an archive: {error}") from error
        self._path = path
        tables = self._connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
        )
        self._tables = {name for (name,) in tables.fetchall()}

    def __enter__(self) -> ArchiveReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def documents(self) -> tuple[ArchivedDocument, ...]:
        """All papers of the archive."""
        self._require(("documents",))
        found = self._connection.execute(
            "SELECT document_id, source, status, status_reason FROM documents ORDER BY document_id"
        ).fetchall()
        layouts: dict[object, str] = {}
        if self._has_layout():
            told = self._connection.execute("SELECT document_id, layout FROM documents")
            layouts = dict(told.fetchall())
        return tuple(
            ArchivedDocument(paper, source, status, reason, layouts.get(paper))
            for paper, source, status, reason in found
        )

    def facts(self, document_ids: Sequence[str]) -> dict[str, ArchivedFacts]:
        """Return the facts of each of the documents named, by document.

        Raises `UsageError` where a table of the public contract is missing.
        """
        self._require((*MEETING_TABLES, *DOCUMENT_TABLES, "meetings"))
        tables = (*MEETING_TABLES, *VOTE_TABLES)
        by_table = {t: self._rows(t, document_ids) for t in (*tables, *DOCUMENT_TABLES)}
        printed = self._rows("meeting_headers", document_ids)
        linked = self._rows("document_meetings", document_ids)
        found = self._connection.execute("SELECT * FROM meetings")
        names = [column[0] for column in found.description or ()]
        meetings = {
            row["meeting_id"]: row
            for row in (dict(zip(names, r, strict=True)) for r in found.fetchall())
        }
        facts: dict[str, ArchivedFacts] = {}
        for document_id in document_ids:
            own = {t: tuple(rows.get(document_id, ())) for t, rows in by_table.items()}
            headers: dict[object, dict[str, object]] = {}
            for row in printed.get(document_id, ()):
                # Several parts of a paper may print the meeting: the first to print a value counts.
                header = headers.setdefault(row["meeting_id"], {})
                header.update({k: v for k, v in row.items() if header.get(k) is None})
            ids = {r["meeting_id"]: None for r in linked.get(document_id, ())}
            ids.update(dict.fromkeys(headers))
            for table in tables:
                ids.update({r["meeting_id"]: None for r in own[table]})
            facts[document_id] = ArchivedFacts(
                meetings=tuple(
                    ArchivedMeeting(
                        meeting_id=None if each is None else str(each),
                        header=meetings.get(each, {}),
                        printed=headers.get(each, {})
                        if "meeting_headers" in self._tables
                        else None,
                        rows={
                            t: tuple(r for r in own[t] if r["meeting_id"] == each) for t in tables
                        },
                    )
                    for each in ids
                ),
                rows={t: own[t] for t in DOCUMENT_TABLES},
            )
        return facts

    def _has_layout(self) -> bool:
        """Whether `documents` has that column: the contract doesn't ask for it."""
        found = self._connection.execute(
            "SELECT 1 FROM information_schema.columns "
            "WHERE table_name = 'documents' AND column_name = 'layout'"
        )
        return found.fetchone() is not None

    def _require(self, tables: Iterable[str]) -> None:
        missing = sorted(set(tables) - self._tables)
        if missing:
            raise UsageError(
                f"{self._path} lacks {', '.join(missing)}: it is no published archive. Rebuild it."
            )

    def _rows(self, table: str, document_ids: Sequence[str]) -> dict[object, list[Row]]:
        """Rows of a table by document; a table beyond the contract may be missing."""
        if table not in self._tables:
            return {}
        found = self._connection.execute(
            f'SELECT * FROM "{table}" WHERE list_contains(?, document_id)',  # noqa: S608 own names
            [list(document_ids)],
        )
        names = [column[0] for column in found.description or ()]
        rows: dict[object, list[Row]] = {}
        for values in found.fetchall():
            row = dict(zip(names, values, strict=True))
            rows.setdefault(row["document_id"], []).append(row)
        return rows
