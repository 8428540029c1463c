"""Reports of plans as their papers have them, in the order that these came in.

A report is told from its own paper alone: its body, place and day are what that paper (or its
sidecar) gives, never what another adds. So what came in tomorrow can't change how it was linked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.extraction import Paper
from pipeline.records import Milestone, Report
from pipeline.resolve.meetings.arrivals import Arrival, arrival
from pipeline.resolve.meetings.bodies import Name
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.meetings.sightings import Sighting, sightings
from pipeline.resolve.milestones.likeness import Wording, wording
from pipeline.resolve.milestones.names import period_of, plan_words
from pipeline.resolve.words import fold, letters

Row = Mapping[str, object]


@dataclass(frozen=True)
class Stone:
    """One milestone as one report has it."""

    milestone_id: str
    order: int
    """Its place in its report."""
    row: Milestone
    wording: Wording

    @property
    def key(self) -> str:
        """The letters of its text: equal for rows worded alike."""
        return self.wording.key

    @cached_property
    def activity(self) -> str:
        """The activity's name, folded."""
        return fold(self.row.activity or "")

    @cached_property
    def number(self) -> str:
        """The activity's number, folded."""
        return fold(self.row.activity_number or "")

    @cached_property
    def reference(self) -> str:
        """The row's own number, folded."""
        return fold(self.row.reference or "")

    @cached_property
    def theme(self) -> str:
        """The theme's name, folded."""
        return fold(self.row.theme or "")

    @cached_property
    def leads(self) -> frozenset[str]:
        """The names of the lead officers, folded."""
        return frozenset(filter(None, map(fold, self.row.lead_officers)))

    @cached_property
    def says(self) -> tuple[object, ...]:
        """All that a report changes: equal for rows that are copies of one."""
        row = self.row
        comment = letters(row.comment or "")
        return (self.key, fold(row.status or ""), row.percent_complete, row.deadline, comment)


@dataclass(frozen=True, eq=False)
class PlanReport:
    """One report of one plan: what one paper says of it at one meeting."""

    document_id: str
    meeting_id: str | None
    """As the archive has it: no part of how milestones are linked."""
    reported_on: date | None
    """The day of the meeting, else that of the report."""
    dated: date | None
    """The same, as the paper itself gives it."""
    name: Name | None
    place: tuple[str, ...]
    plan: str | None
    words: frozenset[str]
    period: frozenset[str]
    whole: bool
    """Whether all pages of the paper could be read."""
    stones: tuple[Stone, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The letters of its milestones."""
        return frozenset(stone.key for stone in self.stones)

    @cached_property
    def says(self) -> frozenset[tuple[object, ...]]:
        """All that its rows say."""
        return frozenset(stone.says for stone in self.stones)


def plan_reports(
    papers: Sequence[Paper], milestones: Sequence[Row], found: Calendar
) -> list[PlanReport]:
    """All reports of plans, in the order of arrival."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in milestones:
        rows[str(row["document_id"])].append(row)
    ordered: list[tuple[Arrival, int, PlanReport]] = []
    for paper in papers:
        if paper.document_id in rows:
            each = _of_paper(paper, rows[paper.document_id], found)
            for index, report in enumerate(each):
                ordered.append((arrival(paper, report.dated), index, report))
    return [report for *_, report in sorted(ordered, key=lambda one: one[:2])]


def _of_paper(paper: Paper, rows: Sequence[Row], found: Calendar) -> Iterator[PlanReport]:
    seen, _ = sightings(paper)
    of_part = {part: sighting for sighting in seen for part in sighting.parts}
    groups: dict[tuple[Sighting, frozenset[str]], list[tuple[Row, Milestone]]] = defaultdict(list)
    facts = [fact for fact in paper.facts if isinstance(fact.finding.value, Milestone)]
    for fact, row in zip(facts, rows, strict=True):
        value = fact.finding.value
        if isinstance(value, Milestone):
            sighting = of_part.get(fact.part, seen[0])
            groups[sighting, plan_words(value.plan)].append((row, value))
    for (sighting, words), pairs in groups.items():
        first = pairs[0][1]
        meeting_id = pairs[0][0]["meeting_id"]
        meeting = found.meetings.get(str(meeting_id))
        dated = sighting.held_on or _dated(paper) or _day_in(first.plan)
        yield PlanReport(
            document_id=paper.document_id,
            meeting_id=str(meeting_id) if meeting_id else None,
            reported_on=(meeting.held_on if meeting else None) or dated,
            dated=dated,
            name=sighting.name,
            place=sighting.place,
            plan=first.plan,
            words=words,
            period=period_of(first.plan, first.period),
            whole=paper.status == "ok",
            stones=tuple(
                Stone(str(row["milestone_id"]), order, value, wording(value.milestone))
                for order, (row, value) in enumerate(pairs)
            ),
        )


def _dated(paper: Paper) -> date | None:
    """The day of the report that the paper holds, where it prints one."""
    values = (fact.finding.value for fact in paper.facts)
    return max((v.dated for v in values if isinstance(v, Report) and v.dated), default=None)


_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = _NAMES.split()
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)})[a-z]* (20\d\d)\b")


def _day_in(plan: str | None) -> date | None:
    """The day that a plan's title says it stood at: 'position at 31 May 2024'."""
    found = _DAY.findall(fold(plan or ""))
    if not found:
        return None
    day, month, year = found[-1]
    try:
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
