"""Which of the people who stand a mention is of: rules that would rather miss one than be wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pipeline.resolve.people.mentions import Mention
from pipeline.resolve.people.names import Nearness, is_bare, is_bare_misspelt, nearness
from pipeline.resolve.people.posts import post_of, same_service, service_of
from pipeline.resolve.people.scopes import Scope, Series, series_root
from pipeline.resolve.people.standing import Index, MeetingKey, Person
from pipeline.resolve.people.titles import alike, sex_of
from pipeline.resolve.words import fold

TERM = timedelta(days=4 * 366)
"""How far apart two meetings may be for an initial, or a surname alone, to mean the same person:
members of a council serve for four years, and after an election the names start anew."""


class Unclear(Exception):  # noqa: N818 - no error: an answer that several people fit
    """Several people fit a mention, and nothing printed tells which."""


def standing(
    mention: Mention, scope: Scope, series: Series, meeting: MeetingKey, index: Index
) -> Person | None:
    """The one who is meant, of all who stand in a scope; None for somebody new.

    Raises Unclear where several fit equally well.
    """
    near = [p for p in index.alike(scope, mention.name.last) if p.fits(mention)]
    same = [p for p in near if _exact(p, mention, series)]
    if same:
        return _only(same, mention, series)
    by_nearness: dict[Nearness | None, list[Person]] = defaultdict(list)
    for person in near:
        by_nearness[_best(person, mention)].append(person)
    if by_nearness["exact"]:
        return None
    if also := by_nearness["given"]:
        return also[0] if len(also) == 1 and _stands_for(also[0], mention, series) else None
    if any(p.in_series(series) for p in by_nearness["bare"]):
        return None  # a surname alone tells of somebody only within a meeting's own text
    slips = [
        p
        for p in index.of_series(series)
        if p.fits(mention) and _best(p, mention) == "spelling" and _misspelt(p, mention, meeting)
    ]
    return slips[0] if len(slips) == 1 else None


def _best(person: Person, mention: Mention) -> Nearness | None:
    order: tuple[Nearness, ...] = ("exact", "given", "bare", "spelling")
    found = {nearness(mention.name, name) for name in person.names.values()}
    return next((each for each in order if each in found), None)


def _exact(person: Person, mention: Mention, series: Series) -> bool:
    """Whether an equal name may be taken for the same person.

    A forename and surname may, anywhere in a place. Initials may unless one is a councillor and
    the other an officer of another body. A surname alone may only among the members of one body.
    """
    name = person.names.get(mention.name.key)
    if name is None:
        return False
    if name.fullness == 2:
        return True
    here = person.in_series(series)
    if name.fullness == 1:
        apart = (mention.grouping == "officer" and person.councillor) or (
            person.officer and not person.elected_in and mention.elected
        )
        return here or not apart
    if here and mention.document_id in person.papers:
        return True
    members = mention.elected and any(series_root(s) is series for s in person.elected_in)
    titled = not person.honorifics or not mention.honorific
    titled = titled or any(alike(mention.honorific, h) for h in person.honorifics)
    return here and titled and members and _in_term(person, mention.setting.held_on, series)


def _only(people: Sequence[Person], mention: Mention, series: Series) -> Person:
    """The one of several with an equal name: by sex, then by body, then the first to arrive."""
    left = list(people)
    if len(left) > 1 and (sex := sex_of(mention.honorific)):
        left = [p for p in left if sex in p.sexes] or left
    if len(left) > 1:
        left = [p for p in left if p.in_series(series)] or left
    if len({frozenset(p.sexes) for p in left}) > 1:
        raise Unclear(mention.text)
    return left[0]


def _stands_for(person: Person, mention: Mention, series: Series) -> bool:
    """Whether initials, or a middle name less, may stand for somebody's forenames."""
    day = mention.setting.held_on
    if person.in_series(series):
        return _in_term(person, day, series)
    post = post_of(mention.role)
    if post and not post.of_body and post.key in person.posts:
        return _in_term(person, day, None)
    council = series.full or any(series_root(s).full for s in person.elected_in)
    return bool(council and mention.elected and person.elected_in and _in_term(person, day, None))


def _misspelt(person: Person, mention: Mention, meeting: MeetingKey) -> bool:
    """Whether a name one letter off is the same: in one service, or author and attendee."""
    if mention.listed and meeting in person.wrote_for and meeting not in person.attended:
        return True
    if mention.table == "reports" and meeting in person.attended:
        return True
    service = service_of(mention.role)
    return any(same_service(service, other) for other in person.services)


def _in_term(person: Person, day: date | None, series: Series | None) -> bool:
    days = person.days_in(series)
    if day is None or not days:
        return False
    return days[0] - TERM <= day <= days[1] + TERM


def in_text(mention: Mention, listed: Iterable[Sequence[tuple[Person, Mention]]]) -> Person | None:
    """Whom a meeting's own text means: of the lists given, the nearest first, whoever fits alone.

    None where nobody is listed who fits. Raises Unclear where several do.
    """
    for people in listed:
        for test in (_is_exact, _is_given, _is_bare, _is_slip):
            fits = {
                p.number: (p, m) for p, m in people if test(mention, m) and _no_clash(p, mention)
            }
            if len(fits) > 1 and mention.honorific:
                fits = {
                    n: (p, m) for n, (p, m) in fits.items() if alike(mention.honorific, m.honorific)
                } or fits
            if len(fits) > 1 and mention.role:
                fits = {
                    n: (p, m) for n, (p, m) in fits.items() if _same_role(mention.role, m.role)
                } or fits
            if len(fits) == 1:
                return next(iter(fits.values()))[0]
            if fits:
                raise Unclear(mention.text)
    return None


def _same_role(one: str, other: str | None) -> bool:
    return fold(one) == fold(other or "")


def _no_clash(person: Person, mention: Mention) -> bool:
    sex = sex_of(mention.honorific)
    return not (sex and person.sexes and sex not in person.sexes)


def _is_exact(mention: Mention, listed: Mention) -> bool:
    return mention.name.key == listed.name.key


def _is_given(mention: Mention, listed: Mention) -> bool:
    return nearness(mention.name, listed.name) == "given"


def _is_bare(mention: Mention, listed: Mention) -> bool:
    return is_bare(mention.name, listed.name)


def _is_slip(mention: Mention, listed: Mention) -> bool:
    return nearness(mention.name, listed.name) == "spelling" or is_bare_misspelt(
        mention.name, listed.name
    )
