"""What changed between two archives: a function of the two, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import cast
from urllib.parse import unquote, urlsplit

from pipeline.digest.model import (
    Contradiction,
    Coverage,
    Digest,
    Failure,
    Gap,
    Gathering,
    Paper,
    Place,
    Slip,
    Task,
)
from pipeline.store.profile import sections
from pipeline.store.read import Archive

Row = Mapping[str, object]
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NAME = re.compile(r"[^/\\]+$")
NEEDING = frozenset({"quarantined", "partial"})


def compare(before: Archive | None, after: Archive, run_id: str) -> Digest:
    """What `after` holds that `before` (None: an empty archive) did not; `run_id` names the digest.

    Both are only read. Facts count as new where their paper is: an update of the program, which
    may find more in papers of old, makes no news.
    """
    sql = sections("changes")
    asked = _Asker(after, sql)
    old = {str(row["document_id"]): row for row in _ask(before, sql["documents"])}
    now = {str(row["document_id"]): row for row in asked("documents")}
    fresh = [d for d, row in now.items() if _is_news(row, old.get(d))]
    moved = [d for d, row in now.items() if d in old and _gone(row) != _gone(old[d])]
    replacing = _replacing(asked, old) & now.keys()
    named = sorted({*fresh, *moved, *replacing})
    places = {str(row["document_id"]): row for row in asked("places", documents=named)}
    since = _one(_ask(before, sql["last run"]), "run_id")
    counts = asked("counts")[0]

    def papers(documents: Iterable[str]) -> tuple[Paper, ...]:
        return tuple(_paper(now[d], places.get(d)) for d in sorted(documents, key=order))

    def order(document: str) -> tuple[str, ...]:
        place = places.get(document, {})
        keys = (place.get("authority"), place.get("body"), place.get("held_on"))
        return (*(str(key or "~") for key in keys), str(now[document]["source"]))

    told = [d for d in fresh if _status(now[d]) in {"ok", "partial"} and not _gone(now[d])]
    again, in_again = _again(asked, before, sql, fresh)
    return Digest(
        run_id=run_id,
        since=since,
        papers=cast("int", counts["papers"]),
        meetings=cast("int", counts["meetings"]),
        new=papers(d for d in told if d not in replacing),
        replaced=papers(d for d in replacing if _status(now[d]) in {"ok", "partial"}),
        removed=papers(d for d in moved if _gone(now[d])),
        returned=papers(d for d in moved if not _gone(now[d])),
        gatherings=_gatherings(asked, before, sql),
        actions=_actions(asked, before, sql, fresh, in_again),
        again=tuple(task for task in again if task.state != "closed"),
        closed=tuple(task for task in again if task.state == "closed"),
        slips=_slips(asked, fresh),
        contradictions=_contradictions(asked, before, sql),
        needing=papers(d for d in fresh if _status(now[d]) in NEEDING),
        withheld=papers(d for d in fresh if _status(now[d]) == "restricted"),
        refused=_events(asked, since, "restricted"),
        waiting=sum(_status(row) in NEEDING and d not in fresh for d, row in now.items()),
        failures=_events(asked, since, "failed"),
        gaps=tuple(_gap(row) for row in asked("completeness")),
        coverage=tuple(_coverage(row) for row in asked("complete")),
    )


class _Asker:
    def __init__(self, archive: Archive, sql: Mapping[str, str]) -> None:
        self._archive = archive
        self._sql = sql

    def __call__(self, section: str, **params: object) -> list[dict[str, object]]:
        return self._archive.sql(self._sql[section], params).dicts()


def _ask(archive: Archive | None, text: str, **params: object) -> list[dict[str, object]]:
    return archive.sql(text, params).dicts() if archive is not None else []


def _one(rows: Sequence[Row], column: str) -> str | None:
    return cast("str | None", rows[0][column]) if rows else None


def _status(row: Row) -> str:
    return str(row["status"])


def _gone(row: Row) -> bool:
    return row.get("removed_on") is not None


def _is_news(row: Row, old: Row | None) -> bool:
    """Whether a paper came in, or could be read for the first time, or no longer."""
    return old is None or _status(row) != _status(old)


def _replacing(asked: _Asker, old: Mapping[str, Row]) -> set[str]:
    """The papers that stand where another stood before, and no longer does."""
    known = {row["sha256"] for row in old.values()}
    return {str(row["document_id"]) for row in asked("replaced") if row["sha256"] in known}


def _paper(row: Row, place: Row | None) -> Paper:
    source = str(row["source"])
    name = _NAME.search(unquote(urlsplit(source).path) if _WEB.match(source) else source)
    url = next((u for u in (row["source_url"], source) if u and _WEB.match(str(u))), None)
    return Paper(
        document_id=str(row["document_id"]),
        title=str(row["title"] or (name.group() if name else source)),
        kind=str(row["kind"]).replace("_", " "),
        status=_status(row),
        reason=_text(row["status_reason"]),
        source=source,
        url=str(url) if url else None,
        authority=_text(place["authority"]) if place else None,
        body=_text(place["body"]) if place else None,
        held_on=_day(place["held_on"]) if place else None,
    )


def _gatherings(
    asked: _Asker, before: Archive | None, sql: Mapping[str, str]
) -> tuple[Gathering, ...]:
    def key(row: Row) -> tuple[object, ...]:
        return row["authority"], row["body"], row["held_on"]

    had = _ask(before, sql["meetings"])
    ids, keys = {row["meeting_id"] for row in had}, {key(row) for row in had}
    return tuple(
        Gathering(
            authority=_text(row["authority"]), body=_text(row["body"]), held_on=_day(row["held_on"])
        )
        for row in asked("meetings")
        if row["meeting_id"] not in ids and key(row) not in keys
    )


def _actions(
    asked: _Asker,
    before: Archive | None,
    sql: Mapping[str, str],
    fresh: Sequence[str],
    told: set[str],
) -> tuple[Task, ...]:
    """Actions of new papers that no paper before said of the same meeting, and not `told` yet."""
    rows = asked("actions", documents=list(fresh))
    meetings = sorted({str(row["meeting_id"]) for row in rows if row["meeting_id"]})
    had = _ask(before, sql["actions of meetings"], meetings=meetings)
    seen = {(row["meeting_id"], _letters(row["text"])) for row in had}
    found = []
    for row in rows:
        key = (row["meeting_id"], _letters(row["text"]))
        if key in seen or row["action_id"] in told:
            continue
        seen.add(key)
        found.append(
            Task(
                text=str(row["text"]),
                owner=_text(row["owner"]),
                due=_text(row["due"]),
                body=_text(row["body"]),
                held_on=_day(row["held_on"]),
                place=_place(row),
            )
        )
    return tuple(found)


def _again(
    asked: _Asker, before: Archive | None, sql: Mapping[str, str], fresh: Sequence[str]
) -> tuple[tuple[Task, ...], set[str]]:
    """Threads that new papers raised once more, and the actions of these threads."""
    had = {
        str(row["action_id"]): cast("int", row["times_raised"])
        for row in _ask(before, sql["thread counts"])
    }
    found, told = [], set[str]()
    for row in asked("threads", documents=list(fresh)):
        members = cast("list[str]", row["members"])
        times = cast("int", row["times_raised"])
        if not row["fresh"] or times <= max((had.get(m, 0) for m in members), default=0):
            continue
        told |= set(members)
        found.append(
            Task(
                text=str(row["label"]),
                owner=_text(row["owner"]),
                body=_text(row["body"]),
                held_on=_day(row["last_raised"]),
                times=times,
                first_raised=_day(row["first_raised"]),
                state=_text(row["state"]),
                place=_place(row),
            )
        )
    return tuple(found), told


def _slips(asked: _Asker, fresh: Sequence[str]) -> tuple[Slip, ...]:
    return tuple(
        Slip(
            milestone=str(row["milestone"]),
            plan=_text(row["plan"]),
            leads=tuple(cast("list[str]", row["lead_officers"] or [])),
            was_due=_day(row["was_due"]),
            due=_day(row["deadline_to"]),
            was_status=_text(row["was_status"]),
            status=_text(row["status"]),
            place=_place(row),
        )
        for row in asked("milestones", documents=list(fresh))
    )


def _contradictions(
    asked: _Asker, before: Archive | None, sql: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    def key(row: Row) -> tuple[object, ...]:
        return row["document_id"], row["subject"], row["detail"]

    had = {key(row) for row in _ask(before, sql["contradictions"])}
    return tuple(
        Contradiction(
            subject=str(row["subject"]),
            detail=str(row["detail"]),
            body=_text(row["body"]),
            held_on=_day(row["held_on"]),
            document_id=_text(row["document_id"]),
        )
        for row in asked("contradictions")
        if key(row) not in had
    )


def _events(asked: _Asker, since: str | None, outcome: str) -> tuple[Failure, ...]:
    rows = asked("events", since=since or "")
    told = {(str(r["source"]), str(r["reason"] or "")) for r in rows if r["outcome"] == outcome}
    return tuple(Failure(source=source, reason=reason) for source, reason in sorted(told))


def _gap(row: Row) -> Gap:
    return Gap(
        source=str(row["source"]),
        body=_text(row["body"]),
        held_on=_day(row["held_on"]),
        reason=_text(row["reason"]),
        **{
            name: cast("int", row[name])
            for name in ("listed", "held", "refused", "failed", "partial")
        },
    )


def _coverage(row: Row) -> Coverage:
    names = ("meetings", "complete", "listed", "held", "refused", "failed")
    return Coverage(source=str(row["source"]), **{n: cast("int", row[n]) for n in names})


def _place(row: Row) -> Place:
    return Place(document_id=_text(row["document_id"]), page=cast("int | None", row["page"]))


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text).casefold())


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
