"""Requests and promises in sentences that no rule words: the trained pipeline's word.

It only adds, and is asked only about sentences that could ask or decide at all: what it was
trained on is made up, and of what is like nothing there it may be sure for no reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.model import judge
from pipeline.extract.undertakings import Undertaking, is_of_the_past
from pipeline.lexicon import rule
from pipeline.records import ActionOrigin

_SENTENCE = re.compile(r"\S+(?:\s+\S+){2,44}")
"""As many words as a sentence that asks has."""
_ASKS = re.compile(r"\b(?:ask|request|suggest|remind|invite)(?:s|ed)?\b", re.IGNORECASE)
_OPEN = re.compile(r"[?:]\W*$|_{3}|\.{5}|…{3}")
"""Questions, what opens a list, and lines to sign on."""
_AGENDA = re.compile(r"\W*(?:\d+[.)]?\s*)?(?:to|for|if)\s", re.IGNORECASE)
"""What an agenda puts to the meeting ('To consider the budget'), and what is only supposed."""


def judged_undertakings(sentences: Sequence[str], bar: float) -> list[Undertaking | None]:
    """What each sentence asks or promises, where the trained pipeline is at least `bar` sure."""
    asked = [s for s in sentences if _may_ask(s)]
    judged = dict(zip(asked, judge(asked), strict=True))
    taken: list[Undertaking | None] = []
    for sentence in sentences:
        found = judged.get(sentence)
        if found is None or found.action < bar or found.decision >= found.action:
            taken.append(None)
            continue
        origin: ActionOrigin = "requested" if _ASKS.search(sentence) else "agreed"
        sure = round(0.6 * found.action, 2)
        taken.append(Undertaking(origin, found.owner, sure, "trained pipeline"))
    return taken


def _may_ask(text: str) -> bool:
    return (
        _SENTENCE.fullmatch(text) is not None
        and not _OPEN.search(text)
        and not _AGENDA.match(text)
        and not is_of_the_past(text)
        and rule("actions", "judged").search(text) is not None
    )
