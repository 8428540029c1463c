"""Histories of milestones as a fold over the reports in order of arrival.

Each report joins the plan that stands or opens one; each of its rows joins a history of that plan
or opens one. What stands is never joined, parted or renamed by what comes in later, so an id given
today is given tomorrow. A report of an older meeting that comes in late is compared with the
reports next to it in time, and joins what stands.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.resolve.meetings.bodies import Name, same_body
from pipeline.resolve.meetings.places import same_place
from pipeline.resolve.milestones.matching import Face, Matched, match
from pipeline.resolve.milestones.names import is_distinctive, same_name
from pipeline.resolve.milestones.reports import PlanReport, Stone
from pipeline.resolve.words import digest

_TRIED = 6
"""With so many plans at most a report is compared row by row."""
_IDENTICAL = 0.95
_COPY = 0.9
"""Likeness of a row and its copy in another paper of the same meeting."""


@dataclass(frozen=True)
class Shown:
    """A milestone in one report."""

    history_id: str
    stone: Stone
    report: PlanReport
    score: float
    copy: bool
    """Whether the same report has it already from another paper."""


@dataclass(eq=False)
class Plan:
    """A plan with its histories and its reports so far."""

    plan_id: str
    place: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    names: list[Name] = field(default_factory=list)
    """Every name that its reports give the body."""
    reports: list[PlanReport] = field(default_factory=list)
    members: list[set[int]] = field(default_factory=list)
    """By report: the histories it has a row of."""
    ids: list[str] = field(default_factory=list)
    """The histories' ids, by their number."""
    given: Counter[str] = field(default_factory=Counter)
    shown: list[Shown] = field(default_factory=list)
    worded: dict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    """By its letters, the histories that a wording is of."""
    days: list[list[tuple[date, int, Face]]] = field(default_factory=list)
    """By history: its dated rows in order of their days."""
    loose: list[list[Face]] = field(default_factory=list)
    """By history: its undated rows."""

    def nearest(self, day: date | None) -> list[Face]:
        """Each history's rows next to a day: the last before it, and the first from it on."""
        found: list[Face] = []
        for dated, loose in zip(self.days, self.loose, strict=True):
            if day is None or not dated:
                found += [dated[-1][2]] if dated else loose[-1:]
                continue
            at = bisect_left(dated, day, key=lambda entry: entry[0])
            found += [entry[2] for entry in dated[max(at - 1, 0) : at + 1]]
        return found

    def report_near(self, day: date | None) -> PlanReport:
        """The report nearest to a day, else the last to come in."""
        dated = [report for report in self.reports if report.dated]
        if day is None or not dated:
            return self.reports[-1]
        return min(dated, key=lambda r: abs((r.dated or day) - day))

    def matched(self, report: PlanReport) -> Matched:
        """Which rows of a report go on with which histories."""
        return match(self.nearest(report.dated), report.stones, self.worded, report.dated)


def follow(reports: Iterable[PlanReport]) -> list[Plan]:
    """The plans and their histories, from the reports in the order of arrival."""
    shelf = _Shelf()
    for report in reports:
        plan, matched = shelf.plan_of(report)
        _join(plan, report, matched)
        shelf.file(plan, report)
    return shelf.plans


