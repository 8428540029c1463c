"""Who held which post from when to when, as lists of those present tell it.

An interval runs from the first day that somebody was listed with a post to the last, unless another
was listed with it in between. What lies between two intervals is not known, and is not guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.resolve.people.mentions import Mention
from pipeline.resolve.people.posts import Post, post_of

CHAIR = "chair"


@dataclass(frozen=True)
class Held:
    """One person listed with one post on one day."""

    day: date
    person_id: str
    post: Post
    printed: str
    document_id: str
    place: str
    """Label of the authority, or of the body whose authority isn't known."""
    body: str
    """Key of the body for a post of one body, else ''."""
    body_printed: str


@dataclass(frozen=True)
class Listed:
    """A mention in a list of people, with what is known of its meeting."""

    mention: Mention
    person_id: str
    place: str
    body: str
    """A key for the body, equal for all its meetings."""
    meeting: str | None
    rank: int
    """The paper's place among the meeting's papers, the most authoritative first."""


def role_rows(listed: Sequence[Listed]) -> list[dict[str, object]]:
    """Rows of `people_roles`."""
    by_post: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for held in _held(listed):
        by_post[held.place, held.body, held.post.key].append(held)
    rows = [row for key in sorted(by_post) for row in _intervals(by_post[key])]
    return sorted(
        rows, key=lambda r: (str(r["place"]), str(r["body"] or ""), str(r["post"]),
                             str(r["held_from"]), str(r["person_id"])),
    )  # fmt: skip


def _held(listed: Sequence[Listed]) -> Iterator[Held]:
    """The posts that the best paper of each meeting lists each person with."""
    best: dict[tuple[object, str], int] = {}
    with_post = [each for each in listed if _posts(each.mention) and each.mention.setting.held_on]
    for each in with_post:
        key = (each.meeting or each.mention.document_id, each.person_id)
        best[key] = min(best.get(key, each.rank), each.rank)
    for each in with_post:
        key = (each.meeting or each.mention.document_id, each.person_id)
        if each.rank != best[key]:
            continue
        day = each.mention.setting.held_on
        for post, printed in _posts(each.mention):
            if day is not None:
                yield Held(
                    day, each.person_id, post, printed, each.mention.document_id, each.place,
                    each.body if post.of_body else "", each.mention.setting.printed_body or "",
                )  # fmt: skip


def _posts(mention: Mention) -> list[tuple[Post, str]]:
    found = []
    post = post_of(mention.role)
    if post is not None and mention.role:
        found.append((post, mention.role))
    if mention.chair and (post is None or post.key != CHAIR):
        found.append((Post(CHAIR, None, of_body=True), "Chair"))
    return found


def _intervals(held: Sequence[Held]) -> Iterator[dict[str, object]]:
    """The intervals of one post: cut where another held it, unless several hold it at once."""
    ordered = sorted(held, key=lambda h: (h.day, h.person_id, h.post.stand_in or ""))
    on_day: dict[date, set[str]] = defaultdict(set)
    for each in ordered:
        on_day[each.day].add(each.person_id)
    shared = any(len(people) > 1 for people in on_day.values())
    runs: list[list[Held]] = []
    latest: dict[object, list[Held]] = {}
    for each in ordered:
        who = (each.person_id, each.post.stand_in)
        slot: object = who if shared else ""
        run = latest.get(slot)
        if run is None or (run[-1].person_id, run[-1].post.stand_in) != who:
            run = []
            runs.append(run)
            latest[slot] = run
        run.append(each)
    titles = Counter(each.printed for each in ordered)
    bodies = Counter(each.body_printed for each in ordered if each.body and each.body_printed)
    for run in runs:
        first, last = run[0], run[-1]
        after = [r[0].day for r in runs if r[0].person_id != first.person_id and not shared]
        own = Counter(each.printed for each in run)
        yield {
            "person_id": first.person_id,
            "place": first.place or None,
            "body": _commonest(bodies) if bodies else None,
            "post": first.post.key,
            "role": _commonest(own) if own else _commonest(titles),
            "stand_in": first.post.stand_in,
            "shared": shared,
            "held_from": first.day,
            "held_to": last.day,
            "next_from": min((day for day in after if day > last.day), default=None),
            "meetings": len({each.day for each in run}),
            "documents": sorted({each.document_id for each in run}),
        }


def _commonest(counted: Mapping[str, int]) -> str:
    return min(counted, key=lambda text: (-counted[text], text))


def listed_of(every: Iterable[Listed]) -> list[Listed]:
    """Those that stand in lists of people, in a fixed order."""
    return sorted(
        (each for each in every if each.mention.listed), key=lambda each: each.mention.spot
    )
