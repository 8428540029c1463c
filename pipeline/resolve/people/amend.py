"""What people's corrections change in who is who, after the papers have been linked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.resolve.corrections import Correction, Corrections, PersonRef
from pipeline.resolve.people.mentions import Spot
from pipeline.resolve.people.names import parse
from pipeline.resolve.people.register import Known, Register
from pipeline.resolve.people.scopes import label_of, root
from pipeline.resolve.words import fold, slug


@dataclass
class Amended:
    """Whom each mention means in the end."""

    person_of: dict[Spot, str] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    """An id that was merged into another, to the id that stands."""
    decided: set[frozenset[str]] = field(default_factory=set)
    """Pairs that somebody has said are not one."""
    unapplied: dict[int, str] = field(default_factory=dict)
    """Why a correction changed nothing, by its place among the corrections."""


def amend(register: Register, corrections: Corrections) -> Amended:
    """Apply the corrections in order. One that fits nothing any more is told of, and passed over.

    Of two who are merged, the id of the one who came in earlier stands.
    """
    found = Amended({spot: known.person.person_id for spot, known in register.known.items()})
    order = {p.person_id: p.number for p in register.people}
    for at, correction in enumerate(corrections.people):
        if correction.new:
            order.setdefault(correction.new, len(register.people) + at)
    for at, correction in enumerate(corrections.people):
        spots = _spots(found)
        ids = [_find(ref, spots, found, register) for ref in correction.people]
        missing = [r for r, i in zip(correction.people, ids, strict=True) if i is None]
        if missing:
            names = " and ".join(f"'{ref.name}' ({ref.person_id})" for ref in missing)
            found.unapplied[at] = f"no paper in the archive names {names} any more"
            continue
        people = [each for each in ids if each is not None]
        problem = _apply(correction, people, spots, found, register, order)
        if problem:
            found.unapplied[at] = problem
    _follow(found, register)
    return found


def _follow(found: Amended, register: Register) -> None:
    """Let a former id lead to whoever was split off again, where that is all it ever stood for."""
    now: dict[str, set[str]] = defaultdict(set)
    for spot, known in register.known.items():
        if known.person.person_id in found.former:
            now[known.person.person_id].add(found.person_of[spot])
    for former, people in now.items():
        if len(people) == 1:
            (found.former[former],) = people


def _apply(  # noqa: PLR0913, PLR0917 - one correction, and all that it may touch
    correction: Correction,
    people: list[str],
    spots: dict[str, list[Spot]],
    found: Amended,
    register: Register,
    order: dict[str, int],
) -> str | None:
    if correction.kind == "split":
        (whole,) = people
        known = [register.known[spot] for spot in spots[whole]]
        off = [k.mention.spot for k in known if _picked(k, correction)]
        if not off or len(off) == len(known):
            return f"{'all' if off else 'none'} of what names '{whole}' fits what is to split off"
        for spot in off:
            found.person_of[spot] = correction.new
        found.decided.add(frozenset((whole, correction.new)))
        return None
    one, other = sorted(people, key=lambda each: order[each])
    if one == other:
        return None if correction.kind == "merge" else f"both are '{one}' by now"
    if correction.kind == "apart":
        found.decided.add(frozenset((one, other)))
        return None
    for spot in spots[other]:
        found.person_of[spot] = one
    found.former = {old: one if new == other else new for old, new in found.former.items()}
    found.former[other] = one
    found.former.pop(one, None)
    return None


def _picked(known: Known, correction: Correction) -> bool:
    """Whether a mention is among those that a split takes off: it fits every list that is given."""
    mention = known.mention
    keys = {parsed.key for name in correction.names if (parsed := parse(name))}
    places = {slug(place) for place in correction.places}
    bodies = [fold(body) for body in correction.bodies]
    printed = fold(mention.setting.printed_body or "")
    return (
        (not keys or mention.name.key in keys)
        and (
            not places
            or bool(places & {label_of(mention.setting), slug(mention.setting.authority or "")})
        )
        and (not bodies or any(body in printed for body in bodies))
    )


def known_place(known: Known) -> str:
    """The label of the authority whose meeting a mention is of, '' where that isn't known."""
    scope = root(known.person.scope)
    return scope.label if scope.place else ""


def _spots(found: Amended) -> dict[str, list[Spot]]:
    by_person: dict[str, list[Spot]] = defaultdict(list)
    for spot, person_id in found.person_of.items():
        by_person[person_id].append(spot)
    return by_person


def _find(
    ref: PersonRef, spots: dict[str, list[Spot]], found: Amended, register: Register
) -> str | None:
    """Who is meant: by id if the name is still theirs, else by name and place if that is one."""
    parsed = parse(ref.name)
    key = parsed.key if parsed else ""
    person_id = ref.person_id
    if person_id in found.former:
        return found.former[person_id]
    named = {
        each
        for each, here in spots.items()
        if any(register.known[spot].mention.name.key == key for spot in here)
    }
    if person_id in named:
        return person_id
    there = {
        each
        for each in named
        if not ref.place or any(known_place(register.known[s]) == ref.place for s in spots[each])
    }
    return there.pop() if len(there) == 1 else None
