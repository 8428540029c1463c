"""What people decided that no paper prints: one person under two names, or two under one.

Decisions are kept in a small file, `corrections.toml`, that is only added to. Each tells who, when
and why, and speaks of people by name and place as well as by id, so that it holds when the archive
is made anew from its papers:

    [[people.merge]]
    people = [
        { id = "ann-ash", name = "Ann Ash", place = "netherby" },
        { id = "ann-oak", name = "Ann Oak", place = "netherby" },
    ]
    why = "married in May 2024"
    who = "J Clerk"
    when = 2024-06-01T09:30:00Z

`[[people.apart]]` has the same keys, and takes a pair off the review list. `[[people.split]]` has
`person`, the `new` id, and at least one of `names`, `places`, `bodies`: the mentions to split off.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

from pipeline.errors import UsageError

FILE_NAME = "corrections.toml"
"""The file within an archive folder."""
Kind = Literal["merge", "apart", "split"]
_HEAD = re.compile(r"^\s*\[\[\s*people\s*\.\s*(\w+)\s*\]\]")
_KEYS: Mapping[str, frozenset[str]] = {
    "merge": frozenset({"people", "why", "who", "when"}),
    "apart": frozenset({"people", "why", "who", "when"}),
    "split": frozenset({"person", "new", "names", "places", "bodies", "why", "who", "when"}),
}


class CorrectionsError(UsageError):
    """The file of corrections can't be understood; the message names file and line."""


@dataclass(frozen=True)
class PersonRef:
    """One person as a correction speaks of them."""

    person_id: str
    name: str
    place: str = ""
    """The authority's label, or ''."""


@dataclass(frozen=True)
class Correction:
    """One decision about people."""

    kind: Kind
    people: tuple[PersonRef, ...]
    """The two that are one, or are not; or the one to split."""
    why: str
    who: str
    when: datetime
    line: int
    """Where it begins in the file, from 1."""
    new: str = ""
    """For a split: the id of whoever is split off."""
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corrections:
    """All decisions, in the order of the file."""

    people: tuple[Correction, ...] = field(default=())

    @property
    def reserved(self) -> frozenset[str]:
        """Ids that splits give, which no paper's person may take."""
        return frozenset(each.new for each in self.people if each.new)


NONE = Corrections()


def parse(text: str, where: str) -> Corrections:
    """The corrections of a file's text. Raises CorrectionsError naming `where` and the line."""
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorrectionsError(f"{where}: is no TOML ({error}); mend that line") from error
    lines = _lines(text)
    unknown = sorted(set(held) - {"people"})
    if unknown:
        raise CorrectionsError(
            f"{where}, line {_line_of(text, unknown[0])}: '{unknown[0]}' means nothing here; "
            "corrections stand under [[people.merge]], [[people.apart]] or [[people.split]]"
        )
    people = held.get("people", {})
    if not isinstance(people, dict):
        raise CorrectionsError(f"{where}: 'people' must hold [[people.merge]] and the like")
    found: list[Correction] = []
    for kind, entries in people.items():
        if kind not in _KEYS or not isinstance(entries, list):
            raise CorrectionsError(
                f"{where}, line {_line_of(text, kind)}: there is no correction 'people.{kind}'; "
                f"there are {', '.join(f'[[people.{k}]]' for k in _KEYS)}"
            )
        for at, entry in enumerate(entries):
            line = lines[kind][at] if at < len(lines.get(kind, [])) else 1
            found.append(_entry(kind, entry, f"{where}, line {line}", line))
    return Corrections(tuple(sorted(found, key=lambda each: each.line)))


def _entry(kind: str, entry: object, where: str, line: int) -> Correction:
    if not isinstance(entry, dict):
        raise CorrectionsError(f"{where}: a correction is a table of keys")
    extra = sorted(set(entry) - _KEYS[kind])
    if extra:
        raise CorrectionsError(f"{where}: '{extra[0]}' means nothing in [[people.{kind}]]")
    why, who = _text(entry, "why", where), _text(entry, "who", where)
    when = entry.get("when")
    if isinstance(when, date) and not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day, tzinfo=UTC)
    if not isinstance(when, datetime):
        raise CorrectionsError(f"{where}: 'when' must be a date, such as 2024-06-01")
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    if kind == "split":
        picked = {key: _texts(entry, key, where) for key in ("names", "places", "bodies")}
        if not any(picked.values()):
            raise CorrectionsError(f"{where}: say what to split off: 'names', 'places' or 'bodies'")
        people = (_ref(entry.get("person"), where),)
        return Correction(
            "split", people, why, who, when, line, new=_text(entry, "new", where), **picked
        )
    refs = entry.get("people")
    if not isinstance(refs, list) or len(refs) != 2:
        raise CorrectionsError(f"{where}: 'people' must list two people")
    one, other = (_ref(ref, where) for ref in refs)
    if one.person_id == other.person_id:
        raise CorrectionsError(f"{where}: both people are '{one.person_id}'")
    return Correction("merge" if kind == "merge" else "apart", (one, other), why, who, when, line)


def _ref(held: object, where: str) -> PersonRef:
    if not isinstance(held, dict) or set(held) - {"id", "name", "place"}:
        raise CorrectionsError(f"{where}: a person is {{ id = ..., name = ..., place = ... }}")
    place = held.get("place", "")
    if not isinstance(place, str):
        raise CorrectionsError(f"{where}: 'place' must be a text")
    return PersonRef(_text(held, "id", where), _text(held, "name", where), place)


def _text(held: Mapping[str, object], key: str, where: str) -> str:
    value = held.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CorrectionsError(f"{where}: '{key}' is missing, or is no text")
    return value


def _texts(held: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = held.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CorrectionsError(f"{where}: '{key}' must be a list of texts")
    return tuple(value)


def _lines(text: str) -> dict[str, list[int]]:
    """The lines that corrections begin at, by kind."""
    found: dict[str, list[int]] = {}
    for number, kind in _heads(text):
        found.setdefault(kind, []).append(number)
    return found


def _heads(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _HEAD.match(line):
            yield number, head[1]


def _line_of(text: str, word: str) -> int:
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, start=1) if word in line), 1)
