"""What changed in one milestone between two reports that list it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pipeline.resolve.milestones.matching import is_done
from pipeline.resolve.milestones.reports import Stone
from pipeline.resolve.milestones.timeline import Issue
from pipeline.resolve.words import fold, letters

SEVERITY = {
    "Completed": 0,
    "Blue": 0,
    "On Target": 1,
    "Green": 1,
    "Delayed": 2,
    "Amber": 2,
    "Overdue": 3,
    "Red": 3,
}
"""How bad a status is: the same as the archive's macro `milestone_severity`."""
_ALIKE = 85.0
_SAME_PERSON = 90.0


@dataclass(frozen=True)
class Change:
    """One change; the texts are as printed."""

    kind: str
    was: str | None
    became: str | None
    days: int | None = None
    days_from_first: int | None = None


@dataclass
class Told:
    """What a milestone's reports said so far: each value as it was last printed."""

    day: date
    """Of the report before."""
    still_since: date
    """The report since which nothing has moved."""
    stone: Stone
    first_due: date | None = None
    due: date | None = None
    deadline: str | None = None
    percent: int | None = None
    status: str | None = None

    @classmethod
    def by(cls, stone: Stone, day: date) -> Told:
        """What the first report said."""
        told = cls(day, day, stone)
        told.take(stone, day)
        return told

    def take(self, stone: Stone, day: date) -> None:
        """Remember what the next report says."""
        row = stone.row
        self.day, self.stone = day, stone
        if row.deadline_to:
            self.first_due = self.first_due or row.deadline_to
            self.due, self.deadline = row.deadline_to, row.deadline
        if row.percent_complete is not None:
            self.percent = row.percent_complete
        self.status = row.status or self.status


def changes(told: Told, stone: Stone, issue: Issue, before: Issue) -> Iterator[Change]:
    """What is otherwise in a row of `issue` than it was told in `before`, and stalls."""
    yield from _deadline(told, stone)
    yield from _status(told, stone)
    yield from _progress(told, stone, issue.day)
    yield from _wording(told.stone, stone, issue, before)


def _deadline(told: Told, stone: Stone) -> Iterator[Change]:
    row, due = stone.row, stone.row.deadline_to
    if due is None or told.due is None or told.first_due is None or due == told.due:
        return
    days, from_first = (due - told.due).days, (due - told.first_due).days
    kind = "slip" if days > 0 else "brought_forward"
    yield Change(kind, told.deadline, row.deadline, days, from_first)


def _status(told: Told, stone: Stone) -> Iterator[Change]:
    was, became = told.status, stone.row.status
    if was is None or became is None or was == became:
        return
    before, after = SEVERITY.get(was), SEVERITY.get(became)
    if before is not None and after is not None:
        if after > before:
            yield Change("reversal", was, became)
        elif after == 0 < before:
            yield Change("completed", was, became)
    elif before == 0:
        # 'Completed' and then a word of the plan's own, such as 'Reopened'.
        yield Change("reversal", was, became)
    elif after == 0:
        yield Change("completed", was, became)


def _progress(told: Told, stone: Stone, day: date) -> Iterator[Change]:
    was, became = told.percent, stone.row.percent_complete
    if was is not None and became is not None and became < was:
        yield Change("fall", f"{was}%", f"{became}%")
    if _stands_still(told, stone):
        shown = f"{became}%" if became is not None else stone.row.status
        yield Change("stall", shown, shown, (day - told.still_since).days)
    else:
        told.still_since = day


def _stands_still(told: Told, stone: Stone) -> bool:
    """Whether nothing has moved since the report before, with the milestone not completed.

    The per cent is the plan's own measure of progress, so where both reports print it, it decides,
    unless the status got better. Else status and comment must both be as they were.
    """
    before, row = told.stone.row, stone.row
    if is_done(told.stone) or is_done(stone):
        return False
    if row.percent_complete is not None and before.percent_complete is not None:
        if row.percent_complete != before.percent_complete:
            return False
        was, became = SEVERITY.get(before.status or ""), SEVERITY.get(row.status or "")
        return was is None or became is None or became >= was
    same_status = row.status is not None and fold(row.status) == fold(before.status or "")
    return same_status and letters(row.comment or "") == letters(before.comment or "")


def _wording(one: Stone, other: Stone, issue: Issue, before: Issue) -> Iterator[Change]:
    was, became = one.row, other.row
    if letters(was.milestone) != letters(became.milestone):
        yield Change("reworded", was.milestone, became.milestone)
    moved = False
    for here, there, names, earlier in (
        (one.theme, other.theme, issue.themes, before.themes),
        (one.activity, other.activity, issue.activities, before.activities),
    ):
        # A label that takes another's place for all its rows is a new name, and no move.
        renamed = here not in names and there not in earlier
        differs = bool(here and there) and fuzz.ratio(here, there) < _ALIKE
        moved = moved or (differs and not renamed)
    if moved:
        yield Change("moved", _place(one), _place(other))
    numbers = (
        (was.reference, became.reference),
        (was.activity_number, became.activity_number),
    )
    changed = [(a, b) for a, b in numbers if a and b and fold(a) != fold(b)]
    if changed:
        yield Change("renumbered", *changed[0])
    if one.leads and other.leads and not _same_people(one.leads, other.leads):
        yield Change("lead_changed", "/".join(was.lead_officers), "/".join(became.lead_officers))


def _place(stone: Stone) -> str:
    return " > ".join(filter(None, (stone.row.theme, stone.row.activity)))


def _same_people(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lists name the same people, misprints aside."""
    left, right = one - other, other - one
    if len(left) != len(right):
        return False
    return all(any(fuzz.ratio(a, b) >= _SAME_PERSON for b in right) for a in left)
