"""One unattended night: ask the sources, take in what they bring, publish, tell what changed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pipeline import forgotten
from pipeline.digest.mail import Mail
from pipeline.errors import ExitCode, UsageError
from pipeline.extraction import Run
from pipeline.fetch import originals
from pipeline.fetch.source import Haul, Held, Source
from pipeline.fetch.watched import FolderSource
from pipeline.forgotten import REMOVED
from pipeline.run import holdings, log, telling
from pipeline.run.documents import Progress
from pipeline.run.ledger import Ledger
from pipeline.run.limits import Limits
from pipeline.run.log import Log
from pipeline.run.papers import known
from pipeline.run.sites import SiteSource
from pipeline.run.sources import source_of
from pipeline.run.taking import Batch, IngestResult, take_in
from pipeline.run.working import working
from pipeline.settings import Settings


@dataclass(frozen=True)
class Night:
    """What a night works on; checks itself when built (raises UsageError)."""

    archive: Path
    sources: tuple[Source, ...]
    """Asked in this order."""
    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)
    digests: Path | None = None
    """Where digests are written; None for the folder `digests` of the archive."""
    mail: Mail | None = None
    """How digests are sent, and to whom; None where they are only written."""
    keep_logs: int = log.KEEP
    keep_digests: int = telling.KEEP

    def __post_init__(self) -> None:
        names = [source.name for source in self.sources]
        if not names:
            raise UsageError("a night needs at least one source of papers; name a folder or a site")
        if len(set(names)) < len(names):
            raise UsageError("two sources have the same name; give each its own")


def night_of(settings: Settings, now: datetime | None = None) -> Night:
    """The night that `papers.toml` asks for; `now` is another day than today, for trying things.

    Raises UsageError where two sources have the same name.
    """
    sites = tuple(
        SiteSource(
            source_of(each, settings),
            settings.restricted,
            clock=lambda: now or datetime.now(UTC),
        )
        for each in settings.authority
    )
    folders = tuple(
        FolderSource(
            each.name or str(each.path), each.path, settings.archive, each.emptied == "fine"
        )
        for each in settings.folder
    )
    smtp, bounds = settings.digest.smtp, settings.limits
    mail = None
    if smtp is not None:
        mail = Mail(
            host=smtp.host,
            sender=smtp.sender,
            to=smtp.recipients,
            port=smtp.port,
            security=smtp.security,
            user=smtp.user,
            password_file=smtp.password_file,
            quiet=not settings.digest.quiet,
        )
    return Night(
        archive=settings.archive,
        sources=(*sites, *folders),
        jobs=bounds.jobs or None,
        limits=Limits(seconds=bounds.paper_seconds, megabytes=bounds.paper_megabytes),
        digests=settings.digest.folder,
        mail=mail,
        keep_digests=settings.digest.keep,
    )


@dataclass(frozen=True)
class NightResult:
    """What a night did."""

    result: IngestResult
    failed: dict[str, str]
    """The sources that could not be asked, and why."""
    digest: Path | None
    """The digest as a page; None where it could not be written."""
    trouble: str | None
    """Why the digest could not be written or sent."""

    @property
    def run(self) -> Run:
        """The run as the ledger keeps it."""
        return self.result.run

    @property
    def exit_code(self) -> ExitCode:
        """What the command tells the scheduler."""
        if self.failed:
            return ExitCode.SOURCE
        return ExitCode.ATTENTION if self.trouble else self.result.exit_code


def nightly(night: Night, progress: Progress | None = None) -> NightResult:
    """Do one night's work, and tell of it.

    What any earlier night left unfinished is finished first. A source that fails leaves the others
    alone. Raises ArchiveBusyError when another run holds the archive, PublishError when the new
    archive could not be put in place.
    """
    place = night.archive
    with working(place) as ledger:
        started = datetime.now(UTC)
        ledger.begin(started)
        blanks = forgotten.load(place)
        with log.opened(place, ledger.run_id, keep=night.keep_logs, blanks=blanks) as journal:
            try:
                return _night(night, ledger, journal, started, progress)
            except BaseException as error:
                journal.note("stopped", level="error", error=type(error).__name__, why=str(error))
                raise


def _night(
    night: Night, ledger: Ledger, journal: Log, started: datetime, progress: Progress | None
) -> NightResult:
    place = night.archive
    journal.note("began", sources=[s.name for s in night.sources], cut_off=list(ledger.cut_off))
    held = telling.hold(place, telling.folder(place, night.digests), ledger.run_id)
    batch, failed = _ask(place, night.sources, journal)
    result = take_in(
        place,
        ledger,
        batch,
        started,
        jobs=night.jobs,
        limits=night.limits,
        progress=_noted(journal, progress),
    )
    restricted = {
        entry.stub.location
        for entry in known(place).values()
        if entry.stub.status == "restricted" and entry.stub.location is not None
    }
    for source in night.sources:
        source.settle(restricted)
    for event in result.run.events:
        if event.outcome != "unchanged":
            level: log.Level = "warning" if event.outcome in {"failed", "quarantined"} else "info"
            journal.note("paper", level=level, source=event.source, sha256=event.sha256,
                         outcome=event.outcome, stage=event.stage, reason=event.reason,
                         seconds=event.seconds)  # fmt: skip
    journal.note("published", outcome=result.run.outcome, papers=result.run.papers)
    told = telling.tell(
        place, night.digests, night.mail, result.run, journal, held, night.keep_digests
    )
    run = result.run
    if told.trouble:
        run = ledger.add_failure(run, "tell", told.trouble)
    journal.note("ended", level="warning" if failed or told.trouble else "info",
                 outcome=run.outcome, attention=len(result.attention), failed_sources=failed,
                 seconds=round((datetime.now(UTC) - started).total_seconds(), 1))  # fmt: skip
    ingested = IngestResult(result.archive, run, result.attention, result.passed_over)
    return NightResult(ingested, failed, told.page, told.trouble)


def _ask(place: Path, sources: Sequence[Source], journal: Log) -> tuple[Batch, dict[str, str]]:
    """Ask every source; what they bring, and which could not be asked and why."""
    held = _held(place)
    batch = Batch(everything=True)
    failed: dict[str, str] = {}
    for source in sources:
        inbox = place / "sources" / holdings.short(source.name)
        inbox.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        haul = source.fetch(inbox, held, journal.note)
        if haul.holdings.failed:
            failed[source.name] = haul.holdings.failed
        _add(batch, haul)
        journal.note("asked", level="error" if haul.holdings.failed else "info",
                     source=source.name, candidates=len(haul.candidates), gone=len(haul.gone),
                     troubles=len(haul.troubles), refused=len(haul.refused),
                     failed=haul.holdings.failed,
                     seconds=round(time.monotonic() - began, 3))  # fmt: skip
    return batch, failed


def _add(batch: Batch, haul: Haul) -> None:
    batch.candidates += haul.candidates
    batch.troubles += haul.troubles
    batch.notes += haul.notes
    batch.refused += haul.refused
    batch.whole |= haul.whole
    # A paper whose own path holds a forgotten name can't be told from one that is gone.
    batch.gone |= {key for key in haul.gone if REMOVED not in key}
    batch.passed_over += haul.passed_over
    batch.holdings.append(haul.holdings)


def _held(place: Path) -> dict[str, Held]:
    """Every paper of the archive, by what its source knows it as."""
    kept = originals.every(place)
    return {
        entry.stub.location: Held(
            sha256=entry.stub.sha256,
            removed=entry.stub.removed_on is not None,
            original=entry.stub.sha256 in kept,
        )
        for entry in known(place).values()
        if entry.stub.location is not None
    }


def _noted(journal: Log, progress: Progress | None) -> Progress:
    def note(done: int, every: int, source: str) -> None:
        journal.note("read", source=source, done=done, of=every)
        if progress is not None:
            progress(done, every, source)

    return note
