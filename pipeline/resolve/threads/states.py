"""What became of a thread, and which paper says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.lexicon import rule
from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.threads.mentions import Mention
from pipeline.resolve.words import letters

State = Literal["open", "closed", "unknown"]
Played = Literal["raised", "planned", "answered", "discussed", "closed"]
"""What a mention does to its thread."""
_DONE = rule("threads", "done")
_NOT_DONE = rule("threads", "not_done")
_RECORDS = frozenset({"minutes", "meeting_page", "draft_minutes", "decision_notice"})
_TURN: Mapping[str, int] = {
    "item": 0, "report": 1, "asked": 2, "decided": 3, "logged": 4, "planned": 5,
}  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A thread's state with its evidence."""

    state: State
    since: date | None
    reason: str | None
    evidence: Mention | None


class Meetings:
    """When each body met: what ages are counted by."""

    def __init__(self, found: Calendar) -> None:
        self._dates: dict[str, set[date]] = {}
        self._latest: dict[str, date] = {}
        self._found = found
        for (meeting_id, _), standing in found.standing.items():
            meeting = found.meetings[meeting_id]
            if meeting.held_on is None:
                continue
            self._dates.setdefault(meeting.series, set()).add(meeting.held_on)
            if standing in _RECORDS:
                known = self._latest.get(meeting.series, meeting.held_on)
                self._latest[meeting.series] = max(known, meeting.held_on)

    def day(self, mention: Mention) -> date | None:
        """The day of the meeting that a mention belongs to."""
        meeting = self._found.meetings.get(mention.meeting_id or "")
        return (meeting.held_on if meeting else None) or mention.told_on

    def series(self, mention: Mention) -> str | None:
        """The body that it belongs to."""
        meeting = self._found.meetings.get(mention.meeting_id or "")
        return meeting.series if meeting else None

    def latest(self, series: Iterable[str | None]) -> date | None:
        """The last meeting of these bodies that the archive has a record of."""
        return max((self._latest[s] for s in series if s in self._latest), default=None)

    def between(self, series: Iterable[str | None], first: date, last: date) -> int:
        """How many meetings these bodies held after `first`, up to `last`."""
        days = {day for s in series if s for day in self._dates.get(s, ())}
        return sum(first < day <= last for day in days)


def parts_played(members: Sequence[Mention], meetings: Meetings) -> list[tuple[Mention, Played]]:
    """The members, given in order of arrival, in order of time with what each does to the thread.

    An item or report answers a request for one; business that began as an item is discussed.
    """
    asked: date | None = None
    began_as_item = members[0].is_title
    found: list[tuple[Mention, Played]] = []
    for mention in in_order(members, meetings):
        day = meetings.day(mention)
        if mention.kind == "planned":
            played: Played = "planned"
        elif mention.closing or (mention.kind == "logged" and done(mention.status)):
            played = "closed"
        elif not mention.is_title:
            played = "raised"
            if mention.wants_paper and not began_as_item:
                asked = day
        elif asked is not None and day is not None and day > asked:
            played = "answered"
        else:
            played = "discussed"
        found.append((mention, played))
    return found


def in_order(members: Sequence[Mention], meetings: Meetings) -> list[Mention]:
    """Members by the day of their meeting; undated ones first, so that they have no last word."""
    return sorted(
        members,
        key=lambda m: (
            meetings.day(m) or date.min,
            m.closing,
            _TURN[m.kind],
            m.page is not None,
            m.fact_id,
        ),
    )


def done(status: str | None) -> bool:
    """Whether a log's status says that an action is done."""
    return bool(status and _DONE.search(status) and not _NOT_DONE.search(status))


def standing_of(played: Sequence[tuple[Mention, Played]], meetings: Meetings) -> Standing:
    """The state after all that the papers tell, in order of time; a thread may be opened again."""
    state, since, reason, evidence = "unknown", None, None, None
    heard: date | None = None
    for mention, part in played:
        day = meetings.day(mention)
        heard = max(filter(None, (heard, day)), default=None)
        if part == "closed":
            reason = "closed by a resolution" if mention.closing else "done, says the action log"
            state, since, evidence = "closed", day, mention
        elif part == "answered" and state == "open":
            kind = "a report" if mention.kind == "report" else "an agenda item"
            state, since, reason, evidence = "closed", day, f"answered by {kind}", mention
        elif part == "raised" or (part == "discussed" and state != "closed"):
            if _repeats(mention, evidence, day, since):
                continue
            again = state == "closed"
            if state != "open":
                since = day
            reason = "raised again" if again else "raised"
            state, evidence = "open", mention
        elif part == "planned" and state == "unknown":
            state, since, reason, evidence = "open", day, "planned", mention
    if state != "open" or evidence is None:
        return Standing(state, since, reason, evidence)  # type: ignore[arg-type]
    return _still(played, meetings, Standing("open", since, reason, evidence))


def _repeats(
    mention: Mention, evidence: Mention | None, day: date | None, since: date | None
) -> bool:
    """Whether a mention only tells again, in the same meeting, what was closed there."""
    return (
        evidence is not None
        and evidence.closing
        and day == since
        and letters(mention.text) == letters(evidence.text)
    )


def _still(
    played: Sequence[tuple[Mention, Played]], meetings: Meetings, last: Standing
) -> Standing:
    """Open where it came up at its bodies' latest meeting, or is planned; else nothing tells."""
    days = [(meetings.day(m), m) for m, _ in played]
    series = {meetings.series(m) for _, m in days}
    latest = meetings.latest(series)
    heard = max((day for day, _ in days if day), default=None)
    ahead = [m for m, part in played if part == "planned" and m.for_day and heard]
    due = [m for m in ahead if latest is None or (m.for_day and m.for_day > latest)]
    if due:
        return Standing("open", last.since, "planned for a later meeting", due[-1])
    if heard is not None and (latest is None or heard >= latest):
        return last
    return Standing("unknown", heard, "not mentioned since", last.evidence)
