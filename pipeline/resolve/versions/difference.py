"""One difference between two versions of a meeting's record, and how rows are paired for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.resolve.versions.accounts import Row


@dataclass(frozen=True)
class Difference:
    """What one version has that the other lacks or has otherwise."""

    fact_table: str
    field: str
    """The column that differs; of what only one version has, its chief column."""
    what: str
    """Who or what it is about."""
    before: str | None
    after: str | None
    earlier: Row | None
    later: Row | None
    item_number: str | None = None

    @property
    def kind(self) -> str:
        """'added', 'dropped' or 'changed'."""
        if self.earlier is None:
            return "added"
        return "dropped" if self.later is None else "changed"


Pairs = list[tuple[Row, Row]]


def pair(
    left: Sequence[Row], right: Sequence[Row], weigh: Callable[[Row, Row], float]
) -> tuple[Pairs, list[Row], list[Row]]:
    """Pair rows one to one, the best first; `weigh` gives 0 to those that are no pair.

    Of pairs as good, the one that stands first in both. Also returns what is left of each side.
    """
    scored = sorted(
        (-weight, i, j)
        for i, one in enumerate(left)
        for j, two in enumerate(right)
        if (weight := weigh(one, two)) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for _, i, j in scored:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((i, j))
    rest = [row for i, row in enumerate(left) if i not in used[0]]
    others = [row for j, row in enumerate(right) if j not in used[1]]
    return [(left[i], right[j]) for i, j in sorted(found)], rest, others


def text_of(value: object) -> str | None:
    """A value as the table of changes shows it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
