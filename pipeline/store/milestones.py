"""Milestones over time, as an archive has them: plans, what befell milestones, single histories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.errors import UsageError
from pipeline.store.profile import sections
from pipeline.store.read import Archive

Row = dict[str, object]

KINDS: Mapping[str, str] = {
    "slipped": "slip",
    "stalled": "stall",
    "reversed": "reversal",
    "fell": "fall",
    "dropped": "dropped",
    "appeared": "appeared",
    "returned": "returned",
}
"""What may be asked for, and the kind of event it is (milestone_events.kind)."""
_CANDIDATES = 8


@dataclass(frozen=True)
class Wanted:
    """Which milestones are asked for; texts are looked for in names, whatever the case."""

    body: str | None = None
    lead: str | None = None
    plan: str | None = None
    """Part of a plan's name, or its plan_id."""
    since: date | None = None


@dataclass(frozen=True)
class History:
    """One milestone from report to report."""

    history_id: str
    reports: list[Row]
    """One for each report, the earliest first, with paper, page and quote."""
    events: list[Row]


def befallen(archive: Archive, kind: str, wanted: Wanted) -> list[Row]:
    """The milestones that an event of one kind befell, each once: its last one.

    `kind` is a key of KINDS. Those that slipped or stood still longest come first, else the newest.
    """
    asked = {
        "kind": KINDS[kind],
        "body": wanted.body,
        "lead": wanted.lead,
        "plan": wanted.plan,
        "since": wanted.since,
    }
    return archive.sql(sections("milestones")["events"], asked).dicts()


def plans(archive: Archive, wanted: Wanted) -> list[Row]:
    """The plans that are reported on, those with most reports first."""
    asked = {"body": wanted.body, "plan": wanted.plan}
    return archive.sql(sections("milestones")["plans"], asked).dicts()


def one_plan(archive: Archive, wanted: Wanted) -> Row:
    """The one plan that is wanted.

    Raises UsageError where there is none or, naming them, more than one.
    """
    found = plans(archive, wanted)
    if not found:
        raise UsageError("no plan of that name or body; `papers milestones` lists the plans")
    if len(found) > 1:
        lines = [f"  {row['plan_id']}  {row['plan'] or row['source']}" for row in found]
        more = [f"  and {len(found) - _CANDIDATES} more"] if len(found) > _CANDIDATES else []
        named = "\n".join([*lines[:_CANDIDATES], *more])
        raise UsageError(f"name one plan with --plan, by its name or its key:\n{named}")
    return found[0]


def plan_reports(archive: Archive, plan_id: str) -> list[Row]:
    """Every milestone in every report of a plan: by report, in the order of the paper."""
    return archive.sql(sections("milestones")["reports"], {"id": plan_id}).dicts()


def history(archive: Archive, which: str) -> History:
    """One milestone's reports and what befell it, by its history_id or by words of its text.

    Raises UsageError where no milestone has them or, naming them, more than one.
    """
    sql = sections("milestones")
    which = " ".join(which.split())
    found = archive.sql(sql["named"], {"which": which}).dicts() if which else []
    fitting = [row for row in found if row["exact"]] or found
    if not fitting:
        raise UsageError(f"no milestone has the words or the key {which!r}")
    if len(fitting) > 1:
        lines = [f"  {row['history_id']}  {row['milestone']}" for row in fitting]
        more = [f"  and {len(fitting) - _CANDIDATES} more"] if len(fitting) > _CANDIDATES else []
        named = "\n".join([*lines[:_CANDIDATES], *more])
        raise UsageError(f"{which!r} may mean any of these; give the key:\n{named}")
    key = str(fitting[0]["history_id"])
    reports = archive.sql(sql["reports"], {"id": key}).dicts()
    return History(key, reports, archive.sql(sql["happened"], {"id": key}).dicts())