class _Shelf:
    """All plans, found by what their rows and titles say."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self._of_key: dict[str, set[int]] = defaultdict(set)
        self._of_name: dict[tuple[object, ...], set[int]] = defaultdict(set)
        self._given: Counter[str] = Counter()

    def plan_of(self, report: PlanReport) -> tuple[Plan, Matched]:
        """The plan that a report is of: the one that most of its rows are in, or a new one."""
        shared: Counter[int] = Counter()
        for key in report.keys:
            shared.update(self._of_key.get(key, ()))
        for at in self._of_name.get((report.place, report.words), ()):
            shared[at] += 0
        likely = [at for at in shared if same_place(self.plans[at].place, report.place)]
        likely.sort(key=lambda at: (-shared[at], at))
        best: tuple[int, int, Matched] | None = None
        for at in likely[:_TRIED]:
            matched = self.plans[at].matched(report)
            fits = _is_of(self.plans[at], report, len(matched))
            if fits and (best is None or len(matched) > best[0]):
                best = (len(matched), at, matched)
        return (self.plans[best[1]], best[2]) if best else (self._open(report), {})

    def _open(self, report: PlanReport) -> Plan:
        """A new plan, its id made of what its first report calls itself."""
        body = report.name.words if report.name else ()
        base = digest("p", *report.place, "", *body, "", *sorted(report.words))
        self._given[base] += 1
        plan_id = base if self._given[base] == 1 else digest("p", base, self._given[base])
        plan = Plan(plan_id, report.place, report.words)
        self.plans.append(plan)
        return plan

    def file(self, plan: Plan, report: PlanReport) -> None:
        """Make a plan findable by a report of it."""
        at = self.plans.index(plan)
        for key in report.keys:
            self._of_key[key].add(at)
        self._of_name[report.place, report.words].add(at)


def _is_of(plan: Plan, report: PlanReport, matched: int) -> bool:
    """Whether a report is of a plan, by how many of its rows are: the less names tell, the more.

    Told by the share of the smaller of the two reports while a name is on its side, else by that
    of the larger.
    """
    sizes = sorted((len(report.stones), len(plan.report_near(report.dated).stones)))
    small, large = (matched / size for size in sizes)
    named = bool(plan.words and report.words)
    same = named and same_name(plan.words, report.words)
    known = bool(plan.names and report.name)
    if known and report.name and any(same_body(name, report.name) for name in plan.names):
        if same:
            return small >= (0.1 if is_distinctive(report.words) else 0.2)
        return small >= 0.4 if not named else large >= 0.6 and matched >= 3
    # Two councils' plans never join by name alone, nor by the rows of a model plan alone.
    placed = bool(plan.place and report.place)
    if known and not placed:
        return same and large >= 0.8 and matched >= 5
    if same:
        return small >= 0.5 and matched >= 2
    return (placed or not named) and large >= 0.8 and matched >= 5


def _join(plan: Plan, report: PlanReport, matched: Matched) -> None:
    """Enter a report of a plan: each row into a history that stands, or into one of its own."""
    again = any(_is_again(each, report) for each in plan.reports)
    present: set[int] = set()
    for each, members in zip(plan.reports, plan.members, strict=True):
        present |= members if _at_one_meeting(each, report) else set()
    histories: list[int] = []
    for stone in report.stones:
        history, score = matched.get(stone.order, (-1, 1.0))
        if history < 0 or (history in present and score < _COPY):
            history, score = _open(plan, report, stone), 1.0
        histories.append(history)
        copy = again or history in present
        plan.shown.append(Shown(plan.ids[history], stone, report, score, copy))
    for at, (stone, history) in enumerate(zip(report.stones, histories, strict=True)):
        before = histories[at - 1] if at else None
        after = histories[at + 1] if at + 1 < len(histories) else None
        _remember(plan, Face(history, stone, before, after, report.dated))
    if report.name and report.name not in plan.names:
        plan.names.append(report.name)
    plan.place = plan.place or report.place
    plan.words = plan.words or report.words
    plan.reports.append(report)
    plan.members.append(set(histories))


def _open(plan: Plan, report: PlanReport, stone: Stone) -> int:
    """A new history, its id made of the words and the day of its first row."""
    base = digest("h", plan.plan_id, stone.activity, stone.key, report.dated)
    plan.given[base] += 1
    plan.ids.append(base if plan.given[base] == 1 else digest("h", base, plan.given[base]))
    plan.days.append([])
    plan.loose.append([])
    return len(plan.ids) - 1


def _remember(plan: Plan, face: Face) -> None:
    plan.worded[face.stone.key][face.history] = None
    if face.day:
        insort(
            plan.days[face.history], (face.day, len(plan.shown), face), key=lambda entry: entry[:2]
        )
    else:
        plan.loose[face.history].append(face)


def _at_one_meeting(one: PlanReport, other: PlanReport) -> bool:
    """Whether two papers' reports went to one meeting: one of them is a copy then."""
    if one.dated is None or one.dated != other.dated:
        return False
    return one.name is None or other.name is None or same_body(one.name, other.name)


def _is_again(one: PlanReport, other: PlanReport) -> bool:
    """Whether a report is an earlier one, put to another meeting or found without its day.

    Its rows say the same, comments and all; and it is of the same printed period, or went to
    another body, or no day tells the two apart.
    """
    dated = one.dated and other.dated
    same_period = bool(one.period) and one.period == other.period
    elsewhere = one.name and other.name and not same_body(one.name, other.name)
    if dated and not same_period and not elsewhere:
        return False
    larger = max(len(one.says), len(other.says))
    return len(one.says & other.says) >= _IDENTICAL * larger
