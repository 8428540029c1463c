"""The report on recurring actions: what is asked for again and again, and whether it was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from pipeline.plot.labelled import short
from pipeline.plot.timeline import MOST as LINES
from pipeline.plot.timeline import Line, timeline
from pipeline.report.inline import inline
from pipeline.report.model import (
    Block,
    Chart,
    Column,
    Note,
    Place,
    Report,
    Row,
    Scope,
    Section,
    Table,
    Value,
    in_words,
)
from pipeline.report.sources import Sources
from pipeline.report.values import as_day, as_number, as_text

_THREADS = (
    Column("No.", "number"),
    Column("Action", wide=True),
    Column("Owner"),
    Column("Times", "number"),
    Column("First raised", "date"),
    Column("Last raised", "date"),
    Column("Age in days", "number"),
    Column("Meetings held since", "number"),
    Column("State"),
    Column("Why", wide=True, data_only=True),
)
_TIMES = (
    Column("Meeting", "date"),
    Column("Body"),
    Column("Item"),
    Column("As the paper words it", wide=True),
    Column("Owner"),
    Column("Due"),
    Column("Status"),
)
_LIST = "Actions raised more than once"


def build(sources: Sources, scope: Scope) -> Report:
    """The report for the bodies in scope. Raises UsageError where the archive has none."""
    bodies = sources.bodies(scope)
    threads = sources.ask("recurring_actions", "threads", **scope.params, most=scope.limit)
    members = sources.ask(
        "recurring_actions",
        "members",
        threads=[row["thread_id"] for row in threads],
        until=scope.until,
    )
    places = sources.places("actions", (row["fact_id"] for row in members))
    times = {key: list(same) for key, same in groupby(members, key=lambda row: row["thread_id"])}
    rows, lines, details = [], [], []
    for number, thread in enumerate(threads, start=1):
        told = _told(times.get(thread["thread_id"], []))
        why = _why(thread, told)
        shown = _times(told, places)
        cited = tuple(dict.fromkeys(place for row in shown for place in row.places))
        rows.append(Row(_cells(number, thread, why), cited, to=_anchor(number)))
        details.append(_detail(number, thread, why, shown))
        days = _days(thread["days"])
        if days:
            until = thread["as_of"] if isinstance(thread["as_of"], date) else None
            lines.append(
                Line(f"{number}. {thread['label']}", tuple(days), until, str(thread["state"]))
            )
    found = int(str(threads[0]["found"])) if threads else 0
    blocks: list[Block] = []
    if found > len(threads):
        blocks.append(
            Note(
                f"{found:,} actions were raised more than once; these are the {len(threads):,} "
                "raised most often. Narrow it with --body or --since, or raise --limit."
            )
        )
    if lines:
        blocks.append(_chart(lines))
    blocks.append(
        Table("actions", _LIST, _THREADS, tuple(rows), empty="No action was raised more than once.")
    )
    return Report(
        kind="recurring-actions",
        title="Recurring actions" + (f": {bodies[0]}" if len(bodies) == 1 else ""),
        asked=scope.asked(),
        made="",
        summary=_summary(threads, found),
        sections=(
            Section("All of them", tuple(blocks)),
            Section("One by one", sections=tuple(details)),
        ),
        main="times raised",
    )


def _chart(lines: Sequence[Line]) -> Chart:
    more = f" The first {LINES} of {len(lines)} are drawn." if len(lines) > LINES else ""
    title = "When each action was raised"
    description = (
        f"A line for each of {min(len(lines), LINES)} actions, from the first meeting that raised "
        "it to the last, with a mark at each; those still open go on, dashed, to the last meeting "
        f"held.{more}"
    )
    svg = timeline(lines, title=title, description=description)
    return Chart(title, description, inline(svg, "recurring"), _LIST)


def _summary(threads: Sequence[Mapping[str, object]], found: int) -> tuple[str, ...]:
    if not threads:
        return ("No action was raised in more than one meeting.",)
    states = [str(row["state"]) for row in threads]
    counted = ", ".join(
        f"{states.count(state)} {words}"
        for state, words in (
            ("open", "still open"),
            ("closed", "closed"),
            ("unknown", "with no word on whether they are done"),
        )
        if state in states
    )
    most = threads[0]
    oldest = max(
        (row for row in threads if row["state"] != "closed" and row["age_days"] is not None),
        key=lambda row: int(str(row["age_days"])),
        default=None,
    )
    if found == len(threads):
        many = (
            f"{found:,} action{' was' if found == 1 else 's were'} raised in more than one meeting"
        )
    else:
        many = (
            f"{found:,} actions were raised in more than one meeting; of the {len(threads):,} shown"
        )
    said = [
        f"{many}: {counted}.",
        f"Raised most often: “{short(str(most['label']), 140)}”, in {most['times']} meetings.",
    ]
    if oldest is not None and isinstance(oldest["first_raised"], date):
        said.append(
            f"Longest without an end: “{short(str(oldest['label']), 140)}”, first raised on "
            f"{in_words(oldest['first_raised'])}, {oldest['age_days']} days before the "
            "last meeting."
        )
    return tuple(said)


def _cells(number: int, thread: Mapping[str, object], why: str) -> tuple[Value, ...]:
    return (
        number,
        str(thread["label"]),
        as_text(thread["owner"]),
        as_number(thread["times"]),
        as_day(thread["first_raised"]),
        as_day(thread["last_raised"]),
        as_number(thread["age_days"]),
        as_number(thread["meetings_since"]),
        str(thread["state"]),
        why,
    )


def _detail(number: int, thread: Mapping[str, object], why: str, rows: Sequence[Row]) -> Section:
    """The section on one action: each time that it was raised, with the page."""
    owner = f" Owner: {thread['owner']}." if thread["owner"] else ""
    said = str(thread["label"])
    return Section(
        f"{number}. {said}",
        (
            Note(f"{str(thread['state']).capitalize()}: {why}.{owner}"),
            Table(
                "times raised",
                f"Times that action {number} was raised",
                _TIMES,
                tuple(rows),
                about=(("No.", number), ("Action", said), ("State", str(thread["state"]))),
                pictures="open",
            ),
        ),
        name=_anchor(number),
    )


_Told = list[list[Mapping[str, object]]]
"""What each meeting's papers say: one list per meeting and wording, best paper first."""


