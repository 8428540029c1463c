"""Which changes between two versions of a record are contradictions, and how those are told.

Silence contradicts nothing: what one version alone says (text, items, decisions, declarations, a
title) is a change and no more. Lists of people are meant to be whole, so somebody whom one version
alone lists is a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.resolve.meetings.calendar import Standing
from pipeline.resolve.people.names import nearness, one_slip, parse
from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row
from pipeline.resolve.versions.changes import Comparison
from pipeline.resolve.versions.difference import Difference

ABSENCE = {"apologies": "having sent apologies", "absent": "absent"}
"""How people are listed who weren't there, by status."""
_VERSIONS: Mapping[Standing, str] = {
    "draft_minutes": "the draft",
    "minutes": "the approved minutes",
    "meeting_page": "the meeting page",
    "decision_notice": "the decision notice",
}
_NAMES = ("name", "substitute_for", "proposer", "seconder")
_PHRASES = ("owner", "due")
_DECISIONS = ("text", "motion")
_VOTE = ("outcome", "votes_for", "votes_against", "abstentions")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "meeting_headers": ("starts_at", "ended_at", "venue"),
    "attendance": ("name", "role", "status", "grouping", "substitute_for"),
    "resolutions": ("text",),
    "motions": ("motion", "proposer", "seconder", *_VOTE),
    "actions": _PHRASES,
}
"""By table, the columns in which two versions can't both be right."""
_SUBJECTS = {"status": "attendance", "grouping": "attendance", "text": "resolution"}
"""What a contradiction is about, where the column's own name doesn't say it."""


class _Side(NamedTuple):
    """What one of the two versions has."""

    label: str
    version: Account
    row: Row | None
    text: str | None


def conflicts(compared: Comparison) -> Iterator[tuple[str, str, str]]:
    """Yield the change_id, subject and detail of each contradiction, as the changes go."""
    changes = compared.changes
    moved = {id(change.later) for change in changes.values() if change.field == "item_number"}
    for change_id, change in changes.items():
        mine, theirs = _sides(change, compared)
        told = None
        if change.fact_table == "attendance" and change.kind != "changed":
            told = _listed_once(*((mine, theirs) if mine.row else (theirs, mine)))
        elif change.field == "chair":
            has, lacks = (mine, theirs) if mine.text == "yes" else (theirs, mine)
            told = "chair", _only(has, lacks, "the chair")
        elif id(change.later) not in moved:  # of another item, it may be another decision
            told = _said_otherwise(change, mine, theirs)
        if told:
            yield change_id, *told


def _sides(change: Difference, compared: Comparison) -> tuple[_Side, _Side]:
    """The side of the more authoritative version, then the other's."""
    later = compared.later, change.later, change.after
    earlier = compared.earlier, change.earlier, change.before
    mine, theirs = (later, earlier) if compared.lesser is compared.earlier else (earlier, later)
    here, there = (_VERSIONS[side[0].standing] for side in (mine, theirs))
    if here == there:
        copies = mine[0].issued == theirs[0].issued
        there = f"another copy of {here}" if copies else "an earlier draft"
    return _Side(here, *mine), _Side(there, *theirs)


def _listed_once(has: _Side, lacks: _Side) -> tuple[str, str] | None:
    """Tell of somebody in a list of one version, if the other has such a list.

    Where it lists them elsewhere, they came by the one and not by the other.
    """
    row, others = has.row or {}, lacks.version.rows["attendance"]
    absence = ABSENCE.get(str(row["status"]))
    found = [each["status"] for each in others if each["person_id"] == row["person_id"]]
    if any((status in ABSENCE) == (absence is not None) for status in found):
        return None
    if absence and not found and all(each["status"] != row["status"] for each in others):
        return None
    how = absence or ("present" if found else None)
    return "attendance", _only(has, lacks, f"listed as {how}" if how else "listed")


def _only(has: _Side, lacks: _Side, how: str) -> str:
    return f"{(has.row or {})['name']} is {how} in {has.label} and not in {lacks.label}"


def _said_otherwise(change: Difference, mine: _Side, theirs: _Side) -> tuple[str, str] | None:
    """Tell of what both versions print, if it is otherwise in substance."""
    table, field = change.fact_table, change.field
    if field not in _FIELDS.get(table, ()) or mine.text is None or theirs.text is None:
        return None
    standings = {mine.version.standing, theirs.version.standing}
    if table == "meeting_headers" and not standings <= {"draft_minutes", "minutes"}:
        return None  # pages and notices print when and where it was called to meet
    if _is_same(field, mine.text, theirs.text):
        return None
    subject, row = _SUBJECTS.get(field, field.replace("_", " ")), mine.row or {}
    item = f"Item {row['item_number']}" if row.get("item_number") else subject.capitalize()
    about = "" if field == "name" else f"{row.get('name') or item}: "
    return subject, f"{about}'{mine.text}' in {mine.label}, '{theirs.text}' in {theirs.label}"


def _is_same(field: str, one: str, other: str) -> bool:
    """Whether two texts say the same: a name cut short, a phrase in another, a word misspelt.

    Who came late was present.
    """
    if field == "status":
        return {one, other} == {"present", "late"}
    if field in _NAMES:
        left, right = parse(one), parse(other)
        near = nearness(left, right) if left and right else None
        return near not in (None, "spelling")
    if field in _PHRASES:
        short, long = sorted((sense.key(one), sense.key(other)), key=len)
        return short in long
    return field in _DECISIONS and one_slip(sense.decided_words(one), sense.decided_words(other))
