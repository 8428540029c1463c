"""Every place where one paper names a person, and the meeting that it is of, by that paper alone.

Nothing here knows of other papers: what is linked later in order of arrival stands on this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extraction import Fact, Paper
from pipeline.lexicon import words
from pipeline.records import (
    Action,
    Attendee,
    Declaration,
    ForwardPlanEntry,
    Member,
    Milestone,
    Motion,
    Report,
    Vote,
)
from pipeline.resolve.meetings.bodies import Name
from pipeline.resolve.meetings.sightings import Sighting
from pipeline.resolve.people.names import PersonName, parse
from pipeline.resolve.people.titles import BEFORE_NAME

Spot = tuple[str, str, int, str, int]
"""Where a name stands: document_id, table, the fact's place among the paper's facts of that table
(from 1), the column, and the place within it where the column holds several (from 0)."""
_OFFICE = re.compile(r"^the\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:/|;|,|&|\band\b)\s*")
_NAME_WORD = re.compile(r"[A-ZÀ-Þ](?:['’][A-ZÀ-Þ])?[\w'’-]*\.?|(?:van|de|der|von|den|la|le)")
_TITLED = re.compile(
    r"^(?:(?:cllrs?|councillors?|county|mr|mrs|ms|miss|dr|sir|dame|mayor|director|prof(?:essor)?)"
    r"\.?\s+)+(?=[A-Z])",
    re.IGNORECASE,
)
_TITLED_WITHIN = re.compile(
    r"\b(?:County )?(?:C(?:oun)?cillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-Z]"
)
"""Where a name begins in 'Ask County Cllr Tarn'."""
_FORENAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}")
"""A lead by forename alone, where another row of the plan has the whole name."""
_CUT = re.compile(r"\s*(?:,| [-–] |\()\s*")
"""What stands between an owner's name and their post."""
_MOST_NAME_WORDS = 4
_OF_MEMBERS = frozenset(["membership", "declarations", "motions", "votes"])


@dataclass(frozen=True)
class Setting:
    """The meeting that a part of a paper is of, as that paper alone tells it."""

    place: tuple[str, ...]
    """The authority's; empty where the paper doesn't tell."""
    authority: str | None
    body: Name | None
    held_on: date | None
    printed_body: str | None = None


