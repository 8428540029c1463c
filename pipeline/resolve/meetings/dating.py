"""The meeting of a paper that prints no date: from its address, its name, an agenda or a plan.

Nothing is guessed: where several dates fit the paper stays without one, and they are named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pipeline.extraction import Paper
from pipeline.records import AgendaItem, ForwardPlanEntry, Report
from pipeline.resolve.meetings.addresses import (
    dates_in,
    dates_of_address,
    meeting_of_address,
    names_of,
)
from pipeline.resolve.meetings.bodies import Name, abbreviates, ends_alike, same_body
from pipeline.resolve.meetings.places import GENERIC, same_place
from pipeline.resolve.meetings.sightings import DatedBy, Sighting
from pipeline.resolve.words import fold, letters

Told = Sequence[tuple[Paper, Sighting]]
UNKNOWN = "no date is printed, and nothing else tells it"
_TITLE = 20
"""Letters of a title from which it names one business; shorter ones stand on every agenda."""
_AHEAD = timedelta(days=92)
"""How long before its meeting a report may be dated."""
_NAMED_BY_MEETING = frozenset(["agenda", "agenda_pack", "minutes", "meeting_page"])
"""Papers whose names hold the day of their meeting."""
_STYLES: Mapping[str, tuple[str, ...]] = {
    "pc": ("parish", "council"),
    "tc": ("town", "council"),
    "cc": ("community", "county", "city", "council"),
}
"""What local councils' initials stand for in the names of their files."""
_MINUTES = ("minutes", "draft minutes", "to approve the minutes", "to receive the minutes")


@dataclass(frozen=True)
class _Hint:
    """One date that something gives a paper, and what gives it."""

    held_on: date
    why: str
    body: str | None = None
    authority: str | None = None


