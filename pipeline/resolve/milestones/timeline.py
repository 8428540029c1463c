"""One plan's reports in the order of their days, and which milestones each of them lists."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pipeline.resolve.milestones.histories import Plan, Shown
from pipeline.resolve.milestones.matching import is_done

_FEW = 6
"""Of a plan with fewer milestones every report is taken for the whole of it."""


@dataclass
class Issue:
    """All that a plan's reports of one day list."""

    day: date
    meeting_id: str | None
    shown: dict[str, Shown] = field(default_factory=dict)
    """By history_id."""
    whole: bool = True
    """Whether what it doesn't list is left out of the plan: not where pages couldn't be read, nor
    in a report on a few milestones only."""

    @cached_property
    def themes(self) -> frozenset[str]:
        """The themes of its rows, folded."""
        return frozenset(shown.stone.theme for shown in self.shown.values())

    @cached_property
    def activities(self) -> frozenset[str]:
        """The activities of its rows, folded."""
        return frozenset(shown.stone.activity for shown in self.shown.values())


def issues(plan: Plan) -> list[Issue]:
    """The plan's dated reports, the earliest first; copies left out."""
    by_day: dict[date, Issue] = {}
    for shown in plan.shown:
        report = shown.report
        if shown.copy or report.reported_on is None:
            continue
        issue = by_day.setdefault(report.reported_on, Issue(report.reported_on, report.meeting_id))
        issue.shown.setdefault(shown.history_id, shown)
        issue.whole = issue.whole and report.whole
    found = [by_day[day] for day in sorted(by_day)]
    last: Issue | None = None
    for issue in found:
        if last is not None and _is_extract(issue, last):
            issue.whole = False
        if issue.whole:
            last = issue
    return found


def _is_extract(issue: Issue, last: Issue) -> bool:
    """Whether a report lists a few of the plan's milestones only, such as those that are late.

    Told by size: it has less than half the rows of the last whole report, and less than half of
    those that were open in it.
    """
    if len(last.shown) < _FEW or len(issue.shown) * 2 >= len(last.shown):
        return False
    left_open = [h for h, shown in last.shown.items() if not is_done(shown.stone)]
    return sum(h in issue.shown for h in left_open) * 2 < len(left_open)


def appearances(found: list[Issue]) -> dict[str, list[int]]:
    """By history_id, the places in `found` of the reports that list it."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, issue in enumerate(found):
        for history_id in issue.shown:
            places[history_id].append(at)
    return dict(places)
