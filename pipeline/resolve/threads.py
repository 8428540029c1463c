"""The same business asked for at one meeting after another: actions joined into threads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

from pipeline.resolve.meetings import Calendar, Meeting
from pipeline.resolve.places import TOPICS, same_place
from pipeline.resolve.wording import (
    COMMON_STEMS,
    COSINE,
    SPELLED,
    WITHIN,
    Weights,
    Wording,
    wording_of,
)
from pipeline.resolve.words import digest

Row = Mapping[str, object]
Rows = list[dict[str, object]]

SAME_BODY = 0.6
"""Score from which two requests of one body are one business: measured in tests/resolve."""
OTHER_BODY = 0.72
"""The same for two bodies of one council, where chance likeness is likelier."""
FLOOR = 0.35
"""Two threads join only if most of their members are at least this alike: no chains."""
CROWD = 200
"""A word that more requests of one body use than this no longer brings pairs together."""
_SMALL_CROWD = 40
_CLOSES = re.compile(
    r"\b(?:clos(?:e|ed|ure)|complete[d]?|discharged|concluded|signed off)\b", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:closed?|completed?|done|discharged|implemented|actioned)\b", re.IGNORECASE
)
_NOT_DONE = re.compile(r"\b(?:not|in|part(?:ly|ially)?|to be|un|\d{1,2}\s?%)\b", re.IGNORECASE)
_FAR = date.max


@dataclass(frozen=True)
class Request:
    """One action, ready to be compared."""

    action_id: str
    meeting: Meeting
    text: str
    status: str | None
    logged: bool
    wording: Wording

    @property
    def when(self) -> date:
        """The meeting's date; undated meetings sort last."""
        return self.meeting.held_on or _FAR


@dataclass(frozen=True)
class Decision:
    """A resolution that may close a thread."""

    meeting: Meeting
    wording: Wording


def thread_rows(
    actions: Sequence[Row], resolutions: Iterable[Row], found: Calendar
) -> dict[str, Rows]:
    """Rows of `action_threads` and `action_thread_members`: every action is in one thread.

    Only the actions of each meeting's most authoritative paper are compared with those of other
    meetings; the same action in another version of the minutes follows its like.
    """
    leading, following = _by_authority(actions, found)
    weights = Weights(request.wording for request in leading)
    links = _links(leading, weights)
    threads = _clusters(leading, links, weights)
    best: dict[str, float] = defaultdict(float)
    for (one, other), score in links.items():
        if threads[one] == threads[other]:
            best[one] = max(best[one], score)
            best[other] = max(best[other], score)
    members: dict[str, list[tuple[Request, float]]] = defaultdict(list)
    for request in leading:
        score = best.get(request.action_id, 1.0)
        members[threads[request.action_id]].append((request, score))
    for request, leader, score in _followers(leading, following, weights):
        members[threads[leader] if leader else request.action_id].append((request, score))
    closing = _closing(resolutions, found)
    latest = _latest_meetings(found)
    tables: dict[str, Rows] = {"action_threads": [], "action_thread_members": []}
    taken: Counter[str] = Counter()
    ordered = sorted(members.values(), key=lambda thread: min(_order(r) for r, _ in thread))
    for thread in ordered:
        requests = sorted((request for request, _ in thread), key=_order)
        thread_id = _thread_id(requests[0], taken)
        tables["action_threads"].append(_thread_row(thread_id, requests, closing, latest, weights))
        tables["action_thread_members"] += [
            {"thread_id": thread_id, "action_id": r.action_id, "score": round(score, 4)}
            for r, score in sorted(thread, key=lambda member: _order(member[0]))
        ]
    return tables


def _order(request: Request) -> tuple[date, str, str, str]:
    return (request.when, request.meeting.meeting_id, request.wording.key, request.action_id)


def _thread_id(first: Request, taken: Counter[str]) -> str:
    """From where and in what words the thread began, so another version changes nothing."""
    base = f"{first.meeting.meeting_id}\x1f{first.wording.key}"
    taken[base] += 1
    return digest("t", base, taken[base])


