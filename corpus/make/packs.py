"""An agenda pack: front page, agenda with page ranges, and the papers behind each item."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from .blocks import Block, Heading, NewPage, Pairs, Paper, Para, Section, Stamp
from .markup import story_lines
from .meetings import BODIES, STORY, Attendee, Body, Meeting, load_meeting, parse_attendee
from .minutes import minutes_blocks
from .reports import Report, load_report, report_sections

Ranges = dict[str, str]


@dataclass
class AgendaItem:
    """An entry of the agenda and the paper that stands behind it, if any."""

    number: str
    title: str
    note: str
    draft: str | None = None
    reports: list[str] = field(default_factory=list)

    @property
    def has_paper(self) -> bool:
        """Whether the agenda gives pages for it."""
        return self.draft is not None or bool(self.reports)


@dataclass
class Pack:
    """One agenda pack as the story tells it."""

    body: Body
    held: dt.date
    head: dict[str, str]
    membership: list[Attendee]
    items: list[AgendaItem]
    front: list[str]

    @property
    def starts(self) -> tuple[str, str]:
        """The time as printed and as ISO."""
        printed, iso = (part.strip() for part in self.head["time"].split("|"))
        return printed, iso

    @property
    def draft(self) -> Meeting | None:
        """The draft minutes that the pack puts to the meeting."""
        keys = [item.draft for item in self.items if item.draft]
        return load_meeting(keys[0], draft=True) if keys else None

    @property
    def reports(self) -> list[tuple[str | None, Report]]:
        """The reports behind the items, in order, each with the number of its item."""
        return [(item.number, load_report(key)) for item in self.items for key in item.reports]


def load_pack(key: str) -> Pack:
    """Read one pack from the story."""
    body, _, date = key.partition("-")
    pack = Pack(BODIES[body], dt.date.fromisoformat(date), {}, [], [], [])
    for line in story_lines(STORY / "packs" / f"{key}.txt"):
        if line.startswith("== "):
            number, title, note, *papers = (part.strip() for part in line[3:].split("|"))
            item = AgendaItem(number, title, note)
            for paper in papers:
                kind, _, name = paper.partition("=")
                if kind == "draft":
                    item.draft = name
                else:
                    item.reports.append(name)
            pack.items.append(item)
        elif line.startswith("+"):
            pack.membership.append(parse_attendee(line))
        elif line.startswith("front: "):
            pack.front.append(line.partition(": ")[2])
        else:
            name, _, value = line.partition(": ")
            pack.head[name] = value
    return pack


def pack_paper(pack: Pack, ranges: Ranges) -> Paper:
    """The pack as pages; `ranges` are the page ranges the agenda prints, by item number."""
    sections = [
        Section((*_front(pack), NewPage(), *_agenda(pack, ranges)), numbered=False),
        _left_blank(),
    ]
    for item in pack.items:
        if not item.has_paper:
            continue
        stamp = Stamp(f"Agenda Item {item.number}")
        inner: list[Section] = []
        if item.draft:
            inner.append(Section(tuple(minutes_blocks(load_meeting(item.draft, draft=True)))))
        for key in item.reports:
            inner += report_sections(load_report(key))
        inner[0] = Section((stamp, *inner[0].blocks), inner[0].landscape)
        sections += inner
        if item.number in pack.head.get("blank-after", "").split():
            sections.append(_left_blank())
    return Paper(f"Agenda pack {pack.body.name} {pack.held:%d/%m/%Y}", tuple(sections))


def _left_blank() -> Section:
    return Section((Para("This page is intentionally left blank", align="center"),))


def _front(pack: Pack) -> list[Block]:
    when = f"{pack.held:%A}, {pack.held.day} {pack.held:%B %Y} at {pack.starts[0]}"
    blocks: list[Block] = []
    if pack.body.style == "borough":
        blocks = [
            Heading(pack.body.name.upper(), large=True),
            Heading(when),
            Heading(pack.head["venue"]),
            Para("This meeting is open to the public to attend."),
            Heading("Members:"),
            Pairs(tuple((p.printed, f"({p.role})" if p.role else "") for p in pack.membership)),
        ]
    else:
        names = "; ".join(p.printed + (f" ({p.role})" if p.role else "") for p in pack.membership)
        blocks = [
            Heading("AGENDA", "center", large=True),
            Heading(pack.body.name.upper(), "center"),
            Para(f"Date and time: {when}"),
            Para(f"Place: {pack.head['venue']}"),
            Heading("Membership"),
            Para(names),
        ]
    label = ""
    for line in pack.front:
        label, mark, rest = line.partition(" :: ")
        blocks += [Heading(label), Para(rest)] if mark else [Para(line)]
    return blocks


def _agenda(pack: Pack, ranges: Ranges) -> list[Block]:
    if pack.body.style == "borough":
        blocks: list[Block] = [
            Heading("LONDON BOROUGH OF HARROWMERE"),
            Heading(pack.body.name.upper()),
            Heading(f"{pack.held:%A}, {pack.held.day} {pack.held:%B %Y}".upper()),
            Heading(pack.starts[0]),
            Para("PAGE NUMBERS", bold=True, align="right"),
        ]
        for item in pack.items:
            row = (f"{item.number}. {item.title}", ranges.get(item.number, ""))
            blocks.append(Pairs((row,), left_share=0.84))
            if item.note:
                blocks.append(Para(item.note))
        return blocks
    blocks = [Heading("UNRESTRICTED ITEMS", "center")]
    for item in pack.items:
        pages = f" (Pages {ranges[item.number]})" if item.number in ranges else ""
        blocks.append(Para(f"{item.number}. {item.title}{pages}"))
        if item.note:
            blocks.append(Para(item.note))
    return blocks
