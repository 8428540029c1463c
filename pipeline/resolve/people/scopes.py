"""Whose people are whose: one scope for each authority, or for a body whose authority is unknown.

Scopes are made and joined in order of arrival. A scope may learn its place later, and two that turn
out to be of one place are searched as one from then on; the people in them stay who they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from pipeline.resolve.meetings.bodies import Name, same_body
from pipeline.resolve.meetings.places import GENERIC, TOPICS, same_place
from pipeline.resolve.people.mentions import Setting
from pipeline.resolve.words import fold

SHARED_OF_GENERIC = 2
"""People that a meeting of a body that any council may have ('Cabinet') must share with another of
that name, before they count as one council's where neither paper prints whose it is."""
SHARED_MEMBERS = 4
"""Members whose surname and initial are those of an authority's people, at least, before a body
that prints no authority counts as that authority's. They must be a third of the body's members
too: one or two may agree by chance, and of a joint body others are members as well."""
SHARED_WITH_POST = 2
"""People with equal forenames and surnames, one of them in the same post, that do as well."""
_LOCAL = frozenset(["parish", "town", "community"])
"""Words of councils that have a larger one's name and are none of its bodies."""
_FULL_WORDS = """
full council county borough city town district parish community meeting annual ordinary
extraordinary special
"""
_FULL = frozenset(_FULL_WORDS.split())
"""Words of the names that a whole council meets under."""


@dataclass
class Common:
    """What the people of a meeting have in common with those of a scope."""

    names: int = 0
    """Equal names."""
    whole: int = 0
    """Of these, with a forename."""
    posts: int = 0
    """Of these, with one post of a service of its own as well."""
    agreeing: int = 0
    """Members whose surname and initials agree."""
    least: int = 0
    """How many members the smaller of the two has."""

    @property
    def one_authority(self) -> bool:
        """Whether so much in common means one authority, whatever the bodies are called."""
        members = self.agreeing >= SHARED_MEMBERS and 3 * self.agreeing >= self.least
        return members or (self.posts > 0 and self.whole >= SHARED_WITH_POST)


@dataclass(eq=False)
class Series:
    """One body of one scope."""

    name: Name
    full: bool
    """Whether all members of the authority belong to it."""
    first: date | None = None
    last: date | None = None
    top: Series | None = None


@dataclass(eq=False)
class Scope:
    """The people of one authority, or of one body."""

    number: int
    place: tuple[str, ...]
    label: str
    """What tells a person of this scope from a namesake elsewhere, as a slug has it."""
    series: list[Series] = field(default_factory=list)
    top: Scope | None = None


def root(scope: Scope) -> Scope:
    """The scope that it was joined to, or itself."""
    while scope.top is not None:
        scope = scope.top
    return scope


def series_root(series: Series) -> Series:
    """The series that it was joined to, or itself."""
    while series.top is not None:
        series = series.top
    return series


