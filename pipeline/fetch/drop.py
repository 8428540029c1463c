"""A drop folder, or a folder of a network share, as a source: what came, changed and went.

Only names, sizes and times are looked at: a share with ten thousand papers is no reason to read
them all each night.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from pipeline.errors import UnreadablePaperError, UsageError
from pipeline.fetch import folder, sidecar
from pipeline.fetch.durable import write_whole
from pipeline.fetch.folder import Candidate, Trouble

STATE = "folder.json"

Look = tuple[int, int, str]
"""Size in bytes, time of change in nanoseconds, and the same of the sidecar in words."""


class Seen(msgspec.Struct):
    """What stood in the folder when it was last taken in, by absolute path."""

    papers: dict[str, Look] = {}


class Drop:
    """One look into a folder, against the one before."""

    def __init__(self, place: Path, state: Path, *, without: Path, may_be_empty: bool) -> None:
        """`state` is where the look before is kept. Raises UnreadablePaperError."""
        self.changed: list[Candidate] = []
        self.every: list[Candidate] = []
        self.removed: list[str] = []
        self.troubles: list[Trouble] = []
        self._state = state / STATE
        before = self._before().papers
        try:
            listing = folder.find([place], without=without)
        except UsageError as error:
            listing = folder.Listing()
            gone = not place.is_dir()
            if gone or (before and not may_be_empty):
                what = (
                    str(error) if gone else f"{place}: held {len(before)} papers and is empty now"
                )
                why = f"{what}; is it mounted? Nothing counts as removed"
                self.troubles.append(Trouble(folder.printable(place), why))
                self.now = Seen(before)
                return
        self.troubles += [*listing.troubles, *listing.notes]
        self.every = listing.candidates
        folders = sidecar.Folders()
        looks: dict[str, Look] = {}
        for candidate in listing.candidates:
            look = _look(candidate.path, folders)
            if look is not None:
                looks[candidate.location] = look
            if look is None or before.get(candidate.location) != look:
                self.changed.append(candidate)
        self.removed = sorted(before.keys() - looks.keys())
        self.now = Seen(looks)

    def taken(self) -> None:
        """Note that what changed has been taken in. Raises OSError."""
        data = msgspec.json.encode(self.now)
        if not self._state.is_file() or self._state.read_bytes() != data:
            write_whole(self._state, data)

    def _before(self) -> Seen:
        try:
            return msgspec.json.decode(self._state.read_bytes(), type=Seen)
        except FileNotFoundError:
            return Seen()
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UnreadablePaperError(
                f"{self._state}: what stood in the folder can't be read ({error}); remove it: "
                "then every paper is looked at once more"
            ) from error


def _look(path: Path, folders: sidecar.Folders) -> Look | None:
    try:
        status = path.stat()
        beside = folders.beside(path)
        said = _times(beside.stat()) if beside is not None else ""
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, said


def _times(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns}"
