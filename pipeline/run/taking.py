"""Taking papers in: read what is new, publish, and write the ledger, under a lock that is held."""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pipeline import forgotten
from pipeline.errors import ExitCode, PublishError
from pipeline.extraction import Holdings, Run, RunEvent
from pipeline.fetch import folder, originals
from pipeline.fetch.durable import clear_scratch
from pipeline.fetch.folder import Candidate, Trouble
from pipeline.fetch.sidecar import Folders
from pipeline.forgotten import Blanks
from pipeline.resolve import resolve
from pipeline.resolve.ledger import ledger as ledger_rows
from pipeline.run import code, corrections, holdings, papers, plan, remote
from pipeline.run.blanking import blank_run
from pipeline.run.documents import Documents, Progress
from pipeline.run.isolation import processors
from pipeline.run.ledger import DAMAGED, Ledger, Pending, Published, Stamp, last_published
from pipeline.run.limits import Limits
from pipeline.run.outcomes import Attention, attention, events, removals
from pipeline.run.register import erasures, settle
from pipeline.run.scrub import FORGOTTEN, scrub
from pipeline.store.ledger import append
from pipeline.store.publish import ARCHIVE_NAME, publish
from pipeline.store.write import Tables


@dataclass
class Batch:
    """What one run is to look at, from wherever it comes."""

    candidates: list[Candidate] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    """What could not be had."""
    notes: list[Trouble] = field(default_factory=list)
    """What needs a person besides."""
    refused: list[Trouble] = field(default_factory=list)
    """Papers that their source says are restricted, and that are not held."""
    gone: set[str] = field(default_factory=set)
    """Locations at which no paper stands any more."""
    whole: set[str] = field(default_factory=set)
    """The sources of papers that are cut, and whose rest other papers hold."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files that are no papers, by extension."""
    holdings: list[Holdings] = field(default_factory=list)
    """What the sources list."""
    events: list[RunEvent] = field(default_factory=list)
    """What the ledger is to tell besides."""
    everything: bool = False
    """Whether papers that no source was asked for are read anew after an update of the program."""


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


def take_in(  # noqa: PLR0913 - what, where, and how it is read
    place: Path,
    ledger: Ledger,
    batch: Batch,
    started: datetime,
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    corrections_file: Path | None = None,
) -> IngestResult:
    """Bring a batch into the archive folder `place`, whose lock is held, and publish it.

    The `ledger` has begun its run at `started`. Raises UsageError for corrections that can't be
    read, PublishError when the new archive could not be put in place.
    """
    bounds = limits or Limits()
    clear_scratch(place)
    blanks = forgotten.load(place)
    if blanks.unfinished:
        scrub(place, blanks)
    before = ledger.published()
    remembered = before.corrections_file if before else None
    corrected = corrections.read(place, corrections_file, remembered)
    sightings, troubles, notes = _sight(batch)
    sightings, again = _without_forgotten(sightings, blanks)
    versions = remote.versions(place, bounds.megabytes)
    documents = Documents(place, versions, bounds, started, blanks)
    if batch.everything:
        sightings += _unasked(place, documents, sightings)
    works = plan.plan(sightings, documents.known, versions, bounds)
    documents.do(works, jobs or processors(), progress or _quiet)
    documents.drop_superseded(works)
    if before is not None or last_published(place) is None:
        documents.arrive_with(started, before.papers if before else {})
    asked = [sighting for sighting in sightings if sighting.candidate.asked]
    documents.mark_removed(batch.gone - {sighting.candidate.location for sighting in asked})
    beside = holdings.settle(place, _listed(batch, again), asked, blanks)

    stamps = {
        d: Stamp(k.fingerprint, k.stub.location, k.stub.removed_on is not None)
        for d, k in documents.known.items()
    }
    published = Published(
        run_id=ledger.run_id,
        code=code.digest(code.PUBLISHING, code.WEIGHTS),
        papers=stamps,
        beside=_digest(beside, blanks),
        corrections=corrected.digest,
        corrections_file=corrections.remember(place, corrected),
    )
    same = before is not None and _basis(before) == _basis(published)
    earlier = None if same else ledger.runs()
    notes += [_set_aside(path) for path in ledger.set_aside()]
    needing = attention(works, documents, [*troubles, *notes], batch.whole)
    refused = [_refused(each) for each in batch.refused]
    run = Run(
        run_id=ledger.run_id,
        started_at=started,
        finished_at=datetime.now(UTC),
        outcome="partial" if needing else "success",
        papers=len(asked) + len(troubles),
        recovered=ledger.cut_off[-1] if ledger.cut_off else None,
        events=(
            *events(works, documents, before),
            *removals(documents, before),
            *refused,
            *(_refused_again() for _ in again),
            *troubles,
            *notes,
            *batch.events,
        ),
    )
    run = blank_run(run, blanks)
    pending = Pending(run, published)
    try:
        if earlier is None:
            ledger.announce(pending)
            append(place, ledger_rows([run]))
        else:
            # The papers are let go before the archive is built: both together need much memory.
            tables = _resolve(
                place,
                lambda: resolve(
                    papers.load_all(place, documents.known),
                    [*earlier, run],
                    corrected.corrections,
                    holdings=beside,
                ),
            )
            tables = {**tables, "erasures": erasures(blanks)}
            ledger.announce(pending)
            publish(place, tables)
    except PublishError as error:
        ledger.fail(_not_published(run, place, error))
        raise
    ledger.finish(pending)
    if blanks.unfinished:
        settle(place, blanks)
    return IngestResult(place / ARCHIVE_NAME, run, needing, dict(batch.passed_over))


