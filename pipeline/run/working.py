"""Working on an archive: its lock, its ledger, and what an error of the disk means for it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import PublishError
from pipeline.run.ledger import Ledger
from pipeline.run.lock import held
from pipeline.run.taking import still

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM, errno.EFBIG}
"""The errors of a disk that is full or may not be written to; all others are faults."""


@contextmanager
def working(archive: Path) -> Iterator[Ledger]:
    """Hold the archive's lock, and leave no marker of a run that ends with an error.

    Raises what `pipeline.run.lock.held` raises, and PublishError for a full or closed disk.
    """
    with held(archive), _archive_errors(archive), _marked(Ledger(archive)) as ledger:
        yield ledger


@contextmanager
def _archive_errors(archive: Path) -> Iterator[None]:
    """Say what a full or read-only disk means for the archive."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise PublishError(
            f"{archive}: the archive can't be written to ({error}){still(archive)}. "
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