def _by_authority(actions: Sequence[Row], found: Calendar) -> tuple[list[Request], list[Request]]:
    """Actions of each meeting's leading paper, and the others.

    An action log and the minutes' own actions each have their leading paper. Actions that are
    resolutions stand among the others: the resolution itself is their record.
    """
    lead: dict[tuple[str, bool], int] = {}
    for row in actions:
        key = (str(row["meeting_id"]), row["origin"] == "log")
        rank = found.rank[key[0], str(row["document_id"])]
        if row["origin"] != "resolved":
            lead[key] = min(rank, lead.get(key, rank))
    leading: list[Request] = []
    following: list[Request] = []
    for row in sorted(actions, key=lambda row: str(row["action_id"])):
        meeting_id, logged = str(row["meeting_id"]), row["origin"] == "log"
        rank = found.rank[meeting_id, str(row["document_id"])]
        text = str(row["text"])
        request = Request(
            action_id=str(row["action_id"]),
            meeting=found.meetings[meeting_id],
            text=text,
            status=str(row["status"]) if row["status"] else None,
            logged=logged,
            wording=wording_of(text),
        )
        leads = row["origin"] != "resolved" and rank == lead[meeting_id, logged]
        (leading if leads else following).append(request)
    return leading, following


def _links(leading: Sequence[Request], weights: Weights) -> dict[tuple[str, str], float]:
    """Pairs of requests of different meetings that are the same business, with their scores.

    Only requests that share a telling word which few others use are compared: the work grows with
    the number of requests, not with its square.
    """
    # Likeness both ways is at most the share of the shorter request that the longer has too.
    least = (SAME_BODY - SPELLED) / (COSINE + WITHIN)
    crowd: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for place, request in enumerate(leading):
        heavy = weights.heaviest(request.wording, least)
        for scope in _scopes(request.meeting):
            for word in request.wording.stems - COMMON_STEMS:
                crowd[scope, word].append((place, word in heavy))
    scores: dict[tuple[str, str], float] = {}
    seen: set[tuple[int, int]] = set()
    for (scope, _), sharing in crowd.items():
        in_series = scope.startswith("series ")
        if len(sharing) > (CROWD if in_series else _SMALL_CROWD):
            continue
        for (i, strong), (j, also_strong) in combinations(sharing, 2):
            if not (strong or also_strong) or (i, j) in seen:
                continue
            one, other = leading[i], leading[j]
            if one.meeting is other.meeting or (one.meeting.series == other.meeting.series) != (
                in_series
            ):
                continue
            seen.add((i, j))
            if (limit := _limit(one.meeting, other.meeting)) is None:
                continue
            score = weights.alike(one.wording, other.wording)
            if score >= limit:
                scores[one.action_id, other.action_id] = score
    return scores


def _scopes(meeting: Meeting) -> Iterator[str]:
    yield f"series {meeting.series}"
    if meeting.place:
        yield f"place {' '.join(meeting.place)}"
    for word in meeting.opens - TOPICS:
        yield f"word {word}"


def _limit(one: Meeting, other: Meeting) -> float | None:
    """Return the score that two meetings' requests must reach; None where they can't be one."""
    if one.series == other.series:
        return SAME_BODY
    if one.place and other.place:
        return OTHER_BODY if same_place(one.place, other.place) else None
    return OTHER_BODY if (one.opens & other.opens) - TOPICS else None


def _clusters(
    leading: Sequence[Request], links: Mapping[tuple[str, str], float], weights: Weights
) -> dict[str, str]:
    """Each action's thread: the best links first; two threads join if most members are alike."""
    requests = {request.action_id: request for request in leading}
    thread = {action_id: action_id for action_id in requests}
    members = {action_id: [action_id] for action_id in requests}
    for (one, other), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        left, right = thread[one], thread[other]
        if left == right:
            continue
        across = [
            weights.alike(requests[a].wording, requests[b].wording)
            for a in islice(members[left], 12)
            for b in islice(members[right], 12)
        ]
        if 2 * sum(score >= FLOOR for score in across) <= len(across):
            continue
        keep, gone = sorted((left, right))
        for action_id in members.pop(gone):
            thread[action_id] = keep
            members[keep].append(action_id)
        members[keep].sort()
    return thread


