"""Whether two printed names are the same body, and how a body's name is best written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import OSA

from pipeline.resolve.meetings.places import GENERIC, JOINING, same_place
from pipeline.resolve.words import fold

_PLAIN = GENERIC | frozenset(
    ["committee", "subcommittee", "board", "panel", "group", "forum", "cabinet"]
)
_STYLE = re.compile(
    r"^(?:the )?(?:(?:london|royal|metropolitan) )?(?:borough|city|county|district)"
    r"(?: council)? of "
)
_SPELLINGS = (
    (re.compile(r"\b(?:cttee|ctte|cmttee)\b"), "committee"),
    (re.compile(r"\bsub committee"), "subcommittee"),
    (re.compile(r"\bwell being\b"), "wellbeing"),
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_LOWER = frozenset(["of", "and", "the", "for", "in", "on", "at", "to", "with"])
_INITIALS = re.compile(r"[^\Waeiouy]{2,5}|[ivx]+")
_CAPITALS = re.compile(r"[A-Z]")
_LONG_WORD = 7
"""From so many letters on, one letter is a slip and no other word."""
NodeT = TypeVar("NodeT", bound=Hashable)


@dataclass(frozen=True, order=True)
class Name:
    """A body's name as one paper has it, with the place that its authority is named after."""

    words: tuple[str, ...]
    """Folded, joining words left out."""
    place: tuple[str, ...] = ()
    """The authority's, as `places` has it; empty where it isn't known."""

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The name's words as a set."""
        return frozenset(self.words)


@lru_cache(maxsize=50_000)
def name_of(body: str, place: tuple[str, ...] = ()) -> Name:
    """Return the comparable form of a body's name; initials in brackets after it are dropped."""
    kept = _BRACKET.sub(lambda m: "" if _is_initials(m[1]) else f" {m[1]}", body)
    words = tuple(w for w in _spelled(kept or body).split() if w not in JOINING)
    return Name(words, place)


def same_body(one: Name, other: Name) -> bool:
    """Whether two names of one date are one body.

    Nothing but the authority's name and words of its style may stand in one and not in the other,
    so 'Cabinet' and 'Cabinet Committee', or committees A and B, stay apart.
    """
    if not one.words or not other.words or not same_place(one.place, other.place):
        return False
    if one.tokens == other.tokens:
        return True
    left, right = one.tokens - other.tokens, other.tokens - one.tokens
    place = frozenset(one.place + other.place)
    if left and right and not place:
        return abbreviates(one, other) or abbreviates(other, one)
    return left | right <= GENERIC | place or abbreviates(one, other) or abbreviates(other, one)


def same_beside(known: Name, one: Name, other: Name) -> bool:
    """Whether two names, each the same as `known`, are one body in its authority's place.

    One paper may leave the place out of the name, another print it, and neither name the authority.
    """
    here = [name if name.place else Name(name.words, known.place) for name in (one, other)]
    return same_body(here[0], here[1])


def abbreviates(short: Name, long: Name) -> bool:
    """Whether `short` is the initials of `long`, or of its end (three letters or more).

    The authority's initials may stand before them.
    """
    if len(short.words) != 1 or len(long.words) < 2:
        return False
    initials = "".join(w[0] for w in long.words)
    word = short.words[0]
    if len(word) >= 2 and (initials == word or (len(word) >= 3 and initials.endswith(word))):
        return True
    before = word.removesuffix(initials)
    place = sorted(w[0] for w in short.place or long.place)
    return len(initials) >= 2 and before != word and sorted(before) == place


def misspells(one: Name, other: Name) -> bool:
    """Whether two names differ by one letter, or by two that changed places, in one long word."""
    if len(one.words) != len(other.words) or not same_place(one.place, other.place):
        return False
    unlike = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    if len(unlike) != 1 or len(one.words) < 2:
        return False
    a, b = unlike[0]
    return min(len(a), len(b)) >= _LONG_WORD and OSA.distance(a, b) == 1


def ends_alike(one: Name, other: Name) -> bool:
    """Whether one name is the end of the other: within one paper, the same body named shorter."""
    short, long = sorted((one.words, other.words), key=len)
    return bool(short) and long[-len(short) :] == short and not set(short) <= _PLAIN


def group(
    nodes: Iterable[NodeT],
    pairs: Iterable[tuple[NodeT, NodeT]],
    same: Callable[[NodeT, NodeT], bool],
    certain: Iterable[tuple[NodeT, NodeT]] = (),
    through: Callable[[NodeT, NodeT, NodeT], bool] | None = None,
) -> dict[NodeT, NodeT]:
    """Each node's group, named by its first node in order of `repr`.

    `pairs` are candidates for `same`. A node that equals two others that aren't each other's equal
    could be either, and stays alone; unless `through` says that these two, both equal to the first
    of its arguments, are one. `certain` pairs are joined whatever `same` says.
    """
    near: dict[NodeT, set[NodeT]] = defaultdict(set)
    for one, other in pairs:
        if one != other and same(one, other):
            near[one].add(other)
            near[other].add(one)

    def is_torn(node: NodeT) -> bool:
        apart = (two for two in _two(near[node]) if two[1] not in near[two[0]])
        return any(through is None or not through(node, *two) for two in apart)

    torn = {node for node in near if is_torn(node)}
    above = {node: node for node in nodes}
    sure = [(a, b) for a, around in near.items() if a not in torn for b in around - torn]
    for one, other in [*sure, *certain]:
        above[_top(above, one)] = _top(above, other)
    members: dict[NodeT, list[NodeT]] = defaultdict(list)
    for node in above:
        members[_top(above, node)].append(node)
    return {node: min(each, key=repr) for each in members.values() for node in each}


def titled(body: str) -> str:
    """`body` as printed; if it's printed all in capitals, in title case. Idempotent."""
    outside = _BRACKET.sub("", body)
    alone = " " not in outside.strip() and fold(outside) not in _PLAIN
    if outside != outside.upper() or len(_CAPITALS.findall(outside)) < 2 or alone:
        return body
    pieces = re.split(r"(\([^()]*\))", body)
    cased = [p if p.startswith("(") and _is_initials(p[1:-1]) else _title(p) for p in pieces]
    text = "".join(cased)
    return text[:1].upper() + text[1:]


def slug_words(name: Name, body: str, authority: str | None) -> str:
    """Return a meeting id's words for the body, after the authority's if it lacks them."""
    words = _STYLE.sub("", _spelled(_BRACKET.sub("", body) or body))
    if name.place and not set(name.place) & set(words.split()):
        own = [w for w in fold(authority or "").split() if w in name.place]
        words = " ".join([*(own or name.place), words])
    return words.replace(" ", "-")


def _spelled(text: str) -> str:
    folded = fold(text)
    for pattern, instead in _SPELLINGS:
        folded = pattern.sub(instead, folded)
    return folded


def _is_initials(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Z&.]{1,7}", text.strip()))


def _title(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        word = match[0].lower()
        if _INITIALS.fullmatch(word):
            return match[0]
        return word if word in _LOWER and match.start() else word[:1].upper() + word[1:]

    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", one, text)


def _two(around: set[NodeT]) -> Iterable[tuple[NodeT, NodeT]]:
    return combinations(around, 2)


def _top(above: dict[NodeT, NodeT], node: NodeT) -> NodeT:
    while above[node] != node:
        above[node] = above[above[node]]
        node = above[node]
    return node
