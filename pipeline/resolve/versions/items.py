"""Items of business: how two versions of a record number and name them, and which is which."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row
from pipeline.resolve.versions.difference import Difference, pair, text_of

_SAME_TITLE = 75.0
"""Likeness from which two titles under different numbers are one title, reworded."""
_OTHER_NUMBERS = 3
"""From so many items on, all numbered otherwise, the numbering is another and no item moved."""


@dataclass
class Items:
    """The items of two versions, matched."""

    changes: list[Difference] = field(default_factory=list)
    later_of: dict[str, str] = field(default_factory=dict)
    """By key of an earlier version's number, the key of the same item's in the later."""
    only_earlier: list[Row] = field(default_factory=list)
    """Items of the earlier version that the later has not."""
    titles: dict[str, str] = field(default_factory=dict)
    """By key of a later version's number, the item's title."""

    def place(self, row: Row, *, earlier: bool) -> str:
        """The key of the number, in the later version, of the item that a row stands under."""
        number = sense.key(text_of(row["item_number"]))
        return self.later_of.get(number, number) if earlier else number


def item_changes(earlier: Account, later: Account) -> Items:
    """Match the items of two versions: by title, then by number; and tell how they differ."""
    left, right = earlier.rows["agenda_items"], later.rows["agenda_items"]
    blurred = earlier.recognised or later.recognised

    def weigh(one: Row, two: Row) -> float:
        titles = sense.key(text_of(one["title"])), sense.key(text_of(two["title"]))
        numbered = bool(_numbers(one) & _numbers(two))
        if sense.same(*titles, recognised=blurred):
            return 300 + 100 * numbered
        likeness = sense.likeness(*titles)
        if numbered or likeness >= _SAME_TITLE:
            return likeness + 100 * numbered + 1
        return 0.0

    pairs, dropped, added = pair(left, right, weigh)
    found = Items(only_earlier=dropped)
    for row in right:
        found.titles.setdefault(sense.key(text_of(row["number"])), str(row["title"]))
    for one, two in pairs:
        for number in _numbers(one):
            found.later_of.setdefault(number, sense.key(text_of(two["number"])))
    moved = [(one, two) for one, two in pairs if _is_moved(one, two)]
    if len(moved) >= _OTHER_NUMBERS and len(moved) == sum(bool(_numbers(one)) for one, _ in pairs):
        found.changes.append(_renumbered(moved))
        moved = []
    for one, two in pairs:
        if any(one is each for each, _ in moved):
            found.changes.append(_item("number", one, two))
        titles = sense.key(text_of(one["title"])), sense.key(text_of(two["title"]))
        if not sense.same(*titles, recognised=blurred) and not _shortened(titles, earlier, later):
            found.changes.append(_item("title", one, two))
    if not later.incomplete:
        found.changes += [_item("title", row, None) for row in dropped]
    if not earlier.incomplete:
        found.changes += [_item("title", None, row) for row in added]
    return found


def _numbers(row: Row) -> set[str]:
    return {sense.key(text_of(row[name])) for name in ("number", "also") if row[name]}


def _is_moved(one: Row, two: Row) -> bool:
    return bool(_numbers(one) and _numbers(two)) and not _numbers(one) & _numbers(two)


def _shortened(titles: tuple[str, str], earlier: Account, later: Account) -> bool:
    """Web pages and notices print titles longer or shorter than the minutes do."""
    pages = {earlier.standing, later.standing} & {"meeting_page", "decision_notice"}
    short, long = sorted(titles, key=len)
    return bool(pages) and bool(short) and long.startswith(short)


def _item(name: str, one: Row | None, two: Row | None) -> Difference:
    row = two or one or {}
    texts = [text_of(side[name]) if side else None for side in (one, two)]
    number = text_of(row["number"])
    return Difference("agenda_items", name, str(row["title"]), texts[0], texts[1], one, two, number)


def _renumbered(moved: list[tuple[Row, Row]]) -> Difference:
    """All items at once, as where the minutes' numbers run on and a web page's don't."""
    one, two = moved[0]
    numbers = [", ".join(str(pair[side]["number"]) for pair in moved) for side in (0, 1)]
    return Difference("agenda_items", "number", "all items", numbers[0], numbers[1], one, two)
