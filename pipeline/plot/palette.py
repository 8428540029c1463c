"""How statuses look: a colour, letters and a marker each, so that none is told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.plot.lanes import order_of

COLOURS: Mapping[str, tuple[str, str]] = {
    "done": ("#2f67b1", "#ffffff"),
    "well": ("#c3e5d6", "#14382a"),
    "late": ("#f5cc5f", "#3d2c00"),
    "bad": ("#a8253f", "#ffffff"),
    "other": ("#e3e6ea", "#33404d"),
}
"""Fill and letters: apart in lightness too, so that they hold for the colour-blind and in print."""
_LETTERS = {
    "Completed": "C",
    "Blue": "B",
    "On Target": "T",
    "Green": "G",
    "Delayed": "D",
    "Amber": "A",
    "Overdue": "O",
    "Red": "R",
}
MARKERS = {"done": "s", "well": "o", "late": "^", "bad": "X", "other": "o"}


def kind_of(status: str | None) -> str:
    """What a status says, as a key of COLOURS and MARKERS."""
    at = order_of(status) if status else 8
    return ("done", "well", "late", "bad", "other")[at // 2]


def letters_of(status: str | None) -> str:
    """What stands for a status in a cell: 'T', or the first letters of another's words."""
    if status is None:
        return ""
    return _LETTERS.get(status) or "".join(word[0] for word in status.split()[:2]).lower()
