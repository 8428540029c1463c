"""The trained pipeline `models/minutes`: what it makes of a sentence.

It is loaded once for each process. `bench/ablation.py` measures it beside the rules, which do
better alone: nothing that is published asks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from models import rare_words

FOLDER = "minutes"
COMPONENT = rare_words.make_rare_words
"""Its first component is ours: spaCy must know it before the config is read."""
_LONGEST = 900
"""Characters beyond which a text is no sentence of minutes but lost layout."""


@dataclass(frozen=True)
class Judgement:
    """What the pipeline makes of one sentence."""

    action: float
    """How likely it asks for, or promises, an action: 0 to 1."""
    decision: float
    """How likely it states a decision: 0 to 1."""
    owner: str | None
    """Who is to act, as printed, where it names somebody."""


_UNREAD = Judgement(0.0, 0.0, None)


@cache
def trained() -> Language:
    """The trained pipeline, from this folder."""
    return spacy.load(Path(__file__).parent / FOLDER)


def judge(sentences: Sequence[str]) -> list[Judgement]:
    """What the pipeline makes of each sentence, in order."""
    asked = [s for s in sentences if len(s) <= _LONGEST]
    judged = {s: _judgement(doc) for s, doc in zip(asked, trained().pipe(asked), strict=True)}
    return [judged.get(s, _UNREAD) for s in sentences]


def _judgement(doc: spacy.tokens.Doc) -> Judgement:
    owner = next((e.text for e in doc.ents if e.label_ == "OWNER"), None)
    return Judgement(doc.cats["action"], doc.cats["decision"], owner)
