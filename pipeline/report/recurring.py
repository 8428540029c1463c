"""The report on recurring actions: what comes back meeting after meeting, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from pipeline.plot.labelled import short
from pipeline.plot.timeline import MOST as LINES
from pipeline.plot.timeline import Line as Drawn
from pipeline.plot.timeline import timeline
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
from pipeline.report.values import Line, as_day, as_number, as_text, several

_THREADS = (
    Column("No.", "number"),
    Column("What", wide=True),
    Column("Kind", data_only=True),
    Column("Owner"),
    Column("Times", "number"),
    Column("First raised", "date"),
    Column("Last raised", "date"),
    Column("Age in days", "number"),
    Column("In meetings", "number"),
    Column("State"),
    Column("Since", "date", data_only=True),
    Column("Why", roomy=True),
)
_TIMES = (
    Column("Meeting", "date"),
    Column("Body"),
    Column("It was", roomy=True),
    Column("Item"),
    Column("As the paper words it", wide=True),
    Column("Owner"),
    Column("Due"),
    Column("Status"),
)
_LIST = "Business raised more than once"
_PARTS: Mapping[str, str] = {
    "raised": "raised",
    "planned": "set down for later",
    "answered": "answered",
    "discussed": "on the agenda",
    "closed": "closed",
}
_STATES = (
    ("open", "still open"),
    ("closed", "closed"),
    ("unknown", "not heard of since"),
)


_REASONS: Mapping[tuple[str, str], str] = {
    ("open", "raised"): "no paper says that it is done",
    ("open", "raised again"): "raised again, and no paper says that it is done",
}
"""Reasons of `action_threads.state_reason` that need more words beside their state."""


def build(sources: Sources, scope: Scope) -> Report:
    """The report for the bodies in scope. Raises UsageError where the archive has none."""
    bodies = sources.bodies(scope)
    threads = sources.ask("recurring_actions", "threads", **scope.params, most=scope.limit)
    keys = [row["thread_id"] for row in threads]
    mentions = sources.ask("recurring_actions", "mentions", threads=keys, until=scope.until)
    places = _places(sources, mentions, threads)
    told = {key: list(same) for key, same in groupby(mentions, key=lambda row: row["thread_id"])}
    rows, drawn, details = [], [], []
    for number, thread in enumerate(threads, start=1):
        shown = _times(told.get(thread["thread_id"], []), places)
        state, why = _standing(thread, scope)
        evidence = places.get(str(thread["evidence_id"]))
        every = [*([evidence] if evidence else []), *(p for row in shown for p in row.places)]
        cells = _cells(number, thread, state, why)
        rows.append(Row(cells, tuple(dict.fromkeys(every)), to=_anchor(number)))
        details.append(_detail(number, thread, state, why, shown))
        days = thread["days"]
        if isinstance(days, list) and days:
            label = f"{number}. {thread['label']}"
            drawn.append(Drawn(label, tuple(days), as_day(thread["as_of"]), state))
    found = as_number(threads[0]["found"]) or 0 if threads else 0
    blocks: list[Block] = []
    if found > len(threads):
        blocks.append(
            Note(
                f"{found:,} matters were raised more than once; these are the {len(threads):,} "
                "raised most often. Narrow it with --body or --since, or raise --limit."
            )
        )
    if drawn:
        blocks.append(_chart(drawn))
    empty = "Nothing was raised more than once."
    blocks.append(Table("actions", _LIST, _THREADS, tuple(rows), empty=empty))
    return Report(
        kind="recurring-actions",
        title="Recurring actions" + (f": {bodies[0]}" if len(bodies) == 1 else ""),
        asked=scope.asked(),
        made="",
        summary=_summary(threads, [str(row.cells[9]) for row in rows], found),
        sections=(
            Section("All of them", tuple(blocks)),
            *([Section("One by one", sections=tuple(details))] if details else []),
        ),
        main="actions",
    )


def _places(
    sources: Sources, mentions: Sequence[Line], threads: Sequence[Line]
) -> dict[str, Place]:
    """Where every mention, and every state's evidence, was read from."""
    facts: dict[str, set[str]] = {}
    for line in mentions:
        facts.setdefault(str(line["fact_table"]), set()).add(str(line["fact_id"]))
    for line in threads:
        if line["evidence_id"]:
            facts.setdefault(str(line["evidence_table"]), set()).add(str(line["evidence_id"]))
    found: dict[str, Place] = {}
    for table in sorted(facts):
        found |= sources.places(table, facts[table])
    return found


