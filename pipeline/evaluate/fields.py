"""The fields that are scored: how the rows of each table are paired, and how their cells compare.

The rules are those of the public contract's section on matching. A field is declared as data; the
order of `ROW_FIELDS` is the order of every table that is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Literal

from msgspec import Struct

from pipeline.evaluate.gold import Row
from pipeline.evaluate.match import (
    Items,
    Match,
    decision_key,
    fold,
    name_key,
    number_key,
    similarity,
    text_key,
    words_key,
)
from pipeline.evaluate.tally import Tally

CellScore = Callable[[object, object], Tally]
"""Counts for gold's value and the value found."""
_RAG = {"r": "red", "a": "amber", "g": "green", "b": "blue"}


class Cell(Struct, frozen=True):
    """One column of a row that was paired."""

    field: str
    column: str
    score: CellScore


class RowField(Struct, frozen=True, kw_only=True):
    """One table's rows as a field."""

    name: str
    table: str
    level: Literal["meeting", "document"] = "meeting"
    compare: Callable[[Row, Row, Items], Match | None]
    """Gold's row, the row found, and which item numbers mean the same."""
    keep: Callable[[Row], bool] = lambda _: True
    """Which rows, of gold and of the archive, the field is about."""
    cells: tuple[Cell, ...] = ()
    unpaired_cells: bool = False
    """Whether the cells of rows that were not paired count as missed and as extra."""
    label: tuple[str, ...]
    """The columns that show a reader which row is meant."""
    item: str | None = None
    """The column of the item number."""


