"""The council behind the replica: five bodies, forty meetings, their items and papers.

All of it is invented and made anew from the same few lines each time, so that two replicas are
alike to the byte. What the site shows depends on the night: papers come, are replaced, go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

AUTHORITY = "London Borough of Harrowmere"
COUNCIL = "Harrowmere Council"
BODIES = (
    (418, "Improvement and Assurance Board", "Governance"),
    (427, "Homes and Neighbourhoods Scrutiny Panel", "Scrutiny"),
    (402, "Licensing Committee", "Regulatory"),
    (433, "Parks and Open Spaces Committee", "Governance"),
    (441, "Pensions Panel", "Governance"),
)
FIRST = (
    "Amina",
    "Bertram",
    "Celia",
    "Dorian",
    "Esme",
    "Farid",
    "Greta",
    "Hollis",
    "Imogen",
    "Jarek",
)
LAST = ("Osei", "Lindqvist", "Odukoya", "Rhydderch", "Kazmi", "Eastmoor", "Calloway", "Thistle",
        "Brackenbury", "Wexcombe")  # fmt: skip
TOPICS = (
    ("Damp and mould in council homes", "repair every home on the list before the winter"),
    ("Tree planting programme", "plant forty trees along Alder Rise"),
    ("Library opening hours", "open the library at Quill Green on Sundays"),
    ("Street lighting renewal", "renew the lamps in Tanner's Row"),
    ("Fees and charges", "keep the fee for allotments as it is"),
    ("Playground safety", "close the climbing frame at Mill Field until it is mended"),
    ("Parking at Fennel Street", "try a controlled zone for six months"),
    ("Annual report of the fund", "publish the annual report"),
    ("Licensing of market stalls", "grant the licence for the Saturday market"),
    ("Flood defences at Otter Brook", "clear the culvert at Otter Brook twice a year"),
)

Kind = Literal[
    "agenda", "minutes", "decisions", "pack", "report", "appendix", "earlier", "supplement"
]
Secrecy = Literal["", "flag", "title", "section", "service", "unlinked", "inside"]


@dataclass
class Paper:
    """One document of the site."""

    kind: Kind
    number: int
    title: str
    since: int = 1
    """The first night on which the site shows it."""
    until: int | None = None
    """The first night on which it is gone."""
    replaced: int | None = None
    """The night from which the same address gives other bytes."""
    secrecy: Secrecy = ""
    form: str = ""
    """Of one that the site puts together: the number after ?T=."""
    of: Meeting | None = None
    """The meeting that it is the minutes of, where that is not the one it hangs on."""

    @property
    def key(self) -> str:
        """How the site names it, as the source under test must."""
        return f"g{self.number}-T{self.form}" if self.form else f"s{self.number}"

    def shown(self, night: int) -> bool:
        """Whether the site shows it on a night."""
        return self.since <= night and (self.until is None or night < self.until)

    def revision(self, night: int) -> int:
        """Which of its versions the address gives: 1, or 2 once it was replaced."""
        return 2 if self.replaced is not None and night >= self.replaced else 1


@dataclass
class Item:
    """One item of an agenda; without a number it is a heading between items."""

    ident: int
    number: str
    title: str
    ask: str = ""
    papers: list[Paper] = field(default_factory=list)
    cut: bool = False
    """Whether the meeting's page cuts its minutes and links to the item's own page."""
    decision: int | None = None
    """The number of its decision notice."""


@dataclass
class Meeting:
    """One meeting."""

    meeting_id: int
    committee_id: int
    body: str
    held: date
    items: list[Item]
    papers: list[Paper]
    """Those of the whole meeting."""
    cancelled: bool = False
    since: int = 1
    minuted: int = 1
    """The night from which its minutes are published; far off for one that is still to come."""

    @property
    def agenda_id(self) -> int:
        """The number that packs are named by; it is not the meeting's."""
        return self.meeting_id + 9

    @property
    def starts(self) -> str:
        """When it starts."""
        return "7.30 pm" if self.committee_id % 2 else "2.00 pm"

    def every(self) -> Iterator[tuple[Item | None, Paper]]:
        """All its papers, with the items they hang on."""
        for paper in self.papers:
            yield None, paper
        for item in self.items:
            for paper in item.papers:
                yield item, paper

    def people(self) -> list[tuple[str, str, str]]:
        """Members: name, role, attendance."""
        start = self.committee_id % 7
        found = []
        for place in range(6):
            name = f"{FIRST[(start + place) % 10]} {LAST[(start + 3 * place) % 10]}"
            role = "Chair" if place == 0 else "Committee Member"
            absent = place == 1 + self.meeting_id % 5
            found.append((f"Councillor {name}", role, "Apologies" if absent else "Present"))
        return found


