"""Which row of a report is which history of its plan: one row to one history, the likest first."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pipeline.resolve.milestones.likeness import likeness
from pipeline.resolve.milestones.reports import Stone
from pipeline.resolve.words import letters

SURE = 0.88
"""Likeness from which two wordings are one milestone although all around them differs."""
YIELD = 0.38
"""By how much that falls where all around them (activity, officers, deadline ...) agrees."""
_LEAST = 0.45
_TELLING = 4
"""From so many telling words on, an equal text is the same milestone wherever it stands."""
_ALIKE = 85.0
_OTHER_ACTIVITY = 60.0
_RARE = 12
"""A word in more histories than this brings no candidates."""


Matched = dict[int, tuple[int, float]]
"""By a row's order in its report: its history, and how alike the two are."""


@dataclass(frozen=True)
class Face:
    """A row of an earlier report that a history may be known by."""

    history: int
    stone: Stone
    before: int | None
    """The history of the row above it in its report."""
    after: int | None
    day: date | None = None
    """That of its report."""


def match(
    faces: Sequence[Face],
    stones: Sequence[Stone],
    known: Mapping[str, Iterable[int]],
    day: date | None = None,
) -> Matched:
    """The history of each row that goes on with one.

    `faces` are the histories' rows nearest in time; `known` gives, by its letters, the histories
    that any wording is of: equal words are followed even past reports that leave them out. `day`
    is that of the stones' report.
    """
    found = _Matching(stones)
    of_history: dict[int, list[Face]] = defaultdict(list)
    for face in faces:
        of_history[face.history].append(face)
    equal = [
        (face, stone, context)
        for stone in stones
        for history in known.get(stone.key, ())
        for face in of_history[history]
        if _same_text(face, stone, context := agreement(face.stone, stone))
    ]
    found.take_only(equal)
    left = [
        (1.0, _beside(found, face, stone) + context, face, stone)
        for face, stone, context in equal
        if stone.order not in found.matched and face.history not in found.taken
    ]
    found.take(left)
    found.take(_reworded(found, faces, stones, day))
    return found.matched


class _Matching:
    """What has been matched so far."""

    def __init__(self, stones: Sequence[Stone]) -> None:
        self.stones = stones
        self.matched: Matched = {}
        self.taken: set[int] = set()
        self.place = {stone.order: index for index, stone in enumerate(stones)}

    def take_only(self, pairs: Iterable[tuple[Face, Stone, float]]) -> None:
        """Take the pairs whose stone has one history only, and whose history has one stone."""
        of_stone: dict[int, set[int]] = defaultdict(set)
        of_history: dict[int, set[int]] = defaultdict(set)
        for face, stone, _ in pairs:
            of_stone[stone.order].add(face.history)
            of_history[face.history].add(stone.order)
        for order, histories in of_stone.items():
            (first, *more) = histories
            if not more and len(of_history[first]) == 1:
                self._put(order, first, 1.0)

    def take(self, pairs: Iterable[tuple[float, float, Face, Stone]]) -> None:
        """Take pairs of (likeness, agreement, face, stone), the likest first."""
        ranked = sorted(
            (
                -(score + context),
                abs(face.stone.order - stone.order),
                face.history,
                stone.order,
                score,
            )
            for score, context, face, stone in pairs
        )
        for _, _, history, order, score in ranked:
            if order not in self.matched and history not in self.taken:
                self._put(order, history, score)

    def neighbours(self, stone: Stone) -> tuple[int | None, int | None]:
        """The histories of the rows above and below, where they are known."""
        at = self.place[stone.order]
        above = self.stones[at - 1].order if at else None
        below = self.stones[at + 1].order if at + 1 < len(self.stones) else None
        return self._history(above), self._history(below)

    def _history(self, order: int | None) -> int | None:
        found = self.matched.get(order) if order is not None else None
        return found[0] if found else None

    def _put(self, order: int, history: int, score: float) -> None:
        self.matched[order] = (history, score)
        self.taken.add(history)


