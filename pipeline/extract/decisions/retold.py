"""What minutes tell and then state: 'Cllr Ash was elected.', and 'RESOLVED: That Cllr Ash be'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.decisions.formulas import Decided

_ELECTED = re.compile(r"\b(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_MOVED = re.compile(r"It\s+was\s+(?:moved|proposed)\b[^.]*\bseconded\s+that\b")
"""A motion that was put: what the meeting made of it stands below."""
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
_TOLD = "inside prose"


def without_retold(taken: Sequence[Decided]) -> list[Decided]:
    """Decisions without those that prose tells of what a formal decision of the item states."""
    formal = [d.text for d, _, by in taken if by != _TOLD]
    elected = [set(_NAME.findall(text)) for text in formal if _elects(text)]
    return [one for one in taken if one[2] != _TOLD or not _retold(one[0].text, formal, elected)]


def _retold(text: str, formal: Sequence[str], elected: Sequence[set[str]]) -> bool:
    """Whether a sentence tells what one of the formal decisions states."""
    if formal and _MOVED.match(text):
        return True
    return _elects(text) and _named(text, elected)


def _elects(text: str) -> bool:
    return _ELECTED.search(text) is not None


def _named(text: str, stated: Sequence[set[str]]) -> bool:
    """Whether the one elected is named by one of the decisions stated: the name before the verb."""
    verb = _ELECTED.search(text)
    names = _NAME.findall(text[: verb.start()]) if verb else []
    return bool(names) and any(names[-1] in held for held in stated)
