"""Files that are either whole or absent, whatever moment the machine stops at."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from pipeline.durable import sync as force

SCRATCH = ".part-"
"""How a file under way is named; one that a stopped run left behind may be removed."""


@contextmanager
def replacing(target: Path, *, sync: bool = True) -> Iterator[IO[bytes]]:
    """A file to write; `target` is replaced by it at the end, or left alone on any error.

    With `sync` False nothing is forced to the disk: for caches that can be made again.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=SCRATCH, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            if sync:
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    if sync:
        force(target.parent)


def write_whole(target: Path, data: bytes, *, sync: bool = True) -> None:
    """Write `data` to `target` in one step: readers see the old file or the new one."""
    with replacing(target, sync=sync) as file:
        file.write(data)


def clear_scratch(folder: Path) -> None:
    """Remove what stopped runs left half-written anywhere under `folder`."""
    for path in folder.rglob(f"{SCRATCH}*"):
        path.unlink(missing_ok=True)
