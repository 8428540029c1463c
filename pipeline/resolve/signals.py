"""Weak signs that a fact may be wrong, told from its row and its neighbours, never from gold.

A signal alone says little. How much each weighs for each extractor is measured: see
`pipeline/resolve/confidence.py`. What each means in words stands in `models/rules.toml`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extraction import Paper
from pipeline.resolve.words import fold

Row = Mapping[str, object]

_CHIEF = {
    "attendance": "name",
    "membership": "name",
    "agenda_items": "title",
    "declarations": "interest",
    "resolutions": "text",
    "actions": "text",
    "milestones": "milestone",
    "forward_plan": "item",
    "reports": "title",
    "recommendations": "text",
}
"""The column that holds what a fact says."""
_USUAL = {
    "attendance": (2, 3),
    "membership": (2, 3),
    "agenda_items": (2, 14),
    "declarations": (3, 40),
    "resolutions": (4, 90),
    "actions": (5, 50),
    "milestones": (2, 40),
    "forward_plan": (2, 25),
    "reports": (2, 25),
    "recommendations": (4, 90),
}
"""Words that the chief column mostly holds, at least and at most."""
_NUMBERED = {"agenda_items": "number", "resolutions": "item_number", "actions": "item_number"}
_PROSE = frozenset({"resolutions", "actions", "recommendations"})
_CROWD = 6
"""Facts of one kind in one item, from which they are many."""
_ODD = frozenset(
    {"short", "long", "begins small", "open end", "out of order", "two statuses", "odd name"}
)
"""Signals that seldom come alone: where many rows of a list have one, all of it may be misread."""
_MANY = 0.25
_ODD_NAME = re.compile(r"\d|[.,;:]\s|\w\.\w{2}|\b[A-Z](?:\.?[A-Z]){2,}\b")
"""A digit, a stop inside, or initials of three letters and more: more than a name."""
_VOWELS = re.compile(r"[aeiouyâêîôûŵŷáéíóú]", re.IGNORECASE)
_FORMS = {"text/plain": "plain text", "text/markdown": "plain text", "text/html": "web page"}
_PARTS = {"meeting_page": "meeting page", "decision_notice": "decision notice", "other": "other"}


def setting(paper: Paper, part: int) -> list[str]:
    """What the form of the paper and the kind of its part say of all facts in it."""
    found = [_FORMS[paper.media_type]] if paper.media_type in _FORMS else []
    summary = next((p for p in paper.parts if p.index == part), None)
    if summary is not None and summary.kind in _PARTS:
        found.append(_PARTS[summary.kind])
    if summary is not None and summary.draft:
        found.append("draft")
    return found


def row_signals(table: str, rows: Sequence[Row], attending: Sequence[Row]) -> list[list[str]]:
    """The signals of each of `rows`, the facts of one table of one paper, in their order.

    `attending` are the paper's own rows of attendance.
    """
    found: list[list[str]] = [[] for _ in rows]
    named: dict[str, Iterator[bool]] = {
        "short": _short(table, rows),
        "long": _long(table, rows),
        "begins small": _begins_small(table, rows),
        "open end": _open_end(table, rows),
        "no number": _no_number(table, rows),
        "out of order": _out_of_order(table, rows),
        "crowded": _crowded(table, rows),
        "repeated": _repeated(table, rows),
        "untitled": _untitled(table, rows),
        "two statuses": _two_statuses(table, rows),
        "no owner": (table == "actions" and row.get("owner") is None for row in rows),
        "stranger": _stranger(table, rows, attending),
        "odd name": _odd_name(table, rows),
        "bare name": _bare_name(table, rows),
        "garbled": (_is_garbled(str(row.get("quote") or "")) for row in rows),
    }
    for name, holds in named.items():
        for signals, held in zip(found, holds, strict=True):
            if held:
                signals.append(name)
    odd = sum(not _ODD.isdisjoint(signals) for signals in found)
    if len(rows) >= 4 and odd >= _MANY * len(rows):
        for signals in found:
            signals.append("odd neighbours")
    return found


def _says(table: str, row: Row) -> str:
    return str(row.get(_CHIEF.get(table, ""), None) or "")


def _short(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    least = _USUAL[table][0] if table in _USUAL else 0
    return (len(_says(table, row).split()) < least for row in rows)


def _long(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    most = _USUAL[table][1] if table in _USUAL else 10**6
    return (len(_says(table, row).split()) > most for row in rows)


def _begins_small(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    return (_says(table, row)[:1].islower() for row in rows)


def _open_end(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A text in prose that ends without a stop."""
    return (table in _PROSE and not _says(table, row).endswith((".", ";", "!")) for row in rows)