class Council:
    """Everything that the site may show."""

    def __init__(
        self, *, per_body: int = 8, first: date = date(2026, 1, 6), days_between: int = 35
    ) -> None:
        self.meetings: list[Meeting] = []
        self._numbers = 6000 if per_body < 100 else 100_000
        self._apart = max(100, per_body + 1)
        self._days = days_between
        for place, (committee, body, _) in enumerate(BODIES):
            before: Meeting | None = None
            for turn in range(per_body):
                held = first + timedelta(days=days_between * turn + 2 * place)
                meeting = self._meeting(committee, body, place, turn, held, before)
                self.meetings.append(meeting)
                before = meeting
        self._oddities()

    def meeting(self, number: int) -> Meeting | None:
        """The meeting of this number."""
        return next((m for m in self.meetings if m.meeting_id == number), None)

    def find(self, key: str) -> tuple[Meeting, Item | None, Paper] | None:
        """A paper by its name on the site."""
        for meeting in self.meetings:
            for item, paper in meeting.every():
                if paper.key == key:
                    return meeting, item, paper
        return None

    def public(self, night: int) -> set[str]:
        """The documents that the site shows to everyone on a night."""
        return {
            paper.key
            for meeting in self.meetings
            if meeting.since <= night and not meeting.cancelled
            for _, paper in meeting.every()
            if paper.shown(night) and paper.secrecy in {"", "inside"}
        }

    def secret(self, night: int) -> set[str]:
        """The documents that the site says are restricted, yet links to."""
        return {
            paper.key
            for meeting in self.meetings
            if meeting.since <= night
            for _, paper in meeting.every()
            if paper.shown(night) and paper.secrecy not in {"", "inside"}
        }

    def _meeting(  # noqa: PLR0917
        self, committee: int, body: str, place: int, turn: int, held: date, before: Meeting | None
    ) -> Meeting:
        number = self._numbers + self._apart * place + turn
        base = number * 10
        items = [
            Item(base + 1, "1", "Apologies for absence"),
            Item(base + 2, "2", "Minutes of the last meeting"),
        ]
        if before is not None:
            said = f"{before.held.day} {before.held:%B %Y}"
            items[1].ask = f"To approve the minutes of the meeting held on {said}."
        for offset in range(2):
            topic, ask = TOPICS[(place * 3 + turn * 2 + offset) % len(TOPICS)]
            item = Item(base + 3 + offset, str(3 + offset), topic, ask)
            item.papers.append(Paper("report", base + 3 + offset, topic))
            items.append(item)
        items[2].papers.append(
            Paper("appendix", base + 5, f"Appendix 1 - Figures for {items[2].title}")
        )
        items[3].decision = base + 7
        agenda = number + 9
        papers = [
            Paper("agenda", agenda, "Agenda frontsheet", form="0"),
            Paper("minutes", agenda, "Printed minutes", form="1"),
        ]
        if turn % 4 == 1:
            papers.append(Paper("pack", agenda, "Agenda reports pack", form="10"))
        if turn % 4 == 2:
            papers.append(Paper("decisions", agenda, "Printed decisions", form="2"))
        return Meeting(number, committee, body, held, items, papers)

    def _oddities(self) -> None:
        """What trips a careless reader, planted in the first body, and what changes by night."""
        board = [m for m in self.meetings if m.committee_id == BODIES[0][0]]
        panel = [m for m in self.meetings if m.committee_id == BODIES[1][0]]
        board[1].items[2].cut = True
        board[2].items[2].papers += [
            Paper("appendix", 70001, "Appendix 2 - Terms of the lease", secrecy="flag"),
            Paper("appendix", 70002, "Exempt Appendix 3 - Bids", secrecy="title"),
            Paper("appendix", 70003, "Appendix 4 - Valuation", secrecy="service"),
            Paper("appendix", 70007, "Appendix 5 - Names of tenants", secrecy="unlinked"),
        ]
        board[2].items += [
            Item(70010, "", "PART II"),
            Item(70011, "5", "Sale of land at Tanner's Row", papers=[
                Paper("report", 70004, "Sale of land at Tanner's Row", secrecy="section")]),
        ]  # fmt: skip
        board[3].items[3].papers.append(
            Paper("appendix", 70005, "Appendix 2 - Legal advice", secrecy="inside")
        )
        # The minutes of one meeting hang on the next as a document to approve.
        board[3].items[1].papers.append(
            Paper("earlier", 70006, "Minutes of Previous Meeting", of=board[2])
        )
        panel[1].cancelled = True
        panel[1].items, panel[1].papers = [], []
        # By the third night: a paper replaced, one withdrawn, minutes and a supplement come in.
        panel[2].items[2].papers[0].replaced = 3
        panel[3].items[2].papers[1].until = 3
        panel[-1].minuted = panel[-1].papers[1].since = 3
        late = Paper("supplement", panel[-2].agenda_id, "Supplement - Late material", since=3)
        late.form = "4"
        panel[-2].papers.append(late)
        self.meetings[-1].since = 3
        # By the fourth: another paper replaced, one gone, and a meeting that nobody saw before.
        board[-2].items[2].papers[0].replaced = 4
        board[-1].items[2].papers[1].until = 4
        number, body, _ = BODIES[0]
        held = board[-1].held + timedelta(days=self._days)
        newest = self._meeting(number, body, 0, len(board), held, board[-1])
        newest.since = 4
        self.meetings.append(newest)