def _chart(drawn: Sequence[Drawn]) -> Chart:
    more = f" The first {LINES} of {len(drawn)} are drawn." if len(drawn) > LINES else ""
    title = "When each came up"
    description = (
        f"A line for each of {several(min(len(drawn), LINES), 'matter')}, with a mark at each "
        "meeting whose papers speak of it; those still open go on, dashed, to the last meeting "
        f"held.{more}"
    )
    svg = timeline(drawn, title=title, description=description)
    return Chart(title, description, inline(svg, "recurring"), _LIST)


def _summary(threads: Sequence[Line], states: Sequence[str], found: int) -> tuple[str, ...]:
    if not threads:
        return ("Nothing was raised in more than one meeting.",)
    counted = ", ".join(
        f"{states.count(state)} {words}" for state, words in _STATES if state in states
    )
    matters = (
        f"{found:,} matter{' was' if found == 1 else 's were'} raised in more than one meeting"
    )
    shown = "" if found == len(threads) else f"; of the {len(threads):,} shown"
    most = threads[0]
    said = [
        f"{matters}{shown}: {counted}.",
        f"Raised most often: “{short(str(most['label']), 140)}”, in "
        f"{several(as_number(most['times']) or 0, 'meeting')}.",
    ]
    lasting = [
        (as_number(row["age_days"]) or 0, row)
        for row, state in zip(threads, states, strict=True)
        if state != "closed" and as_day(row["first_raised"])
    ]
    if lasting:
        days, oldest = max(lasting, key=lambda pair: pair[0])
        first = as_day(oldest["first_raised"])
        if first and days:
            said.append(
                f"Longest without an end: “{short(str(oldest['label']), 140)}”, first raised on "
                f"{in_words(first)}, {several(days, 'day')} before the last meeting."
            )
    return tuple(said)


def _standing(thread: Line, scope: Scope) -> tuple[str, str]:
    """The state of a thread, and why, in words; as it was at the end of the scope."""
    state, since = str(thread["state"]), as_day(thread["state_since"])
    if scope.until and since and since > scope.until:
        later = f"{state} later, on {in_words(since)}"
        return "open", later if state != "open" else _REASONS["open", "raised"]
    reason = as_text(thread["state_reason"]) or "the papers don't say"
    return state, _REASONS.get((state, reason), reason)


def _cells(number: int, thread: Line, state: str, why: str) -> tuple[Value, ...]:
    return (
        number,
        str(thread["label"]),
        as_text(thread["nature"]),
        as_text(thread["owner"]),
        as_number(thread["times"]),
        as_day(thread["first_raised"]),
        as_day(thread["last_raised"]),
        as_number(thread["age_days"]),
        as_number(thread["age_meetings"]),
        state,
        as_day(thread["state_since"]),
        why,
    )


def _detail(number: int, thread: Line, state: str, why: str, rows: Sequence[Row]) -> Section:
    """The section on one matter: all that the papers say of it, with the pages."""
    said, since = str(thread["label"]), as_day(thread["state_since"])
    when = f" since {in_words(since)}" if since and state == thread["state"] else ""
    owner = f" Owner: {thread['owner']}." if thread["owner"] else ""
    return Section(
        f"{number}. {said}",
        (
            Note(f"{state.capitalize()}{when}: {why}.{owner}"),
            Table(
                "times raised",
                f"Where matter {number} came up",
                _TIMES,
                tuple(rows),
                about=(("No.", number), ("What", said), ("State", state)),
                pictures="open",
            ),
        ),
        name=_anchor(number),
    )


def _times(mentions: Sequence[Line], places: Mapping[str, Place]) -> list[Row]:
    """A row for each thing that a meeting's papers say, those that say it in the same words one."""
    found: dict[tuple[object, ...], list[Line]] = {}
    for row in mentions:
        words = "".join(filter(str.isalnum, str(row["text"]).lower()))
        meeting = (row["held_on"], row["meeting_id"])
        found.setdefault((*meeting, row["part"], row["for_meeting_on"], words), []).append(row)
    rows = []
    for same in found.values():
        best = same[0]
        cited = [places[fact] for each in same if (fact := str(each["fact_id"])) in places]
        cells: tuple[Value, ...] = (
            as_day(best["held_on"]),
            as_text(best["body"]),
            _part(best),
            _first(same, "item_number"),
            str(best["text"]),
            _first(same, "owner"),
            _first(same, "due"),
            _first(same, "status"),
        )
        rows.append(Row(cells, tuple(dict.fromkeys(cited))))
    return rows


def _part(mention: Line) -> str:
    """What a mention does, in words."""
    day = mention["for_meeting_on"]
    if mention["part"] == "planned" and isinstance(day, date):
        return f"set down for {in_words(day)}"
    return _PARTS.get(str(mention["part"]), str(mention["part"]))


def _first(rows: Sequence[Line], name: str) -> str | None:
    """What the best paper that says it says."""
    return next((str(row[name]) for row in rows if row[name]), None)


def _anchor(number: int) -> str:
    return f"action-{number}"