def _basis(published: Published) -> tuple[object, ...]:
    """What an archive is made from: where it is the same, so is the archive."""
    return published.code, published.papers, published.beside, published.corrections


def _digest(beside: Iterable[Holdings], blanks: Blanks) -> str:
    packed = msgspec.json.encode((list(beside), [entry.at for entry in blanks.register.entries]))
    return hashlib.blake2b(packed, digest_size=16).hexdigest()


def _sight(batch: Batch) -> tuple[list[plan.Sighting], list[RunEvent], list[RunEvent]]:
    """Hash every candidate; events of papers that can't be opened, and of sidecars of no use."""
    sightings, folders = [], Folders()
    troubles = [_failed(t.source, t.reason) for t in batch.troubles]
    notes = [_failed(note.source, note.reason) for note in batch.notes]
    for candidate in batch.candidates:
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


def _without_forgotten(
    sightings: Sequence[plan.Sighting], blanks: Blanks
) -> tuple[list[plan.Sighting], list[plan.Sighting]]:
    """The sightings, and those of bytes that were forgotten and came again."""
    again = [each for each in sightings if blanks.refuses(each.sha256)]
    return [each for each in sightings if each not in again] if again else [*sightings], again


def _listed(batch: Batch, again: Sequence[plan.Sighting]) -> list[Holdings]:
    """What the sources list, without papers that were forgotten: their names may tell of them."""
    hidden = {each.candidate.location for each in again}
    return [
        msgspec.structs.replace(each, papers=tuple(p for p in each.papers if p.key not in hidden))
        for each in batch.holdings
    ]


def _refused_again() -> RunEvent:
    return RunEvent(
        source=FORGOTTEN,
        sha256=None,
        stage="fetch",
        outcome="restricted",
        reason="bytes that were forgotten came again, and were not taken in",
    )


def _unasked(
    place: Path, documents: Documents, sighted: Sequence[plan.Sighting]
) -> list[plan.Sighting]:
    """The papers that no source was asked for, as their originals: an update concerns them too."""
    seen = {sighting.sha256 for sighting in sighted}
    taken = {sighting.candidate.location for sighting in sighted}
    kept = originals.every(place)
    found = []
    for entry in documents.known.values():
        stub = entry.stub
        if stub.sha256 in seen or stub.location in taken or stub.status == "restricted":
            continue
        if stub.location is None:
            continue
        path = kept.get(stub.sha256) or Path(stub.location)
        if not path.is_file():
            continue
        candidate = Candidate(
            path,
            known_as=(stub.source, stub.location),
            sha256=stub.sha256,
            told=stub.sidecar,
            asked=False,
        )
        found.append(plan.sight(candidate, Folders()))
    return found


def _resolve(archive: Path, resolved: Callable[[], Tables]) -> Tables:
    """The rows, or what their failing means for the archive."""
    try:
        return resolved()
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        raise PublishError(
            f"resolving the papers failed with {type(error).__name__} ({error}) in "
            f"{Path(frame.filename).name}, line {frame.lineno}{still(archive)}. "
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


def still(archive: Path) -> str:
    """Where an archive was published before, that it stands."""
    stands = (archive / ARCHIVE_NAME).is_file()
    return "; the archive published before still stands" if stands else ""


def _set_aside(path: Path) -> RunEvent:
    reason = (
        f"{path.name.removesuffix(DAMAGED)}: the record of an earlier run can't be read; it was "
        f"set aside as {path.name}, and the ledger is without that run; restore it from a backup"
    )
    return _failed(folder.printable(path), reason)


def _refused(paper: Trouble) -> RunEvent:
    """A paper that was never fetched, as its source says that it is restricted."""
    return RunEvent(
        source=paper.source,
        sha256=None,
        stage="fetch",
        outcome="restricted",
        reason=paper.reason,
    )


def _failed(source: str, reason: str) -> RunEvent:
    return RunEvent(source=source, sha256=None, stage="fetch", outcome="failed", reason=reason)


def _quiet(_done: int, _all: int, _source: str) -> None:
    """Tell nobody."""
