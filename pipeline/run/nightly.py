"""The nightly run: look at every source, ingest what came, publish, and tell what happened.

Whatever moment it is stopped at, the next one carries on: what was fetched lies in an outbox or a
folder, what was read in the archive's manifests, and a delivery counts as taken in only when a
published run names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from pipeline.errors import ExitCode, PipelineError
from pipeline.extraction import RunEvent
from pipeline.fetch.durable import write_whole
from pipeline.fetch.folder import Listing
from pipeline.run import papers, remote
from pipeline.run.documents import Progress
from pipeline.run.ingest import IngestResult, ingest_found
from pipeline.run.intake import FolderIntake, SiteIntake, failure
from pipeline.run.ledger import last_published
from pipeline.run.limits import Limits
from pipeline.run.lock import held
from pipeline.run.night_log import NightLog
from pipeline.settings import Settings

LOCK = "nightly.lock"
STATE = "nightly.json"


class State(msgspec.Struct):
    """What one night leaves to the next."""

    versions: dict[str, int] = {}
    """Of the stages and extractors by which every paper was last looked at."""


@dataclass(frozen=True)
class Night:
    """What one night did."""

    result: IngestResult
    intakes: tuple[SiteIntake | FolderIntake, ...]
    seconds: float

    @property
    def exit_code(self) -> ExitCode:
        """What the command tells the scheduler."""
        return self.result.exit_code


def nightly(
    settings: Settings, now: datetime | None = None, progress: Progress | None = None
) -> Night:
    """Do one night. One source that fails doesn't keep the others from being taken in.

    Raises ArchiveBusyError when a night or an ingestion is under way, PublishError when the new
    archive could not be put in place; what was fetched is then taken in by the next night.
    """
    started = datetime.now(UTC)
    archive, log = settings.archive, NightLog(settings.archive)
    with held(archive, LOCK, "nightly run"):
        log.write("began", settings=len(settings.authority) + len(settings.folder))
        try:
            night = _night(settings, now or started, started, log, progress)
        except BaseException as error:
            log.write("broke off", error=f"{type(error).__name__}: {error}")
            raise
        log.write(
            "ended",
            run=night.result.run.run_id,
            outcome=night.result.run.outcome,
            exit=int(night.exit_code),
            seconds=round(night.seconds, 3),
        )
    return night


def _night(
    settings: Settings,
    now: datetime,
    started: datetime,
    log: NightLog,
    progress: Progress | None,
) -> Night:
    archive, bounds = settings.archive, settings.limits
    intakes: list[SiteIntake | FolderIntake] = [
        *(SiteIntake(each, settings) for each in settings.authority),
        *(FolderIntake(each, settings) for each in settings.folder),
    ]
    before = last_published(archive)
    published = before.sources if before else {}
    told: list[RunEvent] = []
    brought: list[SiteIntake | FolderIntake] = []
    for intake in intakes:
        try:
            intake.resume(published, papers.known(archive) if published else {})
            intake.bring(now, log)
            brought.append(intake)
        except (PipelineError, OSError) as error:
            told.append(failure(intake, error))
            log.write("source failed", source=intake.name, error=str(error))

    state = _load(settings)
    versions = remote.versions(archive, bounds.paper_megabytes)
    everything = state.versions != versions
    listing = Listing()
    for intake in brought:
        listing.candidates += intake.candidates(everything)
        told += intake.events()
    result = ingest_found(
        listing,
        archive,
        told=told,
        sources=_marks(intakes, published),
        made_whole=_made_whole(brought),
        jobs=bounds.jobs or None,
        limits=Limits(seconds=bounds.paper_seconds, megabytes=bounds.paper_megabytes),
        progress=progress,
    )
    known = papers.known(archive)
    for intake in brought:
        intake.settle(known)
    if everything and len(brought) == len(intakes):
        write_whole(archive / STATE, msgspec.json.encode(State(versions)))
    counts: dict[str, int] = {}
    for event in result.run.events:
        counts[event.outcome] = counts.get(event.outcome, 0) + 1
    log.write("published", run=result.run.run_id, **counts)
    seconds = (datetime.now(UTC) - started).total_seconds()
    return Night(result, tuple(intakes), seconds)


def _marks(intakes: list[SiteIntake | FolderIntake], before: dict[str, str]) -> dict[str, str]:
    """By source, the last delivery that is in the archive with this run."""
    marks = dict(before)
    for intake in intakes:
        marks |= intake.marks
    return marks


def _made_whole(brought: list[SiteIntake | FolderIntake]) -> set[str]:
    found: set[str] = set()
    for intake in brought:
        if isinstance(intake, SiteIntake):
            found |= intake.made_whole()
    return found


def _load(settings: Settings) -> State:
    try:
        return msgspec.json.decode((settings.archive / STATE).read_bytes(), type=State)
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        return State()
