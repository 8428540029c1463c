"""The notation the story is written in: printed text with the facts marked where they stand.

`{R|That the report be noted.}` prints `That the report be noted.` and says that it is a resolution.
Kinds: R resolution, A action, RA a resolution that asks for something, D declaration of interest,
C recommendation of a report, M motion, MR a motion in the words of its resolution, V votes by name
of the motion before. A `?` after the kind marks that on which good readers could part
ways. Attributes stand before the bar, with underscores for the blanks in their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from .blocks import Block, Bullets, Numbered, Para

_TAG = re.compile(r"\{(RA|MR|R|A|D|C|M|V)(\??)((?: [^\s|{}]+)*)\|([^{}]*)\}")
_NUMBERED = re.compile(r"(\d+\.|\([a-z]\)|\d+\.\d+\.?) (.*)")


@dataclass(frozen=True)
class Fact:
    """Something the paper says, in the paper's own words."""

    kind: str
    text: str
    optional: bool = False
    attrs: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    line: str = ""
    """The whole line that it stands in."""


@dataclass(frozen=True)
class Line:
    """One paragraph, bullet or entry of a list, with its facts."""

    kind: str
    text: str
    label: str = ""
    facts: tuple[Fact, ...] = ()


def _fact(match: re.Match[str]) -> Fact:
    words = match[3].split()
    attrs = dict(word.split("=", 1) for word in words if "=" in word)
    return Fact(
        kind=match[1],
        text=match[4],
        optional=bool(match[2]),
        attrs={key: value.replace("_", " ") for key, value in attrs.items()},
        flags=tuple(word for word in words if "=" not in word),
    )


def parse_line(raw: str) -> Line:
    """Split one line of story into how it is set, what it prints and what it says."""
    kind, label, rest = "para", "", raw
    if raw.startswith("* "):
        kind, rest = "bullet", raw[2:]
    elif raw.startswith("# "):
        kind, rest = "strong", raw[2:]
    elif match := _NUMBERED.match(raw):
        kind, label, rest = "number", match[1], match[2]
    text = _TAG.sub(lambda match: match[4], rest)
    facts = tuple(replace(_fact(match), line=text) for match in _TAG.finditer(rest))
    if "{" in text or "}" in text:
        raise ValueError(f"a tag that cannot be read: {raw}")
    return Line(kind, text, label, facts)


def story_lines(path: Path, variant: str = "final") -> Iterator[str]:
    """The lines of a story file for one version of the paper, without blank lines.

    `draft>` and `final>` in front of a line keep it for that version only, which is how the
    approved minutes come to differ from the draft in the next pack.
    """
    text = path.read_text(encoding="utf-8")
    if text.startswith("quotes: curly"):
        text = text.replace("'", "\u2019")
    for raw in text.splitlines():
        line = raw.strip()
        version, mark, rest = line.partition("> ")
        if mark and version in ("draft", "final"):
            if version != variant:
                continue
            line = rest
        if line and not line.startswith("%"):
            yield line


def to_blocks(lines: Iterable[Line]) -> list[Block]:
    """Gather lines into blocks: neighbouring bullets and entries make one list."""
    blocks: list[Block] = []
    for line in lines:
        last = blocks[-1] if blocks else None
        if line.kind == "bullet":
            if isinstance(last, Bullets):
                blocks[-1] = Bullets((*last.items, line.text))
            else:
                blocks.append(Bullets((line.text,)))
        elif line.kind == "number":
            if isinstance(last, Numbered):
                blocks[-1] = Numbered((*last.items, (line.label, line.text)))
            else:
                blocks.append(Numbered(((line.label, line.text),)))
        else:
            blocks.append(Para(line.text, bold=line.kind == "strong"))
    return blocks
