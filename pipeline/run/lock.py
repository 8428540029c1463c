"""One ingestion at a time per archive."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ArchiveBusyError, PublishError, UsageError


@contextmanager
def held(archive: Path, name: str = "lock", what: str = "ingestion") -> Iterator[None]:
    """Hold a lock of the archive. The system drops it when the process ends, however it ends.

    Raises ArchiveBusyError when another process (`what` it does) holds it, UsageError when the
    folder can't be made, PublishError when it stands and can't be written to.
    """
    try:
        archive.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{archive}: the archive's folder can't be made ({error.strerror}); "
            "choose another with --archive, or mend its permissions"
        ) from error
    try:
        file = (archive / name).open("ab")
    except OSError as error:
        raise PublishError(
            f"{archive}: the archive's folder can't be written to ({error.strerror}); "
            "mend its permissions, or choose another with --archive"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveBusyError(
                f"{archive}: another {what} is working on this archive; "
                "wait until it has ended, then start this one again"
            ) from error
        yield
