"""Which papers tell of which meeting, and what the approved record changed from the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .catalogue import CATALOGUE, Entry
from .gold import all_facts
from .meetings import Attendee, Meeting, load_meeting
from .packs import load_pack

_MEETING = re.compile(r"[a-z]+-\d{4}-\d\d-\d\d")
_TABLES = {"R": "resolutions", "RA": "resolutions", "A": "actions", "D": "declarations"}


def versions() -> dict[str, list[dict[str, Any]]]:
    """The meeting of each paper, and of the draft that it holds; then each planted change."""
    papers, changes = [], []
    records = {entry.key: entry for entry in CATALOGUE if entry.kind in ("minutes", "meeting_page")}
    for entry in CATALOGUE:
        # Of these nothing but the file's name tells of a meeting, and no other paper confirms it.
        told = entry.kind != "series"
        own = _MEETING.match(entry.name) if told else None
        draft = _draft(entry)
        papers.append(
            {
                "file": f"{entry.name}.{entry.suffix}",
                "meeting": own[0] if own else None,
                "draft_of": draft.key if draft else None,
            }
        )
        if draft and draft.key in records:
            listed = records[draft.key].kind == "minutes"
            changes += list(_changes(draft, load_meeting(draft.key), listed=listed))
    return {"papers": papers, "changes": changes}


def _draft(entry: Entry) -> Meeting | None:
    return load_pack(entry.key).draft if entry.kind == "agenda_pack" else None


def _changes(draft: Meeting, final: Meeting, *, listed: bool) -> Iterator[dict[str, Any]]:
    """Yield the planted changes; a web page lists nobody who came, so none is dropped from it."""
    if listed:
        before, after = ({a.name: a for a in m.attendees if a.listed} for m in (draft, final))
        for name in sorted(before.keys() | after.keys()):
            yield from _person(draft.key, before.get(name), after.get(name))
    sides = [[(item, fact) for item, fact in all_facts(m)] for m in (draft, final)]
    for (item, one), (other, two) in zip(*sides, strict=True):
        if (item, one.kind) != (other, two.kind):
            raise ValueError(f"{draft.key}: facts of draft and record don't stand in one order")
        if one.text != two.text and one.kind in _TABLES:
            table = _TABLES[one.kind]
            yield _change(draft.key, table, "changed", item, (one.text, two.text))


def _person(key: str, one: Attendee | None, two: Attendee | None) -> Iterator[dict[str, Any]]:
    if one is None or two is None:
        name = (one or two or Attendee("", None, "")).name
        kind = "added" if one is None else "dropped"
        yield _change(key, "attendance", kind, name, (one and one.name, two and two.name))
        return
    for field in ("role", "status", "group"):
        values = getattr(one, field), getattr(two, field)
        if values[0] != values[1]:
            yield _change(key, "attendance", "changed", one.name, values)


def _change(
    meeting: str, table: str, kind: str, about: str | None, texts: tuple[str | None, str | None]
) -> dict[str, Any]:
    place = {"meeting": meeting, "table": table, "kind": kind, "about": about}
    return {**place, "before": texts[0], "after": texts[1]}
