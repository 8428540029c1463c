"""What a source of papers is to a night: something that is asked, and answers with a haul.

A source never reads the archive and never writes to it. It is told what is held, leaves the files
that it fetches in a folder of its own (`inbox`), and says what it found, what it could not have,
and what is gone. Only when the night has published what it brought is it told to remember that
(`settle`): until then it must be ready to be asked the same again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pipeline.extraction import Holdings
from pipeline.fetch.folder import Candidate, Trouble

Note = Callable[..., None]
"""Called with the name of an event and what belongs to it, for the log: `note("asked", url=...)`.

Values are str, int, float, bool or None."""


@dataclass(frozen=True)
class Held:
    """One paper that the archive holds, by what its source knows it as."""

    sha256: str
    removed: bool
    """Whether it is marked as gone already."""
    original: bool
    """Whether its bytes are kept; False for restricted papers, and for some that can't be read."""


@dataclass
class Haul:
    """What a source answers."""

    holdings: Holdings
    """Everything that it lists, also on earlier nights; `failed` where it could not be asked."""
    candidates: list[Candidate] = field(default_factory=list)
    """Papers to take in, new and changed, and those that are known to be the same.

    A paper that was fetched has `known_as` set to (address, key); `told` to what the source says
    of it. One that is the same as it was, and was not fetched again, need not be here."""
    gone: list[str] = field(default_factory=list)
    """Keys of held papers that the source no longer lists. Never because of an error."""
    troubles: list[Trouble] = field(default_factory=list)
    """What could not be had, and why."""
    notes: list[Trouble] = field(default_factory=list)
    """What a person should look at, although nothing is missing."""
    refused: list[Trouble] = field(default_factory=list)
    """Papers that the source says are restricted, by key; they were not fetched."""
    whole: set[str] = field(default_factory=set)
    """The sources of papers that are cut, and whose rest is held in others: they need nobody."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files that are no papers, by extension."""


class Source(Protocol):
    """A folder, or a site."""

    @property
    def name(self) -> str:
        """What it is called in the ledger, unique among the sources of an archive."""

    def fetch(self, inbox: Path, held: Mapping[str, Held], note: Note) -> Haul:
        """Ask the source. `inbox` is its own folder; what an earlier night left is still there.

        `held` is every paper of the archive by its location. Errors of the source are told in the
        haul; only OSError of the inbox itself (a full disk) is raised.
        """

    def settle(self, restricted: Collection[str]) -> None:
        """What the last `fetch` brought is published: remember it, and clear the inbox.

        `restricted` are the locations of papers that turned out to be restricted: no file of
        theirs may be kept.
        """