def _told(members: Sequence[Mapping[str, object]]) -> _Told:
    """The members, those of several papers of one meeting in the same words together."""
    found: dict[tuple[object, ...], list[Mapping[str, object]]] = {}
    for row in members:
        words = "".join(filter(str.isalnum, str(row["text"]).lower()))
        found.setdefault((row["held_on"], row["meeting_id"], words), []).append(row)
    return list(found.values())


def _times(told: _Told, places: Mapping[str, Place]) -> list[Row]:
    rows = []
    for same in told:
        best = same[0]
        cited = [places[fact] for each in same if (fact := str(each["fact_id"])) in places]
        rows.append(
            Row(
                (
                    as_day(best["held_on"]),
                    as_text(best["body"]),
                    _first(same, "item_number"),
                    str(best["text"]),
                    _first(same, "owner"),
                    _first(same, "due"),
                    _first(same, "status"),
                ),
                tuple(dict.fromkeys(cited)),
            )
        )
    return rows


def _why(thread: Mapping[str, object], told: _Told) -> str:
    """What the state rests on, in words."""
    with_status = [same for same in told if _first(same, "status")]
    if with_status:
        last = with_status[-1]
        day = as_day(last[0]["held_on"])
        when = f" on {in_words(day)}" if day else ""
        return f"“{_first(last, 'status')}” is what the papers say of it{when}"
    if thread["state"] == "open":
        return "no paper says that it is done"
    if thread["state"] == "closed":
        return "the papers say that it is done"
    return "the papers don't say whether it is done"


def _first(rows: Sequence[Mapping[str, object]], name: str) -> str | None:
    """What the best paper that says it says."""
    return next((str(row[name]) for row in rows if row[name]), None)


def _days(days: object) -> list[date]:
    return [day for day in days if isinstance(day, date)] if isinstance(days, list) else []


def _anchor(number: int) -> str:
    return f"action-{number}"