def _followers(
    leading: Sequence[Request], following: Sequence[Request], weights: Weights
) -> Iterator[tuple[Request, str | None, float]]:
    """Each action of a lesser paper with its like in the same meeting's leading paper, if any."""
    at: dict[str, list[Request]] = defaultdict(list)
    for request in leading:
        at[request.meeting.meeting_id].append(request)
    for request in following:
        exact = [r for r in at[request.meeting.meeting_id] if r.wording.key == request.wording.key]
        if exact:
            yield request, exact[0].action_id, 1.0
            continue
        scored = [
            (weights.alike(request.wording, other.wording), other.action_id)
            for other in at[request.meeting.meeting_id]
        ]
        score, leader = max(scored, default=(0.0, None))
        if leader is not None and score >= SAME_BODY:
            yield request, leader, score
        else:
            yield request, None, 1.0


def _closing(resolutions: Iterable[Row], found: Calendar) -> dict[str, list[Decision]]:
    """Resolutions that say something is closed or complete, by body."""
    by_series: dict[str, list[Decision]] = defaultdict(list)
    for row in resolutions:
        text = str(row["text"])
        if row["outcome"] == "closed" or _CLOSES.search(text):
            meeting = found.meetings[str(row["meeting_id"])]
            decision = Decision(meeting, wording_of(_CLOSES.sub(" ", text)))
            by_series[meeting.series].append(decision)
    return by_series


def _latest_meetings(found: Calendar) -> dict[str, date]:
    """By body, the date of its latest meeting that has minutes of some kind."""
    told = {"minutes", "meeting_page", "draft_minutes", "decision_notice"}
    latest: dict[str, date] = {}
    for (meeting_id, _), standing in found.standing.items():
        meeting = found.meetings[meeting_id]
        if standing in told and meeting.held_on:
            known = latest.get(meeting.series, meeting.held_on)
            latest[meeting.series] = max(known, meeting.held_on)
    return latest


def _thread_row(
    thread_id: str,
    requests: Sequence[Request],
    closing: Mapping[str, Sequence[Decision]],
    latest: Mapping[str, date],
    weights: Weights,
) -> dict[str, object]:
    dates = [request.meeting.held_on for request in requests if request.meeting.held_on]
    last = max(dates, default=None)
    return {
        "thread_id": thread_id,
        "label": _label(requests),
        "first_raised": min(dates, default=None),
        "last_raised": last,
        "times_raised": len({request.meeting.meeting_id for request in requests}),
        "state": _state(requests, last, closing, latest, weights),
    }


def _state(
    requests: Sequence[Request],
    last: date | None,
    closing: Mapping[str, Sequence[Decision]],
    latest: Mapping[str, date],
    weights: Weights,
) -> str:
    """Say 'closed' on evidence, 'open' if raised at the body's latest meeting, else 'unknown'."""
    if last is None:
        return "unknown"
    final = [request for request in requests if request.meeting.held_on == last]
    logged = [request.status or "" for request in final if request.logged]
    if logged and all(_DONE.search(s) and not _NOT_DONE.search(s) for s in logged):
        return "closed"
    for series in sorted({request.meeting.series for request in requests}):
        for decision in closing.get(series, ()):
            when = decision.meeting.held_on
            if when and (when > last or (when == last and logged)):
                scores = (weights.alike(r.wording, decision.wording) for r in requests)
                if max(scores) >= SAME_BODY:
                    return "closed"
    if any(latest.get(request.meeting.series) == last for request in final):
        return "open"
    return "unknown"


def _label(requests: Sequence[Request]) -> str:
    """Choose the clearest member: the shortest that has most of the thread's recurring words."""
    used = Counter(word for request in requests for word in request.wording.stems)
    core = {word for word, count in used.items() if 2 * count > len(requests)}

    def clarity(request: Request) -> tuple[bool, int, str]:
        missing = len(core - request.wording.stems)
        return (2 * missing > len(core), len(request.text), request.text)

    whole = [r for r in requests if r.text[:1].isupper()] or list(requests)
    return min(whole, key=clarity).text
