"""Lines of a text that begin with numbers which count on through it: '118 Apologies', '119 Plans'.

Where signs behind the numbers are missing, only the count tells that each line begins an item, and
goes on from no line above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_LINE = re.compile(r"\s{0,4}(?P<number>\d{1,4})[.)]?\s+(?=[A-Z(“‘\"'])")
_FEWEST = 4
"""Numbers that count on at least."""
_FARTHEST = 60
"""Lines from one of them to the next at most."""


def counted_lines(lines: Sequence[str]) -> frozenset[int]:
    """The places of those lines: the longest run of numbers, each one more than the last."""
    found = [(at, int(m["number"])) for at, line in enumerate(lines) if (m := _LINE.match(line))]
    places, numbers = [at for at, _ in found], [number for _, number in found]
    run = longest_run(numbers, lambda a, b: places[b] - places[a] <= _FARTHEST)
    return frozenset(places[at] for at in run) if len(run) >= _FEWEST else frozenset()


def longest_run(
    numbers: Sequence[int], near: Callable[[int, int], bool] = lambda _a, _b: True
) -> list[int]:
    """The places in `numbers` of the longest run that counts on, whichever it begins with.

    `near` says of two places whether a run may go from one to the other.
    """
    lengths: list[int] = []
    above: list[int | None] = []
    latest: dict[int, int] = {}
    for at, number in enumerate(numbers):
        before = latest.get(number - 1)
        if before is not None and not near(before, at):
            before = None
        lengths.append(1 if before is None else lengths[before] + 1)
        above.append(before)
        known = latest.get(number)
        if known is None or lengths[at] > lengths[known]:
            latest[number] = at
    last = max(range(len(numbers)), key=lambda at: lengths[at], default=None)
    run: list[int] = []
    while last is not None:
        run.append(last)
        last = above[last]
    return run[::-1]
