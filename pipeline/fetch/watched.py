"""A folder that is watched night after night: a drop folder, or a share of the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.extraction import Holdings, Listed
from pipeline.fetch import folder
from pipeline.fetch.folder import Candidate, Listing, printable
from pipeline.fetch.source import Haul, Held, Note

FEW = 10
"""Of so few papers all but one may go in one night."""
SHARE = 0.5
"""Of more, at most this share: a share of the network that is half mounted loses more."""


@dataclass(frozen=True)
class FolderSource:
    """The papers below one folder, on disk or mounted."""

    name: str
    root: Path
    without: Path
    """The archive's own folder, should it lie below."""
    may_empty: bool = False
    """Whether most papers may be gone at once: said by a person, for one night."""

    def fetch(self, inbox: Path, held: Mapping[str, Held], note: Note) -> Haul:  # noqa: ARG002
        """List the folder. A folder that is away or empty is a failure, never a removal."""
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
        return Haul(
            holdings=self._holdings(listing, why),
            candidates=listing.candidates,
            gone=[] if why else gone,
            troubles=troubles,
            notes=list(listing.notes),
            passed_over=listing.passed_over,
        )

    def settle(self) -> None:
        """Nothing is to be remembered: the folder itself is."""

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

    def _holdings(self, listing: Listing, why: str | None) -> Holdings:
        papers = tuple(Listed(key=candidate.location) for candidate in listing.candidates)
        return Holdings(source=self.name, papers=papers, failed=why)


def _too_many(lost: int, standing: int) -> bool:
    if standing <= FEW:
        return lost > 1 and lost == standing
    return lost > standing * SHARE
