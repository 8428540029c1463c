"""Groups that only the whole list tells: guests and other councils' members among those present."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import structs

from pipeline.document import Paragraph, Part
from pipeline.extract.grammar.names import is_councillor
from pipeline.extract.people.standing import is_officer
from pipeline.lexicon import rule, words
from pipeline.records import Attendee, Grouping

CouncilKind = Literal["local", "community", "other"]
"""A parish's or town's council; a community council, where councillors may be guests; any other."""

_MARK = rule("attendance", "member_mark")
_COUNCIL = rule("attendance", "council_initials")
_UPPER_TIER = rule("attendance", "upper_tier")
_UPPER_POST = rule("attendance", "upper_post")
_LOCAL = rule("attendance", "local_council")
_COMMUNITY = rule("attendance", "community_council")
_LOCAL_CLERK = rule("attendance", "local_clerk")
_NO_COUNCIL = rule("attendance", "other_body")
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_PARLIAMENT = frozenset({"mp", "msp", "ms", "am", "mep", "td", "t.d", "m.p", "m.s.p"})


def council_of(part: Part) -> CouncilKind:
    """Whether minutes are a parish's, town's or community's, by their head, clerk or wording."""
    texts = [b.text for b in part.flow if isinstance(b, Paragraph)]
    head = " \n ".join([part.title or "", *texts[:12]])[:3000]
    if _COMMUNITY.search(head):
        return "community"
    if _LOCAL.search(head):
        return "local"
    if _NO_COUNCIL.search(head):
        return "other"
    if any(_LOCAL_CLERK.search(t) for t in texts if len(t) <= 80):
        return "local"
    return "community" if any(_COMMUNITY.search(t) for t in texts) else "other"


def settle_groups(people: Sequence[Attendee], *, kind: CouncilKind) -> list[Attendee]:
    """The people of one paper, their groups set by what the whole list tells.

    Where some are marked as members ('MEM'), who is marked with a council's initials is its
    officer and who is marked with another body is a guest. In a local council's list a county
    or district councillor, and who is marked with another council's initials, is no member; nor
    is a councillor among the untitled members of a community council, or who sits in Parliament.
    """
    members = [p for p in people if p.grouping in {"member", "councillor"}]
    present = [p for p in members if p.status == "present"]
    marked = [p for p in present if p.role and _MARK.fullmatch(p.role)]
    from_elsewhere = sum(_from_elsewhere(p) for p in members)
    titled = [p for p in members if is_councillor(p.honorific)]
    own = [p for p in present if p.grouping == "member"]
    # Beside the one who presided nobody but councillors came: 'In attendance: (Councillors)'.
    beside_chair = 0 < len(own) == sum(p.chair for p in own) and len(present) > len(own) + 2
    # 'In attendance' as the one list of a small council's minutes is the list of its members.
    one_list = kind != "other" and not any(p.grouping == "member" for p in present)
    alone = [p for p in people if one_list and _in_one_list(p)]
    others = [p for p in (*members, *alone) if not is_councillor(p.honorific)]
    courtesy = all((p.honorific or "").strip(".").lower() in _COURTESY for p in others)
    outnumbered = 0 < len(titled) < len(others) and (
        kind == "community" or (kind == "local" and courtesy)
    )
    staffed = not titled and sum(is_officer(p.role or "") for p in present) > 1
    settled = []
    for person in people:
        group = person.grouping
        if staffed and person.status == "apologies" and group != "councillor" and person.role:
            group = "member"  # a board of officers: those who are sorry sit on it as well
        if beside_chair and group == "councillor" and is_councillor(person.honorific):
            group = "member"
        if person in alone:
            group = "member"
        if person in present and marked and person not in marked and person.role:
            group = "officer" if _COUNCIL.fullmatch(person.role) else "guest"
        elif kind != "other" and person in members and not person.chair:
            few = from_elsewhere * 2 < len(members)
            group = _group_in_local(person, group, outnumbered=outnumbered, few=few)
            if kind == "local" and group == "member" and _is_paid(person):
                group = "officer"
        settled.append(structs.replace(person, grouping=group))
    return settled


def _in_one_list(person: Attendee) -> bool:
    """Whether somebody in the one list of a paper is a member: who led, or who has no post."""
    plain = person.grouping == "officer" and person.role is None
    return person.status == "present" and (person.chair or plain)


def _group_in_local(person: Attendee, group: Grouping, *, outnumbered: bool, few: bool) -> Grouping:
    last = (person.printed or "").split("(")[0].strip(" ,.;").split()[-1:]
    if last and last[0].lower().strip(".,") in _PARLIAMENT and not is_councillor(person.honorific):
        return "guest"
    if (_from_elsewhere(person) and few) or (outnumbered and is_councillor(person.honorific)):
        return "councillor"
    title = (person.honorific or "").lower().strip(".")
    if title and title in words("people", "outside_honorifics") and not person.role:
        return "guest" if group == "member" and not _is_clergy(title) else group
    return group


def _is_paid(person: Attendee) -> bool:
    """Whether somebody without the title has a post of paid staff: never so where none has it."""
    return (
        person.role is not None
        and person.status == "present"
        and not is_councillor(person.honorific)
        and is_officer(person.role)
        and not re.match(r"(?:hon\w*\.?\s+)?(?:treasurer|secretary)", person.role, re.IGNORECASE)
    )


def _is_clergy(title: str) -> bool:
    return re.match(r"rev|canon|father|fr\b|rabbi|imam|preb|archd", title) is not None


def _from_elsewhere(person: Attendee) -> bool:
    return bool(
        (person.honorific and _UPPER_TIER.match(person.honorific))
        or (person.role and (_COUNCIL.fullmatch(person.role) or _UPPER_POST.match(person.role)))
    )
