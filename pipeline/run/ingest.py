"""One ingestion from end to end: find, read, publish, and write the ledger."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pipeline.errors import ExitCode, PublishError
from pipeline.extraction import Paper, Run, RunEvent
from pipeline.fetch import folder
from pipeline.fetch.durable import clear_scratch
from pipeline.resolve import resolve
from pipeline.resolve.ledger import ledger as ledger_rows
from pipeline.run import code, papers, plan, remote
from pipeline.run.documents import Documents, Progress
from pipeline.run.isolation import processors
from pipeline.run.ledger import Ledger, Pending, Published, Stamp
from pipeline.run.limits import Limits
from pipeline.run.lock import held
from pipeline.run.outcomes import Attention, attention, events
from pipeline.store.ledger import append
from pipeline.store.publish import ARCHIVE_NAME, publish
from pipeline.store.write import Tables


@dataclass(frozen=True)
class IngestResult:
    """What one ingestion did."""

    archive: Path
    """The published file."""
    run: Run
    attention: tuple[Attention, ...]
    passed_over: dict[str, int]
    """Files in the folders that are no papers, counted by extension."""

    @property
    def exit_code(self) -> ExitCode:
        """What the command tells the shell."""
        return ExitCode.ATTENTION if self.attention else ExitCode.OK


def ingest(
    paths: Iterable[str | os.PathLike[str]],
    archive: str | os.PathLike[str] = "archive",
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> IngestResult:
    """Bring the papers at or below `paths` into the archive folder `archive`, and publish it.

    `jobs` is how many papers are read at once (default: one per processor). A paper that fails
    is recorded and the run goes on. Raises UsageError for wrong paths, ArchiveBusyError when
    another ingestion runs, PublishError when the new archive could not be put in place.
    """
    place = Path(archive)
    listing = folder.find([Path(path) for path in paths], without=place)
    bounds = limits or Limits()
    with held(place), _archive_errors(place):
        clear_scratch(place)
        ledger = Ledger(place)
        started = datetime.now(UTC)
        ledger.begin(started)
        before = ledger.published()

        sightings, troubles = _sight(listing)
        versions = remote.versions(place, bounds.megabytes)
        documents = Documents(place, versions, bounds, started)
        works = plan.plan(sightings, documents.known, versions, bounds)
        documents.do(works, jobs or processors(), progress or _quiet)
        documents.drop_superseded(works)

        needing = attention(works, documents, troubles)
        run = Run(
            run_id=ledger.run_id,
            started_at=started,
            finished_at=datetime.now(UTC),
            outcome="partial" if needing else "success",
            papers=len(sightings) + len(troubles),
            recovered=ledger.cut_off[-1] if ledger.cut_off else None,
            events=(*events(works, documents, before), *troubles),
        )
        _publish(place, ledger, run, before, documents)
    return IngestResult(place / ARCHIVE_NAME, run, needing, dict(listing.passed_over))


def _sight(listing: folder.Listing) -> tuple[list[plan.Sighting], list[RunEvent]]:
    """Hash every candidate; the events of what could not be opened."""
    sightings, troubles = [], [_failed(t.source, t.reason) for t in listing.troubles]
    for candidate in listing.candidates:
        try:
            sightings.append(plan.sight(candidate))
        except OSError as error:
            reason = f"the file can't be opened ({error.strerror}); mend its permissions"
            troubles.append(_failed(candidate.source, f"{candidate.path.name}: {reason}"))
    return sightings, troubles


def _publish(
    archive: Path, ledger: Ledger, run: Run, before: Published | None, documents: Documents
) -> None:
    """Publish the archive with this run in its ledger; only the ledger if nothing else changed."""
    stamps = {d: Stamp(k.fingerprint, k.stub.location) for d, k in documents.known.items()}
    pending = Pending(
        run, Published(run_id=run.run_id, code=code.digest(code.PUBLISHING), papers=stamps)
    )
    same = before is not None and (before.code, before.papers) == (pending.published.code, stamps)
    try:
        if same:
            ledger.announce(pending)
            append(archive, ledger_rows([run]))
        else:
            tables = _resolve(papers.load_all(archive, documents.known), [*ledger.runs(), run])
            ledger.announce(pending)
            publish(archive, tables)
    except PublishError as error:
        ledger.fail(_not_published(run, archive, error))
        raise
    ledger.finish(pending)


def _resolve(loaded: Sequence[Paper], runs: Sequence[Run]) -> Tables:
    try:
        return resolve(loaded, runs)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        raise PublishError(
            f"resolving the papers failed with {type(error).__name__} ({error}) in "
            f"{Path(frame.filename).name}, line {frame.lineno}; the archive published before still "
            "stands. This is a fault of the pipeline: keep the papers of this run and report it"
        ) from error


def _not_published(run: Run, archive: Path, error: PublishError) -> Run:
    event = RunEvent(
        source=folder.printable(archive),
        sha256=None,
        stage="publish",
        outcome="failed",
        reason=str(error),
    )
    return msgspec.structs.replace(run, outcome="failed", events=(event,))


@contextmanager
def _archive_errors(archive: Path) -> Iterator[None]:
    """Say what a full or read-only disk means for the archive."""
    try:
        yield
    except OSError as error:
        raise PublishError(
            f"{archive}: the archive can't be written to ({error}); the archive published before "
            "still stands. Make room or permission there and ingest again"
        ) from error


def _failed(source: str, reason: str) -> RunEvent:
    return RunEvent(source=source, sha256=None, stage="fetch", outcome="failed", reason=reason)


def _quiet(_done: int, _all: int, _source: str) -> None:
    """Tell nobody."""
