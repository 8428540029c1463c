"""Which sentences the trained pipeline may be asked about, when it is measured beside the rules.

What it was trained on is made up, and of what is like nothing there it may be sure for no reason.
"""

from __future__ import annotations

import re

from pipeline.extract.grammar.undertakings import is_of_the_past

_SENTENCE = re.compile(r"\S+(?:\s+\S+){2,44}")
"""As many words as a sentence that asks has."""
_OPEN = re.compile(r"[?:]\W*$|_{3}|\.{5}|…{3}")
"""Questions, what opens a list, and lines to sign on."""
_AGENDA = re.compile(r"\W*(?:\d+[.)]?\s*)?(?:to|for|if)\s", re.IGNORECASE)
"""What an agenda puts to the meeting ('To consider the budget'), and what is only supposed."""
_TASK = re.compile(
    r"\b(?:to|will|would|shall|should|asked|ask|requested|request|instructed|agreed|agree|undertook"
    r"|offered|please|needs?)\b",
    re.IGNORECASE,
)


def may_ask(sentence: str) -> bool:
    """Whether a sentence could ask for something at all."""
    return (
        _SENTENCE.fullmatch(sentence) is not None
        and not _OPEN.search(sentence)
        and not _AGENDA.match(sentence)
        and not is_of_the_past(sentence)
        and _TASK.search(sentence) is not None
    )
