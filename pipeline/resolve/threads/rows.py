"""The rows of threads: business followed from meeting to meeting, with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.extraction import Paper
from pipeline.resolve.meetings.arrivals import arrival_order
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.threads.folding import Thread, fold
from pipeline.resolve.threads.labels import label_of
from pipeline.resolve.threads.mentions import Mention, mentions
from pipeline.resolve.threads.states import (
    Meetings,
    Played,
    in_order,
    parts_played,
    standing_of,
)

Rows = list[dict[str, object]]
_RAISING = frozenset({"asked", "logged", "decided"})


def thread_rows(papers: Sequence[Paper], found: Calendar) -> dict[str, Rows]:
    """Rows of `action_threads`, `action_thread_members` and `action_thread_mentions`.

    Every action is in one thread. A heading or an entry of a forward plan that came up at one
    meeting only makes no thread of its own.
    """
    meetings = Meetings(found)
    tables: dict[str, Rows] = {
        "action_threads": [],
        "action_thread_members": [],
        "action_thread_mentions": [],
    }
    order = arrival_order(papers)
    for thread in fold(mentions(papers, order, found)):
        if not _is_business(thread):
            continue
        played = parts_played([mention for mention, _ in thread.members], meetings)
        tables["action_threads"].append(_thread_row(thread, played, meetings))
        scores = {id(mention): round(score, 4) for mention, score in thread.members}
        for mention, part in played:
            score = scores[id(mention)]
            if mention.table == "actions":
                tables["action_thread_members"].append(
                    {"thread_id": thread.thread_id, "action_id": mention.fact_id, "score": score}
                )
            tables["action_thread_mentions"].append(
                {
                    "thread_id": thread.thread_id,
                    "fact_table": mention.table,
                    "fact_id": mention.fact_id,
                    "meeting_id": mention.meeting_id,
                    "document_id": mention.document_id,
                    "part": part,
                    "score": score,
                }
            )
    return tables


def _is_business(thread: Thread) -> bool:
    """Whether somebody asked for it, or it came up at two meetings."""
    if any(m.kind in _RAISING and not m.closing for m, _ in thread.members):
        return True
    return len({m.meeting_id or m.document_id for m, _ in thread.members}) > 1


def _thread_row(
    thread: Thread, played: Sequence[tuple[Mention, Played]], meetings: Meetings
) -> dict[str, object]:
    members = [mention for mention, _ in played]
    raising = list(_raising(played, began_as_item=thread.founder.is_title))
    days = [day for m in raising if (day := meetings.day(m))]
    first, last = min(days, default=None), max(days, default=None)
    standing = standing_of(played, meetings)
    evidence = standing.evidence
    return {
        "thread_id": thread.thread_id,
        "label": label_of(members),
        "first_raised": first,
        "last_raised": last,
        "times_raised": len({m.meeting_id or m.document_id for m in raising}),
        "state": standing.state,
        "nature": "request" if any(m.kind in _RAISING for m in members) else "standing item",
        "owner": _owner(members, meetings),
        "state_since": standing.since,
        "state_reason": standing.reason,
        "evidence_table": evidence.table if evidence else None,
        "evidence_id": evidence.fact_id if evidence else None,
        "evidence_document_id": evidence.document_id if evidence else None,
        "evidence_page": evidence.page if evidence else None,
        **_age(members, first, standing.since if standing.state == "closed" else None, meetings),
    }


def _raising(played: Sequence[tuple[Mention, Played]], *, began_as_item: bool) -> Iterator[Mention]:
    """The mentions that raise it: of business that somebody asked for, the requests alone.

    Of a matter that began as an item, the meetings that had it on their agenda count too; of one
    that is only planned, those whose papers plan it.
    """
    kinds = _RAISING | {"item", "report"} if began_as_item else _RAISING
    found = [m for m, _ in played if m.kind in kinds and not m.closing]
    return iter(found or [m for m, _ in played])


def _owner(members: Sequence[Mention], meetings: Meetings) -> str | None:
    """Whoever was named last, in a request before in a forward plan."""
    named = [m for m in in_order(members, meetings) if m.owner]
    asked = [m for m in named if m.kind in _RAISING]
    return (asked or named)[-1].owner if named else None


def _age(
    members: Sequence[Mention], first: date | None, closed: date | None, meetings: Meetings
) -> dict[str, object]:
    """Days and meetings from when it was first raised to its end, or the latest meeting known."""
    series = {meetings.series(m) for m in members}
    heard = [day for m in members if (day := meetings.day(m))]
    until = closed or max(filter(None, [meetings.latest(series), *heard]), default=None)
    if first is None or until is None:
        return {"age_days": None, "age_meetings": None}
    until = max(first, until)
    return {
        "age_days": (until - first).days,
        "age_meetings": meetings.between(series, first, until),
    }
