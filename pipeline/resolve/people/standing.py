"""The people who stand so far, and what is known of each: what a new mention is compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from pipeline.resolve.people.mentions import Mention
from pipeline.resolve.people.names import PersonName, nearness
from pipeline.resolve.people.posts import post_of, service_of
from pipeline.resolve.people.scopes import Scope, Series, root, series_root
from pipeline.resolve.people.titles import clash, is_councillor, sex_of

MeetingKey = tuple[int, object]
"""A series' identity, and the day or, where no day is known, the paper."""


@dataclass(eq=False)
class Person:
    """One person as far as the papers so far tell."""

    person_id: str
    number: int
    """Place in the order of arrival."""
    scope: Scope
    names: dict[str, PersonName] = field(default_factory=dict)
    sexes: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    series: dict[Series, list[date]] = field(default_factory=dict)
    """Where seen, with the first and the last day there, if any day is known."""
    elected_in: set[Series] = field(default_factory=set)
    councillor: bool = False
    officer: bool = False
    posts: set[str] = field(default_factory=set)
    services: set[frozenset[str]] = field(default_factory=set)
    lists: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    """Lists of people that name them, by paper and part, with the names there."""
    papers: set[str] = field(default_factory=set)
    attended: set[MeetingKey] = field(default_factory=set)
    wrote_for: set[MeetingKey] = field(default_factory=set)

    def fits(self, mention: Mention) -> bool:
        """Whether nothing printed says that the mention is of somebody else.

        No two names of one list are one person, and nobody is both Mr and Mrs.
        """
        if any(clash(sex_of(mention.honorific), sex) for sex in self.sexes):
            return False
        there = self.lists.get((mention.document_id, mention.part)) if mention.listed else None
        if there and mention.name.key not in there:
            return False
        return self.goes_with(mention.name)

    def goes_with(self, name: PersonName) -> bool:
        """Whether a name agrees with all that they are printed under.

        The post that an action gives its owner by, and a surname that is misspelt, are no names.
        """
        return all(nearness(name, own) is not None for own in self.names.values())

    def agrees(self, mention: Mention) -> bool:
        """Whether they are a member whose surname and initials are the mention's."""
        return bool(self.elected_in) and self.fits(mention) and any(
            nearness(mention.name, name) in {"exact", "given"}
            for name in self.names.values()
            if name.fullness
        )  # fmt: skip

    def in_post(self, role: str | None) -> bool:
        """Whether they were seen in that very post, of a service of its own."""
        post = post_of(role)
        return bool(post and service_of(role) and not post.of_body and post.key in self.posts)

    def in_series(self, series: Series) -> bool:
        """Whether they were seen in that body."""
        return any(series_root(s) is series for s in self.series)

    def days_in(self, series: Series | None) -> list[date]:
        """The first and last days seen, in one body or anywhere; empty where none is known."""
        days = [
            day
            for s, seen in self.series.items()
            if series is None or series_root(s) is series
            for day in seen
        ]
        return [min(days), max(days)] if days else []

    def note(self, mention: Mention, series: Series, meeting: MeetingKey) -> None:
        """Take in what a mention tells of them."""
        self.papers.add(mention.document_id)
        if self.goes_with(mention.name):
            self.names.setdefault(mention.name.key, mention.name)
        if sex := sex_of(mention.honorific):
            self.sexes.add(sex)
        if mention.honorific:
            self.honorifics.add(mention.honorific)
        days = self.series.setdefault(series, [])
        if mention.setting.held_on is not None:
            held_on = mention.setting.held_on
            self.series[series] = [min([*days, held_on]), max([*days, held_on])]
        if mention.elected:
            self.elected_in.add(series)
        self.councillor |= is_councillor(mention.honorific)
        self.officer |= mention.grouping == "officer"
        if post := post_of(mention.role):
            self.posts.add(post.key)
        if service := service_of(mention.role):
            self.services.add(service)
        if mention.listed:
            self.lists[mention.document_id, mention.part].add(mention.name.key)
            self.attended.add(meeting)
        elif mention.table == "reports":
            self.wrote_for.add(meeting)


class Index:
    """The people of each scope by the last word of their names."""

    def __init__(self) -> None:
        self._by_last: dict[tuple[Scope, str], dict[int, Person]] = defaultdict(dict)
        self._words: dict[Scope, set[str]] = defaultdict(set)
        self._everywhere: dict[str, Counter[Scope]] = defaultdict(Counter)
        self._by_series: dict[Series, dict[int, Person]] = defaultdict(dict)
        self._members: dict[Scope, set[int]] = defaultdict(set)

    def add(self, person: Person, name: PersonName, series: Series) -> None:
        """Let a person be found by a name, and among the people of a body."""
        scope = root(person.scope)
        self._by_series[series_root(series)][person.number] = person
        if person.elected_in and name.fullness:
            self._members[scope].add(person.number)
        here = self._by_last[scope, name.last]
        if person.number not in here:
            here[person.number] = person
            self._words[scope].add(name.last)
            self._everywhere[name.last][scope] += 1

    def alike(self, scope: Scope, last: str) -> list[Person]:
        """The people of a scope with a name that ends in this word, in order of arrival."""
        here = self._by_last.get((scope, last), {})
        return [here[number] for number in sorted(here)]

    def of_series(self, series: Series) -> list[Person]:
        """The people of a body, in order of arrival."""
        here = self._by_series.get(series, {})
        return [here[number] for number in sorted(here)]

    def members(self, scope: Scope) -> int:
        """How many members of bodies of a scope stand, those known by surname alone aside."""
        return len(self._members.get(scope, ()))

    def scopes(self, last: str) -> list[Scope]:
        """The scopes with anybody whose name ends in this word."""
        return list(self._everywhere.get(last, ()))

    def join(self, kept: Scope, gone: Scope) -> None:
        """Search the people of `gone` among those of `kept` from now on."""
        for last in sorted(self._words.pop(gone, ())):
            moved = self._by_last.pop((gone, last))
            self._by_last[kept, last].update(moved)
            self._words[kept].add(last)
            del self._everywhere[last][gone]
            self._everywhere[last][kept] += len(moved)
        self._members[kept] |= self._members.pop(gone, set())
        for series in list(self._by_series):
            top = series_root(series)
            if top is not series:
                self._by_series[top].update(self._by_series.pop(series))
