"""Who is who: a fold over the papers in order of arrival.

Each mention joins a person who stands or opens a new one; nobody who stands is joined, split or
renamed by a later paper. So a paper that comes in tomorrow changes no person_id given today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extraction import Paper
from pipeline.resolve.meetings.arrivals import arrival
from pipeline.resolve.meetings.sightings import sightings
from pipeline.resolve.people.matching import Unclear, in_text, standing
from pipeline.resolve.people.mentions import Mention, Setting, Spot, mentions
from pipeline.resolve.people.posts import post_of
from pipeline.resolve.people.scopes import Common, Scope, Scopes, Series, root, series_root
from pipeline.resolve.people.standing import Index, MeetingKey, Person
from pipeline.resolve.words import digest, slug

OPENS_A_PERSON = frozenset(
    [
        *("attendance", "membership", "declarations", "motions", "votes"),
        *("reports", "milestones", "forward_plan"),
    ]
)
"""Tables whose names stand for people of their own; those of others only point to such people."""
_NAMED_BY_POST = frozenset(["actions"])
Roster = list[tuple[Person, Mention]]


@dataclass(frozen=True)
class Known:
    """One mention whose person is known."""

    mention: Mention
    person: Person
    series: Series


@dataclass
class Register:
    """Everybody, and whom each mention means."""

    people: list[Person] = field(default_factory=list)
    """In order of arrival."""
    known: dict[Spot, Known] = field(default_factory=dict)


def register(papers: Sequence[Paper], taken: Collection[str]) -> Register:
    """Link the people of `papers`, in order of arrival; ids of `taken` are given to nobody."""
    fold = _Fold(set(taken))
    for paper in sorted(papers, key=arrival):
        fold.add(mentions(paper, sightings(paper)[0]))
    return fold.found


class _Fold:
    def __init__(self, taken: set[str]) -> None:
        self.found = Register()
        self._taken = taken
        self._index = Index()
        self._scopes = Scopes(self._index.join)
        self._rosters: dict[MeetingKey, Roster] = defaultdict(list)

    def add(self, named: Sequence[Mention]) -> None:
        """Take in one paper's mentions: first whom it lists, then whom its text names."""
        places = self._places(named)
        own: Roster = []
        by_part: dict[int, Roster] = defaultdict(list)
        for mention in named:
            if mention.listed:
                scope, series, meeting = places[mention.setting]
                try:
                    person = standing(mention, root(scope), series, meeting, self._index)
                except Unclear:
                    person = None
                person = person or self._open(mention, scope)
                self._note(mention, person, series, meeting)
                for roster in (own, by_part[mention.part], self._rosters[meeting]):
                    roster.append((person, mention))
        leads: dict[str, set[int]] = defaultdict(set)
        for mention in sorted(named, key=_by_forename_alone):
            if not mention.listed:
                scope, series, meeting = places[mention.setting]
                if _by_forename_alone(mention):
                    self._lead(mention, leads, series, meeting)
                    continue
                lists = (by_part[mention.part], own, self._rosters[meeting])
                found = self._in_text(mention, lists, scope, series, meeting)
                if found is not None:
                    self._note(mention, found, series, meeting)
                    if mention.column == "lead":
                        leads[mention.name.words[0]].add(found.number)

    def _lead(
        self,
        mention: Mention,
        leads: dict[str, set[int]],
        series: Series,
        meeting: MeetingKey,
    ) -> None:
        """A lead by forename is whoever alone has it among the paper's leads with whole names."""
        numbers = leads.get(mention.name.key, set())
        if len(numbers) == 1:
            self._note(mention, self.found.people[min(numbers)], series, meeting)

    def _in_text(
        self,
        mention: Mention,
        lists: tuple[Roster, Roster, Roster],
        scope: Scope,
        series: Series,
        meeting: MeetingKey,
    ) -> Person | None:
        try:
            found = in_text(mention, lists)
            if found is None and mention.table in _NAMED_BY_POST:
                found = _by_post(mention, lists)
                if found is not None or mention.name.fullness < 2:
                    return found
            if found is None:
                found = standing(mention, root(scope), series, meeting, self._index)
        except Unclear:
            return None
        if found is None and mention.table in OPENS_A_PERSON:
            found = self._open(mention, scope)
        return found

    def _places(self, named: Sequence[Mention]) -> dict[Setting, tuple[Scope, Series, MeetingKey]]:
        """The scope, body and meeting of each setting of one paper."""
        by_setting: dict[Setting, list[Mention]] = {}
        for mention in named:
            by_setting.setdefault(mention.setting, []).append(mention)
        found: dict[Setting, tuple[Scope, Series, MeetingKey]] = {}
        for setting, here in by_setting.items():
            scope, series = self._scopes.enter(setting, self._in_common(here, setting))
            day = setting.held_on or here[0].document_id
            found[setting] = (scope, series, (id(series_root(series)), day))
        return found

    def _in_common(self, here: Sequence[Mention], setting: Setting) -> dict[Scope, Common]:
        """What the people of one meeting have in common with those of each scope.

        Only scopes are looked at that the meeting may join: never from one place to another.
        """
        found: dict[Scope, Common] = defaultdict(Common)
        names = {m.name.key: m for m in here if m.listed or m.name.fullness == 2}
        members = 0
        for mention in names.values():
            counts = mention.elected and mention.name.fullness > 0
            members += counts
            for scope in self._index.scopes(mention.name.last):
                if scope.place and setting.place:
                    continue
                people = self._index.alike(scope, mention.name.last)
                same = [p for p in people if mention.name.key in p.names]
                whole = bool(same) and mention.name.fullness == 2
                found[scope].names += bool(same)
                found[scope].whole += whole
                found[scope].posts += whole and any(p.in_post(mention.role) for p in same)
                found[scope].agreeing += counts and any(p.agrees(mention) for p in people)
        for scope, each in found.items():
            each.least = min(members, self._index.members(scope))
        return found

    def _note(self, mention: Mention, person: Person, series: Series, meeting: MeetingKey) -> None:
        person.note(mention, series, meeting)
        if mention.name.key in person.names:
            self._index.add(person, mention.name, series)
        self.found.known[mention.spot] = Known(mention, person, series)

    def _open(self, mention: Mention, scope: Scope) -> Person:
        person_id = next(w for w in self._wishes(mention, root(scope)) if w not in self._taken)
        self._taken.add(person_id)
        person = Person(person_id, len(self.found.people), root(scope))
        self.found.people.append(person)
        return person

    def _wishes(self, mention: Mention, scope: Scope) -> Iterator[str]:
        """Ids that somebody new may have, the best first: name, place, honorific, number."""
        name = slug(mention.name.key) or digest("person-", mention.text)
        yield name
        namesakes = self._index.alike(scope, mention.name.last)
        here = any(mention.name.key in p.names for p in namesakes)
        if scope.label and not here:
            name = f"{name}-{scope.label}"
            yield name
        if mention.honorific and here:
            yield f"{name}-{slug(mention.honorific)}"
        number = 2
        while True:
            yield f"{name}-{number}"
            number += 1


def _by_forename_alone(mention: Mention) -> bool:
    return mention.column == "lead" and not mention.name.given


def _by_post(mention: Mention, lists: Sequence[Roster]) -> Person | None:
    """Whoever alone the meeting lists with this post: 'the Clerk'."""
    post = post_of(mention.printed)
    if post is None:
        return None
    for people in lists:
        found = {
            p.number: p for p, m in people if (held := post_of(m.role)) and held.key == post.key
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None
