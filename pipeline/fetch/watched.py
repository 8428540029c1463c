"""A folder that is watched night after night: a drop folder, or a share of the network."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from pipeline.errors import UsageError
from pipeline.extraction import Holdings, Listed
from pipeline.fetch import folder, sidecar
from pipeline.fetch.durable import write_whole
from pipeline.fetch.folder import Candidate, Listing, printable
from pipeline.fetch.source import Haul, Held, Note

FEW = 10
"""Of so few papers all but one may go in one night."""
SHARE = 0.5
"""Of more, at most this share: a share of the network that is half mounted loses more."""


Look = tuple[int, int, str]
"""Size in bytes, time of change in nanoseconds, and the same of the sidecar in words."""
STATE = "seen.json"


class Seen(msgspec.Struct):
    """How the papers looked when they were last taken in, by a digest of their location.

    Names of files are not kept here: they may be those of what was forgotten.
    """

    papers: dict[str, Look] = {}


@dataclass
class FolderSource:
    """The papers below one folder, on disk or mounted."""

    name: str
    root: Path
    without: Path
    """The archive's own folder, should it lie below."""
    may_empty: bool = False
    """Whether most papers may be gone at once: said by a person, for one night."""

    _state: Path = field(default=Path(), repr=False)
    _seen: Seen | None = field(default=None, repr=False)

    def fetch(self, inbox: Path, held: Mapping[str, Held], note: Note) -> Haul:
        """List the folder. A folder that is away or empty is a failure, never a removal."""
        self._state, self._seen = inbox / STATE, None
        before = self._load()
        below = self._below(held)
        listing, why = self._list()
        why = why or self._unsound(listing, expected=bool(below))
        locations = {candidate.location for candidate in listing.candidates}
        gone = sorted(key for key, paper in below.items() if key not in locations)
        lost = [key for key in gone if not below[key].removed]
        standing = sum(not paper.removed for paper in below.values())
        if why is None and not self.may_empty and _too_many(len(lost), standing):
            why = (
                f"{printable(self.root)}: {len(lost)} of its {standing} papers are gone at once; "
                "look whether the folder is whole. If they were taken away on purpose, "
                "run once with --accept-removals"
            )
        note("listed", source=self.name, papers=len(locations), gone=len(lost), failed=why)
        troubles = list(listing.troubles)
        if why is not None:
            troubles.append(folder.Trouble(printable(self.root), why))
        looks = _looks(listing)
        if why is None:
            self._seen = Seen(looks)
        return Haul(
            holdings=self._holdings(listing, why),
            candidates=[c for c in listing.candidates if _is_news(c, before, looks, held)],
            gone=[] if why else gone,
            troubles=troubles,
            notes=list(listing.notes),
            passed_over=listing.passed_over,
        )

    def settle(self, restricted: Collection[str]) -> None:  # noqa: ARG002 - no file is kept here
        """Remember how the papers looked: those that look the same are not read again."""
        if self._seen is not None:
            write_whole(self._state, msgspec.json.encode(self._seen))

    def _below(self, held: Mapping[str, Held]) -> dict[str, Held]:
        top = Candidate(self.root).location.rstrip("/") + "/"
        return {key: paper for key, paper in held.items() if key.startswith(top)}

    def _list(self) -> tuple[Listing, str | None]:
        """What is in the folder, or why that can't be told."""
        try:
            first = next(self.root.iterdir(), None)
        except OSError as error:
            why = f"the folder can't be opened ({error.strerror}); look whether it is mounted"
            return Listing(), f"{printable(self.root)}: {why}"
        if first is None:
            return Listing(), None
        try:
            return folder.find([self.root], without=self.without), None
        except UsageError:
            return Listing(), None

    def _unsound(self, listing: Listing, *, expected: bool) -> str | None:
        """Why what is not listed need not be gone."""
        if any("folder can't be opened" in trouble.reason for trouble in listing.troubles):
            return f"{printable(self.root)}: not all of it can be opened; nothing counts as removed"
        if expected and not listing.candidates:
            return f"{printable(self.root)}: no papers are in it; look whether it is mounted"
        return None

    def _load(self) -> dict[str, Look]:
        """How the papers looked; nothing where that is not known: all are looked at again."""
        try:
            return msgspec.json.decode(self._state.read_bytes(), type=Seen).papers
        except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def _holdings(self, listing: Listing, why: str | None) -> Holdings:
        papers = tuple(Listed(key=candidate.location) for candidate in listing.candidates)
        return Holdings(source=self.name, papers=papers, failed=why)


def _is_news(
    candidate: Candidate,
    before: Mapping[str, Look],
    looks: Mapping[str, Look],
    held: Mapping[str, Held],
) -> bool:
    """Whether a paper is new, looks otherwise than it did, or is back."""
    paper, look = held.get(candidate.location), looks.get(_key(candidate))
    if paper is not None and paper.removed:
        return True
    return look is None or look != before.get(_key(candidate))


def _looks(listing: Listing) -> dict[str, Look]:
    folders, found = sidecar.Folders(), {}
    for candidate in listing.candidates:
        try:
            status = candidate.path.stat()
            beside = folders.beside(candidate.path)
            said = _times(beside.stat()) if beside is not None else ""
        except OSError:
            continue  # it is looked at again, and told of where it can't be opened
        found[_key(candidate)] = (status.st_size, status.st_mtime_ns, said)
    return found


def _key(candidate: Candidate) -> str:
    return hashlib.blake2b(candidate.location.encode(), digest_size=16).hexdigest()


def _times(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns}"


def _too_many(lost: int, standing: int) -> bool:
    if standing <= FEW:
        return lost > 1 and lost == standing
    return lost > standing * SHARE
