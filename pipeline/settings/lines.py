"""On which line of a TOML file a key stands: what its readers don't tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+)\]|\[\.\.\.\]")

Path = tuple[str | int, ...]


def path_of(message: str) -> tuple[str, Path]:
    """A message of msgspec without its path, and the path: '$.authority[0].base'."""
    said, _, where = message.rpartition(" - at `$")
    if not said:
        return message, ()
    steps: list[str | int] = []
    for found in _STEP.finditer(where.rstrip("`")):
        if found[1]:
            steps.append(found[1])
        elif found[2]:
            steps.append(int(found[2]))
    return said, tuple(steps)


class Lines:
    """The lines of one file."""

    def __init__(self, text: str) -> None:
        self._at: dict[Path, int] = {}
        table: Path = ()
        counts: dict[Path, int] = {}
        quoted = ""
        for number, line in enumerate(text.splitlines(), start=1):
            if quoted:
                quoted = "" if quoted in line else quoted
                continue
            heading = _TABLE.match(line)
            if heading:
                table = self._table(_parts(heading[2]), heading[1] == "[[", counts)
                self._at.setdefault(table, number)
                continue
            key = _KEY.match(line)
            if key:
                path = table
                for part in _parts(key[1]):
                    path = (*path, part)
                    self._at.setdefault(path, number)
            for mark in ('"' * 3, "'" * 3):
                if line.count(mark) % 2:
                    quoted = mark

    def _table(self, parts: Sequence[str], listed: bool, counts: dict[Path, int]) -> Path:
        """The path of a heading; within a list of tables its last entry is meant."""
        path: Path = ()
        for place, part in enumerate(parts):
            path = (*path, part)
            last = place == len(parts) - 1
            if last and listed:
                counts[path] = counts.get(path, -1) + 1
            if path in counts:
                path = (*path, counts[path])
        return path

    def of(self, path: Sequence[str | int]) -> int | None:
        """The line of the key, or of the nearest thing above it that has one."""
        wanted = tuple(path)
        while wanted:
            if wanted in self._at:
                return self._at[wanted]
            wanted = wanted[:-1]
        return None


def _parts(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.split(".")]
