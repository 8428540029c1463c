"""What minutes tell and then state: 'Cllr Ash was elected.', and 'RESOLVED: That Cllr Ash be'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.decisions.formulas import Decided

_ELECTED = re.compile(r"\b(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]+")
_TOLD = "inside prose"


def without_retold(taken: Sequence[Decided]) -> list[Decided]:
    """Decisions without an election that is told of those whom another decision elects."""
    stated = [set(_NAME.findall(d.text)) for d, _, by in taken if by != _TOLD and _elects(d.text)]
    return [
        one
        for one in taken
        if one[2] != _TOLD or not _elects(one[0].text) or not _named(one[0].text, stated)
    ]


def _elects(text: str) -> bool:
    return _ELECTED.search(text) is not None


def _named(text: str, stated: Sequence[set[str]]) -> bool:
    """Whether the one elected is named by one of the decisions stated: the name before the verb."""
    verb = _ELECTED.search(text)
    names = _NAME.findall(text[: verb.start()]) if verb else []
    return bool(names) and any(names[-1] in held for held in stated)