class Scopes:
    """All scopes so far."""

    def __init__(self, joined: Callable[[Scope, Scope], None]) -> None:
        """`joined` is told when a scope (the second) has become part of another."""
        self._all: list[Scope] = []
        self._by_place: dict[tuple[str, ...], Scope] = {}
        self._by_words: dict[frozenset[str], list[Scope]] = defaultdict(list)
        self._joined = joined

    def enter(self, setting: Setting, common: Mapping[Scope, Common]) -> tuple[Scope, Series]:
        """The scope and the series that a meeting belongs to.

        `common` is what its people have in common with those of scopes, where there is anything.
        """
        known = self._of_place(setting.place) if setting.place else None
        alike = self._of_body(setting.body, common)
        near = [root(s) for s, shared in common.items() if shared.one_authority]
        if setting.place:
            for each in dict.fromkeys((*alike, *near)):
                if root(each).place:
                    continue
                if known is None:
                    known = self._named(root(each), setting)
                elif root(each) is not known:
                    self._join(known, root(each))
        else:
            near = [s for s in near if s.place] or self._named_after(setting.body)
            found = list(dict.fromkeys((*alike, *near)))
            placed = [s for s in found if s.place]
            if len(placed) == 1:
                (known,) = placed
                for each in found:
                    if each is not known:
                        self._join(known, each)
            elif len(found) == 1:
                (known,) = found
        if known is None:
            known = self._new(setting)
        return known, self._series(known, setting)

    def _named_after(self, body: Name | None) -> list[Scope]:
        """The scope whose place a body's own name gives: 'Netherby Full Council'."""
        if body is None or body.tokens & _LOCAL:
            return []
        found = {
            root(scope)
            for place, scope in self._by_place.items()
            if set(place) < body.tokens and body.tokens - set(place) <= TOPICS
        }
        return list(found) if len(found) == 1 else []

    def _of_place(self, place: tuple[str, ...]) -> Scope | None:
        if place in self._by_place:
            return root(self._by_place[place])
        same = {id(root(s)): root(s) for p, s in self._by_place.items() if same_place(p, place)}
        if len(same) != 1:
            return None
        (found,) = same.values()
        self._by_place[place] = found
        return found

    def _of_body(self, body: Name | None, common: Mapping[Scope, Common]) -> list[Scope]:
        """Scopes that have a body of this name, and enough people in common with the meeting."""
        if body is None or not body.words:
            return []
        shared = {scope: each.names for scope, each in common.items() if each.names}
        least = SHARED_OF_GENERIC if body.tokens <= TOPICS else 1
        found: dict[int, Scope] = {}
        for scope in chain.from_iterable(self._by_words.get(key, ()) for key in _keys(body)):
            top = root(scope)
            # A name of its own is enough, unless its people are rather another scope's.
            enough = shared.get(top, 0) >= least or (not shared and least == 1)
            if enough and self._match(top, body) is not None:
                found[id(top)] = top
        if len(found) < 2:
            return list(found.values())
        most = max(shared.get(s, 0) for s in found.values())
        return [s for s in found.values() if shared.get(s, 0) == most]

    def _named(self, scope: Scope, setting: Setting) -> Scope:
        scope.place = setting.place
        scope.label = label_of(setting)
        self._by_place.setdefault(setting.place, scope)
        return scope

    def _join(self, kept: Scope, gone: Scope) -> None:
        for series in gone.series:
            match = self._match(kept, series.name)
            if match is None:
                kept.series.append(series)
                self._index(series.name, kept)
            else:
                series.top = match
                _spread(match, (series.first, series.last))
        gone.top = kept
        self._joined(kept, gone)

    def _new(self, setting: Setting) -> Scope:
        scope = Scope(len(self._all), setting.place, label_of(setting))
        self._all.append(scope)
        if setting.place:
            self._by_place.setdefault(setting.place, scope)
        return scope

    def _series(self, scope: Scope, setting: Setting) -> Series:
        name = setting.body or Name((f"#{len(scope.series)}",))
        found = self._match(scope, name) if setting.body else None
        if found is None:
            words = name.tokens - set(scope.place)
            found = Series(name, full=words <= _FULL and bool(words))
            scope.series.append(found)
            self._index(name, scope)
        _spread(found, (setting.held_on, setting.held_on))
        return found

    def _index(self, name: Name, scope: Scope) -> None:
        for key in _keys(replace(name, place=name.place or scope.place)):
            self._by_words[key].append(scope)

    @staticmethod
    def _match(scope: Scope, name: Name) -> Series | None:
        own = replace(name, place=scope.place)
        for series in scope.series:
            if same_body(replace(series.name, place=scope.place), own):
                return series_root(series)
        return None


def _spread(series: Series, days: Iterable[date | None]) -> None:
    for day in days:
        if day is not None:
            series.first = min(filter(None, (series.first, day)))
            series.last = max(filter(None, (series.last, day)))


def _keys(name: Name) -> list[frozenset[str]]:
    """What a body's name is looked up by: with and without its authority's words."""
    own = name.tokens - GENERIC
    return list(dict.fromkeys((own, own - set(name.place))))


def label_of(setting: Setting) -> str:
    """The place of a meeting as a slug, or else its body; '' where neither is known."""
    words = [w for w in fold(setting.authority or "").split() if w in setting.place]
    if setting.place:
        return "-".join(words or setting.place)
    return "-".join(setting.body.words) if setting.body else ""