def printed(value: object) -> str:
    """Return a value as gold writes it: ISO dates, times as HH:MM, white space folded."""
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, list | tuple):
        return " / ".join(fold(str(each)) for each in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return fold(str(value))


def _text(row: Row, column: str) -> str:
    return printed(row.get(column))


def _graded(gold: str, found: str) -> Match | None:
    ratio = similarity(gold, found)
    return None if ratio is None else Match((ratio,), strict=gold == found)


def _attendance(gold: Row, found: Row, _: Items) -> Match | None:
    same = (
        name_key(_text(gold, "name")) == name_key(_text(found, "name"))
        and gold["status"] == found["status"]
    )
    return Match((100.0,)) if same else None


def _numbered(match: Match | None, gold: object, found: object) -> Match | None:
    """Let the same number go before the other number of the item, among equal texts."""
    if match is None:
        return None
    return Match((*match.weight, float(number_key(gold) == number_key(found))), match.strict)


def _agenda_item(gold: Row, found: Row, _: Items) -> Match | None:
    own = Items([(gold.get("number"), gold.get("also"))])
    numbers = [found.get("number")] + ([found["also"]] if found.get("also") else [])
    if not any(own.same(gold.get("number"), number) for number in numbers):
        return None
    match = _graded(text_key(_text(gold, "title")), text_key(_text(found, "title")))
    return _numbered(match, gold.get("number"), found.get("number"))


def _of_item(key: Callable[[str], str]) -> Callable[[Row, Row, Items], Match | None]:
    """Compare rows by item number and by text under `key`."""

    def compare(gold: Row, found: Row, items: Items) -> Match | None:
        numbers = gold.get("item_number"), found.get("item_number")
        if not items.same(*numbers):
            return None
        return _numbered(_graded(key(_text(gold, "text")), key(_text(found, "text"))), *numbers)

    return compare


def _motion(gold: Row, found: Row, items: Items) -> Match | None:
    """By its words; where gold has none, by who moved and seconded it."""
    numbers = gold.get("item_number"), found.get("item_number")
    if not items.same(*numbers):
        return None
    alike = float(
        sum(
            name_key(_text(gold, column)) == name_key(_text(found, column))
            for column in ("proposer", "seconder")
        )
    )
    words = decision_key(_text(gold, "motion"))
    if not words:
        match = Match((100.0,)) if alike == 2 else None
    else:
        match = _graded(words, decision_key(_text(found, "motion")))
    return (
        None if match is None else _numbered(Match((*match.weight, alike), match.strict), *numbers)
    )


def _vote(gold: Row, found: Row, items: Items) -> Match | None:
    same = (
        items.same(gold.get("item_number"), found.get("item_number"))
        and name_key(_text(gold, "name")) == name_key(_text(found, "name"))
        and gold["vote"] == found["vote"]
    )
    return Match((float(gold.get("ordinal") == found.get("ordinal")),)) if same else None


def _declaration(gold: Row, found: Row, _: Items) -> Match | None:
    if name_key(_text(gold, "name")) != name_key(_text(found, "name")):
        return None
    return _graded(text_key(_text(gold, "interest")), text_key(_text(found, "interest")))


def _milestone(gold: Row, found: Row, _: Items) -> Match | None:
    match = _graded(text_key(_text(gold, "milestone")), text_key(_text(found, "milestone")))
    if match is None:
        return None
    activity = similarity(text_key(_text(gold, "activity")), text_key(_text(found, "activity")))
    numbers = [number_key(row.get("activity_number")) for row in (gold, found)]
    # Two activities may print the same milestone: the one of the same activity goes first.
    within = float(activity is not None) + float(numbers[0] == numbers[1])
    return Match((within, *match.weight), match.strict)


def _forward_plan(gold: Row, found: Row, _: Items) -> Match | None:
    if _text(gold, "for_meeting_on") != _text(found, "for_meeting_on"):
        return None
    return _graded(text_key(_text(gold, "item")), text_key(_text(found, "item")))


def _report(gold: Row, found: Row, _: Items) -> Match | None:
    return _graded(text_key(_text(gold, "title")), text_key(_text(found, "title")))


def _recommendation(gold: Row, found: Row, _: Items) -> Match | None:
    titles = [text_key(_text(row, "report_title")) for row in (gold, found)]
    if similarity(*titles) is None:
        return None
    return _graded(text_key(_text(gold, "text")), text_key(_text(found, "text")))


def one_value(same: Callable[[str, str], bool], like: Callable[[str, str], bool]) -> CellScore:
    """Score a cell that holds one value; NULL on both sides counts for nothing."""

    def score(gold: object, found: object) -> Tally:
        left, right = printed(gold), printed(found)
        if not left or not right:
            return Tally(gold=bool(left), found=bool(right))
        equal = same(left, right)
        return Tally(1, 1, strict=equal, fuzzy=equal or like(left, right))

    return score


def _exact(key: Callable[[str], object] = fold) -> CellScore:
    def same(left: str, right: str) -> bool:
        return key(left) == key(right)

    return one_value(same, same)


def _fuzzy(key: Callable[[str], str] = text_key) -> CellScore:
    def same(left: str, right: str) -> bool:
        return key(left) == key(right)

    def like(left: str, right: str) -> bool:
        return similarity(text_key(left), text_key(right)) is not None

    return one_value(same, like)


def _true(gold: object, found: object) -> Tally:
    both = bool(gold) and bool(found)
    return Tally(bool(gold), bool(found), both, both)


def _names(gold: object, found: object) -> Tally:
    """Each name of a list counts by itself."""
    left, right = (
        [name_key(str(each)) for each in value] if isinstance(value, list | tuple) else []
        for value in (gold, found)
    )
    rest = list(right)
    for name in left:
        if name in rest:
            rest.remove(name)
    matched = len(right) - len(rest)
    return Tally(len(left), len(right), matched, matched)


def _status_key(status: str) -> str:
    """Return a status without case; a RAG letter is its colour (contract: milestones)."""
    key = words_key(status)
    return _RAG.get(key, key)


MILESTONE_CELLS = (
    Cell("milestone.theme", "theme", _exact()),
    Cell("milestone.activity_number", "activity_number", _exact(number_key)),
    Cell("milestone.activity", "activity", _exact()),
    Cell("milestone.milestone", "milestone", _exact()),
    Cell("milestone.lead_officers", "lead_officers", _exact()),
    Cell("milestone.deadline", "deadline", _exact()),
    Cell("milestone.deadline_from", "deadline_from", _exact()),
    Cell("milestone.deadline_to", "deadline_to", _exact()),
    Cell("milestone.status", "status", _exact(_status_key)),
    Cell("milestone.percent", "percent_complete", _exact()),
    Cell("milestone.comment", "comment", _exact()),
)

HEADER_CELLS = (
    Cell("meeting.body", "body", _fuzzy(words_key)),
    Cell("meeting.held_on", "held_on", _exact()),
    Cell("meeting.starts_at", "starts_at", _exact()),
    Cell("meeting.ended_at", "ended_at", _exact()),
    Cell("meeting.venue", "venue", _fuzzy(words_key)),
)

ROW_FIELDS = (
    RowField(
        name="attendance",
        table="attendance",
        compare=_attendance,
        label=("name", "status"),
        cells=(
            Cell("attendance.grouping", "grouping", _exact()),
            Cell("attendance.role", "role", _fuzzy()),
            Cell("attendance.chair", "chair", _true),
            Cell("attendance.substitute", "substitute_for", _exact(name_key)),
        ),
    ),
    RowField(
        name="apologies",
        table="attendance",
        compare=_attendance,
        keep=lambda row: row["status"] in {"apologies", "late"},
        label=("name", "status"),
    ),
    RowField(
        name="agenda_items",
        table="agenda_items",
        compare=_agenda_item,
        label=("title",),
        item="number",
        cells=(Cell("agenda_items.pages", "pages", _exact(text_key)),),
    ),
    RowField(
        name="resolutions",
        table="resolutions",
        compare=_of_item(decision_key),
        label=("text",),
        item="item_number",
        # Scored where gold tells outcomes: most doesn't.
        cells=(Cell("resolutions.outcome", "outcome", _exact(words_key)),),
    ),
    RowField(
        name="motions",
        table="motions",
        compare=_motion,
        label=("proposer", "seconder", "motion"),
        item="item_number",
        cells=(
            Cell("motions.proposer", "proposer", _exact(name_key)),
            Cell("motions.seconder", "seconder", _exact(name_key)),
            Cell("motions.outcome", "outcome", _exact(words_key)),
            Cell("motions.votes", "votes_for", _exact()),
            Cell("motions.votes", "votes_against", _exact()),
            Cell("motions.votes", "abstentions", _exact()),
        ),
    ),
    RowField(
        name="votes",
        table="votes",
        compare=_vote,
        label=("name", "vote"),
        item="item_number",
    ),
    RowField(
        name="actions",
        table="actions",
        compare=_of_item(text_key),
        # The contract counts what a body resolved among its resolutions.
        keep=lambda row: row.get("origin") != "resolved",
        label=("text",),
        item="item_number",
        # Scored where gold tells them: in sentences most gold tells the owner alone.
        cells=(
            Cell("actions.owner", "owner", _fuzzy()),
            Cell("actions.due", "due", _exact()),
            Cell("actions.due_on", "due_on", _exact()),
            Cell("actions.status", "status", _exact(_status_key)),
        ),
    ),
    RowField(
        name="declarations",
        table="declarations",
        compare=_declaration,
        label=("name", "interest"),
        item="item_number",
    ),
    RowField(
        name="milestones",
        table="milestones",
        level="document",
        compare=_milestone,
        label=("milestone",),
        item="activity_number",
        cells=MILESTONE_CELLS,
        unpaired_cells=True,
    ),
    RowField(
        name="forward_plan",
        table="forward_plan",
        level="document",
        compare=_forward_plan,
        label=("for_meeting_on", "item"),
        cells=(Cell("forward_plan.lead", "lead", _fuzzy()),),
    ),
    RowField(
        name="recommendations",
        table="recommendations",
        level="document",
        compare=_recommendation,
        label=("text",),
    ),
    RowField(
        name="reports",
        table="reports",
        level="document",
        compare=_report,
        label=("title",),
        item="item_number",
        cells=(
            Cell("reports.authors", "authors", _names),
            Cell("reports.dated", "dated", _exact()),
            Cell("reports.classification", "classification", _exact(words_key)),
        ),
    ),
)

FIELD_NAMES: tuple[str, ...] = (
    *(cell.field for cell in HEADER_CELLS),
    *dict.fromkeys(
        name for field in ROW_FIELDS for name in (field.name, *(c.field for c in field.cells))
    ),
)
"""Every field, in the order in which they are printed."""
