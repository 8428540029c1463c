"""One ingestion from end to end: find, read, publish, and write the ledger."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pipeline.errors import ExitCode, PublishError
from pipeline.extraction import Paper, Run, RunEvent
from pipeline.fetch import folder
from pipeline.fetch.durable import clear_scratch
from pipeline.fetch.sidecar import Folders
from pipeline.resolve import resolve
from pipeline.resolve.ledger import ledger as ledger_rows
from pipeline.run import code, papers, plan, remote
from pipeline.run.documents import Documents, Progress
from pipeline.run.isolation import processors
from pipeline.run.ledger import DAMAGED, Ledger, Pending, Published, Stamp
from pipeline.run.limits import Limits
from pipeline.run.lock import held
from pipeline.run.outcomes import Attention, attention, events
from pipeline.store.ledger import append
from pipeline.store.publish import ARCHIVE_NAME, publish
from pipeline.store.write import Tables

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM}
"""The errors of a disk that is full or may not be written to; all others are faults."""


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


def ingest(  # noqa: PLR0913 - the paths and the archive go by place, the rest by name
    paths: Iterable[str | os.PathLike[str]],
    archive: str | os.PathLike[str] = "archive",
    *,
    listed: Iterable[str | os.PathLike[str]] = (),
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> IngestResult:
    """Bring the papers at or below `paths` into the archive folder `archive`, and publish it.

    `listed` are further paths, as from a list that some program made: one that is wrong there is
    recorded and the run goes on. `jobs` is how many papers are read at once (default: one per
    processor). A paper that fails is recorded and the run goes on. Raises UsageError for wrong
    `paths`, ArchiveBusyError when another ingestion runs, PublishError when the new archive could
    not be put in place.
    """
    place = Path(archive)
    listing = folder.find(map(Path, paths), listed=map(Path, listed), without=place)
    return ingest_found(listing, place, jobs=jobs, limits=limits, progress=progress)


def ingest_found(  # noqa: PLR0913 - as above
    listing: folder.Listing,
    place: Path,
    *,
    told: Sequence[RunEvent] = (),
    sources: Mapping[str, str] | None = None,
    made_whole: Container[str] = frozenset(),
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> IngestResult:
    """Bring the papers of a listing, which may be empty, into the archive folder, and publish it.

    `told` are events of the fetching before, for the ledger; those that failed need a person.
    `sources` names the deliveries that this run takes in; `made_whole` the web pages that are cut
    and whose rest is held too. Raises what `ingest` raises.
    """
    bounds = limits or Limits()
    with held(place), _archive_errors(place), _marked(Ledger(place)) as ledger:
        clear_scratch(place)
        started = datetime.now(UTC)
        ledger.begin(started)
        before = ledger.published()

        sightings, troubles, notes = _sight(listing)
        versions = remote.versions(place, bounds.megabytes)
        documents = Documents(place, versions, bounds, started)
        works = plan.plan(sightings, documents.known, versions, bounds)
        documents.do(works, jobs or processors(), progress or _quiet)
        documents.drop_superseded(works)
        if ledger.cut_off:
            documents.arrive_with(started, before.papers if before else {})

        stamps = {d: Stamp(k.fingerprint, k.stub.location) for d, k in documents.known.items()}
        published = Published(
            run_id=ledger.run_id, code=code.digest(code.PUBLISHING, code.WEIGHTS), papers=stamps
        )
        same = before is not None and (before.code, before.papers) == (published.code, stamps)
        earlier = None if same else ledger.runs()
        notes += [_set_aside(path) for path in ledger.set_aside()]
        failed = [event for event in told if event.outcome == "failed"]
        needing = attention(works, documents, [*failed, *troubles, *notes], made_whole)
        run = Run(
            run_id=ledger.run_id,
            started_at=started,
            finished_at=datetime.now(UTC),
            outcome="partial" if needing else "success",
            papers=len(sightings) + len(troubles),
            recovered=ledger.cut_off[-1] if ledger.cut_off else None,
            events=(*events(works, documents, before), *told, *troubles, *notes),
            sources=dict(sources or {}),
        )
        _publish(place, ledger, Pending(run, published), documents, earlier)
    return IngestResult(place / ARCHIVE_NAME, run, needing, dict(listing.passed_over))


def _sight(
    listing: folder.Listing,
) -> tuple[list[plan.Sighting], list[RunEvent], list[RunEvent]]:
    """Hash every candidate; events of papers that can't be opened, and of sidecars of no use."""
    sightings, folders = [], Folders()
    troubles = [_failed(t.source, t.reason) for t in listing.troubles]
    notes = [_failed(note.source, note.reason) for note in listing.notes]
    for candidate in listing.candidates:
        try:
            sighting = plan.sight(candidate, folders)
        except OSError as error:
            reason = f"the file can't be opened ({error.strerror}); mend its permissions"
            troubles.append(_failed(candidate.source, f"{candidate.path.name}: {reason}"))
            continue
        sightings.append(sighting)
        if sighting.unknown is not None:
            notes.append(_failed(sighting.unknown.source, sighting.unknown.reason))
    return sightings, troubles, notes


def _publish(
    archive: Path,
    ledger: Ledger,
    pending: Pending,
    documents: Documents,
    earlier: Sequence[Run] | None,
) -> None:
    """Publish the archive with this run after the `earlier` ones in its ledger.

    Without `earlier` nothing but the ledger has changed, and only that is written.
    """
    run = pending.run
    try:
        if earlier is None:
            ledger.announce(pending)
            append(archive, ledger_rows([run]))
        else:
            loaded = papers.load_all(archive, documents.known)
            tables = _resolve(archive, loaded, [*earlier, run])
            ledger.announce(pending)
            publish(archive, tables)
    except PublishError as error:
        ledger.fail(_not_published(run, archive, error))
        raise
    ledger.finish(pending)


def _resolve(archive: Path, loaded: Sequence[Paper], runs: Sequence[Run]) -> Tables:
    try:
        return resolve(loaded, runs)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        raise PublishError(
            f"resolving the papers failed with {type(error).__name__} ({error}) in "
            f"{Path(frame.filename).name}, line {frame.lineno}{_still(archive)}. "
            "This is a fault of the pipeline: keep the papers of this run and report it"
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
        if error.errno not in NO_ROOM:
            raise
        raise PublishError(
            f"{archive}: the archive can't be written to ({error}){_still(archive)}. "
            "Make room or permission there and ingest again"
        ) from error


@contextmanager
def _marked(ledger: Ledger) -> Iterator[Ledger]:
    """Leave no marker of a run that ends with an error, and so is told of here and now."""
    try:
        yield ledger
    except Exception:
        ledger.abandon()
        raise


def _still(archive: Path) -> str:
    """Where an archive was published before, that it stands."""
    stands = (archive / ARCHIVE_NAME).is_file()
    return "; the archive published before still stands" if stands else ""


def _set_aside(path: Path) -> RunEvent:
    reason = (
        f"{path.name.removesuffix(DAMAGED)}: the record of an earlier run can't be read; it was "
        f"set aside as {path.name}, and the ledger is without that run; restore it from a backup"
    )
    return _failed(folder.printable(path), reason)


def _failed(source: str, reason: str) -> RunEvent:
    return RunEvent(source=source, sha256=None, stage="fetch", outcome="failed", reason=reason)


def _quiet(_done: int, _all: int, _source: str) -> None:
    """Tell nobody."""
