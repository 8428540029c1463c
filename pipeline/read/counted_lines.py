"""Lines of a text that begin with numbers which count on through it: '118 Apologies', '119 Plans'.

Where signs behind the numbers are missing, only the count tells that each line begins an item, and
goes on from no line above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(r"\s{0,4}(?P<number>\d{1,4})[.)]?\s+(?=[A-Z(“‘\"'])")
_FEWEST = 4
"""Numbers that count on at least."""
_FARTHEST = 60
"""Lines from one of them to the next at most."""


def counted_lines(lines: Sequence[str]) -> frozenset[int]:
    """The places of those lines: the longest run of numbers, each one more than the last."""
    found = [(at, int(m["number"])) for at, line in enumerate(lines) if (m := _LINE.match(line))]
    longest: list[int] = []
    runs: dict[int, list[int]] = {}
    for at, number in found:
        before = runs.get(number - 1, [])
        near = before if before and at - before[-1] <= _FARTHEST else []
        if len(near) + 1 > len(runs.get(number, [])):
            runs[number] = [*near, at]
        longest = max(longest, runs[number], key=len)
    return frozenset(longest) if len(longest) >= _FEWEST else frozenset()
