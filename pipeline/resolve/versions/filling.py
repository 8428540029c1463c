"""What a web page or a decision notice holds of a meeting that its most authoritative record lacks.

The record alone says what it says: a page adds who sent apologies, an item that the minutes pass
over, the decision of such an item. Nothing is added that stands there in other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction import Paper
from pipeline.resolve.meetings.calendar import ITEMS_OF_A_MEETING, Calendar
from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row, Rows, accounts
from pipeline.resolve.versions.difference import text_of
from pipeline.resolve.versions.items import Items, item_changes
from pipeline.resolve.words import fold

_FILLERS = frozenset(["meeting_page", "decision_notice"])
_ALIKE = 60.0
"""Likeness from which two texts may be one in other words, so that one of them is enough."""
_SAME_NAME = 85.0

_Filler = tuple[str, Row, str]
"""A table, a row of it, and why the row counts beside the record's."""


@dataclass(frozen=True)
class _Page:
    """A lesser paper, beside what the record and the pages before it hold."""

    held: dict[str, list[Row]]
    other: Account
    items: Items
    """The page's items, matched with the record's."""


def filler_rows(papers: Sequence[Paper], facts: Rows, found: Calendar) -> list[dict[str, object]]:
    """Rows of `fillers`: facts of lesser papers that count beside those of the record."""
    rows: list[dict[str, object]] = []
    for meeting_id, versions in sorted(accounts(papers, facts, found).items()):
        for table, row, reason in _fill(versions):
            rows.append(
                {
                    "meeting_id": meeting_id,
                    "fact_table": table,
                    "fact_id": row["fact_id"],
                    "document_id": row["document_id"],
                    "reason": reason,
                }
            )
    return rows


def _fill(versions: Sequence[Account]) -> Iterator[_Filler]:
    record = versions[0]
    listing = next((v for v in versions if _names_the_present(v)), record)
    held = {table: list(rows) for table, rows in record.rows.items()}
    present = list(listing.rows["attendance"])
    for other in versions:
        lesser = other.standing in _FILLERS
        if other is not listing and (lesser or other is record):
            yield from _kept("attendance", _people(present, other), present)
        if other is record or not lesser:
            continue
        page = _Page(held, other, item_changes(other, record))
        for table, fill in _WAYS:
            yield from _kept(table, fill(page), held[table])


def _kept(table: str, found: Iterator[tuple[Row, str]], held: list[Row]) -> Iterator[_Filler]:
    """Yield what fills a table; the next paper is then compared with that too."""
    added = list(found)
    held += [row for row, _ in added]
    yield from ((table, row, reason) for row, reason in added)


def _names_the_present(version: Account) -> bool:
    standing = version.standing in ("minutes", "draft_minutes", "meeting_page")
    return standing and any(row["status"] == "present" for row in version.rows["attendance"])


def _people(held: Sequence[Row], other: Account) -> Iterator[tuple[Row, str]]:
    groups = {row["grouping"] for row in held if row["status"] == "present"}
    for row in other.rows["attendance"]:
        if any(_may_be_one(row, each) for each in held):
            continue
        if row["status"] != "present":
            yield row, f"the record doesn't name this person, listed here as {row['status']}"
        elif row["grouping"] not in groups:
            yield row, f"the record lists no {row['grouping']} who came"


def _items(page: _Page) -> Iterator[tuple[Row, str]]:
    if len(page.held["agenda_items"]) < ITEMS_OF_A_MEETING:
        return
    for row in page.items.only_earlier:
        if not _stands(row, page.held["agenda_items"], "title"):
            yield row, "the record has no such item"


def _decisions(page: _Page) -> Iterator[tuple[Row, str]]:
    rows = page.held["resolutions"]
    settled = {page.items.place(row, earlier=False) for row in rows}
    for row in page.other.rows["resolutions"]:
        place = page.items.place(row, earlier=True)
        if place in settled or (not place and rows):
            continue
        if not _stands(row, rows, "text"):
            yield row, "the record has no decision of this item" if place else "it has no decision"


def _motions(page: _Page) -> Iterator[tuple[Row, str]]:
    rows = page.held["motions"]
    moved = {page.items.place(row, earlier=False) for row in rows}
    for row in page.other.rows["motions"]:
        place = page.items.place(row, earlier=True)
        if place and place not in moved and not _stands(row, rows, "motion"):
            yield row, "the record has no motion of this item"


def _votes(page: _Page) -> Iterator[tuple[Row, str]]:
    motions = {row["motion_id"] for row in page.held["motions"]}
    for row in page.other.rows["votes"]:
        if row["motion_id"] in motions:
            yield row, "its motion is not in the record"


def _actions(page: _Page) -> Iterator[tuple[Row, str]]:
    known = {sense.key(text_of(row["number"])) for row in page.held["agenda_items"]}
    known |= {
        page.items.place(row, earlier=False)
        for t in ("resolutions", "actions")
        for row in page.held[t]
    }
    texts = [*page.held["actions"], *page.held["resolutions"]]
    for row in page.other.rows["actions"]:
        place = page.items.place(row, earlier=True)
        if place and place not in known and not _stands(row, texts, "text"):
            yield row, "the record doesn't tell of this item"


def _declarations(page: _Page) -> Iterator[tuple[Row, str]]:
    rows = page.held["declarations"]
    for row in page.other.rows["declarations"]:
        if not any(_may_be_one(row, each) for each in rows):
            yield row, "the record has no declaration of this person"


_Way = Callable[[_Page], Iterator[tuple[Row, str]]]
_WAYS: tuple[tuple[str, _Way], ...] = (
    ("actions", _actions),
    ("resolutions", _decisions),
    ("motions", _motions),
    ("votes", _votes),
    ("declarations", _declarations),
    ("agenda_items", _items),
)
"""Actions before the rest: what the same page fills in is no reason against them."""


def _may_be_one(one: Row, two: Row) -> bool:
    """Whether two rows may name one person, by whatever part of the name is printed."""
    if one["person_id"] == two["person_id"]:
        return True
    names = fold(str(one["name"])).split(), fold(str(two["name"])).split()
    if not all(names):
        return False
    if sense.likeness("".join(names[0]), "".join(names[1])) >= _SAME_NAME:
        return True
    if names[0][-1] != names[1][-1]:
        return False
    short, long = sorted(("" if len(name) == 1 else name[0] for name in names), key=len)
    return long.startswith(short)


def _likeness(one: Row, two: Row, field: str) -> float:
    return sense.likeness(sense.decided(text_of(one[field])), sense.decided(text_of(two[field])))


def _stands(row: Row, rows: Sequence[Row], field: str) -> bool:
    """Whether a text stands in the record already, if in other words."""
    return any(_likeness(row, each, field) >= _ALIKE for each in rows)
