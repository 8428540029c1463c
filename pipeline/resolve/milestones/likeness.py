"""How alike two wordings of a milestone are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.resolve.words import fold

_FIGURES = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_FIGURES.split())}
_JOINING = """
a an all and any are as at be been by each every for from has have in into is it its new of on or
our so that the their then there these this those through to under up was were which will with
within
"""
_STOP = frozenset(_JOINING.split())
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter
"""
_DATE_WORDS = frozenset(_MONTHS.split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(
    r"\b(?:phase|stage|round|tranche|part|lot|step|wave|cohort|year|quarter|batch|block|zone|area"
    r"|ward|tier|level|workstream|package|site|module) (\d+|[a-e]|i{1,3}|iv|v)\b"
)
_VERBS = """
scope draft prepare develop design write
consult engage
agree approve adopt sign ratify endorse
procure tender award
publish launch implement introduce mobilise deliver
review evaluate audit close
"""
_STAGES = {verb: stage for stage, verbs in enumerate(_VERBS.splitlines()) for verb in verbs.split()}
"""Verbs of the stages of one undertaking: its draft and its adoption are two milestones."""
_STEM = 6
"""Words are compared by so many first letters: 'publish' and 'published' are one."""


@dataclass(frozen=True)
class Wording:
    """A milestone's text, made ready for comparing."""

    key: str
    """Its letters and figures; numbers in words are figures."""
    text: str
    """Folded, without months and years."""
    stems: frozenset[str]
    figures: frozenset[str]
    serials: frozenset[str]
    """What is told apart by number: 'phase 2'."""
    stage: int | None
    """At which stage of an undertaking it is, by its first word."""


@lru_cache(maxsize=50_000)
def wording(printed: str) -> Wording:
    """Return the comparable form of a milestone's text."""
    words = [_NUMBERS.get(word, word) for word in fold(printed).split()]
    kept = [w for w in words if w not in _DATE_WORDS and not _YEAR.fullmatch(w)] or words
    return Wording(
        key="".join(words),
        text=" ".join(kept),
        stems=frozenset(w[:_STEM] for w in kept if w not in _STOP),
        figures=frozenset(w for w in kept if w.isdigit()),
        serials=frozenset(match[0] for match in _SERIAL.finditer(" ".join(words))),
        stage=_STAGES.get(words[0]) if words else None,
    )


def likeness(one: Wording, other: Wording, weights: Mapping[str, float]) -> float:
    """How alike two wordings are, from 0 to 1; `weights` says how telling each stem is.

    Letters alone overrate long texts on one subject, words alone underrate a changed ending: the
    mean of both is taken.
    """
    if one.key == other.key:
        return 1.0
    if one.serials and other.serials and one.serials != other.serials:
        return 0.0
    found = 0.4 * fuzz.ratio(one.text, other.text) / 100 + 0.6 * _overlap(one, other, weights)
    if one.figures != other.figures or one.serials != other.serials:
        found -= 0.04
    if one.stage is not None and other.stage is not None and one.stage != other.stage:
        found -= 0.12
    return max(found, 0.0)


def _overlap(one: Wording, other: Wording, weights: Mapping[str, float]) -> float:
    """The share of telling words that both have: of both texts, and of the shorter."""
    common = sum(weights.get(stem, 1.0) for stem in one.stems & other.stems)
    left = sum(weights.get(stem, 1.0) for stem in one.stems)
    right = sum(weights.get(stem, 1.0) for stem in other.stems)
    if not common:
        return 0.0
    return common / (left + right) + 0.5 * common / min(left, right)
