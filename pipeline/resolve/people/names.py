"""A person's printed name taken apart, and how near two names are.

The nearness says only what the letters allow. Whether two names are one person is decided with the
place, the body, the dates and the posts, in `register`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from pipeline.resolve.words import fold

Nearness = Literal["exact", "given", "bare", "spelling"]
"""How near two names are, the nearest first.

- exact: equal once folded
- given: one surname, and initials that stand for the other's forenames, or a middle name less
- bare: one is the surname alone
- spelling: equal but for one letter, or two that changed places, in a word of five letters or more
"""
_PARTICLES = """
van von der den de du da del della di la le el al bin ibn ap ab ten ter st mc mac
"""
PARTICLES = frozenset(_PARTICLES.split())
"""Words that begin a surname rather than being a forename."""
SHORTEST_MISSPELT = 5
"""Shorter words differ by one letter too often: 'Joan' and 'Jean', 'Hill' and 'Hall'."""
_APART = re.compile(r"\b([OoDd]['’‘`]|M[ac]?c)\s+(?=[A-ZÀ-Þ])")
"""The mark of a surname that is set apart from it: "O’ Leary", 'Mc Tarn'."""
_SAME_NAME = re.compile(r"^(?P<surname>[^()]+?)\s*\((?P<initial>[A-Z])\.?\)$")
"""An initial after a surname that tells two people apart: 'Ash (J)'."""
_RUN_TOGETHER = re.compile(r"[A-Z]{2,3}")
"""Initials without spaces between them: 'RW Ash'."""
_HYPHEN = re.compile(r"[-‐‑–]")
_GENERATION = frozenset(["jr", "sr", "junior", "senior", "jnr", "snr"])


@dataclass(frozen=True)
class PersonName:
    """A name without honorific, folded and taken apart."""

    given: tuple[str, ...]
    """Forenames and initials, in order."""
    surname: tuple[str, ...]
    """Its words: several where it has a particle or a hyphen."""
    generation: str = ""
    """'jr' or 'sr', where printed."""

    @property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return (*self.given, *self.surname)

    @property
    def key(self) -> str:
        """What names are equal by: 'r w ash'."""
        return " ".join((*self.given, *self.surname, *filter(None, [self.generation])))

    @property
    def last(self) -> str:
        """The last word: what candidates are looked up by."""
        return self.surname[-1]

    @property
    def fullness(self) -> int:
        """0 for a surname alone, 1 with initials, 2 with a forename."""
        return 2 if any(len(word) > 1 for word in self.given) else 1 if self.given else 0


@lru_cache(maxsize=200_000)
def parse(text: str) -> PersonName | None:
    """Take a name apart; None when nothing is left of it once folded.

    'Surname, Forename' is turned round. Forms of one name come out alike: 'R.W. Ash', 'RW Ash'
    and 'ASH, R W'.
    """
    surname_first, comma, rest = text.partition(",")
    if comma and rest.strip():
        text = f"{rest.strip()} {surname_first.strip()}"
    told_apart = _SAME_NAME.match(text)
    if told_apart:
        text = f"{told_apart['initial']} {told_apart['surname']}"
    printed = _APART.sub(r"\1", text).replace(".", ". ").split()
    mixed = any(not word.isupper() for word in printed)
    words: list[str] = []
    joined = 0
    for place, word in enumerate(printed):
        bare = word.strip(".,;")
        if mixed and place < len(printed) - 1 and _RUN_TOGETHER.fullmatch(bare):
            words += list(bare.lower())
            continue
        pieces = [fold(piece) for piece in _HYPHEN.split(word)]
        folded = [each for piece in pieces for each in piece.split()]
        joined = len(folded) if folded else joined
        words += folded
    generation = ""
    if len(words) > 1 and words[-1] in _GENERATION:
        generation = words.pop()[:1] + "r"
        joined = 1
    if not words:
        return None
    start = max(len(words) - max(joined, 1), 0)
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return PersonName(tuple(words[:start]), tuple(words[start:]), generation)


def nearness(one: PersonName, other: PersonName) -> Nearness | None:
    """How near two names are; None where they can't be one person's."""
    if one.key == other.key:
        return "exact"
    if one.generation and other.generation and one.generation != other.generation:
        return None
    if is_bare(one, other) or is_bare(other, one):
        return "bare"
    if _same_surname(one, other) and one.given and other.given:
        return "given" if _given_agree(one.given, other.given) else _misspelt(one, other)
    return _misspelt(one, other)


def is_bare(short: PersonName, whole: PersonName) -> bool:
    """Whether `short` is the surname of `whole` and nothing else.

    A surname of several words may be taken for a forename and a surname: its words decide.
    """
    count = len(short.words)
    if count >= len(whole.words) or count < len(whole.surname):
        return False
    return whole.words[-count:] == short.words


def is_bare_misspelt(short: PersonName, whole: PersonName) -> bool:
    """Whether `short` is the surname of `whole` but for one letter."""
    if short.given or not whole.given or len(short.surname) != len(whole.surname):
        return False
    return one_slip(short.surname, whole.surname)


def _same_surname(one: PersonName, other: PersonName) -> bool:
    return one.surname == other.surname or "".join(one.surname) == "".join(other.surname)


def _given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each forename is the other's, or its initial, as far as both go."""
    return all(a == b or a == b[:1] or b == a[:1] for a, b in zip(one, other, strict=False))


def _misspelt(one: PersonName, other: PersonName) -> Nearness | None:
    if not one.given or not other.given or max(one.fullness, other.fullness) < 2:
        return None
    return "spelling" if one_slip(one.words, other.words) else None


def one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words are equal but for one slip in one long word, no figure."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    return (
        min(len(a), len(b)) >= SHORTEST_MISSPELT
        and (a + b).isalpha()
        and a[0] == b[0]
        and OSA.distance(a, b, score_cutoff=1) <= 1
    )
