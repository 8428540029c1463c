"""The report on attendance: who came to a body's meetings, who did not, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from pipeline.errors import UsageError
from pipeline.plot.bars import MOST as BARS
from pipeline.plot.bars import Bar, attendance_bars
from pipeline.provenance import Box
from pipeline.report.attenders import GROUPS, Person, Record, order, record
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
from pipeline.report.values import several

MOST_BODIES = 20
"""Bodies of one report: more would be no report on a body any longer."""
MARKS = "P present, L late, A apologies, X absent, S present as a substitute, blank not listed"

_PEOPLE = (
    Column("Name"),
    Column("As"),
    Column("Meetings listed", "number"),
    Column("Attended", "number"),
    Column("Late", "number"),
    Column("Apologies", "number"),
    Column("Absent", "number"),
    Column("As substitute", "number"),
    Column("Attendance %", "number"),
)
_RECORDS = (
    Column("Meeting", "date"),
    Column("Name"),
    Column("As"),
    Column("Status"),
    Column("Chair"),
    Column("Role", wide=True),
    Column("Substitute for"),
)
_EVIDENCE = (
    Column("Meeting", "date"),
    Column("Record"),
    Column("Attended", "number"),
    Column("Apologies", "number"),
    Column("Absent", "number"),
)


def build(sources: Sources, scope: Scope) -> Report:
    """The report for the bodies in scope. Raises UsageError where there is none, or too many."""
    bodies = sources.bodies(scope)
    if len(bodies) > MOST_BODIES:
        raise UsageError(
            f"that is the attendance of {len(bodies)} bodies; name one with --body, "
            f"such as {bodies[0]!r}"
        )
    rows = sources.ask("attendance", "records", **scope.params)
    by_body = {str(body): list(same) for body, same in groupby(rows, key=lambda row: row["body"])}
    missing: dict[str, list[date]] = {}
    for row in sources.ask("attendance", "unrecorded", **scope.params):
        if isinstance(day := row["held_on"], date):
            missing.setdefault(str(row["body"]), []).append(day)
    sections = []
    summary: list[str] = []
    alone = len(bodies) == 1
    for number, body in enumerate(bodies, start=1):
        records = [record(row) for row in by_body.get(body, [])]
        section, said = _of_body(
            sources, body, records, missing.get(body, []), 0 if alone else number
        )
        sections.append(section)
        summary.append(said)
    return Report(
        kind="attendance",
        title="Attendance" + (f": {bodies[0]}" if len(bodies) == 1 else ""),
        asked=scope.asked(),
        made="",
        summary=tuple(summary),
        sections=tuple(sections),
        main="people",
    )


def _of_body(
    sources: Sources, body: str, records: Sequence[Record], missing: Sequence[date], number: int
) -> tuple[Section, str]:
    """The section on one body, and the sentence on it for the summary.

    `number` is its place among the bodies of the report, from 1; 0 where it is the only one.
    """
    people: dict[str, Person] = {}
    for each in records:
        people.setdefault(each.person, Person()).records.append(each)
    ordered = sorted(people.values(), key=order)
    meetings = {each.meeting_id: each.held_on for each in records}
    members = [person for person in ordered if person.regular]
    places = sources.places("attendance", (each.fact_id for each in records))
    about = (("Body", body),)
    of = f", {body}" if number else ""
    table = f"Attendance by person{of}"
    blocks: list[Block] = []
    whole = len({each.meeting_id for each in records if each.whole})
    said = _said(body, whole, members)
    if missing:
        blocks.append(Note(f"No paper held lists who came on {_listed(missing)}."))
    blocks += _partial(records)
    if members and len(meetings) > 1:
        blocks.append(_chart(of, members, len(meetings), table, number))
    blocks += [
        Table(
            "people",
            table,
            _PEOPLE,
            tuple(_person_row(person, places) for person in ordered),
            about,
            empty="No paper held lists who came.",
        ),
        Note(
            "Attended counts those present, late, or there as a substitute. The rate is of "
            "members alone, of the meetings that list them in their own right; a member whom "
            "the minutes leave out altogether is not counted as absent."
        ),
        Table(
            "matrix",
            f"Meeting by meeting{of}",
            (
                Column("Name"),
                Column("As"),
                *(
                    Column(_short(day, meeting_id), "mark", to=_anchor(number, at))
                    for at, (meeting_id, day) in enumerate(meetings.items())
                ),
            ),
            tuple(
                Row((person.name, GROUPS[person.grouping], *(person.mark(m) for m in meetings)))
                for person in ordered
            ),
            about,
            matrix=True,
        ),
        Note(f"Marks: {MARKS}. Two marks: the paper lists the person both ways."),
        Table(
            "lists",
            f"Where it was read{of}",
            _EVIDENCE,
            tuple(_evidence(meetings, records, places, number)),
            about,
            pictures="closed",
        ),
        Table(
            "records",
            f"Every line{of}",
            _RECORDS,
            tuple(_record_row(each, places) for each in records),
            about,
            data_only=True,
        ),
    ]
    return Section(body, tuple(blocks)), said


def _said(body: str, whole: int, members: Sequence[Person]) -> str:
    """The sentence on a body with so many meetings that tell who was present."""
    came = sum(person.expected[0] for person in members)
    expected = sum(person.expected[1] for person in members)
    held = f"{several(whole, 'meeting')} with a list of those who came"
    if not expected:
        return f"{body}: {held}."
    rated = [(person.rate, person.name) for person in members if person.rate is not None]
    rate, name = min(rated)
    low = f"; lowest: {name}, {rate}%" if whole > 1 and rate < 100 else ""
    return f"{body}: {held}; members came to {round(100 * came / expected)}% of them{low}."


def _partial(records: Sequence[Record]) -> Iterator[Note]:
    """Which meetings count for no rate, if there are any."""
    days = dict.fromkeys(each.held_on for each in records if not each.whole and each.held_on)
    if days:
        yield Note(
            f"Of the meeting{'' if len(days) == 1 else 's'} on {_listed(list(days))} the papers "
            "held don't list who was present, only who was late or sent apologies: such meetings "
            "count for no rate."
        )


def _listed(days: Sequence[date]) -> str:
    """The days in words, or the first dozen of them."""
    more = f" and {len(days) - 12} more" if len(days) > 12 else ""
    return ", ".join(in_words(day) for day in days[:12]) + more


def _chart(of: str, members: Sequence[Person], meetings: int, table: str, number: int) -> Chart:
    bars = []
    for person in members:
        count = person.tally()
        bars.append(Bar(person.name, count["P"], count["L"], count["A"], count["X"]))
    more = f" The first {BARS} are drawn." if len(bars) > BARS else ""
    title = f"Members at meetings{of}"
    description = (
        f"Bars for {len(bars)} members, one below the other: of {meetings} meetings, those that "
        f"each attended, came late to, sent apologies for or missed.{more}"
    )
    svg = attendance_bars(bars, title=title, description=description)
    return Chart(title, description, inline(svg, f"attendance-{number}"), table)


def _person_row(person: Person, places: Mapping[str, Place]) -> Row:
    count = person.tally()
    cited: dict[Place, None] = {}
    for each in person.records:
        if each.fact_id in places:
            cited[places[each.fact_id]] = None
    cells: tuple[Value, ...] = (
        person.name,
        GROUPS[person.grouping] if person.regular or person.grouping != "member" else "substitute",
        count["listed"],
        count["attended"],
        count["L"],
        count["A"],
        count["X"],
        count["S"],
        person.rate,
    )
    return Row(cells, tuple(cited))


def _record_row(record: Record, places: Mapping[str, Place]) -> Row:
    place = places.get(record.fact_id)
    return Row(
        (
            record.held_on,
            record.name,
            GROUPS[record.grouping],
            record.status,
            "chair" if record.chair else None,
            record.role,
            record.substitute_for,
        ),
        (place,) if place else (),
    )


def _evidence(
    meetings: Mapping[str, date | None],
    records: Sequence[Record],
    places: Mapping[str, Place],
    number: int,
) -> Iterator[Row]:
    """A row for each page that a meeting's list stands on."""
    for at, (meeting_id, day) in enumerate(meetings.items()):
        here = [each for each in records if each.meeting_id == meeting_id]
        pages: dict[tuple[str, int | None], list[Place]] = {}
        for each in here:
            if place := places.get(each.fact_id):
                pages.setdefault((place.paper.document_id, place.page), []).append(place)
        person = {p: [e for e in here if e.person == p] for p in {e.person for e in here}}
        came = sum(any(e.came for e in same) for same in person.values())
        sorry = sum(any(e.status == "apologies" for e in same) for same in person.values())
        absent = sum(any(e.status == "absent" for e in same) for same in person.values())
        cells: tuple[Value, ...] = (day, here[0].record, came, sorry, absent)
        for page, same in enumerate(pages.values()):
            yield Row(cells, (_together(same),), name=_anchor(number, at) if page == 0 else "")


def _together(places: Sequence[Place]) -> Place:
    """One place of all the lines of a page."""
    boxes: dict[Box, None] = {box: None for place in places for box in place.boxes}
    quote = "; ".join(dict.fromkeys(place.quote for place in places))
    return Place(places[0].paper, places[0].page, tuple(boxes), quote)


def _short(day: date | None, meeting_id: str) -> str:
    return f"{day.day} {day:%b} {day.year}" if day else meeting_id


def _anchor(number: int, at: int) -> str:
    return f"meeting-{number}-{at + 1}"
