"""The log of a night: one JSON object a line, one file a run, so many files and so long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Literal

from pipeline.forgotten import Blanks

KEEP = 90
"""The files of so many runs are kept."""
MOST = 8 << 20
"""Bytes after which a run's file takes warnings and errors only; after twice that, nothing."""

Level = Literal["info", "warning", "error"]


def folder(archive: Path) -> Path:
    """Where the logs stand."""
    return archive / "logs"


class Log:
    """The log of one run. A log that can't be written to never stops a night."""

    def __init__(
        self, run_id: str, file: IO[bytes], *, most: int = MOST, blanks: Blanks | None = None
    ) -> None:
        self._blanks = blanks or Blanks()
        self._run_id = run_id
        self._file = file
        self._most = most
        self._written = 0

    def note(self, event: str, /, level: Level = "info", **about: object) -> None:
        """Write one line: when, how grave, what, and what belongs to it."""
        left = self._most if level == "info" else 2 * self._most
        if self._written > left:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._blanks.people:
            about = {key: self._without(value) for key, value in about.items()}
        line = {"at": now, "level": level, "event": event, "run_id": self._run_id, **about}
        # Escapes every character beyond ASCII, and so what could steer a terminal.
        data = json.dumps(line, default=str).encode() + b"\n"
        self._written += len(data)
        if self._written > left:
            data += b'{"event": "shortened", "level": "warning"}\n'
        with suppress(OSError):
            self._file.write(data)
            self._file.flush()

    def _without(self, value: object) -> object:
        """A value without names that were forgotten."""
        if isinstance(value, str):
            return self._blanks.text(value)
        if isinstance(value, list | tuple):
            return [self._without(each) for each in value]
        if isinstance(value, dict):
            return {self._blanks.text(str(k)): self._without(each) for k, each in value.items()}
        return value


@contextmanager
def opened(
    archive: Path,
    run_id: str,
    *,
    keep: int = KEEP,
    most: int = MOST,
    blanks: Blanks | None = None,
) -> Iterator[Log]:
    """The log of the run `run_id`; the oldest files beyond `keep` are removed.

    Names that were forgotten (`blanks`) are kept out of it.

    Raises OSError where the folder can't be made or written to.
    """
    place = folder(archive)
    place.mkdir(parents=True, exist_ok=True)
    for old in sorted(place.glob("*.jsonl"))[: -max(keep - 1, 1)]:
        old.unlink(missing_ok=True)
    with (place / f"{run_id}.jsonl").open("ab") as file:
        yield Log(run_id, file, most=most, blanks=blanks)
