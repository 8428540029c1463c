"""What a picture of a plan shows: its milestones by theme, and each one's reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

Row = Mapping[str, object]

DONE = frozenset({"Completed", "Blue"})
LATE = frozenset({"Delayed", "Overdue", "Amber", "Red"})


@dataclass(frozen=True)
class Cell:
    """One milestone in one report."""

    status: str | None
    percent: int | None

    @property
    def done(self) -> bool:
        """Whether it is completed."""
        return self.status in DONE or self.percent == 100


@dataclass
class Lane:
    """One milestone through the reports."""

    text: str
    theme: str
    number: str | None
    cells: dict[date, Cell] = field(default_factory=dict)
    due: list[date] = field(default_factory=list)
    """Its deadlines in the order in which reports gave them, each change once."""
    deadline: str | None = None
    """The last deadline as printed."""
    dropped: bool = False
    """Whether reports left it out before it was completed, and it hasn't come back."""

    @property
    def slip(self) -> int:
        """Days from its first deadline to its last."""
        return (self.due[-1] - self.due[0]).days if self.due else 0

    @property
    def last(self) -> Cell:
        """What the last report that lists it says."""
        return self.cells[max(self.cells)]


@dataclass
class PlanChart:
    """A plan as it is drawn."""

    plan: str
    body: str | None
    days: list[date]
    """The days of its reports."""
    lanes: list[Lane]
    """By theme, in the order of the last report."""
    left_out: int = 0
    """How many milestones aren't drawn, for want of room."""

    @property
    def statuses(self) -> list[str]:
        """Every status that is told, in the order that the key shows them."""
        found = {c.status for lane in self.lanes for c in lane.cells.values() if c.status}
        return sorted(found, key=lambda status: (order_of(status), status))


_ORDER = ("Completed", "Blue", "On Target", "Green", "Delayed", "Amber", "Overdue", "Red")


def order_of(status: str) -> int:
    """The place of a status, from good to bad; other words come last."""
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)


def plan_chart(rows: Iterable[Row], most: int = 300) -> PlanChart:
    """What to draw of one plan.

    `rows` are its milestones, one for each report that lists one, the earliest report first and
    each report in its own order: history_id, reported_on (date), milestone, theme, status,
    percent_complete, deadline, deadline_to, plan, body, activity_number, reference, and whether it
    was dropped. Rows without a day are left out. Of more than `most` milestones those with the
    greatest slips are kept.
    """
    lanes: dict[str, Lane] = {}
    order: dict[str, tuple[date, int]] = {}
    plan, body = "", None
    for at, row in enumerate(rows):
        day = row["reported_on"]
        if not isinstance(day, date):
            continue
        key = str(row["history_id"])
        order[key] = (day, at)
        lane = lanes.setdefault(key, Lane("", "", None))
        _add(lane, row, day)
        plan = str(row["plan"]) if row["plan"] else plan
        body = str(row["body"]) if row["body"] else body
    kept = sorted(lanes, key=lambda key: (-abs(lanes[key].slip), order[key]))[:most]
    themes = _themes(lanes, order)
    kept.sort(key=lambda key: (themes[lanes[key].theme], _newest_first(order[key])))
    days = sorted({day for lane in lanes.values() for day in lane.cells})
    return PlanChart(plan, body, days, [lanes[key] for key in kept], len(lanes) - len(kept))


def _add(lane: Lane, row: Row, day: date) -> None:
    status, percent = row["status"], row["percent_complete"]
    lane.text = str(row["milestone"])
    lane.theme = str(row["theme"] or "")
    lane.number = str(row["reference"] or row["activity_number"] or "") or None
    lane.cells[day] = Cell(
        str(status) if status else None, percent if isinstance(percent, int) else None
    )
    lane.dropped = bool(row.get("dropped"))
    due = row["deadline_to"]
    lane.deadline = str(row["deadline"]) if row["deadline"] else lane.deadline
    if isinstance(due, date) and lane.due[-1:] != [due]:
        lane.due.append(due)


def _themes(lanes: Mapping[str, Lane], order: Mapping[str, tuple[date, int]]) -> dict[str, int]:
    """Each theme's place: those of the last report in its order, then those of earlier ones."""
    found: dict[str, int] = {}
    for key in sorted(lanes, key=lambda key: _newest_first(order[key])):
        found.setdefault(lanes[key].theme, len(found))
    return found


def _newest_first(place: tuple[date, int]) -> tuple[int, int]:
    return (-place[0].toordinal(), place[1])