@dataclass
class _Known:
    """What the papers that have a date tell of those that have none."""

    by_address: dict[tuple[str, str], list[tuple[Sighting, date]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_folder: dict[tuple[str, date], str] = field(default_factory=dict)
    by_date: dict[date, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    items: dict[str, list[tuple[Sighting, date, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By letters of an agenda item's title: the meeting, and the item as printed."""
    planned: dict[str, list[tuple[Sighting, date]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By letters of what a forward plan sets down: the plan's meeting, and the later date."""
    own: dict[str, Sighting] = field(default_factory=dict)
    """By document_id, the meeting that the paper itself is of."""
    sources: dict[str, str] = field(default_factory=dict)
    """By document_id, the paper's own name."""


def dated(told: Told) -> list[tuple[Paper, Sighting]]:
    """The sightings, those without a date with the one that can be told of them, and the reason."""
    known = _known(told)
    drafts = Counter(s.document_id for _, s in told if s.draft is not None and s.held_on is None)
    return [
        (paper, seen if seen.held_on else _told(paper, seen, known, drafts[paper.document_id]))
        for paper, seen in told
    ]


def _known(told: Told) -> _Known:
    known = _Known()
    for paper, seen in told:
        own, *above = names_of(paper.source)
        known.sources[paper.document_id] = own
        if seen.draft is None:
            known.own.setdefault(paper.document_id, seen)
        if seen.held_on is None:
            continue
        known.by_date[seen.held_on].append(seen)
        ref = meeting_of_address(_address(paper))
        if seen.draft is None and ref:
            known.by_address[ref].append((seen, seen.held_on))
        if above and seen.draft is None and seen.dated_by == "printed":
            known.by_folder.setdefault((above[0], seen.held_on), own)
        for fact in paper.facts:
            value = fact.finding.value
            if seen.parts and fact.part not in seen.parts:
                continue
            if isinstance(value, AgendaItem) and seen.draft is None:
                known.items[letters(value.title)].append(
                    (seen, seen.held_on, value.number or value.title)
                )
            elif isinstance(value, ForwardPlanEntry) and value.for_meeting_on:
                known.planned[letters(value.item)].append((seen, value.for_meeting_on))
    return known


def _told(paper: Paper, seen: Sighting, known: _Known, drafts: int) -> Sighting:
    if seen.draft is not None:
        # Of several drafts without a date the agenda's could be any's.
        hints = _of_draft(paper, seen, known) if drafts == 1 else []
        ways: Mapping[DatedBy, list[_Hint]] = {"agenda": hints}
    else:
        ways = {
            "address": list(_of_address(paper, seen, known)),
            "file name": list(_of_name(paper, seen, known)),
            "agenda": list(_of_agenda(paper, seen, known)),
            "forward plan": list(_of_plan(paper, seen, known)),
        }
    torn: dict[date, str] = {}
    for way, hints in ways.items():
        by_date = {hint.held_on: hint for hint in reversed(hints)}
        fitting = [d for d in by_date if not torn or d in torn]
        if len(fitting) == 1:
            return _with(paper, seen, known, way, by_date[fitting[0]])
        if by_date and (not torn or fitting):
            torn = {day: by_date[day].why for day in sorted(fitting or by_date)}
    if not torn:
        days = [] if seen.draft is not None else dates_in(next(names_of(paper.source)))
        named = " or ".join(day.isoformat() for day in days)
        doubt = f"; its name holds {named}, when no other paper tells of a meeting" if days else ""
        return replace(seen, reason=UNKNOWN + doubt)
    named = "; ".join(f"{day.isoformat()} ({why})" for day, why in torn.items())
    return replace(seen, reason=f"several dates fit: {named}")


def _with(paper: Paper, seen: Sighting, known: _Known, way: DatedBy, hint: _Hint) -> Sighting:
    """The sighting with the date, and with its body where only the meeting's papers print it."""
    body, authority, why = seen.body or hint.body, seen.authority or hint.authority, hint.why
    if body is None:
        fits = [s for s in known.by_date[hint.held_on] if _in_name(paper, s)]
        fits = [s for s in fits if same_place(s.place, seen.place)]
        if fits and all(same_body(_name(one), _name(fits[0])) for one in fits):
            best = max(fits, key=lambda s: (len(s.body or ""), s.document_id))
            body, authority = best.body, authority or best.authority
            why += f"; its name names the body as '{known.sources[best.document_id]}' prints it"
    return replace(
        seen, held_on=hint.held_on, body=body, authority=authority, dated_by=way, reason=why
    )


def _of_address(paper: Paper, seen: Sighting, known: _Known) -> Iterator[_Hint]:
    url = _address(paper)
    for day in dates_of_address(url):
        yield _Hint(day, "its address holds the date")
    ref = meeting_of_address(url)
    if ref is None:
        return
    for other, day in known.by_address.get(ref, ()):
        if seen.name is None or other.name is None or same_body(seen.name, other.name):
            source = known.sources[other.document_id]
            why = f"its address names meeting {ref[1]} of {ref[0]}, as that of '{source}' does"
            yield _Hint(day, why, other.body, other.authority)


def _of_name(paper: Paper, seen: Sighting, known: _Known) -> Iterator[_Hint]:
    own, *above = names_of(paper.source)
    found = dates_in(own)
    if paper.kind not in _NAMED_BY_MEETING:
        # A report may be named after the day that it came out: a meeting must bear it out.
        met = [d for d in found if any(_may_be(paper, seen, s) for s in known.by_date[d])]
        found, above = met, above if not found else []
    for day in found:
        yield _Hint(day, f"its name '{own}' holds the date")
    if found or not above:
        return
    for day in dates_in(above[0]):
        # A folder may be named after the day of a download: a paper in it must bear it out.
        other = known.by_folder.get((above[0], day))
        if other is not None:
            yield _Hint(day, f"its folder '{above[0]}' holds the date, which '{other}' prints")


def _of_agenda(paper: Paper, seen: Sighting, known: _Known) -> Iterator[_Hint]:
    for report in _reports(paper, seen):
        for other, day, number in known.items.get(letters(report.title), ()):
            if _may_be_of(report, seen, other, day):
                source = known.sources[other.document_id]
                why = f"its report '{report.title}' is item {number} of that meeting in '{source}'"
                yield _Hint(day, why, other.body, other.authority)


def _of_plan(paper: Paper, seen: Sighting, known: _Known) -> Iterator[_Hint]:
    for report in _reports(paper, seen):
        for plan, day in known.planned.get(letters(report.title), ()):
            if _may_be_of(report, seen, plan, day):
                source = known.sources[plan.document_id]
                why = f"the forward plan in '{source}' sets down '{report.title}' for that meeting"
                yield _Hint(day, why, plan.body, plan.authority)


def _of_draft(paper: Paper, seen: Sighting, known: _Known) -> list[_Hint]:
    """Draft minutes within a pack: the pack's agenda may say of which meeting they are."""
    own = known.own.get(paper.document_id)
    body = own.body if own else None
    found = []
    for fact in paper.facts:
        value = fact.finding.value
        if isinstance(value, AgendaItem) and fact.part != seen.draft:
            title = fold(value.title)
            quotes = " ".join(source.quote for source in fact.finding.sources)
            if title.startswith(_MINUTES):
                days = dates_in(value.title) or dates_in(quotes)
                found += [_Hint(day, f"the agenda lists '{value.title}'", body) for day in days]
    return found


def _reports(paper: Paper, seen: Sighting) -> list[Report]:
    """The reports of the paper whose titles say which business they are of."""
    values = (f.finding.value for f in paper.facts if not seen.parts or f.part in seen.parts)
    found = [v for v in values if isinstance(v, Report)]
    return [report for report in found if len(letters(report.title)) >= _TITLE]


def _may_be_of(report: Report, seen: Sighting, other: Sighting, day: date) -> bool:
    """Whether a report may have gone to a meeting: of its body, and not before its own date."""
    if other.name is None or other.document_id == seen.document_id:
        return False
    if report.dated and not report.dated <= day <= report.dated + _AHEAD:
        return False
    if seen.name is not None:
        return same_body(seen.name, other.name)
    return bool(seen.place) and bool(other.place) and same_place(seen.place, other.place)


def _may_be(paper: Paper, seen: Sighting, other: Sighting) -> bool:
    if seen.name is None:
        return _in_name(paper, other) and same_place(seen.place, other.place)
    return other.name is not None and same_body(seen.name, other.name)


def _in_name(paper: Paper, other: Sighting) -> bool:
    """Whether the paper's own name holds the body's name, or its initials."""
    if other.name is None or not other.body:
        return False
    words = fold(next(names_of(paper.source))).split()
    words += [style for word in words for style in _STYLES.get(word, ())]
    full = other.name.words
    own = [w for w in full if w not in GENERIC | set(other.place)] or full
    ends = (full[at:] for at in range(len(full) - 1))
    if set(own) <= set(words) or any(
        set(end) <= set(words) and ends_alike(Name(end), other.name) for end in ends
    ):
        return True
    return any(len(w) >= 3 and abbreviates(Name((w,), other.place), other.name) for w in words)


def _address(paper: Paper) -> str | None:
    return paper.sidecar.source_url or (paper.source if "://" in paper.source else None)


def _name(seen: Sighting) -> Name:
    return seen.name or Name(())
