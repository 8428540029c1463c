"""People in lists of attendance: how each stands in a body's meetings, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pipeline.report.values import Line, as_day, as_text

GROUPS: Mapping[str, str] = {
    "member": "member",
    "councillor": "councillor attending",
    "officer": "officer",
    "guest": "guest",
}
"""How people came, in the order that the tables have them."""
_LETTERS: Mapping[str, str] = {"present": "P", "late": "L", "apologies": "A", "absent": "X"}


@dataclass(frozen=True)
class Record:
    """One line of a meeting's list."""

    fact_id: str
    meeting_id: str
    held_on: date | None
    person: str
    """Key of the person, or the name where no person is known."""
    name: str
    grouping: str
    status: str
    chair: bool
    role: str | None
    substitute_for: str | None
    record: str
    """What the paper is to the meeting, in words: 'minutes'."""
    whole: bool
    """Whether the list names who was present, not apologies alone."""

    @property
    def came(self) -> bool:
        """Whether the person was there, for some of the time at least."""
        return self.status in {"present", "late"}


@dataclass
class Person:
    """One person's lines in one body's meetings."""

    records: list[Record] = field(default_factory=list)

    @cached_property
    def name(self) -> str:
        """As the last meeting has it."""
        return self.records[-1].name

    @cached_property
    def grouping(self) -> str:
        """As what the person came most often."""
        counts = Counter(each.grouping for each in self.records)
        return min(counts, key=lambda group: (-counts[group], list(GROUPS).index(group)))

    @cached_property
    def meetings(self) -> dict[str, list[Record]]:
        """The lines of each meeting, by its key."""
        found: dict[str, list[Record]] = {}
        for each in self.records:
            found.setdefault(each.meeting_id, []).append(each)
        return found

    def mark(self, meeting_id: str) -> str:
        """How the person stands in the list of a meeting, as a letter; '' where not listed."""
        letters = {
            "S" if each.came and each.substitute_for else _LETTERS[each.status]
            for each in self.meetings.get(meeting_id, ())
        }
        return "/".join(sorted(letters, key="PLSAX".index))

    def tally(self) -> Counter[str]:
        """In how many meetings each mark stands, `listed` in all, and `attended`."""
        marks = [self.mark(meeting_id) for meeting_id in self.meetings]
        count = Counter({"listed": len(marks)})
        for mark in marks:
            # A list that has somebody present and with apologies is taken at the better word.
            count[mark[0]] += 1
        count["attended"] = count["P"] + count["L"] + count["S"]
        return count

    @property
    def regular(self) -> bool:
        """Whether the person is a member, and not only as somebody's substitute."""
        return self.grouping == "member" and self.tally()["S"] < len(self.meetings)

    @cached_property
    def expected(self) -> tuple[int, int]:
        """At how many meetings a member came, of how many that list them in their own right.

        Lists that don't name who was present say nothing of that.
        """
        whole = [m for m, lines in self.meetings.items() if any(line.whole for line in lines)]
        marks = [mark for mark in map(self.mark, whole) if mark[0] != "S"]
        return sum(mark[0] in "PL" for mark in marks), len(marks)

    @property
    def rate(self) -> int | None:
        """Per cent of the meetings that a member was expected at; None for all others."""
        came, expected = self.expected
        if not self.regular or not expected:
            return None
        return round(100 * came / expected)


def record(row: Line) -> Record:
    """A line from its row of the archive."""
    grouping = str(row["grouping"])
    return Record(
        fact_id=str(row["fact_id"]),
        meeting_id=str(row["meeting_id"]),
        held_on=as_day(row["held_on"]),
        person=str(row["person"]),
        name=str(row["name"]),
        grouping=grouping if grouping in GROUPS else "guest",
        status=str(row["status"]),
        chair=bool(row["chair"]),
        role=as_text(row["role"]),
        substitute_for=as_text(row["substitute_for"]),
        record=str(row["record"] or "paper"),
        whole=bool(row["whole"]),
    )


def order(person: Person) -> tuple[object, ...]:
    """Members, councillors, officers, guests; within them by the last word of the name."""
    words = person.name.split() or [""]
    return list(GROUPS).index(person.grouping), not person.regular, words[-1].lower(), person.name
