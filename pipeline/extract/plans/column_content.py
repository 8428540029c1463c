"""What the cells of a table's column hold: dates, people, statuses, references, prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from pipeline.extract.grammar.deadlines import interval
from pipeline.lexicon import pattern

_CODE = re.compile(r"[A-Z]{0,4}[.-]?\d{1,5}(?:[.-]\d{1,5})*[a-z]?\.?|[A-Z]{1,4}")
"""What a column of references holds and a column of milestones doesn't: 'SO1', '12/24', 'A3.1'."""
_PERCENT = re.compile(r"^\W*\d{1,3}(?:\.\d+)?\s*%")
_NAMED = re.compile(r"(?:\(?[A-Z][\w'’.-]*\)?|de|van|von|of)")
_INITIALS = re.compile(r"[A-Z]{1,5}(?:\s*(?:[,/&+;]|and)\s*[A-Z]{1,5})*")
_ARROWS = re.compile(r"[\u2190-\u21ff\u2b00-\u2bff▲▼►◄△▽]")
_LONG_DATE = 70
_LONG_STATUS = 45
_LONG_NAMES = 90


@dataclass(frozen=True)
class Content:
    """Shares (0..1) of a column's filled cells that read like each kind of value."""

    filled: int
    """How many cells have text."""
    dates: float = 0.0
    people: float = 0.0
    statuses: float = 0.0
    percents: float = 0.0
    codes: float = 0.0
    arrows: float = 0.0
    prose: float = 0.0
    """Cells of four words or more that are none of the others."""
    words: float = 0.0
    """The middle number of words of a cell."""
    rated: float = 0.0
    """Share of the rows whose cell has no word but a rating's colour."""


def content_of(texts: Iterable[str], rated: float = 0.0) -> Content:
    """What a column's cells hold; `rated` is the share that is rated by colour alone."""
    cells = [t for t in texts if t]
    if not cells:
        return Content(0, rated=rated)

    def share(kinds: Iterable[bool]) -> float:
        return sum(kinds) / len(cells)

    return Content(
        filled=len(cells),
        dates=share(is_deadline(t) for t in cells),
        people=share(is_people(t) for t in cells),
        statuses=share(is_status(t) for t in cells),
        percents=share(_PERCENT.match(t) is not None for t in cells),
        codes=share(is_code(t) for t in cells),
        arrows=share(_ARROWS.search(t) is not None and len(t) < 12 for t in cells),
        prose=share(len(t.split()) >= 4 and not is_deadline(t) for t in cells),
        words=median(len(t.split()) for t in cells),
        rated=rated,
    )


def is_deadline(text: str) -> bool:
    """Whether a cell is a date, a month, a range of them, or a time without one ('On-going')."""
    if len(text) > _LONG_DATE:
        return False
    undated = pattern("plans", "cells", "undated").match(text)
    return undated is not None or interval(text)[0] is not None


def is_status(text: str) -> bool:
    """Whether a cell is a status: 'In progress', 'Complete - sent in May', a RAG letter."""
    return len(text) <= _LONG_STATUS and pattern("plans", "cells", "status").match(text) is not None


def is_people(text: str) -> bool:
    """Whether a cell names who is to act: names, initials or posts."""
    if len(text) > _LONG_NAMES or any(c.isdigit() for c in text):
        return False
    if pattern("plans", "cells", "post").search(text) or _INITIALS.fullmatch(text):
        return True
    pieces = [p.strip() for p in re.split(r"[/;,&\n]|\band\b", text) if p.strip()]
    return bool(pieces) and all(_is_name(p) for p in pieces)


def _is_name(piece: str) -> bool:
    words = piece.split()
    return len(words) <= 5 and all(_NAMED.fullmatch(word) for word in words)


def is_code(text: str) -> bool:
    """Whether a cell is references only: '3.1', 'SO1, SO2', '12/24'."""
    tokens = [t for t in re.split(r"[\s,;/&]+", text) if t]
    if not tokens or not all(_CODE.fullmatch(t) for t in tokens):
        return False
    numbered = any(c.isdigit() for c in text)
    return (numbered or len(text) <= 2) and interval(text)[0] is None
