"""Who was there, as what, and what they declared: how two versions of a record differ in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row
from pipeline.resolve.versions.difference import Difference, Pairs, pair, text_of

_PRESENT = ("present", "late")
_SAME_NAME = 85.0
"""Likeness from which two names, each in one version only, are one name printed two ways."""
_HONORIFICS = {"cllr": "councillor", "clr": "councillor", "mister": "mr"}


def people_changes(earlier: Account, later: Account) -> Iterator[Difference]:
    """Yield people added or dropped, and names, statuses, roles, groups and chairs that changed."""
    blurred = earlier.recognised or later.recognised
    left, right = earlier.rows["attendance"], later.rows["attendance"]
    persons: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((left, right)):
        for row in rows:
            persons[str(row["person_id"])][side].append(row)
    both = [sides for sides in persons.values() if sides[0] and sides[1]]
    only = [row for here, there in persons.values() if not there for row in here]
    others = [row for here, there in persons.values() if not here for row in there]
    alike, dropped, added = pair(only, others, _like)
    pairs: Pairs = list(alike)
    for here, there in both:
        matched, gone, come = pair(here, there, lambda a, b: float(a["status"] == b["status"]))
        pairs += matched
        changed = list(zip(gone, come, strict=False))
        pairs += changed
        dropped += gone[len(changed) :]
        added += come[len(changed) :]
    for one, two in pairs:
        yield from _person(one, two, (left, right), blurred=blurred)
    for row in dropped:
        if not later.incomplete and _lists(right, row):
            yield _whole(row, None)
    for row in added:
        if not earlier.incomplete and _lists(left, row):
            yield _whole(None, row)


def declaration_changes(earlier: Account, later: Account) -> Iterator[Difference]:
    """Yield interests declared in one version only, or in other words."""
    left, right = earlier.rows["declarations"], later.rows["declarations"]
    pairs, dropped, added = pair(left, right, _same_interest)
    blurred = earlier.recognised or later.recognised
    for one, two in pairs:
        keys = sense.key(str(one["interest"])), sense.key(str(two["interest"]))
        if not sense.same(*keys, recognised=blurred) and not cut_short(*keys, earlier, later):
            yield _declared(one, two)
    yield from () if later.incomplete else (_declared(row, None) for row in dropped)
    yield from () if earlier.incomplete else (_declared(None, row) for row in added)


def _person(
    one: Row, two: Row, lists: tuple[Sequence[Row], Sequence[Row]], *, blurred: bool
) -> Iterator[Difference]:
    """Yield how two rows of one person differ."""
    for field in ("name", "honorific", "status", "grouping", "role", "chair", "substitute_for"):
        before, after = one[field], two[field]
        if before == after or not _is_stated(field, one, two, lists):
            continue
        texts = text_of(before), text_of(after)
        keys = _comparable(field, texts[0]), _comparable(field, texts[1])
        if sense.same(*keys, recognised=blurred):
            continue
        yield Difference("attendance", field, str(two["name"]), *texts, one, two)


def _is_stated(field: str, one: Row, two: Row, lists: tuple[Sequence[Row], Sequence[Row]]) -> bool:
    """Whether both versions say this of people at all, so that silence means something."""
    rows = (one, two)
    if field in ("name", "status"):
        return True
    if field == "honorific":
        return bool(one[field] and two[field])
    if field == "substitute_for":
        return sense.key(text_of(one["role"])) == sense.key(text_of(two["role"]))
    if field == "chair":
        return all(any(row["chair"] for row in listed) for listed in lists)
    if field == "grouping":
        both = {one[field], two[field]}
        return all(both <= {row[field] for row in listed} for listed in lists)
    # A list without any roles says nothing of this person's.
    return all(
        row["role"] or any(r["role"] for r in listed if _place(r) == _place(row) and r is not row)
        for row, listed in zip(rows, lists, strict=True)
    )


def _place(row: Row) -> tuple[object, object]:
    return row["grouping"], row["status"]


def _lists(rows: Sequence[Row], row: Row) -> bool:
    """Whether a version lists such people, so that leaving one out means something."""
    if str(row["status"]) in _PRESENT:
        there = [r for r in rows if r["status"] == "present"]
        return any(r["grouping"] == row["grouping"] for r in there)
    return bool(rows)


def _like(one: Row, two: Row) -> float:
    """How alike two names are; 0 for names of two people."""
    names = sense.key(str(one["name"])), sense.key(str(two["name"]))
    likeness = sense.likeness(*names)
    if likeness < _SAME_NAME or _initial(one) != _initial(two):
        return 0.0
    return likeness + (one["status"] == two["status"])


def _initial(row: Row) -> str:
    return sense.key(str(row["name"]))[:1]


def _comparable(field: str, text: str | None) -> str:
    found = sense.key(text)
    return _HONORIFICS.get(found, found) if field == "honorific" else found


def _whole(one: Row | None, two: Row | None) -> Difference:
    """The difference that a person stands in one version only."""
    name = str((two or one or {})["name"])
    return Difference("attendance", "name", name, _listed(one), _listed(two), one, two)


def _listed(row: Row | None) -> str | None:
    if row is None:
        return None
    role = f", {row['role']}" if row["role"] else ""
    return f"{row['name']}{role} ({row['status']})"


def _same_interest(one: Row, two: Row) -> float:
    if one["person_id"] != two["person_id"]:
        return 0.0
    same_item = sense.key(text_of(one["item_number"])) == sense.key(text_of(two["item_number"]))
    texts = sense.key(str(one["interest"])), sense.key(str(two["interest"]))
    return 1 + 100 * same_item + sense.likeness(*texts)


def _declared(one: Row | None, two: Row | None) -> Difference:
    row = two or one or {}
    texts = [text_of(side["interest"]) if side else None for side in (one, two)]
    item = text_of(row["item_number"])
    return Difference(
        "declarations", "interest", str(row["name"]), texts[0], texts[1], one, two, item
    )


def cut_short(before: str, after: str, earlier: Account, later: Account) -> bool:
    """Whether a version that leaves things out has only the beginning of a text."""
    return (later.incomplete and before.startswith(after)) or (
        earlier.incomplete and after.startswith(before)
    )
