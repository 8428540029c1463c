"""Which person a mover, seconder or voter is: of those whom the same minutes list, if one fits.

Minutes list 'Mr A B Ash' and then record how 'Mr Ash' voted. A name without initials is whoever
alone in that list has the surname (and, of several, the honorific); else it stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.extraction import Paper
from pipeline.records import Attendee, Member
from pipeline.resolve.people import person_id
from pipeline.resolve.words import slug

Named = list[tuple[str, str | None]]
_OFFICE = "the "


class Attending:
    """The people that a paper lists, part by part."""

    def __init__(self, listed: Iterable[tuple[int, Attendee | Member]]) -> None:
        self._by_surname: dict[tuple[int | None, str], list[Attendee | Member]] = defaultdict(list)
        for part, person in listed:
            surname = slug(person.name.split()[-1])
            self._by_surname[part, surname].append(person)
            self._by_surname[None, surname].append(person)

    def person(self, name: str, honorific: str | None, part: int) -> tuple[str | None, Named]:
        """The id of whoever `name` is, and what `people` must know of them: nothing if listed.

        None for an office: who held it, the name doesn't say.
        """
        if name.lower().startswith(_OFFICE):
            return None, []
        tokens = name.split()
        surname = slug(tokens[-1])
        listed = self._by_surname.get((part, surname)) or self._by_surname.get((None, surname), [])
        if len(tokens) == 1:
            fits = {person_id(p.name): p for p in listed}
            if len(fits) > 1 and honorific:
                fits = {key: p for key, p in fits.items() if _same(p.honorific, honorific)}
            if len(fits) == 1:
                return next(iter(fits)), []
        return person_id(name), [(name, honorific)]

    def put_movers(self, row: dict[str, object], part: int) -> Named:
        """Set `proposer_id` and `seconder_id` of a motion's row; people that must be known."""
        named: Named = []
        for key in ("proposer", "seconder"):
            name = row[key]
            row[f"{key}_id"] = None
            if isinstance(name, str):
                row[f"{key}_id"], more = self.person(name, None, part)
                named += more
        return named

    def put_voter(self, row: dict[str, object], part: int) -> Named:
        """Set `person_id` of a vote's row; people that must be known."""
        honorific = row["honorific"]
        called = honorific if isinstance(honorific, str) else None
        row["person_id"], named = self.person(str(row["name"]), called, part)
        return named


def attending(paper: Paper) -> Attending:
    """Everybody that a paper lists as present, sorry, or a member."""
    return Attending(
        (fact.part, fact.finding.value)
        for fact in paper.facts
        if isinstance(fact.finding.value, Attendee | Member)
    )


def _same(one: str | None, other: str) -> bool:
    return slug(one or "") == slug(other)
