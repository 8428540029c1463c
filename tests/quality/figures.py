"""Fuzzy F1 of fields, and what falls short of a bound, named for a reader."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.evaluate.tally import Tally


def short_of(
    bounds: Mapping[str, float], fields: Mapping[str, Tally], *, strict: bool = False
) -> dict[str, str]:
    """The fields whose F1 is below its bound, with their counts; a missing field too."""
    found = {}
    for field, bound in bounds.items():
        tally = fields.get(field, Tally())
        f1 = tally.figures(strict=strict).f1
        if f1 is None or f1 < bound:
            found[field] = f"{f1} < {bound}: {tally}"
    return found