def _no_number(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    column = _NUMBERED.get(table)
    return (column is not None and row.get(column) is None for row in rows)


def _out_of_order(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A heading whose number is not the next after that of the heading before."""
    before: int | None = None
    for row in rows:
        digits = "".join(c for c in str(row.get("number") or "").split(".")[-1] if c.isdigit())
        place = int(digits[-9:]) if table == "agenda_items" and digits else None
        yield place is not None and before is not None and place != before + 1
        before = place if place is not None else before


def _crowded(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    column = _NUMBERED.get(table) if table != "agenda_items" else None
    counts = Counter((row.get("meeting_id"), row.get(column)) for row in rows) if column else None
    return (
        counts is not None and counts[row.get("meeting_id"), row.get(column or "")] > _CROWD
        for row in rows
    )


def _repeated(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """The same words once more in the same paper, persons apart."""
    texts = [fold(_says(table, row)) for row in rows]
    counts = Counter(texts)
    return (table in _PROSE | {"agenda_items"} and counts[text] > 1 for text in texts)


def _untitled(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A person without an honorific where most of the same group have one, or the reverse."""
    groups: dict[object, list[bool]] = defaultdict(list)
    for row in rows:
        groups[row.get("status"), row.get("grouping")].append(row.get("honorific") is not None)
    for row in rows:
        group = groups[row.get("status"), row.get("grouping")]
        most = sum(group) >= 0.6 * len(group)
        odd = (row.get("honorific") is not None) != most
        yield table == "attendance" and len(group) > 2 and odd


def _two_statuses(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A person whom the paper has as present and as sorry or absent."""
    statuses: dict[object, set[object]] = defaultdict(set)
    for row in rows:
        statuses[row.get("meeting_id"), row.get("person_id")].add(row.get("status"))
    return (
        table == "attendance" and len(statuses[row.get("meeting_id"), row.get("person_id")]) > 1
        for row in rows
    )


def _odd_name(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A name with more in it than a name has, or in capitals where most of the list are not."""
    people = table in {"attendance", "membership", "declarations"}
    names = [str(row.get("name") or "") for row in rows]
    capitals = sum(name.isupper() for name in names) * 2 > len(names)
    return (
        people
        and (_ODD_NAME.search(name) is not None or (not capitals and name.isupper()))
        and not (capitals and name.isupper())
        for name in names
    )


def _bare_name(table: str, rows: Sequence[Row]) -> Iterator[bool]:
    """A person of whom neither honorific nor post is printed."""
    return (
        table == "attendance" and row.get("honorific") is None and row.get("role") is None
        for row in rows
    )


def _is_garbled(text: str) -> bool:
    """Whether the letters of a font without a right table of characters stand in for the text."""
    words = [word for word in text.split() if len(word) > 3 and word.isascii()]
    odd = sum(_VOWELS.search(word) is None or "\u00b6" in word for word in words)
    return "\u00b6" in text or (len(words) >= 4 and 4 * odd > len(words))


def _stranger(table: str, rows: Sequence[Row], attending: Sequence[Row]) -> Iterator[bool]:
    """Somebody who declares an interest and is not in the paper's own list of those who came."""
    known = {fold(str(row["name"])).split(" ")[-1] for row in attending}
    return (
        table == "declarations"
        and bool(known)
        and fold(str(row.get("name"))).split(" ")[-1] not in known
        for row in rows
    )
