"""One ingestion at a time per archive."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
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
                f"{archive}: another {what} is working on this archive{_holder(archive / name)}; "
                "wait until it has ended, then start this one again"
            ) from error
        # Who holds it, for whoever meets it; what a killed process left there means nothing.
        with suppress(OSError):
            os.ftruncate(file.fileno(), 0)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            os.write(file.fileno(), f"process {os.getpid()} since {now}\n".encode())
        yield


def _holder(lock: Path) -> str:
    """Which process holds the lock, as far as it says."""
    try:
        said = lock.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" ({said[:80]})" if said else ""
