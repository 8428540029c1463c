"""What changed between the versions of a meeting's record: the rows of `version_changes`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extraction import Paper
from pipeline.resolve import sense
from pipeline.resolve.accounts import Account, Row, Rows, accounts, successions
from pipeline.resolve.changed_items import item_changes
from pipeline.resolve.changed_people import declaration_changes, people_changes
from pipeline.resolve.changed_texts import text_changes
from pipeline.resolve.changed_wording import wording_changes
from pipeline.resolve.difference import Difference, text_of
from pipeline.resolve.meetings import Calendar
from pipeline.resolve.words import digest

_HEADER = ("starts_at", "ended_at", "venue")


def change_rows(papers: Sequence[Paper], facts: Rows, found: Calendar) -> list[dict[str, object]]:
    """Rows of `version_changes`: each meeting's, version by version, in the order of the papers.

    A row depends on the two papers that it compares alone, and so does its id.
    """
    rows: list[dict[str, object]] = []
    for meeting_id, versions in sorted(accounts(papers, facts, found).items()):
        position = 0
        for earlier, later in successions(versions):
            seen: dict[str, int] = defaultdict(int)
            for change in differences(earlier, later):
                position += 1
                row = _row(change, earlier, later)
                given = [row[name] for name in ("kind", "field", "what", "before", "after")]
                content = digest("", change.fact_table, change.item_number, *given)
                seen[content] += 1
                row["change_id"] = digest(
                    "v", earlier.document_id, later.document_id, content, seen[content]
                )
                row["meeting_id"] = meeting_id
                row["position"] = position
                rows.append(row)
    return rows


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
