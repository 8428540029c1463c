"""How well each column of a table fits each field, and which assignment fits best as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from pipeline.extract.plans.column_content import Content, content_of
from pipeline.lexicon import lexicon, pattern

MEASURED = frozenset({"deadline", "status", "percent_complete", "lead_officers"})
"""The fields that make a list of tasks a plan."""
_STRONG, _WEAK = 3.0, 1.2
"""What a name is worth that says the field, or hints at it."""
_BY_CONTENT = 0.7
"""Share of cells of one kind from which an unknown name doesn't matter."""
_DONE = frozenset({"begun", "finished", "changed", "raised"})
"""Kinds of date that are no deadline."""
_PLAIN = re.compile(r"\W*date\W*$", re.IGNORECASE)
_LONG_NAME = 40
_SENTENCE = 70
_REMARK = 2
"""The fewest words that the middle cell of a column of remarks has."""


@dataclass(frozen=True)
class Unit:
    """One column as the head divides the grid."""

    place: range
    """Its grid columns."""
    name: str
    """What the head prints over it."""
    texts: tuple[str, ...]
    """What its cells print, row by row."""
    rated: float = 0.0
    """Share of the rows that it rates by colour alone."""

    @cached_property
    def content(self) -> Content:
        """What its cells hold."""
        return content_of(self.texts, self.rated)

    @property
    def is_remark(self) -> bool:
        """Whether its name tells nothing, and its cells are neither dates, people nor codes."""
        held = self.content
        other = max(held.dates, held.people, held.codes, held.percents)
        return not _named(self.name) and held.words >= _REMARK and other < 0.5


@cache
def _named(name: str) -> dict[str, float]:
    """Each field that a column's name says or hints at, with how surely."""
    lists = lexicon("plans")
    scores: dict[str, float] = {}
    # What brackets add explains a name; a whole sentence names nothing.
    name = name.partition(" (")[0]
    if len(name) > _SENTENCE:
        return scores
    for table, worth in (("columns_weak", _WEAK), ("columns", _STRONG), ("columns_other", _STRONG)):
        for field in lists[table]:
            found = pattern("plans", table, field).search(name)
            if found is None:
                continue
            # The whole name says more than one word of a long one.
            bonus = 0.4 * len(found.group()) / max(len(name), 1)
            late = 0.3 if len(name) > _LONG_NAME else 0.0
            scores[field] = max(scores.get(field, 0.0), worth + bonus - late)
    # 'Date closed' is no deadline for all that it says 'date'.
    if _DONE & scores.keys() and not _PLAIN.match(name) and not _due(name):
        scores.pop("deadline", None)
    return scores


def _due(name: str) -> bool:
    """Whether a column's name says when something is to be done, and more than 'date'."""
    found = pattern("plans", "columns", "deadline").findall(name)
    return any(
        not re.fullmatch(r"date|completion(?:\s+date)?", each, re.IGNORECASE) for each in found
    )


def is_named(field: str, name: str) -> bool:
    """Whether a column's name says that it is the field."""
    return _named(name).get(field, 0.0) >= _STRONG - 0.5


def named_fields(name: str) -> set[str]:
    """The fields that a column's name may stand for, for certain or not."""
    return set(_named(name)) & set(lexicon("plans")["columns"])


def assign(units: Sequence[Unit]) -> tuple[float, dict[str, range]]:
    """The best one-to-one assignment of columns to fields: its score, and the places by field.

    Columns are taken from left to right; a state is which fields are taken so far.
    """
    fields = tuple(lexicon("plans")["columns"])
    states: dict[frozenset[str], tuple[float, tuple[tuple[str, range], ...]]] = {
        frozenset(): (0.0, ())
    }
    for unit in units:
        fits = {field: _fit(field, unit) for field in fields}
        other = max((_other(kind, unit) for kind in lexicon("plans")["columns_other"]), default=0.0)
        following = dict[frozenset[str], tuple[float, tuple[tuple[str, range], ...]]]()
        for taken, (score, places) in states.items():
            left = other + _position("raised", unit, taken)
            choices = [(taken, score + max(left, 0.0), places)]
            for field, fit in fits.items():
                gain = fit + _position(field, unit, taken)
                if field not in taken and gain > 0:
                    chosen = (*places, (field, unit.place))
                    choices.append((taken | {field}, score + gain, chosen))
            for state, total, chosen in choices:
                if state not in following or total > following[state][0]:
                    following[state] = (total, chosen)
        states = following
    score, places = max(states.values(), key=lambda s: s[0])
    return score, dict(places)


