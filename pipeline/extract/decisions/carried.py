"""Motions that passed, where the minutes state no decision in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Paragraph, Passage
from pipeline.extract.grammar.sentences import sentences
from pipeline.lexicon import pattern, rule

_NOT_DECIDED = rule("business", "not_decided")
_MOTION_BY = rule("business", "motion_by")
_MOTION_PASSED = rule("business", "motion_passed")
_MOTION_SETTLED = rule("business", "motion_settled")
_MOTION_FAILED = rule("business", "motion_failed")
_VOTE_TOLD = rule("business", "vote_told")
_TITLE_BEFORE = re.compile(
    r"^[^.:–—]{2,60}\s*[:–—-]\s+(?=(?:(?:A|The)\s+)?(?:[Mm]otion\b|[Mm]oved\b))"
)
"""'Road bills – Motion by ...': a heading on the line of its motion."""
_MOVER_TOLD = re.compile(r"\W*(?:motion|moved|proposed)\s+by\s*:", re.IGNORECASE)
"""'Moved by: Jo Tarn.' behind the motion itself."""


def carried_motions(
    paragraphs: Sequence[Paragraph], *, by_name: bool = False, ended: list[Passage] | None = None
) -> list[Passage]:
    """The sentences that tell of a motion that passed; of 'Motion carried.' the motion itself.

    With `by_name`, only those that tell who made the motion; `ended` gets the sentences that only
    tell of motions how they ended.
    """
    carried = pattern("business", "decisions", "carried")
    taken: list[Passage] = []
    before: Passage | None = None
    voted = False
    for passage in _told(paragraphs):
        sentence = passage.text
        if voted and _MOTION_FAILED.search(sentence):
            # The ayes and nays told first: they passed nothing.
            taken.pop()
            voted = False
        elif _MOTION_PASSED.fullmatch(sentence) and len(sentence) < 150:
            taken += [] if before is None else [before]
            voted, before = voted or before is not None, None
        elif before is not None and _MOTION_SETTLED.fullmatch(sentence):
            taken.append(before)
            if ended is not None:
                ended.append(passage)
            voted, before = True, None
        elif carried.search(sentence) and not _NOT_DECIDED.search(sentence):
            taken.append(passage)
            voted, before = False, None
        elif _MOTION_BY.search(sentence) and not (before and _MOVER_TOLD.match(sentence)):
            voted, before = False, passage
        elif not (_VOTE_TOLD.match(sentence) or (before and _MOVER_TOLD.match(sentence))):
            voted, before = False, None
    return [p for p in taken if not by_name or _MOTION_BY.search(p.text)]


def _told(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """The sentences of paragraphs, without a heading on the line of a motion."""
    for paragraph in paragraphs:
        for start, end in sentences(paragraph.text):
            title = _TITLE_BEFORE.match(paragraph.text[start:end])
            yield paragraph.passage.cut(start + (title.end() if title else 0), end)
