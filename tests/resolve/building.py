"""Papers built by hand, of invented councils, for the tests of resolving."""

from datetime import UTC, date, datetime, time
from hashlib import sha256

from pipeline.extraction import Fact, Paper, PartSummary, Sidecar
from pipeline.provenance import Box, Finding, Source
from pipeline.records import Action, AnyRecord, Attendee, MeetingHeader, Milestone, Resolution

BODY = "Netherby Best Start Board"
DAY = date(2021, 3, 4)


def part(index, kind, *, draft=False):
    return PartSummary(index=index, kind=kind, draft=draft)


def fact(value: AnyRecord, part_index=0, quote="as printed", sources=1):
    places = tuple(Source(1 + i, Box(1, 2, 3, 4), quote) for i in range(sources))
    return Fact(part=part_index, extractor="hand/1", finding=Finding(value, places))


def header(body=BODY, held_on=DAY, starts_at=None, **more):
    return MeetingHeader(body=body, held_on=held_on, starts_at=starts_at, **more)


def attendee(name, status="present", grouping="member", role=None, honorific=None):
    return Attendee(
        name=name, printed=name, status=status, grouping=grouping, role=role, honorific=honorific
    )


def resolution(text, item="1", ordinal=1, outcome="agreed"):
    return Resolution(item_number=item, ordinal=ordinal, text=text, outcome=outcome)


def action(text, origin="requested", status=None):
    return Action(item_number="5", text=text, origin=origin, status=status)


def milestone(text, activity="Recruit tutors", number="1", **more):
    return Milestone(milestone=text, activity=activity, activity_number=number, **more)


def paper(
    label,
    *values,
    kind="minutes",
    parts=None,
    media_type="application/pdf",
    status="ok",
    sidecar=None,
    facts=(),
    ingested_at=datetime(2022, 1, 1, tzinfo=UTC),
):
    """A paper whose `values` all stand in its part 0; `facts` for those of other parts."""
    digest = sha256(label.encode()).hexdigest()
    of_kind = {"agenda_pack": "agenda"}.get(kind, kind)
    return Paper(
        document_id="d" + digest[:16],
        source=f"papers/{label}",
        sha256=digest,
        media_type=media_type,
        status=status,
        ingested_at=ingested_at,
        sidecar=sidecar or Sidecar(),
        kind=kind,
        title=label,
        pages=3,
        parts=(part(0, of_kind),) if parts is None else parts,
        facts=(*(fact(value) for value in values), *facts),
    )


def minutes(label, held_on, *actions, body=BODY, **more):
    return paper(label, header(body, held_on), *(action(text) for text in actions), **more)


def pack(label="pack", held_on=date(2021, 6, 3), drafted=DAY, extra=(), **more):
    """A pack with an agenda, the draft minutes of the meeting before, a report and an annex."""
    parts = (part(0, "agenda"), part(1, "minutes", draft=True), part(2, "report"), part(3, "other"))
    return paper(
        label,
        header(held_on=held_on, starts_at=time(18), venue="Civic Hall"),
        kind="agenda_pack",
        parts=parts,
        facts=(fact(header(held_on=drafted, starts_at=time(18, 5)), 1), *extra),
        **more,
    )


def rows(tables, table, **where):
    return [row for row in tables[table] if all(row[k] == v for k, v in where.items())]
