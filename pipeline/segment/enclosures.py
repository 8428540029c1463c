"""The list of what minutes were sent out with: 'Attachments', 1 to 6, below the signature.

Its titles read better than most headings of business, and would pass for the items.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.segment.entries import Entry

_TITLE = rule("parts", "enclosures")


def without_enclosures(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without the numbered ones of such a list, where others are counted above it."""
    at = next((n for n, e in enumerate(entries) if _is_title(e)), len(entries))
    counted = {e.number.place for e in entries[:at] if e.number and not e.number.series}
    if not {1, 2} <= counted:
        return list(entries)
    return [e for n, e in enumerate(entries) if n <= at or e.number is None or e.number.series]


def _is_title(entry: Entry) -> bool:
    return entry.number is None and _TITLE.fullmatch(entry.text.text) is not None
