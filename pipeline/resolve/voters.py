"""Which person a mover, seconder or voter is: of those whom the same minutes list, if one fits.

Minutes list 'Mr A B Ash' and then record how 'Mr Ash' voted. A name without initials is whoever
alone in that list has the surname (and, of several, the honorific); else it stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extraction import Paper
from pipeline.records import Attendee, Member
from pipeline.resolve.meetings import Calendar
from pipeline.resolve.people import person_id
from pipeline.resolve.words import slug

Row = dict[str, object]
Named = list[tuple[str, str | None]]
_OFFICE = "the "


class Attending:
    """The people that papers list: by part of a paper, by paper, and by meeting."""

    def __init__(self, papers: Sequence[Paper], found: Calendar) -> None:
        self._listed: dict[tuple[object, ...], list[Attendee | Member]] = defaultdict(list)
        for paper in papers:
            for fact in paper.facts:
                person = fact.finding.value
                if isinstance(person, Attendee | Member):
                    surname = slug(person.name.split()[-1])
                    meeting_id = found.meeting_of(paper.document_id, fact.part)
                    for place in _places(paper.document_id, fact.part, meeting_id):
                        self._listed[*place, surname].append(person)

    def person(
        self, name: str, honorific: str | None, row: Row, part: int
    ) -> tuple[str | None, Named]:
        """The id of whoever `name` is, and what `people` must know of them: nothing if listed.

        None for an office: who held it, the name doesn't say.
        """
        if name.lower().startswith(_OFFICE):
            return None, []
        surname = slug(name.rsplit(maxsplit=1)[-1])
        if len(name.split()) == 1:
            for place in _places(row["document_id"], part, row["meeting_id"]):
                fits = {person_id(p.name): p for p in self._listed.get((*place, surname), ())}
                if len(fits) > 1 and honorific:
                    fits = {key: p for key, p in fits.items() if _same(p.honorific, honorific)}
                if len(fits) == 1:
                    return next(iter(fits)), []
        return person_id(name), [(name, honorific)]

    def put_movers(self, row: Row, part: int) -> Named:
        """Set `proposer_id` and `seconder_id` of a motion's row; people that must be known."""
        named: Named = []
        for key in ("proposer", "seconder"):
            name = row[key]
            row[f"{key}_id"] = None
            if isinstance(name, str):
                row[f"{key}_id"], more = self.person(name, None, row, part)
                named += more
        return named

    def put_voter(self, row: Row, part: int) -> Named:
        """Set `person_id` of a vote's row; people that must be known."""
        honorific = row["honorific"]
        called = honorific if isinstance(honorific, str) else None
        row["person_id"], named = self.person(str(row["name"]), called, row, part)
        return named


def _places(document_id: object, part: int, meeting_id: object) -> Iterator[tuple[object, ...]]:
    """Where a name's person may be listed, the nearest first."""
    yield document_id, part
    yield (document_id,)
    if meeting_id is not None:
        yield "meeting", meeting_id


def _same(one: str | None, other: str) -> bool:
    return slug(one or "") == slug(other)
