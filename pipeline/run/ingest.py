"""One ingestion from end to end: find the papers, and take them in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from pipeline.fetch import folder
from pipeline.run.documents import Progress
from pipeline.run.limits import Limits
from pipeline.run.taking import Batch, IngestResult, take_in
from pipeline.run.working import working


def ingest(  # noqa: PLR0913 - the paths and the archive go by place, the rest by name
    paths: Iterable[str | os.PathLike[str]],
    archive: str | os.PathLike[str] = "archive",
    *,
    listed: Iterable[str | os.PathLike[str]] = (),
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    corrections_file: Path | None = None,
) -> IngestResult:
    """Bring the papers at or below `paths` into the archive folder `archive`, and publish it.

    `listed` are further paths, as from a list that some program made: one that is wrong there is
    recorded and the run goes on. `jobs` is how many papers are read at once (default: one per
    processor). `corrections_file` is the file of corrections, where it is not the archive's own. A
    paper that fails is recorded and the run goes on; one that is gone stays. Raises UsageError for
    wrong `paths` or corrections, ArchiveBusyError when another ingestion runs, PublishError when
    the new archive could not be put in place.
    """
    place = Path(archive)
    listing = folder.find(map(Path, paths), listed=map(Path, listed), without=place)
    batch = Batch(
        candidates=listing.candidates,
        troubles=listing.troubles,
        notes=listing.notes,
        passed_over=listing.passed_over,
    )
    with working(place) as ledger:
        started = datetime.now(UTC)
        ledger.begin(started)
        return take_in(
            place,
            ledger,
            batch,
            started,
            jobs=jobs,
            limits=limits,
            progress=progress,
            corrections_file=corrections_file,
        )
