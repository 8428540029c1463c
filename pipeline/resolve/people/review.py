"""Pairs of people who may be one, and why they were kept apart: for a person to look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from pipeline.resolve.people.mentions import Mention
from pipeline.resolve.people.names import PersonName, nearness
from pipeline.resolve.people.posts import same_service, service_of
from pipeline.resolve.people.titles import clash, sex_of

Row = dict[str, object]
MOST_OF_A_NAME = 60
"""People with one surname in one place above which no pairs are made: they'd be noise."""


@dataclass
class _Seen:
    """What the review needs to know of one person."""

    person_id: str
    names: dict[str, PersonName] = field(default_factory=dict)
    forms: Counter[str] = field(default_factory=Counter)
    bodies: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    sexes: set[str] = field(default_factory=set)
    lists: set[tuple[str, int]] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    @property
    def services(self) -> list[frozenset[str]]:
        return [service for role in self.roles if (service := service_of(role))]


def review_rows(
    named: Sequence[tuple[Mention, str, str]], apart: Collection[frozenset[str]]
) -> list[Row]:
    """Rows of `people_review`, from mentions with the person's id and the scope they are in.

    `apart` are the pairs that somebody has decided about.
    """
    people: dict[tuple[str, str], _Seen] = {}
    for mention, person_id, scope in named:
        seen = people.setdefault((scope, person_id), _Seen(person_id))
        _take_in(seen, mention)
    rows = {}
    for one, other in _candidates(people):
        if frozenset((one.person_id, other.person_id)) in apart:
            continue
        found = _reason(one, other)
        if found:
            row = _row(one, other, *found)
            rows[row["person_id"], row["other_id"]] = row
    return sorted(
        rows.values(), key=lambda r: (-float(str(r["likeness"])), str(r["person_id"]),
                                      str(r["other_id"])),
    )  # fmt: skip


def _take_in(seen: _Seen, mention: Mention) -> None:
    if mention.table != "actions":
        seen.names.setdefault(mention.name.key, mention.name)
        seen.forms[" ".join(filter(None, [mention.honorific, mention.text]))] += 1
    if mention.setting.printed_body:
        seen.bodies.add(mention.setting.printed_body)
    if mention.role:
        seen.roles[mention.role] += 1
    if sex := sex_of(mention.honorific):
        seen.sexes.add(sex)
    if mention.listed:
        seen.lists.add((mention.document_id, mention.part))
    if mention.setting.held_on:
        seen.days.append(mention.setting.held_on)
    seen.documents.add(mention.document_id)


def _candidates(people: Mapping[tuple[str, str], _Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    """Pairs of one scope with one surname, or with surnames that begin alike."""
    blocks: dict[tuple[str, str], dict[str, _Seen]] = defaultdict(dict)
    for (scope, person_id), seen in people.items():
        for name in seen.names.values():
            blocks[scope, name.last][person_id] = seen
            if name.given and name.fullness == 2:
                blocks[scope, f"~{name.given[0]} {name.last[:2]}"][person_id] = seen
    done = set()
    for key in sorted(blocks):
        block = [blocks[key][each] for each in sorted(blocks[key])]
        if len(block) > MOST_OF_A_NAME:
            continue
        for one, other in combinations(block, 2):
            pair = (one.person_id, other.person_id)
            if pair not in done:
                done.add(pair)
                yield one, other


def _reason(one: _Seen, other: _Seen) -> tuple[str, float] | None:
    """Why the two may be one and were not joined, and how alike they are, from 0 to 1."""
    if one.lists & other.lists:
        return None
    if any(clash(a, b) for a in one.sexes for b in other.sexes):
        return None
    near = {nearness(a, b) for a in one.names.values() for b in other.names.values()}
    told_apart = any(
        a.surname == b.surname and a.given and b.given and nearness(a, b) is None
        for a in one.names.values()
        for b in other.names.values()
    )
    near -= {"exact", "given", "bare"} if told_apart else set()
    in_body = bool(one.bodies & other.bodies)
    service = any(same_service(a, b) for a in one.services for b in other.services)
    bonus = 0.1 * in_body + 0.1 * service
    reasons: tuple[tuple[object, str, float], ...] = (
        ("exact" in near, "the same name, of people who could not be told to be one", 0.8),
        (
            "given" in near,
            "initials of one fit the other's forenames; another body or term",
            0.6,
        ),
        ("spelling" in near, "one letter differs, and no list or post says that they are one", 0.6),
        ("bare" in near, "one is a surname alone, which others may have", 0.4),
        (
            (in_body or service) and _short_form(one, other),
            "one forename may be short for the other",
            0.3,
        ),
        (service and _near_slip(one, other), "two letters differ, in one service", 0.3),
    )
    return next(((why, likeness + bonus) for fits, why, likeness in reasons if fits), None)


def _short_form(one: _Seen, other: _Seen) -> bool:
    """Whether the surnames agree and a forename begins the other: 'Rob', 'Robert'."""
    return any(
        a.surname == b.surname
        and a.given
        and b.given
        and min(len(a.given[0]), len(b.given[0])) >= 2
        and a.given[0][:2] == b.given[0][:2]
        and a.given[0][:1] == b.given[0][:1]
        and (a.given[0].startswith(b.given[0][:3]) or b.given[0].startswith(a.given[0][:3]))
        for a in one.names.values()
        for b in other.names.values()
    )


def _near_slip(one: _Seen, other: _Seen) -> bool:
    return any(
        a.fullness == b.fullness == 2 and OSA.distance(a.key, b.key, score_cutoff=2) <= 2
        for a in one.names.values()
        for b in other.names.values()
    )


def _row(one: _Seen, other: _Seen, reason: str, likeness: float) -> Row:
    first, second = sorted((one, other), key=lambda seen: seen.person_id)
    letters = fuzz.ratio(_best(first), _best(second)) / 100
    return {
        "person_id": first.person_id,
        "other_id": second.person_id,
        "likeness": round(min(0.99, 0.8 * likeness + 0.2 * letters), 3),
        "reason": reason,
        "evidence": _evidence(first),
        "other_evidence": _evidence(second),
        "documents": sorted(first.documents)[:_SHOWN],
        "other_documents": sorted(second.documents)[:_SHOWN],
    }


_SHOWN = 5


def _best(seen: _Seen) -> str:
    return max((name.key for name in seen.names.values()), key=lambda key: (len(key), key))


def _evidence(seen: _Seen) -> str:
    """What is known of somebody, in a line."""
    names = ", ".join(f"'{form}'" for form, _ in _most(seen.forms))
    parts = [f"printed {names}"]
    if seen.roles:
        parts.append("as " + "; ".join(role for role, _ in _most(seen.roles)))
    if seen.bodies:
        parts.append("at " + "; ".join(sorted(seen.bodies)[:3]))
    if seen.days:
        first, last = min(seen.days), max(seen.days)
        parts.append(f"on {first}" if first == last else f"from {first} to {last}")
    return ", ".join(parts)


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:3]
