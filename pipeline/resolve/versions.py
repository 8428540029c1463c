"""Where the versions of one meeting's minutes disagree: who was there, as what; decisions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from pipeline.extraction import Paper
from pipeline.resolve.meetings import Calendar, Standing
from pipeline.resolve.words import fold, letters

Row = Mapping[str, object]
Rows = list[dict[str, object]]

_VERSIONS: dict[Standing, str] = {
    "minutes": "the approved minutes",
    "draft_minutes": "the draft",
    "meeting_page": "the meeting page",
}
_PRESENT = ("present", "late")
_SAME_NAME = 85.0
"""Likeness from which two names, each in one version only, are one name printed two ways."""
_SAME_DECISION = 60.0
_RESOLVED = re.compile(
    r"^(?:(?:(?:it was|the [\w ]{2,40}?|[a-z]+) )?(?:unanimously )?(?:resolved|agreed|decided)\b"
    r"[\s:;–-]*)?(?:that\b[\s:;–-]*)?",
    re.IGNORECASE,
)


@dataclass
class Version:
    """One document's account of one meeting."""

    document_id: str
    standing: Standing
    partial: bool
    attendance: list[Row] = field(default_factory=list)
    resolutions: list[Row] = field(default_factory=list)


def between_versions(
    papers: Sequence[Paper], facts: Mapping[str, Rows], found: Calendar
) -> Iterator[dict[str, object]]:
    """Contradictions of each meeting's most authoritative minutes with its other versions.

    A difference is told once, of the first version that has it; copies add nothing.
    """
    partial = {paper.document_id: paper.status == "partial" for paper in papers}
    versions: dict[str, dict[str, Version]] = defaultdict(dict)
    for (meeting_id, document_id), _ in sorted(found.rank.items(), key=lambda r: (r[0][0], r[1])):
        standing = found.standing[meeting_id, document_id]
        if standing in _VERSIONS:
            cut = partial[document_id] or standing == "meeting_page"
            versions[meeting_id][document_id] = Version(document_id, standing, cut)
    for table in ("attendance", "resolutions"):
        for row in facts[table]:
            version = versions[str(row["meeting_id"])].get(str(row["document_id"]))
            if version is not None:
                getattr(version, table).append(row)
    for meeting_id in sorted(versions):
        first, *others = versions[meeting_id].values() or (None,)
        said: set[tuple[str, str]] = set()
        for other in others:
            if first is None:
                continue
            for subject, detail in [*_people(first, other), *_decisions(first, other)]:
                if (subject, detail) not in said:
                    said.add((subject, detail))
                    yield {
                        "meeting_id": meeting_id,
                        "document_id": other.document_id,
                        "subject": subject,
                        "detail": detail,
                    }


def _labels(first: Version, other: Version) -> tuple[str, str]:
    here, there = _VERSIONS[first.standing], _VERSIONS[other.standing]
    return (here, there) if here != there else (here, f"another copy of {there}")


def _people(first: Version, other: Version) -> Iterator[tuple[str, str]]:
    here, there = _labels(first, other)
    mine, theirs = _listed(first), _listed(other)
    groupings = _groupings(first) & _groupings(other)
    only_here = [p for p in mine if p not in theirs and mine[p]["grouping"] in groupings]
    only_there = [p for p in theirs if p not in mine and theirs[p]["grouping"] in groupings]
    for one in list(only_here):
        like = [p for p in only_there if fuzz.ratio(one, p) >= _SAME_NAME]
        if len(like) == 1:
            only_here.remove(one)
            only_there.remove(like[0])
            names = mine[one]["name"], theirs[like[0]]["name"]
            yield "name", f"'{names[0]}' in {here}, '{names[1]}' in {there}"
    for one in only_here:
        if str(mine[one]["status"]) in _PRESENT:
            yield "attendance", f"{mine[one]['name']} is listed in {here} and not in {there}"
    for one in only_there:
        if str(theirs[one]["status"]) in _PRESENT:
            yield "attendance", f"{theirs[one]['name']} is listed in {there} and not in {here}"
    for one in mine:
        if one in theirs:
            yield from _person(mine[one], theirs[one], here, there)


def _person(mine: Row, theirs: Row, here: str, there: str) -> Iterator[tuple[str, str]]:
    name = mine["name"]
    if mine["status"] != theirs["status"]:
        yield (
            "attendance",
            f"{name}: '{mine['status']}' in {here}, '{theirs['status']}' in {there}",
        )
    roles = mine["role"], theirs["role"]
    if all(roles) and letters(str(roles[0])) != letters(str(roles[1])):
        yield "role", f"{name}: '{roles[0]}' in {here}, '{roles[1]}' in {there}"


def _listed(version: Version) -> dict[str, Row]:
    """Each person's row: where they are listed twice, the one that has them there."""
    rows: dict[str, Row] = {}
    for row in sorted(version.attendance, key=lambda r: str(r["status"]) not in _PRESENT):
        rows.setdefault(str(row["person_id"]), row)
    return rows


def _groupings(version: Version) -> set[str]:
    """Return the groupings of which the version lists who was there, not apologies alone."""
    return {str(r["grouping"]) for r in version.attendance if r["status"] == "present"}


def _decisions(first: Version, other: Version) -> Iterator[tuple[str, str]]:
    """Resolutions of one item that are worded otherwise; one that's missing is not told of."""
    here, there = _labels(first, other)
    mine, theirs = _decided(first), _decided(other)
    equal = {_key(row) for row in mine} & {_key(row) for row in theirs}
    left = [row for row in mine if _key(row) not in equal]
    right = [row for row in theirs if _key(row) not in equal]
    scored = []
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            if _item(one) == _item(two):
                likeness = fuzz.ratio(_key(one), _key(two))
                same_place = one["ordinal"] == two["ordinal"]
                if likeness >= _SAME_DECISION or (same_place and _alone(left, right, one)):
                    scored.append((-likeness, not same_place, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(scored):
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        if _cut_short(first, other, _key(left[i]), _key(right[j])):
            continue
        item = f"Item {left[i]['item_number']}" if left[i]["item_number"] else "A resolution"
        yield (
            "resolution",
            f"{item}: '{left[i]['text']}' in {here}, '{right[j]['text']}' in {there}",
        )


def _alone(left: Sequence[Row], right: Sequence[Row], row: Row) -> bool:
    """Whether each version has as many differing resolutions under the row's item."""
    item = _item(row)
    return sum(_item(r) == item for r in left) == sum(_item(r) == item for r in right)


def _cut_short(first: Version, other: Version, mine: str, theirs: str) -> bool:
    """Web pages cut long items, and a partial paper lacks some of its text: no contradiction."""
    return (other.partial and mine.startswith(theirs)) or (
        first.partial and theirs.startswith(mine)
    )


def _decided(version: Version) -> list[Row]:
    return sorted(version.resolutions, key=lambda r: (_item(r), str(r["ordinal"]), _key(r)))


def _item(row: Row) -> str:
    return fold(str(row["item_number"] or ""))


def _key(row: Row) -> str:
    text = str(row["text"])
    return letters(_RESOLVED.sub("", text)) or letters(text)
