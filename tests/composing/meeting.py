"""An invented meeting: what composed minutes tell of, and what their gold says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

FIRST = (
    "Alan Brenda Colin Doreen Edwin Fiona Graham Hilary Ivor Janet Kenneth Lorna Malcolm "
    "Noreen Oswald Pauline Quentin Rosalind Stuart Thelma Una Vernon Wendy Yvonne"
)
LAST = (
    "Ablewhite Brockley Castleden Dunthorne Ellerker Fothergill Garside Hebblethwaite Inskip "
    "Jellicoe Kettlewell Lathbury Mapplebeck Netherwood Ollerenshaw Pickersgill Quarmby Rushforth "
    "Sowerby Thackray Umpleby Varley Wigglesworth Yeadon"
)
BODIES = (
    ("Ousebeck Parish Council", "Council", True),
    ("Wetherlow Town Council", "Council", True),
    ("Audit and Standards Committee", "Committee", True),
    ("Planning and Highways Committee", "Committee", True),
    ("Children's Services Scrutiny Panel", "Panel", True),
    ("Health and Wellbeing Board", "Board", False),
    ("Dalefoot Flood Steering Group", "Group", False),
    ("Northern Rivers Partnership Board", "Board", False),
)
"""The name of a body, what it calls itself, and whether its members are councillors."""
VENUES = (
    "Committee Room 2, County Hall",
    "Council Chamber, Town Hall, Wetherlow",
    "Ousebeck Village Hall",
)
POSTS = ("Clerk", "Head of Finance", "Democratic Services Officer", "Director of Place")
HOURS = ((19, 30), (19, 0), (18, 15), (14, 0), (10, 0))


@dataclass
class Meeting:
    """One meeting, drawn by chance; its gold grows as its minutes are composed."""

    chance: Random
    body: str
    short: str
    councillors: bool
    day: dt.date
    starts: dt.time
    ends: dt.time
    venue: str
    chair: str
    members: list[str]
    """Without the chair."""
    officers: list[tuple[str, str]]
    sorry: list[str]
    first_number: int
    gold: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)

    @staticmethod
    def drawn(seed: int) -> Meeting:
        """The meeting of a seed."""
        chance = Random(seed)
        first, last = chance.sample(FIRST.split(), 12), chance.sample(LAST.split(), 12)
        names = [" ".join(each) for each in zip(first, last, strict=True)]
        body, short, councillors = chance.choice(BODIES)
        hour, minute = chance.choice(HOURS)
        return Meeting(
            chance=chance,
            body=body,
            short=short,
            councillors=councillors,
            day=dt.date(chance.randint(2011, 2025), chance.randint(1, 12), 1)
            + dt.timedelta(chance.randint(0, 27)),
            starts=dt.time(hour, minute),
            ends=dt.time(hour + chance.randint(1, 2), chance.choice([5, 35, 50])),
            venue=chance.choice(VENUES),
            chair=names[0],
            members=names[1 : chance.randint(4, 7)],
            officers=list(zip(names[7:9], chance.sample(POSTS, 2), strict=True)),
            sorry=names[9 : chance.randint(10, 12)],
            first_number=chance.choice([0, 20, 63, 117]),
            gold={"agenda_items": [], "resolutions": [], "actions": [], "declarations": []},
        )

    def styled(self, name: str) -> str:
        """A member's name as the minutes style it."""
        return f"Cllr {name}" if self.councillors else name

    def clock(self, time: dt.time) -> str:
        """A time of day in one of the ways that minutes print."""
        hour, half = (time.hour - 1) % 12 + 1, "pm" if time.hour >= 12 else "am"
        forms = [
            f"{hour}.{time.minute:02d}{half}",
            f"{hour}:{time.minute:02d} {half}",
            f"{hour}.{time.minute:02d} {half[0]}.m.",
            f"{time.hour:02d}:{time.minute:02d}",
        ]
        return self.chance.choice(forms)

    def date(self) -> str:
        """The day in one of the ways that minutes print."""
        number, rest = self.day.day, f"{self.day:%B %Y}"
        ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(number, "th")
        forms = [
            f"{self.day:%A} {number} {rest}",
            f"{self.day:%A}, {number}{ending} {rest}",
            f"{number}{ending} {self.day:%B}, {self.day:%Y}",
            f"{self.day:%d/%m/%Y}",
        ]
        return self.chance.choice(forms)

    def told(self) -> dict[str, object]:
        """The gold of the meeting."""
        people: list[dict[str, object]] = [_person(self.chair, chair=True)]
        people += [_person(name) for name in self.members]
        people += [_person(name, role=post, group="officer") for name, post in self.officers]
        people += [_person(name, status="apologies") for name in self.sorry]
        return {
            "body": self.body,
            "held_on": self.day.isoformat(),
            "starts_at": f"{self.starts:%H:%M}",
            "ended_at": f"{self.ends:%H:%M}",
            "venue": self.venue,
            "attendance": people,
            **self.gold,
        }


def _person(name: str, **more: object) -> dict[str, object]:
    plain = {"role": None, "group": "member", "status": "present", "chair": False}
    return {"name": name, **plain, **more}
