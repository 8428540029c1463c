"""The outbox: a folder in which a crawl leaves files and lines, whole or not at all.

A crawl may be killed at any moment. A file is put in place by a rename before the line that names
it is written, and a line that is cut off is no line: what is read is always true.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from pipeline.fetch.durable import write_whole
from pipeline.fetch.modgov.job import Job, Line

LINES = "lines.jsonl"
JOB = "job.json"


class Outbox:
    """Where a crawl writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / LINES).open("ab")

    def __enter__(self) -> Outbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def keep(self, data: bytes, suffix: str) -> str:
        """Leave a file, and return its SHA-256. Raises OSError."""
        digest = hashlib.sha256(data).hexdigest()
        write_whole(file(self._folder, digest, suffix), data)
        return digest

    def write(self, line: Line) -> None:
        """Leave a line. Raises OSError."""
        self._file.write(msgspec.json.encode(line) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def file(folder: Path, sha256: str, suffix: str) -> Path:
    """Where a fetched file lies."""
    return folder / f"{sha256}{suffix}"


def prepare(folder: Path, job: Job) -> None:
    """Make an empty outbox for a job. Raises OSError, also where one stands there."""
    folder.mkdir(parents=True)
    write_whole(folder / JOB, msgspec.json.encode(job))


def load_job(folder: Path) -> Job:
    """The job of an outbox. Raises OSError and msgspec.MsgspecError."""
    return msgspec.json.decode((folder / JOB).read_bytes(), type=Job)


def read(folder: Path) -> Iterator[Line]:
    """The lines of an outbox, up to the first that was cut off."""
    try:
        data = (folder / LINES).read_bytes()
    except FileNotFoundError:
        return
    decoder = msgspec.json.Decoder(Line)
    for line in data.split(b"\n")[:-1]:
        try:
            yield decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return
