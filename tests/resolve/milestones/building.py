"""Reports of plans built by hand, and what is made of them."""

from datetime import UTC, date, datetime, timedelta

from pipeline.resolve import resolve
from tests.resolve.building import header, milestone, paper, part

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 3), date(2021, 9, 2)
WINTER = date(2021, 12, 2)
DAYS = (SPRING, SUMMER, AUTUMN, WINTER)
FIRST_RUN = datetime(2022, 1, 1, tzinfo=UTC)


def report(label, held_on, *stones, run=0, **more):
    """A report to the meeting of a day; `run` counts the ingestions before the one it came in."""
    more.setdefault("ingested_at", FIRST_RUN + timedelta(days=run))
    body = more.pop("body", "Netherby Best Start Board")
    head = header(body=body, held_on=held_on)
    return paper(label, head, *stones, kind="report", parts=(part(0, "report"),), **more)


def histories(*papers):
    """Lists of (meeting day, milestone text), one for each history; copies left out."""
    tables = resolve(papers)
    text = {row["milestone_id"]: row for row in tables["milestones"]}
    found = {}
    for link in tables["milestone_links"]:
        if not link["copy"]:
            row = text[link["milestone_id"]]
            told = (link["reported_on"], row["milestone"])
            found.setdefault(link["history_id"], []).append(told)
    return sorted(sorted(each) for each in found.values())


def events(*papers, kind=None):
    """Tuples of (day, kind, was, became, days), in order."""
    rows = resolve(papers)["milestone_events"]
    return sorted(
        (row["reported_on"], row["kind"], row["was"], row["became"], row["days"])
        for row in rows
        if kind in (None, row["kind"])
    )


def links(papers):
    """History by milestone_id."""
    return {r["milestone_id"]: r["history_id"] for r in resolve(papers)["milestone_links"]}


FILLER = tuple(
    milestone(f"{verb} {what}", activity="Estates", number="9")
    for verb, what in (
        ("Repaint", "the harbour railings"),
        ("Resurface", "the lower car park"),
        ("Insulate", "both sports halls"),
        ("Survey", "every lamp column"),
        ("Replace", "the boiler at the lido"),
        ("Drain", "the north meadow"),
    )
)
"""Rows that are in every report, so that it is one of the whole plan."""
