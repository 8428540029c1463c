"""All tables of people, from the papers and from what people corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction import Paper
from pipeline.resolve.corrections import Corrections
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.people.amend import Amended, amend, known_place
from pipeline.resolve.people.mentions import Spot
from pipeline.resolve.people.register import Known, Register, register
from pipeline.resolve.people.review import review_rows
from pipeline.resolve.people.roles import Listed, listed_of, role_rows
from pipeline.resolve.people.rows import people_rows
from pipeline.resolve.people.scopes import root, series_root

Rows = list[dict[str, object]]


class WhoIsWho:
    """Everybody in the papers, with the corrections applied."""

    def __init__(self, papers: Sequence[Paper], found: Calendar, corrections: Corrections) -> None:
        """Link the people of `papers`, which are all readable."""
        self._register: Register = register(papers, corrections.reserved)
        self._amended: Amended = amend(self._register, corrections)
        self._corrections = corrections
        self._found = found

    @property
    def person_of(self) -> Mapping[Spot, str]:
        """The person meant at each spot where one is known."""
        return self._amended.person_of

    def tables(self, fact_ids: Mapping[Spot, str]) -> dict[str, Rows]:
        """Rows of every table of people; `fact_ids` has the id of the fact at each spot."""
        who = self._amended.person_of
        known = self._register.known
        named = [(each.mention, who[spot]) for spot, each in known.items()]
        places = {spot: known_place(each) for spot, each in known.items()}
        ids = {spot: (fact_ids[spot], self._meeting(each)) for spot, each in known.items()}
        tables = people_rows(named, ids, places)
        scopes = [(m, p, str(root(known[m.spot].person.scope).number)) for m, p in named]
        tables["people_review"] = review_rows(scopes, self._amended.decided)
        tables["people_roles"] = role_rows(
            listed_of(self._listed(each, who[spot]) for spot, each in known.items())
        )
        tables["people_former_ids"] = [
            {"former_id": old, "person_id": new}
            for old, new in sorted(self._amended.former.items())
        ]
        tables["corrections"] = self._correction_rows()
        return tables

    def _meeting(self, known: Known) -> str | None:
        return self._found.meeting_of(known.mention.document_id, known.mention.part)

    def _listed(self, known: Known, person_id: str) -> Listed:
        meeting = self._meeting(known)
        document_id = known.mention.document_id
        rank = self._found.rank.get((meeting, document_id), 0) if meeting else 0
        scope = root(known.person.scope)
        body = " ".join(series_root(known.series).name.words)
        return Listed(known.mention, person_id, scope.label, body, meeting, rank)

    def _correction_rows(self) -> Rows:
        return [
            {
                "kind": each.kind,
                "people": [ref.person_id for ref in each.people] + ([each.new] if each.new else []),
                "names": [ref.name for ref in each.people],
                "why": each.why,
                "who": each.who,
                "made_at": each.when,
                "line": each.line,
                "unapplied": self._amended.unapplied.get(at),
            }
            for at, each in enumerate(self._corrections.people)
        ]
