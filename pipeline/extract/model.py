"""The trained pipeline `models/minutes`, asked where the rules find nothing.

It is loaded once for each process, at the first question: papers without minutes never pay for it.
Which sentences are asked about, and how sure it must be, was chosen by `bench/ablation.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from pipeline.extract import rare_words
from pipeline.models import model_file

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


@dataclass(frozen=True)
class Bars:
    """How sure the pipeline must be before its word counts; None: it isn't asked."""

    action: float | None = None


RULES_ALONE = Bars()
CHOSEN = RULES_ALONE
"""Where it is asked: nowhere, since the rules do better alone (docs/quality.md)."""


@cache
def trained() -> Language:
    """The trained pipeline, from the installed package or the checkout."""
    return spacy.load(model_file(FOLDER))


def judge(sentences: Sequence[str]) -> list[Judgement]:
    """What the pipeline makes of each sentence, in order."""
    asked = [s for s in sentences if len(s) <= _LONGEST]
    judged = {s: _judgement(doc) for s, doc in zip(asked, trained().pipe(asked), strict=True)}
    return [judged.get(s, _UNREAD) for s in sentences]


def _judgement(doc: spacy.tokens.Doc) -> Judgement:
    owner = next((e.text for e in doc.ents if e.label_ == "OWNER"), None)
    return Judgement(doc.cats["action"], doc.cats["decision"], owner)
