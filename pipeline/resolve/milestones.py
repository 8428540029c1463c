"""One milestone followed from report to report of the same plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pipeline.resolve.meetings import Calendar, Meeting
from pipeline.resolve.words import digest, fold, letters

Row = Mapping[str, object]
Rows = list[dict[str, object]]

UNDER_ONE_ACTIVITY = 85.0
"""Likeness (0..100) from which two wordings under one activity are one milestone."""
UNDER_ONE_LEAD = 90.0
"""The same where only the theme and a lead officer are shared."""
_SAME_PLAN = 80.0
_SAME_ACTIVITY = 85.0
_OTHER_ACTIVITY = 60.0
_COPY = 0.5
_YEAR = re.compile(r"\b(?:19|20)?\d\d\b")


@dataclass(frozen=True)
class Stone:
    """One milestone as one report has it, ready to be compared."""

    milestone_id: str
    order: int
    """Its place in its report."""
    text: str
    key: str
    activity: str
    number: str
    theme: str
    plan: str
    leads: frozenset[str]


@dataclass
class History:
    """A milestone's appearances so far; the last one is what the next report is compared with."""

    history_id: str
    last: Stone


def milestone_links(milestones: Sequence[Row], found: Calendar) -> Rows:
    """Rows of `milestone_links`: each milestone of a meeting's leading papers has one history.

    A second copy of a report at the same meeting is not linked: a history shows a meeting once.
    """
    by_series: dict[str, list[tuple[Meeting, list[Stone]]]] = defaultdict(list)
    for meeting, stones in _reports(milestones, found):
        by_series[meeting.series].append((meeting, stones))
    rows: Rows = []
    for series in sorted(by_series):
        histories: list[History] = []
        reports = sorted(
            by_series[series], key=lambda r: (r[0].held_on or date.max, r[0].meeting_id)
        )
        for meeting, stones in reports:
            dated = histories if meeting.held_on else []
            matched = _match(dated, stones)
            taken: Counter[str] = Counter()
            for stone in stones:
                base = "\x1f".join((meeting.meeting_id, stone.plan, stone.activity, stone.key))
                taken[base] += 1
                if stone.order in matched:
                    history, score = matched[stone.order]
                    history.last = stone
                else:
                    history = History(digest("h", base, taken[base]), stone)
                    score = 1.0
                    histories += [history] if meeting.held_on else []
                rows.append(
                    {
                        "history_id": history.history_id,
                        "milestone_id": stone.milestone_id,
                        "score": round(score, 4),
                    }
                )
    return sorted(rows, key=lambda row: (str(row["history_id"]), str(row["milestone_id"])))


def _reports(milestones: Sequence[Row], found: Calendar) -> Iterator[tuple[Meeting, list[Stone]]]:
    """Each meeting's milestones, without those of papers that copy a more authoritative one."""
    papers: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in milestones:
        papers[str(row["meeting_id"])][str(row["document_id"])].append(row)
    for meeting_id, documents in papers.items():
        kept: list[Row] = []
        seen: set[str] = set()
        for document_id in sorted(documents, key=lambda d: found.rank[meeting_id, d]):
            rows = documents[document_id]
            keys = [letters(str(row["milestone"])) for row in rows]
            if sum(key in seen for key in keys) >= _COPY * len(keys):
                continue
            seen.update(keys)
            kept += rows
        yield found.meetings[meeting_id], [_stone(i, row) for i, row in enumerate(kept)]


def _stone(order: int, row: Row) -> Stone:
    leads = row["lead_officers"]
    text = fold(str(row["milestone"]))
    return Stone(
        milestone_id=str(row["milestone_id"]),
        order=order,
        text=text,
        key=text.replace(" ", ""),
        activity=fold(str(row["activity"] or "")),
        number=fold(str(row["activity_number"] or "")),
        theme=fold(str(row["theme"] or "")),
        plan=" ".join(_YEAR.sub(" ", fold(str(row["plan"] or ""))).split()),
        leads=frozenset(fold(str(lead)) for lead in leads)
        if isinstance(leads, list)
        else frozenset(),
    )


def _match(
    histories: Sequence[History], stones: Sequence[Stone]
) -> dict[int, tuple[History, float]]:
    """One history at most for each stone, and one stone for each history, the likest first."""
    scored = []
    for place, stone, score, context in _candidates(histories, stones):
        nearness = abs(histories[place].last.order - stone.order)
        scored.append((-score, -context, nearness, place, stone.order))
    matched: dict[int, tuple[History, float]] = {}
    used: set[int] = set()
    for minus, _, _, place, order in sorted(scored):
        if place in used or order in matched:
            continue
        used.add(place)
        matched[order] = (histories[place], -minus)
    return matched


def _candidates(
    histories: Sequence[History], stones: Sequence[Stone]
) -> Iterator[tuple[int, Stone, float, float]]:
    """Pairs that may be one milestone: history's place, stone, likeness, likeness of context."""
    shelves: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place, history in enumerate(histories):
        for shelf in _shelves(history.last):
            shelves[shelf].add(place)
    activities: dict[tuple[str, str], float] = {}
    for stone in stones:
        near = set().union(*(shelves.get(shelf, set()) for shelf in _shelves(stone)))
        for place in sorted(near):
            last = histories[place].last
            if (
                last.plan
                and stone.plan
                and fuzz.token_set_ratio(last.plan, stone.plan) < _SAME_PLAN
            ):
                continue
            pair = (last.activity, stone.activity)
            if pair not in activities:
                activities[pair] = fuzz.ratio(*pair) if all(pair) else -1.0
            activity = activities[pair]
            if last.key == stone.key:
                if activity < 0 or activity >= _OTHER_ACTIVITY:
                    yield place, stone, 1.0, activity
                continue
            likeness = fuzz.ratio(last.text, stone.text)
            limit = _limit(last, stone, activity)
            if limit is not None and likeness >= limit:
                yield place, stone, likeness / 100, activity


def _limit(last: Stone, stone: Stone, activity: float) -> float | None:
    if activity >= _SAME_ACTIVITY:
        return UNDER_ONE_ACTIVITY
    if activity < 0 and last.number and last.number == stone.number and last.theme == stone.theme:
        return UNDER_ONE_ACTIVITY
    if last.theme == stone.theme and last.leads & stone.leads:
        return UNDER_ONE_LEAD
    return None


def _shelves(stone: Stone) -> Iterator[tuple[str, str]]:
    yield ("text", stone.key)
    if stone.activity:
        yield ("activity", stone.activity)
    if stone.number:
        yield ("number", stone.number)
    for lead in stone.leads:
        yield (f"lead {lead}", stone.theme)
