"""Counts of what gold holds, what was found and what of it matches, and the figures they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Tally(Struct, frozen=True):
    """Counts of one field."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    """Pairs that are equal."""
    fuzzy: int = 0
    """Pairs that match as the contract says, the equal ones among them."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.strict + other.strict,
            self.fuzzy + other.fuzzy,
        )

    def figures(self, *, strict: bool) -> Figures:
        """Precision, recall and F1 of the strict or the fuzzy matches."""
        matched = self.strict if strict else self.fuzzy
        return Figures(
            precision=matched / self.found if self.found else None,
            recall=matched / self.gold if self.gold else None,
            f1=2 * matched / (self.gold + self.found) if self.gold + self.found else None,
        )


class Figures(Struct, frozen=True):
    """Each from 0 to 1; None where it is not defined because nothing was to be counted."""

    precision: float | None
    recall: float | None
    f1: float | None


def add_up(each: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Return the sum per field: micro-averaging."""
    total: dict[str, Tally] = {}
    for tallies in each:
        for field, tally in tallies.items():
            total[field] = total.get(field, Tally()) + tally
    return total
