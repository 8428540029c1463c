"""The words that the trained pipeline may tell apart: those of the wordings, not of the topics."""

from __future__ import annotations

import random
import re

from spacy.tokens import Doc

from models.rare_words import RareWords, stand_in
from models.train.sentences import KINDS
from models.train.wording import lists, wordings

_TOPICS = {"topic", "complaint", "works", "street_first", "street_last", "place"}
"""Lists whose words are one council's business as well as another's."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


def known_words() -> frozenset[str]:
    """The words of the wordings and of the lists that are no topics, in lower case."""
    text = [w.text for kind in KINDS for w in wordings(kind)]
    text += [v for key, values in lists("slots").items() if key not in _TOPICS for v in values]
    plain = re.sub(r"\{\w+(?::\w)?\}", " ", " ".join(text)).lower()
    return frozenset(_WORD.findall(plain)) | {"n't", "'s", "’s"}


def hide(doc: Doc, rare: RareWords, rng: random.Random, share: float = 0.08) -> Doc:
    """Hide the rare words of a document, and by chance some of the known ones."""
    rare(doc)
    for token in doc:
        if len(token) > 3 and rng.random() < share:
            token.norm_ = stand_in(token.text)
    return doc
