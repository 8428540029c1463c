"""The text that the pipeline is trained on: `passages/*.txt`, invented minutes, each line labelled.

A passage is one item of business as some clerk might have minuted it: a heading behind '#', and
lines that begin with a tag. `{slots}` are filled anew each time that a line is seen, `<...>` marks
who is to act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "passages"
KINDS = ("decision", "action")
TAGS: Mapping[str, frozenset[str] | None] = {
    "N": frozenset(),
    "H": frozenset(),
    "D": frozenset({"decision"}),
    "A": frozenset({"action"}),
    "B": frozenset(KINDS),
    "X": None,
}
"""What each tag says of its line: told (N), a heading or label (H), decided (D), asked for or
promised (A), both (B); X is a line that two careful readers would label differently."""


@dataclass(frozen=True)
class Line:
    """One labelled sentence, list entry or heading, its slots open."""

    text: str
    kinds: frozenset[str]
    is_heading: bool = False


def names() -> list[str]:
    """The files by name: each holds one sort of body."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def lines(name: str) -> Iterator[Line]:
    """The lines of one file that are labelled for certain, and the headings over them.

    Raises `ValueError`, naming file and line, where a line has no known tag.
    """
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        tag, _, rest = line.partition(" ")
        if not line or line == "#":
            continue
        if tag == "#":
            yield Line(_unmarked(rest), frozenset(), is_heading=True)
        elif tag not in TAGS or not rest.strip():
            raise ValueError(
                f"{name}.txt, line {number}: begin with one of {' '.join(TAGS)}: {line}"
            )
        elif (kinds := TAGS[tag]) is not None:
            yield Line(_unmarked(rest), kinds)


def _unmarked(text: str) -> str:
    return text.replace("<", "").replace(">", "").strip()