def _position(field: str, unit: Unit, taken: frozenset[str]) -> float:
    """What stands before and after the milestone: what groups it, and when it was raised."""
    if field == "activity" and "milestone" in taken:
        return -1.5
    plain = unit.name.strip(" .:").lower() == "date"
    if plain and field == "deadline":
        return 0.0 if "milestone" in taken else -1.0
    if plain and field == "raised":
        return -1.5 if "milestone" in taken else 0.0
    return 0.0


def _fit(field: str, unit: Unit) -> float:
    """How well a column fits a field; a column that doesn't has 0 or less."""
    named = _named(unit.name).get(field, 0.0)
    held = unit.content
    if not held.filled:
        blank = named if named >= _STRONG - 0.5 else 0.0
        if field == "status":
            return blank + 2 * held.rated if held.rated >= 0.3 else blank
        # A column that is all empty is no milestone.
        return 0.0 if field == "milestone" and unit.texts else blank
    known = _RULES[field](held)
    if named == 0.0:
        sure = _SHARES[field](held) if field in _SHARES else 0.0
        return known - 0.3 if sure >= _BY_CONTENT else 0.0
    bonus = 1.5 if field == "milestone" else 0.0
    return named + known + bonus if named + known > 0.5 else 0.0


def _other(kind: str, unit: Unit) -> float:
    """How well a column fits something that the archive has no field for."""
    named = _named(unit.name).get(kind, 0.0)
    if not named:
        return 0.0
    held = unit.content
    if kind in {"raised", "begun", "finished", "changed"} and held.filled:
        return named + 1.5 * max(held.dates, held.codes) - 0.5
    if kind == "weight" and held.filled:
        return named - 2.0 if held.words > 2 else named + 1.0
    return named + (0.5 if kind == "measured" and held.prose > 0.5 else 0.0)


def _task(held: Content) -> float:
    if max(held.codes, held.dates, held.statuses) > 0.5:
        return -4.0
    if held.people > 0.7 and held.words < 4:
        return -1.5
    return 1.5 * held.prose


def _prose(held: Content) -> float:
    brief = held.statuses > 0.7 and held.words < 4
    return 0.5 * held.prose - (1.0 if brief or max(held.codes, held.percents) > 0.5 else 0.0)


def _date(held: Content) -> float:
    return 1.8 * held.dates - (1.5 if held.dates < 0.15 and held.filled > 1 else 0.0)


def _person(held: Content) -> float:
    wordy = held.words > 10 or held.dates > 0.5
    return 1.5 * held.people - (2.0 if wordy else 0.0)


def _rating(held: Content) -> float:
    seen = min(1.0, max(held.statuses, held.rated) + 0.5 * held.rated)
    wordy = 1.5 if held.words > 7 and held.statuses < 0.3 else 0.0
    return 1.8 * seen - wordy - (1.0 if max(held.dates, held.people) > 0.8 > held.statuses else 0.0)


def _percent(held: Content) -> float:
    return 1.5 * held.percents - (1.0 if held.words > 3 else 0.0)


def _code(held: Content) -> float:
    return 1.5 * held.codes - (2.5 if held.prose > 0.5 else 0.0)


def _group(held: Content) -> float:
    if max(held.codes, held.dates, held.statuses) > 0.5:
        return -4.0
    return 0.3


def _arrow(held: Content) -> float:
    return 0.5 + held.arrows


_RULES: dict[str, Callable[[Content], float]] = {
    "milestone": _task,
    "activity": _group,
    "lead_officers": _person,
    "deadline": _date,
    "status": _rating,
    "percent_complete": _percent,
    "comment": _prose,
    "theme": _group,
    "reference": _code,
    "direction": _arrow,
    "revised": _date,
}
"""What a column's content says for or against each field."""
_SHARES: dict[str, Callable[[Content], float]] = {
    "lead_officers": lambda held: held.people if held.filled > 1 else 0.0,
    "deadline": lambda held: held.dates if held.filled > 1 else 0.0,
    "status": lambda held: max(held.statuses, held.rated) if held.filled > 1 or held.rated else 0.0,
    "percent_complete": lambda held: held.percents,
    "reference": lambda held: held.codes,
}
"""The fields that content alone may tell, with the share of cells that tells them."""
