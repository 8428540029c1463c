"""What stands over a table: whether its rows are a plan's milestones or an action log's entries."""

from __future__ import annotations

from collections import deque

from pipeline.document import Paragraph, Part
from pipeline.extract.plans.columns import Columns
from pipeline.lexicon import pattern

_NEAR = 3
"""How many headings above a table still speak of it."""
_LONG = 110
_RECORDS = frozenset({"minutes", "meeting_page", "action_log"})
"""Parts whose tables of actions are logs unless a heading says 'plan'."""


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph may name what stands under it; a key to colours or initials doesn't."""
    text = paragraph.text.strip()
    if not text or len(text) > _LONG or text.endswith((".", ";", ",")) or paragraph.marker == "•":
        return False
    return "=" not in text and not text.lower().startswith(("key", "legend"))


class Headings:
    """The headings of a part while its flow is walked through."""

    def __init__(self, part: Part) -> None:
        """Begin at the top of `part`."""
        self._kind = part.kind
        self._title = part.title or ""
        self._top: list[str] = []
        self._near: deque[str] = deque(maxlen=_NEAR)

    def add(self, paragraph: Paragraph) -> None:
        """Take a paragraph of the flow."""
        if is_heading(paragraph):
            self._near.append(paragraph.text)
            if len(self._top) < _NEAR:
                self._top.append(paragraph.text)

    def name_a_log(self) -> bool:
        """Whether one of the headings just above speaks of a log of actions."""
        return any(pattern("plans", "logs", "heading").search(text) for text in self._near)

    def are_of_log(self, columns: Columns) -> bool:
        """Whether a table with such columns is an action log; what stands nearest decides."""
        for text in reversed(self._near):
            if pattern("plans", "logs", "heading").search(text):
                return True
            if pattern("plans", "logs", "plan").search(text):
                return False
        if self._kind in _RECORDS:
            return not any("milestone" in name for name in columns.names)
        return any(pattern("plans", "logs", "heading").search(t) for t in [self._title, *self._top])

    def are_of_forward_plan(self) -> bool:
        """Whether the heading just above is that of a forward plan or work programme."""
        last = self._near[-1] if self._near else self._title
        return pattern("plans", "logs", "forward").search(last) is not None
