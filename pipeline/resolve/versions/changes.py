"""What changed between the versions of a meeting's record: the rows of `version_changes`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extraction import Paper
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.versions import sense
from pipeline.resolve.versions.accounts import Account, Row, Rows, accounts, successions
from pipeline.resolve.versions.difference import Difference, text_of
from pipeline.resolve.versions.items import item_changes
from pipeline.resolve.versions.people import declaration_changes, people_changes
from pipeline.resolve.versions.texts import text_changes
from pipeline.resolve.versions.wording import wording_changes
from pipeline.resolve.words import digest

_HEADER = ("starts_at", "ended_at", "venue")


@dataclass(frozen=True)
class Comparison:
    """Two versions of a meeting's record, one following on the other, and how they differ."""

    earlier: Account
    later: Account
    changes: Mapping[str, Difference]
    """By change_id, in the order of the later paper."""

    @property
    def lesser(self) -> Account:
        """The less authoritative of the two; of two drafts, or two copies, the earlier."""
        same = self.earlier.standing == self.later.standing
        return self.earlier if same or self.later.rank < self.earlier.rank else self.later


def comparisons(papers: Sequence[Paper], facts: Rows, found: Calendar) -> list[Comparison]:
    """Each version of each meeting's record, compared with the one before.

    A comparison depends on its two papers alone, and so do the ids of its changes.
    """
    return [
        Comparison(earlier, later, _by_id(earlier, later))
        for _, versions in sorted(accounts(papers, facts, found).items())
        for earlier, later in successions(versions)
    ]


def change_rows(compared: Sequence[Comparison]) -> list[dict[str, object]]:
    """Rows of `version_changes`: each meeting's, version by version, in the order of the papers."""
    rows: list[dict[str, object]] = []
    position: Counter[str] = Counter()
    for each in compared:
        for change_id, change in each.changes.items():
            position[each.later.meeting_id] += 1
            place = {"change_id": change_id, "position": position[each.later.meeting_id]}
            rows.append(place | _row(change, each.earlier, each.later))
    return rows


def _by_id(earlier: Account, later: Account) -> dict[str, Difference]:
    seen: Counter[str] = Counter()
    found = {}
    for each in differences(earlier, later):
        said = each.kind, each.field, each.what, each.before, each.after
        content = digest("", each.fact_table, each.item_number, *said)
        seen[content] += 1
        found[digest("v", earlier.document_id, later.document_id, content, seen[content])] = each
    return found


def differences(earlier: Account, later: Account) -> Iterator[Difference]:
    """Yield all that two versions of a record say otherwise, in the order of the later paper."""
    items = item_changes(earlier, later)
    told: list[Difference] = []
    for group in (
        _header_changes(earlier, later),
        people_changes(earlier, later),
        items.changes,
        declaration_changes(earlier, later),
        text_changes(earlier, later, items),
    ):
        told += sorted(group, key=_place)
    yield from told
    yield from wording_changes(earlier, later, told)


def _header_changes(earlier: Account, later: Account) -> Iterator[Difference]:
    """Yield times and places that both versions print, and otherwise."""
    for field in _HEADER:
        sides = [
            next((r for r in version.rows["meeting_headers"] if r[field] is not None), None)
            for version in (earlier, later)
        ]
        one, two = sides
        if one is None or two is None:
            continue
        before, after = text_of(one[field]), text_of(two[field])
        keys = sense.key(before), sense.key(after)
        blurred = earlier.recognised or later.recognised
        short, long = sorted(keys, key=len)
        # A place may be given with its address or without.
        if not sense.same(*keys, recognised=blurred) and not (field == "venue" and short in long):
            yield Difference(
                "meeting_headers", field, field.replace("_", " "), before, after, one, two
            )


def _place(change: Difference) -> tuple[int, float]:
    row = change.later or change.earlier or {}
    page, top = row.get("page"), row.get("top")
    return int(str(page or 0)), float(str(top or 0))


def _row(change: Difference, earlier: Account, later: Account) -> dict[str, object]:
    return {
        "meeting_id": later.meeting_id,
        "from_document_id": earlier.document_id,
        "to_document_id": later.document_id,
        "fact_table": change.fact_table,
        "kind": change.kind,
        "field": change.field,
        "what": change.what,
        "item_number": change.item_number,
        "before": change.before,
        "after": change.after,
        "from_fact_id": _of(change.earlier, "fact_id"),
        "from_page": _of(change.earlier, "page"),
        "to_fact_id": _of(change.later, "fact_id"),
        "to_page": _of(change.later, "page"),
    }


def _of(row: Row | None, name: str) -> object:
    return row[name] if row else None
