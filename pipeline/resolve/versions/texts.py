"""Decisions, motions and actions: how two versions of a record differ in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row
from pipeline.resolve.versions.difference import Difference, Pairs, pair, text_of
from pipeline.resolve.versions.items import Items
from pipeline.resolve.versions.people import cut_short

_SAME_TEXT = 60.0
"""Likeness from which two texts under one item are one text, reworded."""
_SAME_ANYWHERE = 85.0
"""The same for texts under different items."""
_CHIEF = {"resolutions": "text", "actions": "text", "motions": "motion"}
"""The column that says what a row of each table is."""
_TALLIES = ("proposer", "seconder", "outcome", "votes_for", "votes_against", "abstentions")


def text_changes(earlier: Account, later: Account, items: Items) -> Iterator[Difference]:
    """Yield resolutions, motions and actions added, dropped, moved or reworded."""
    for table, chief in _CHIEF.items():
        left, right = earlier.rows[table], later.rows[table]
        if table == "actions":
            # What a resolution asks for is told of with the resolution.
            left = _own_actions(left, later)
            right = _own_actions(right, earlier)
        pairs, dropped, added = _paired(left, right, chief, items)
        for both in pairs:
            yield from _reworded(table, both, (earlier, later), items)
        if not later.incomplete:
            yield from (_text(table, chief, row, None, items) for row in dropped if row[chief])
        if not earlier.incomplete:
            yield from (_text(table, chief, None, row, items) for row in added if row[chief])


def _own_actions(rows: Sequence[Row], other: Account) -> list[Row]:
    """Actions that are no resolution, neither here nor in the other version."""
    resolved = {sense.decided(text_of(row["text"])) for row in other.rows["resolutions"]}
    return [
        row
        for row in rows
        if row["origin"] not in ("resolved", "log")
        and sense.decided(text_of(row["text"])) not in resolved
    ]


def _paired(
    left: Sequence[Row], right: Sequence[Row], chief: str, items: Items
) -> tuple[Pairs, list[Row], list[Row]]:
    """Pair texts: equal ones, then like ones of one item, then what alone is left in its place."""

    def weigh(one: Row, two: Row) -> float:
        keys = sense.decided(text_of(one[chief])), sense.decided(text_of(two[chief]))
        here = items.place(one, earlier=True) == items.place(two, earlier=False)
        if not here and not any(keys):  # motions that only their items' titles tell of
            return 0.0
        if keys[0] == keys[1]:
            return 300 + 100 * here + (one.get("ordinal") == two.get("ordinal"))
        likeness = sense.likeness(*keys)
        if likeness >= (_SAME_TEXT if here else _SAME_ANYWHERE):
            return likeness + 100 * here
        return 0.0

    pairs, dropped, added = pair(left, right, weigh)
    if chief == "text" and left and "ordinal" in left[0]:
        more, dropped, added = _in_place(dropped, added, items)
        pairs += more
    return pairs, dropped, added


def _in_place(
    dropped: list[Row], added: list[Row], items: Items
) -> tuple[Pairs, list[Row], list[Row]]:
    """Pair decisions left over under one item, as many in each version, in their order."""
    sides: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in dropped:
        sides[items.place(row, earlier=True)][0].append(row)
    for row in added:
        sides[items.place(row, earlier=False)][1].append(row)
    pairs: Pairs = []
    for here, there in sides.values():
        if len(here) == len(there):
            pairs += zip(here, there, strict=True)
    used = {id(row) for both in pairs for row in both}
    rest = [[row for row in rows if id(row) not in used] for rows in (dropped, added)]
    return pairs, rest[0], rest[1]


def _reworded(
    table: str, both: tuple[Row, Row], versions: tuple[Account, Account], items: Items
) -> Iterator[Difference]:
    one, two = both
    chief = _CHIEF[table]
    blurred = any(version.recognised for version in versions)
    texts = text_of(one[chief]), text_of(two[chief])
    keys = sense.decided(texts[0]), sense.decided(texts[1])
    if not sense.same(*keys, recognised=blurred) and not cut_short(*keys, *versions):
        yield _text(table, chief, one, two, items)
    places = items.place(one, earlier=True), items.place(two, earlier=False)
    if all(places) and places[0] != places[1]:
        yield _text(table, "item_number", one, two, items)
    for field in _fields(table):
        values = text_of(one[field]), text_of(two[field])
        if all(values) and not sense.same(*map(sense.key, values), recognised=blurred):
            yield _text(table, field, one, two, items)


def _fields(table: str) -> tuple[str, ...]:
    return {"motions": _TALLIES, "actions": ("owner", "due")}.get(table, ())


def _text(table: str, field: str, one: Row | None, two: Row | None, items: Items) -> Difference:
    row = two or one or {}
    number = text_of(row["item_number"])
    place = items.place(row, earlier=two is None)
    before, after = (text_of(side[field]) if side else None for side in (one, two))
    what = items.titles.get(place) or (f"item {number}" if number else "no item")
    return Difference(table, field, what, before, after, one, two, number)