@dataclass(frozen=True)
class Mention:
    """One person named at one spot."""

    spot: Spot
    part: int
    setting: Setting
    name: PersonName
    text: str
    """The name as found, without honorific."""
    printed: str
    honorific: str | None = None
    role: str | None = None
    grouping: str | None = None
    status: str | None = None
    chair: bool = False

    @property
    def document_id(self) -> str:
        """The paper."""
        return self.spot[0]

    @property
    def table(self) -> str:
        """The table of the fact."""
        return self.spot[1]

    @property
    def column(self) -> str:
        """What the fact names them as."""
        return self.spot[3]

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of people, where each name is a person of its own."""
        return self.table in {"attendance", "membership"}

    @property
    def elected(self) -> bool:
        """Whether it is a list of members, or what only members do."""
        return self.table in _OF_MEMBERS or self.grouping in {"member", "councillor"}


def mentions(paper: Paper, seen: Sequence[Sighting]) -> list[Mention]:
    """Every mention of a person in one paper, in the paper's order.

    `seen` are the meetings that the paper tells of, its own first.
    """
    settings = {
        part: Setting(s.place, s.authority, s.name, s.held_on, s.fuller or s.body)
        for s in seen
        for part in s.parts
    }
    own = Setting(
        seen[0].place,
        seen[0].authority,
        seen[0].name,
        seen[0].held_on,
        seen[0].fuller or seen[0].body,
    )
    counted: Counter[str] = Counter()
    found: list[Mention] = []
    leads_are_names = _leads_are_names(paper)
    for fact in paper.facts:
        value = fact.finding.value
        kind = type(value).__name__
        counted[kind] += 1
        if isinstance(value, Milestone) and not leads_are_names:
            continue
        setting = settings.get(fact.part, own)
        found += _of_fact(paper.document_id, fact, counted[kind], setting)
    return found


def _of_fact(document_id: str, fact: Fact, at: int, setting: Setting) -> Iterator[Mention]:
    value = fact.finding.value
    if isinstance(value, Attendee | Member):
        table = "attendance" if isinstance(value, Attendee) else "membership"
        name = parse(_in_order(value.name, value.printed))
        if name:
            more = (
                {"grouping": value.grouping, "status": value.status, "chair": value.chair}
                if isinstance(value, Attendee)
                else {"grouping": "member"}
            )
            yield Mention(
                (document_id, table, at, "person", 0), fact.part, setting, name,
                value.name, value.printed, value.honorific, value.role, **more,
            )  # fmt: skip
        return
    quote = " ".join(source.quote for source in fact.finding.sources)
    for table, column, nth, printed, given in _named(value):
        text, role, honorific = _untitled(printed), None, given
        if column == "owner":
            titled = _TITLED_WITHIN.search(printed)
            printed_name = printed[titled.start() :] if titled else printed
            text, _, role = _CUT.sub("\0", _untitled(printed_name), count=1).partition("\0")
            honorific = _title_of(printed_name)
        name = parse(text)
        if name:
            yield Mention(
                (document_id, table, at, column, nth), fact.part, setting, name, text, printed,
                honorific or _title_of(printed) or _title_in(quote, text), role or None,
            )  # fmt: skip


def _named(value: object) -> Iterator[tuple[str, str, int, str, str | None]]:
    """Table, column, place within it, printed name and honorific of those whom a fact names."""
    if isinstance(value, Declaration):
        yield "declarations", "person", 0, value.name, None
    elif isinstance(value, Vote):
        yield "votes", "person", 0, value.name, value.honorific
    elif isinstance(value, Motion):
        for column in ("proposer", "seconder"):
            name = getattr(value, column)
            if name and not _OFFICE.match(name):
                yield "motions", column, 0, name, None
    elif isinstance(value, Action) and value.owner:
        yield "actions", "owner", 0, value.owner, None
    elif isinstance(value, Report):
        yield from _listed("reports", "author", value.authors)
    elif isinstance(value, Milestone):
        yield from _listed("milestones", "lead", value.lead_officers)
    elif isinstance(value, ForwardPlanEntry) and value.lead:
        yield from _listed("forward_plan", "lead", tuple(_SEVERAL.split(value.lead)))


def _listed(
    table: str, column: str, texts: tuple[str, ...]
) -> Iterator[tuple[str, str, int, str, str | None]]:
    """The entries of a column that look like whole names of people; posts and teams don't."""
    for nth, text in enumerate(texts):
        plain = _untitled(text)
        if looks_whole(plain) or (column == "lead" and _FORENAME.fullmatch(plain)):
            yield table, column, nth, text, None


def _leads_are_names(paper: Paper) -> bool:
    """Whether most leads in a paper's plans look like people: in others they are posts and teams.

    Else a team that is named like a person ('Active Netherby') would count as one.
    """
    leads = [
        lead
        for fact in paper.facts
        if isinstance(fact.finding.value, Milestone)
        for lead in fact.finding.value.lead_officers
    ]
    return 2 * sum(looks_whole(_untitled(lead)) for lead in leads) >= len(leads)


def looks_whole(text: str) -> bool:
    """Whether a text looks like a forename or initials with a surname, and like no post."""
    tokens = text.split()
    if not 2 <= len(tokens) <= _MOST_NAME_WORDS:
        return False
    posts = words("people", "role_words") | words("people", "never_in_name")
    for token in tokens:
        bare = token.rstrip(".,")
        if not _NAME_WORD.fullmatch(bare) or any(c.isdigit() for c in bare):
            return False
        if bare.lower() in posts or (bare.isupper() and len(bare) > 2):
            return False
    return len(tokens[-1].strip(".,")) > 1 and tokens[0].lower() != "the"


def _untitled(text: str) -> str:
    return _TITLED.sub("", text.strip()).strip()


def _title_of(text: str) -> str | None:
    found = _TITLED.match(text.strip())
    return found.group().strip() if found else None


def _in_order(name: str, printed: str) -> str:
    """The name with its comma, where it is printed 'Surname, Forename'."""
    tokens = name.split()
    if len(tokens) < 2 or "," not in printed:
        return name
    turned = f"{tokens[0]}, {' '.join(tokens[1:])}"
    return turned if turned in printed else name


def _title_in(quote: str, name: str) -> str | None:
    """The honorific that stands before a name in the text it was read from."""
    at = quote.find(name)
    found = BEFORE_NAME.search(quote[:at]) if at > 0 else None
    return found["title"] if found else None
