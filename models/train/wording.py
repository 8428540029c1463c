"""A small grammar of wordings: '[a|b]' is a choice, '{slot}' a filling, '<...>' a marked span."""

from __future__ import annotations

import random
import re
import tomllib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<case>[ct]))?\}")


@dataclass(frozen=True)
class Wording:
    """One line of a file of wordings."""

    kind: str
    """The file's name: 'action', 'decision', ..."""
    text: str

    @property
    def held_out(self) -> bool:
        """Whether the line is kept out of training, to measure on: one in eight, by its hash."""
        return zlib.crc32(self.text.encode()) % 8 == 0


def wordings(name: str) -> Iterator[Wording]:
    """The lines of `wordings/NAME.txt`, notes and repetitions left out."""
    lines = (HERE / "wordings" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for line in dict.fromkeys(lines):
        if line and not line.startswith("#"):
            yield Wording(name, line)


def lists(name: str) -> dict[str, list[str]]:
    """The lists of `NAME.toml`."""
    with (HERE / f"{name}.toml").open("rb") as file:
        read: dict[str, list[str]] = tomllib.load(file)
    return read


Maker = Callable[[random.Random], str]


class Filler:
    """Fills wordings from lists and makers of names, dates and sums."""

    def __init__(self, slots: dict[str, list[str]], makers: dict[str, Maker]) -> None:
        self.slots, self.makers = slots, makers

    def fill(self, text: str, rng: random.Random) -> str:
        """`text` with every choice made and every slot filled; '<' and '>' stay."""
        chosen = _choose(text, rng)
        return _SLOT.sub(lambda m: self._slot(m["name"], m["case"], rng), chosen)

    def _slot(self, name: str, case: str | None, rng: random.Random) -> str:
        key = name[:1].lower() + name[1:]
        value = self.makers[key](rng) if key in self.makers else rng.choice(self.slots[key])
        value = self.fill(value, rng)
        if case == "t":
            value = _titled(value.removeprefix("the "))
        if case == "c" or name[:1].isupper():
            value = value[:1].upper() + value[1:]
        return value


def _titled(text: str) -> str:
    small = {"of", "the", "and", "for", "in", "on", "at", "to", "with", "by"}
    first, *rest = text.split()
    return " ".join([first.capitalize() if first.islower() else first] + [
        w if w in small else w[:1].upper() + w[1:] for w in rest
    ])  # fmt: skip


def _choose(text: str, rng: random.Random) -> str:
    """`text` with one alternative taken of each '[a|b]', inner ones too."""
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "[":
            out.append(text[at])
            at += 1
            continue
        end, parts = _alternatives(text, at)
        out.append(_choose(rng.choice(parts), rng))
        at = end
    return "".join(out)


def _alternatives(text: str, at: int) -> tuple[int, list[str]]:
    depth, start = 0, at + 1
    parts: list[str] = []
    for end in range(at, len(text)):
        if text[end] == "[":
            depth += 1
        elif text[end] == "]":
            depth -= 1
            if depth == 0:
                return end + 1, [*parts, text[start:end]]
        elif text[end] == "|" and depth == 1:
            parts.append(text[start:end])
            start = end + 1
    raise ValueError(f"a choice is not closed: {text}")


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A filled wording without its '<' and '>', and the spans that they marked."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    start = at = 0
    for char in text:
        if char == "<":
            start = at
        elif char == ">":
            spans.append((start, at))
        else:
            plain.append(char)
            at += 1
    return "".join(plain), spans
