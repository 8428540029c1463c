"""The report on one meeting: who came, what was decided and asked, and what was left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Literal

from pipeline.errors import UsageError
from pipeline.report.attenders import GROUPS
from pipeline.report.model import (
    Column,
    Note,
    Report,
    Row,
    Scope,
    Section,
    Table,
    Value,
    in_words,
)
from pipeline.report.sources import Sources
from pipeline.report.values import Line, as_day, as_number, as_text, as_value, several
from pipeline.report.versions import changes
from pipeline.store import profile


@dataclass(frozen=True)
class _Shape:
    """How the rows of one section of `meeting.sql` become a table."""

    fact_table: str
    title: str
    columns: tuple[Column, ...]
    cells: Callable[[Line], tuple[Value, ...]]
    pictures: Literal["none", "open", "closed"]


def build(sources: Sources, scope: Scope, which: str | None = None) -> Report:
    """The report on the meeting that `which` means: a key, a day, a body, or a body and a day.

    Where it is None, that is the last meeting in scope with minutes or another record. Raises
    UsageError where there is none, or more than one is meant.
    """
    key = _chosen(sources, scope, which)
    heading = sources.ask("meeting", "heading", id=key)[0]
    body = str(heading["body"] or "Meeting")
    day = heading["held_on"]
    when = in_words(day) if isinstance(day, date) else "day not known"
    made = {name: _table(sources, key, name) for name in _TABLES}
    contradictions = _contradictions(sources, key)
    changed = changes(sources, key)
    sections = (
        Section("The meeting", (Note(_held(heading)), _papers(sources, key))),
        Section("Attendance", (made["attendance"], made["declarations"])),
        Section("Decisions", (made["decisions"], made["motions"], made["votes"])),
        Section("Actions", (made["actions"], made["carried over"])),
        Section("Plans", (made["milestones"], made["forward plan"])),
        Section("Where its papers disagree", (changed, contradictions)),
    )
    return Report(
        kind="meeting",
        title=f"{body}, {when}",
        asked=(("Meeting", key), ("Body", body), ("Held", when)),
        made="",
        summary=_summary(made, changed, contradictions),
        sections=tuple(filter(None, map(_without_empty, sections))),
        main="decisions",
    )


def _chosen(sources: Sources, scope: Scope, which: str | None) -> str:
    if which is not None:
        return profile.find(sources.archive, "meeting", which)
    rows = sources.ask("meeting", "chosen", **scope.params)
    if not rows:
        sources.bodies(scope)
        raise UsageError("no meeting in scope has a day; name one: papers report meeting KEY")
    return str(rows[0]["meeting_id"])


def _held(heading: Line) -> str:
    """When and where it met, in a sentence."""
    words = [str(heading["body"] or "The body"), "met"]
    if isinstance(day := heading["held_on"], date):
        words.append(f"on {in_words(day)}")
    if isinstance(start := heading["starts_at"], time):
        words.append(f"at {start:%H:%M}")
    if heading["venue"]:
        words.append(f"in {heading['venue']}")
    if isinstance(end := heading["ended_at"], time):
        words.append(f"and ended at {end:%H:%M}")
    if heading["authority"]:
        words.append(f"({heading['authority']})")
    return " ".join(words) + "."


def _papers(sources: Sources, key: str) -> Table:
    rows = [
        Row(
            (
                as_text(line["standing"]),
                (place := sources.paper(line["document_id"])).paper.name,
                as_number(line["pages"]),
                as_text(line["status"]),
            ),
            (place,),
        )
        for line in sources.ask("meeting", "papers", id=key)
    ]
    columns = (
        Column("What it is"),
        Column("File", wide=True),
        Column("Pages", "number"),
        Column("Read"),
    )
    return Table(
        "papers", "Papers that tell of it, the most authoritative first", columns, tuple(rows)
    )


def _table(sources: Sources, key: str, name: str) -> Table:
    """One of the tables of `_TABLES`, with the places that its rows were read from."""
    shape = _TABLES[name]
    lines = sources.ask("meeting", name, id=key)
    places = sources.places(shape.fact_table, (line["fact_id"] for line in lines))
    rows = []
    for line in lines:
        place = places.get(str(line["fact_id"]))
        rows.append(Row(shape.cells(line), (place,) if place else ()))
    table = Table(name, shape.title, shape.columns, tuple(rows), pictures=shape.pictures)
    return _of_one_plan(table) if name == "milestones" else table


def _of_one_plan(table: Table) -> Table:
    """The table with the plan in its title, where all its milestones are of one plan."""
    plans = {row.cells[1] for row in table.rows}
    if len(plans) != 1 or plans == {None}:
        return table
    columns = (table.columns[0], replace(table.columns[1], data_only=True), *table.columns[2:])
    return replace(table, title=f"{table.title}: {plans.pop()}", columns=columns)


def _contradictions(sources: Sources, key: str) -> Table:
    rows = []
    for line in sources.ask("meeting", "contradictions", id=key):
        documents = line["documents"]
        held = documents if isinstance(documents, list) else []
        places = tuple(sources.paper(document) for document in held)
        rows.append(Row((as_text(line["subject"]), as_text(line["detail"])), places))
    columns = (Column("About"), Column("What the papers say", wide=True))
    title = "What one paper says and another, or the same, says otherwise"
    return Table("contradictions", title, columns, tuple(rows))


def _summary(made: Mapping[str, Table], changed: Table, contradictions: Table) -> tuple[str, ...]:
    came = Counter(str(row.cells[2]) for row in made["attendance"].rows)
    said = [
        _counted(
            (came["present"] + came["late"], "came", "came"),
            (came["apologies"], "sent apologies", "sent apologies"),
            (came["absent"], "was absent", "were absent"),
        ),
        _counted(
            (len(made["decisions"].rows), "decision", "decisions"),
            (len(made["motions"].rows), "motion", "motions"),
            (
                len(made["actions"].rows),
                "action asked for or agreed",
                "actions asked for or agreed",
            ),
        ),
    ]
    carried = made["carried over"].rows
    if carried:
        again = sum(row.cells[5] == "yes" for row in carried)
        said.append(
            f"{len(carried)} action{'' if len(carried) == 1 else 's'} of earlier meetings "
            f"{'was' if len(carried) == 1 else 'were'} still without an end; {again} came up again."
        )
    if changed.rows:
        points = several(len(changed.rows), "point")
        said.append(f"The versions of its record differ in {points}.")
    if contradictions.rows:
        points = several(len(contradictions.rows), "point")
        said.append(f"Papers contradict themselves or one another in {points}.")
    return tuple(line for line in said if line)


def _counted(*counts: tuple[int, str, str]) -> str:
    """Those that there are, in a sentence."""
    words = [f"{n} {one if n == 1 else many}" for n, one, many in counts if n]
    return f"{', '.join(words)}." if words else ""


def _without_empty(section: Section) -> Section | None:
    """The section without its empty tables; None where nothing is left."""
    blocks = tuple(b for b in section.blocks if not isinstance(b, Table) or b.rows)
    return Section(section.title, blocks) if blocks else None


def _attendance(line: Line) -> tuple[Value, ...]:
    chair = "chair" if line["chair"] else None
    instead = f"for {line['substitute_for']}" if line["substitute_for"] else None
    notes = "; ".join(each for each in (chair, instead) if each) or None
    return (
        as_text(line["name"]),
        GROUPS.get(str(line["grouping"]), "guest"),
        as_text(line["status"]),
        notes,
        as_text(line["role"]),
    )


def _carried(line: Line) -> tuple[Value, ...]:
    return (
        as_text(line["label"]),
        as_text(line["owner"]),
        as_text(line["due"]),
        as_day(line["first_raised"]),
        as_day(line["last_before"]),
        "yes" if line["raised_again"] else "no",
        as_text(line["state"]),
    )


def _action(line: Line) -> tuple[Value, ...]:
    times = as_number(line["times_raised"])
    since = as_day(line["first_raised"]) if times and times > 1 else None
    return (
        as_text(line["item_number"]),
        as_text(line["text"]),
        as_text(line["owner"]),
        as_text(line["due"]),
        as_text(line["status"]),
        since,
    )


def _milestone(line: Line) -> tuple[Value, ...]:
    return (
        as_text(line["milestone"]),
        as_text(line["plan"]),
        as_text(line["lead"]),
        as_text(line["deadline"]),
        as_text(line["status"]),
        as_number(line["percent_complete"]),
        as_text(line["status_before"]),
        as_day(line["deadline_before"]),
        as_number(line["slipped_days"]),
    )


def _columns(*names: str) -> Callable[[Line], tuple[Value, ...]]:
    """The columns of these names as they are."""
    return lambda line: tuple(as_value(line[name]) for name in names)


_TABLES: Mapping[str, _Shape] = {
    "attendance": _Shape(
        "attendance",
        "Who came, and who did not",
        (Column("Name"), Column("As"), Column("Status"), Column("Note"), Column("Role", wide=True)),
        _attendance,
        "none",
    ),
    "declarations": _Shape(
        "declarations",
        "Interests declared",
        (Column("Name"), Column("Item"), Column("Interest", wide=True), Column("Kind")),
        _columns("name", "item_number", "interest", "interest_type"),
        "open",
    ),
    "decisions": _Shape(
        "resolutions",
        "What was decided",
        (Column("Item"), Column("About"), Column("Outcome"), Column("Decision", wide=True)),
        _columns("item_number", "item_title", "outcome", "text"),
        "open",
    ),
    "motions": _Shape(
        "motions",
        "Motions and votes",
        (
            Column("Item"),
            Column("Motion", wide=True),
            Column("Moved by"),
            Column("Seconded by"),
            Column("Outcome"),
            Column("For", "number"),
            Column("Against", "number"),
            Column("Abstained", "number"),
        ),
        _columns(
            "item_number",
            "motion",
            "proposer",
            "seconder",
            "outcome",
            "votes_for",
            "votes_against",
            "abstentions",
        ),
        "open",
    ),
    "votes": _Shape(
        "votes",
        "How each voted, where the papers say",
        (Column("Item"), Column("Motion", wide=True), Column("Name"), Column("Vote")),
        _columns("item_number", "motion", "name", "vote"),
        "none",
    ),
    "actions": _Shape(
        "actions",
        "What was asked of whom",
        (
            Column("Item"),
            Column("Action", wide=True),
            Column("Owner"),
            Column("Due"),
            Column("Status"),
            Column("First raised, if before", "date"),
        ),
        _action,
        "open",
    ),
    "carried over": _Shape(
        "actions",
        "Carried over from earlier meetings",
        (
            Column("Action", wide=True),
            Column("Owner"),
            Column("Due"),
            Column("First raised", "date"),
            Column("Last raised before this meeting", "date"),
            Column("Raised again here"),
            Column("What became of it", roomy=True),
        ),
        _carried,
        "closed",
    ),
    "milestones": _Shape(
        "milestones",
        "Milestones that were reported",
        (
            Column("Milestone", wide=True),
            Column("Plan"),
            Column("Lead"),
            Column("Due"),
            Column("Status"),
            Column("% done", "number"),
            Column("Status before"),
            Column("Due before", "date"),
            Column("Days slipped since first reported", "number"),
        ),
        _milestone,
        "closed",
    ),
    "forward plan": _Shape(
        "forward_plan",
        "Set down for later meetings",
        (Column("For", "date"), Column("Item", wide=True), Column("Lead")),
        _columns("for_meeting_on", "item", "lead"),
        "none",
    ),
}
