"""The trained pipeline `models/minutes`: how likely a sentence decides something, or asks for it.

It is loaded once for each process, when it is first asked. How it was trained and what it is worth:
the card in `models/README.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from pipeline.models import model_file

_LONGEST = 900
"""Characters beyond which a text is no sentence of minutes but lost layout."""


@dataclass(frozen=True)
class Judgement:
    """What the pipeline makes of one sentence. Its numbers are no probabilities."""

    decision: float
    """How sure it is that the body decides: 0 to 1."""
    action: float
    """How sure it is that somebody is asked, or promises, to do something: 0 to 1."""


_UNREAD = Judgement(0.0, 0.0)


@cache
def trained() -> Language:
    """The trained pipeline."""
    return spacy.load(model_file("minutes"))


def judge(sentences: Sequence[str]) -> list[Judgement]:
    """What the pipeline makes of each sentence, in order."""
    asked = [s for s in sentences if len(s) <= _LONGEST]
    if not asked:
        return [_UNREAD for _ in sentences]
    docs = zip(asked, trained().pipe(asked), strict=True)
    judged = {s: Judgement(doc.cats["decision"], doc.cats["action"]) for s, doc in docs}
    return [judged.get(s, _UNREAD) for s in sentences]
