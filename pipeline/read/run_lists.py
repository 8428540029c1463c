"""Lists whose line breaks a copy of a page lost: '· one · two', 'resolved to: A Note B Agree'."""

from __future__ import annotations

import re
from itertools import pairwise

_BULLET = re.compile(r"(?:^|(?<=\s))[·•▪]\s+(?=\S)")
_OPENS = re.compile(r"(?:^|[:;–—-]\s*)$")
_CAPITAL = re.compile(r"(?:(?<=[:;.]\s)|(?<=[:;.]\s\s))(?P<mark>[A-H])\s+(?=[A-Z][a-z]+\s)")


def entries_of(text: str) -> list[tuple[str | None, str]]:
    """The pieces of a paragraph: what stands before its list, and each entry with its mark.

    A mark is None where none stands before the piece or where the piece still holds it.
    """
    bullets = list(_BULLET.finditer(text))
    if len(bullets) > 1 and _OPENS.search(text[: bullets[0].start()]):
        return _cut(text, [m.start() for m in bullets])
    lettered = [
        m for m, mark in zip(_CAPITAL.finditer(text), "ABCDEFGH", strict=False) if m["mark"] == mark
    ]
    if len(lettered) > 1 and text[: lettered[0].start()].rstrip().endswith(":"):
        ends = [m.start() for m in lettered[1:]] + [len(text)]
        listed = [
            (m["mark"], text[m.end() : end].strip()) for m, end in zip(lettered, ends, strict=True)
        ]
        return [(None, text[: lettered[0].start()].strip()), *listed]
    return [(None, text)]


def _cut(text: str, starts: list[int]) -> list[tuple[str | None, str]]:
    edges = [0, *starts, len(text)]
    pieces = (text[a:b].strip() for a, b in pairwise(edges))
    return [(None, piece) for piece in pieces if piece]
