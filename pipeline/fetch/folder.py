"""Candidate papers from paths: single files, and folders with everything below them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from pipeline.errors import UsageError
from pipeline.fetch import sidecar

SUFFIXES = (".pdf", ".html", ".htm", ".txt", ".md")
"""The files that papers come in."""


@dataclass(frozen=True)
class Candidate:
    """A file that looks like a paper."""

    path: Path
    """As it was given, or below the folder that was given."""
    address: str | None = None
    """Where it was fetched from, if it was."""

    @property
    def source(self) -> str:
        """The address, or the path as text, always valid Unicode."""
        return self.address or printable(self.path)

    @property
    def location(self) -> str:
        """The absolute path, by which the file is known again from any working folder."""
        return printable(Path(os.path.abspath(self.path)))  # noqa: PTH100 - keeps links as named


@dataclass(frozen=True)
class Trouble:
    """A path that could not be looked at, or a sidecar that says nothing of any paper."""

    source: str
    reason: str


@dataclass
class Listing:
    """What was found under the given paths."""

    candidates: list[Candidate] = field(default_factory=list)
    """Sorted by path within each given path, every file once."""
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Trouble] = field(default_factory=list)
    """Sidecars that belong to no paper."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """How many files of each other type stand in the folders, by extension."""


def printable(path: Path) -> str:
    """The path as valid Unicode text, odd bytes in its name replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def paths_from(stream: TextIO) -> list[Path]:
    """The paths listed one a line in `stream`; empty lines are left out."""
    return [Path(line) for raw in stream if (line := raw.rstrip("\r\n")).strip()]


def find(paths: Iterable[Path], *, without: Path, listed: Iterable[Path] = ()) -> Listing:
    """All candidate papers at or below the paths, leaving out the archive's own folder `without`.

    Names that begin with a dot are passed over, as file managers do. A path that doesn't exist or
    is not of a type that papers come in raises UsageError if it is among `paths`, and is a trouble
    if it is among `listed`. Raises UsageError also when nothing is found.
    """
    given, more = list(paths), list(listed)
    listing, seen = Listing(), set[str]()
    for place, path in enumerate((*given, *more)):
        wrong = _wrong(path)
        if wrong is not None:
            if place < len(given):
                raise UsageError(f"{printable(path)}: {wrong}")
            listing.troubles.append(Trouble(printable(path), f"{path.name}: {wrong}"))
            continue
        found = _below(path, without.resolve(), listing) if path.is_dir() else iter([path])
        for each in found:
            candidate = Candidate(each)
            if candidate.location not in seen:
                seen.add(candidate.location)
                listing.candidates.append(candidate)
    if not listing.candidates and not listing.troubles:
        named = ", ".join(map(printable, (*given, *more)[:5])) or "the list of paths"
        raise UsageError(f"no papers in {named}; papers are files that end in {_kinds()}")
    return listing


def _wrong(path: Path) -> str | None:
    """Why nothing can be ingested from a path, or None."""
    try:
        path.stat()
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        why = getattr(error, "strerror", None) or str(error)
        return f"{why.lower()}; check the path"
    if path.is_dir() or (path.suffix.lower() in SUFFIXES and path.is_file()):
        return None
    return f"not a paper; papers are files that end in {_kinds()}"


def _below(top: Path, without: Path, listing: Listing) -> Iterator[Path]:
    """The papers below a folder; links are followed, each folder entered once."""

    def note(error: OSError) -> None:
        listing.troubles.append(
            Trouble(
                printable(Path(error.filename)),
                f"the folder can't be opened ({error.strerror}); mend its permissions",
            )
        )

    entered = {without}
    for folder, subfolders, names in os.walk(top, followlinks=True, onerror=note):
        real = Path(folder).resolve()
        if real in entered:
            subfolders.clear()
            continue
        entered.add(real)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        listing.notes += [
            Trouble(
                printable(Path(folder, name)),
                "a sidecar that belongs to no file; name it after its paper, or remove it",
            )
            for name in sidecar.without_owner(names)
        ]
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or sidecar.is_sidecar(name):
                continue
            if path.suffix.lower() not in SUFFIXES:
                listing.passed_over[path.suffix.lower() or "no extension"] += 1
            elif _is_file(path):
                yield path
            else:
                listing.troubles.append(
                    Trouble(
                        printable(path),
                        "not a file that can be opened, or a link to one that is gone; mend it",
                    )
                )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _kinds() -> str:
    return ", ".join(SUFFIXES[:-1]) + " or " + SUFFIXES[-1]
