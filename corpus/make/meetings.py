"""A meeting as the story tells it: who, when, where, and what was said under each heading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from .markup import Line, parse_line, story_lines

STORY = Path(__file__).parent / "story"
_HONORIFICS = (
    "Cllr ",
    "Councillor ",
    "Dame ",
    "Dr ",
    "Sir ",
    "Mr ",
    "Mrs ",
    "Ms ",
    "Miss ",
    "Mayor ",
)


@dataclass(frozen=True)
class Body:
    """A body of the council and the way its clerk writes minutes."""

    name: str
    style: str
    signs_off: str
    committee_id: int
    authority: str = "London Borough of Harrowmere"


BODIES = {
    "iab": Body("Harrowmere Improvement and Assurance Board", "borough", "ended", 418),
    "hnp": Body("Homes and Neighbourhoods Scrutiny Panel", "county", "closed", 427),
    "fcl": Body("Harrowmere Full Council", "county", "closed", 402),
    "ets": Body(
        "Environment and Transport Committee", "county", "closed", 0, "Wolderby County Council"
    ),
    "tpc": Body("Thistledon Parish Council", "county", "closed", 0, "Thistledon Parish Council"),
}


@dataclass(frozen=True)
class Attendee:
    """A person at a meeting; `listed` says whether a list prints them or only the prose does."""

    printed: str
    role: str | None
    group: str
    status: str = "present"
    chair: bool = False
    substitute_for: str | None = None
    listed: bool = True

    @property
    def name(self) -> str:
        """The name without what people put before it."""
        name = self.printed
        for honorific in _HONORIFICS:
            name = name.removeprefix(honorific)
        return name


@dataclass
class Item:
    """A heading of business with its lines; a number of None marks an unnumbered heading."""

    number: str | None
    title: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Meeting:
    """One version (draft or final) of the record of one meeting."""

    key: str
    body: Body
    held: dt.date
    starts: tuple[str, str]
    ended: tuple[str, str]
    venue: str
    attendees: list[Attendee]
    items: list[Item]
    contradictions: list[str]
    same_people: dict[str, str]
    draft: bool

    @property
    def long_date(self) -> str:
        """The date as prose prints it."""
        return f"{self.held.day} {self.held:%B %Y}"


def parse_attendee(line: str) -> Attendee:
    """Read `+member Councillor A Name | Role | chair`; a leading minus is prose only."""
    group, _, rest = line[1:].partition(" ")
    printed, *more = (part.strip() for part in rest.split("|"))
    role = more[0] if more and more[0] not in ("", "-") else None
    words = more[1:] if len(more) > 1 else []
    return Attendee(
        printed=printed,
        role=role,
        group=group,
        status=next((word for word in words if word in ("apologies", "late", "absent")), "present"),
        chair="chair" in words,
        substitute_for=next((word[4:] for word in words if word.startswith("sub=")), None),
        listed=line.startswith("+"),
    )


def _pair(value: str) -> tuple[str, str]:
    printed, iso = (part.strip() for part in value.split("|"))
    return printed, iso


def load_meeting(key: str, *, draft: bool = False) -> Meeting:
    """Read one meeting from the story, as its draft or as its approved minutes tell it."""
    path = STORY / "meetings" / f"{key}.txt"
    head: dict[str, str] = {}
    attendees: list[Attendee] = []
    items: list[Item] = []
    contradictions: list[str] = []
    same: dict[str, str] = {}
    for line in story_lines(path, "draft" if draft else "final"):
        if line.startswith("== "):
            number, _, title = line[3:].partition(" | ")
            items.append(Item(None if number == "-" else number, title))
        elif items:
            items[-1].lines.append(parse_line(line))
        elif line[0] in "+-":
            attendees.append(parse_attendee(line))
        elif line.startswith("contradiction: "):
            contradictions.append(line.partition(": ")[2])
        elif line.startswith("same: "):
            printed, _, right = line.partition(": ")[2].partition(" = ")
            same[printed] = right
        else:
            name, _, value = line.partition(": ")
            head[name] = value
    return Meeting(
        key=key,
        body=BODIES[key.partition("-")[0]],
        held=dt.date.fromisoformat(key.partition("-")[2]),
        starts=_pair(head["time"]),
        ended=_pair(head["ended"]),
        venue=head["venue"],
        attendees=attendees,
        items=items,
        contradictions=contradictions,
        same_people=same,
        draft=draft,
    )
