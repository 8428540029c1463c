"""Everybody whom an archive names, with every form of the name that it prints."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.store.profile import sections
from pipeline.store.read import Archive


@dataclass(frozen=True)
class Known:
    """One person."""

    person_id: str
    names: tuple[str, ...]
    """As printed, without honorific; sorted."""


def known_people(archive: Archive) -> list[Known]:
    """Everybody in `people`, by key."""
    rows = archive.sql(sections("people")["names"]).dicts()
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(str(row["person_id"]), set()).add(str(row["name"]))
    return [Known(key, tuple(sorted(names))) for key, names in sorted(found.items())]