def agreement(one: Stone, other: Stone) -> float:
    """How far what stands around two rows agrees, from 0 to 1."""
    found = 0.0
    if one.activity and other.activity:
        found += 0.3 if fuzz.ratio(one.activity, other.activity) >= _ALIKE else 0.0
    elif one.theme == other.theme:
        found += 0.15
    found += 0.1 if one.theme and one.theme == other.theme else 0.0
    found += 0.25 if one.reference and one.reference == other.reference else 0.0
    found += 0.15 if one.leads & other.leads else 0.0
    found += 0.2 if one.row.deadline_to and one.row.deadline_to == other.row.deadline_to else 0.0
    left, right = letters(one.row.comment or ""), letters(other.row.comment or "")
    if min(len(left), len(right)) > 20:
        found += 0.3 if fuzz.ratio(left, right) >= _ALIKE else 0.0
    return min(found, 1.0)


def _same_text(face: Face, stone: Stone, context: float) -> bool:
    """Whether equal words are one milestone: 'Go live' may stand under many activities."""
    if len(stone.wording.stems) >= _TELLING or context >= 0.45:
        return True
    activities = face.stone.activity, stone.activity
    return not all(activities) or fuzz.ratio(*activities) >= _OTHER_ACTIVITY


def _beside(found: _Matching, face: Face, stone: Stone) -> float:
    """What it adds to agreement that the rows above and below are the same, too."""
    above, below = found.neighbours(stone)
    same = (above is not None and above == face.before) + (
        below is not None and below == face.after
    )
    return (0.0, 0.15, 0.25)[same]


def _reworded(
    found: _Matching, faces: Sequence[Face], stones: Sequence[Stone], day: date | None
) -> Iterator[tuple[float, float, Face, Stone]]:
    left = [stone for stone in stones if stone.order not in found.matched]
    open_ = [face for face in faces if face.history not in found.taken]
    if not left or not open_:
        return
    weights = _weights([face.stone for face in faces] + list(stones))
    shelves: dict[object, list[int]] = defaultdict(list)
    for at, face in enumerate(open_):
        for shelf in _shelves(face.stone):
            shelves[shelf].append(at)
    for stone in left:
        near: set[int] = set()
        for shelf in _shelves(stone):
            held = shelves.get(shelf, ())
            near.update(held if len(held) <= _RARE or isinstance(shelf, tuple) else ())
        for at in sorted(near):
            face = open_[at]
            score = likeness(face.stone.wording, stone.wording, weights)
            if _begins_anew(face, stone, day):
                score -= 0.15
            if score < _LEAST:
                continue
            context = min(agreement(face.stone, stone) + _beside(found, face, stone), 1.0)
            if score >= SURE - YIELD * context:
                yield score, context / 2, face, stone


def _begins_anew(face: Face, stone: Stone, day: date | None) -> bool:
    """Whether the earlier row is done and the later is not: then it is likelier the next step."""
    one, other = face.stone, stone
    if day and face.day and day < face.day:
        one, other = other, one
    return is_done(one) and not is_done(other)


def is_done(stone: Stone) -> bool:
    """Whether a row says that its milestone is completed."""
    if stone.row.status in {"Completed", "Blue"}:
        return True
    return stone.row.percent_complete == 100


def _shelves(stone: Stone) -> Iterator[object]:
    """What two rows must have one of in common to be compared."""
    yield from stone.wording.stems
    if stone.activity:
        yield ("activity", stone.activity)
    if stone.reference:
        yield ("reference", stone.reference)


def _weights(stones: Sequence[Stone]) -> dict[str, float]:
    """How telling each stem is: the fewer of the plan's rows have it, the more."""
    counted = Counter(stem for stone in stones for stem in stone.wording.stems)
    return {stem: math.log(1 + len(stones) / count) for stem, count in counted.items()}
