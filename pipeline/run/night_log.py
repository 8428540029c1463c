"""The log of the nightly run: JSON lines, a file for each month."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

FOLDER = "log"


class NightLog:
    """Writes lines; a disk that is full doesn't stop the night."""

    def __init__(self, archive: Path) -> None:
        self._folder = archive / FOLDER
        self.failed: str | None = None
        """Why a line could not be written, if one couldn't."""

    def write(self, event: str, **said: object) -> None:
        """Add one line: when, what, and what is to be said of it."""
        now = datetime.now(UTC)
        line = {"at": now.isoformat(timespec="milliseconds"), "event": event, **said}
        data = msgspec.json.encode(line, enc_hook=str) + b"\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"nightly-{now:%Y-%m}.jsonl"
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(handle, data)
            finally:
                os.close(handle)
        except OSError as error:
            self.failed = str(error)
