"""What the sources list against what the archive holds, meeting by meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.extraction import Holdings, Listed, ListedMeeting, Paper
from pipeline.resolve.meetings.calendar import Calendar

Row = dict[str, object]
_Key = tuple[str | None, str | None]
"""The meeting as the source tells of it, and as its papers do."""


def completeness_rows(
    holdings: Sequence[Holdings], papers: Sequence[Paper], found: Calendar
) -> list[Row]:
    """Rows of `completeness`: one per source and meeting, and one for papers without a meeting.

    A meeting is complete when the source could be asked and every public paper that it lists is
    held and was read: an error, whatever its kind, never counts as complete.
    """
    by_bytes = {paper.sha256: paper for paper in papers}
    rows = []
    for each in holdings:
        told = {meeting.key: meeting for meeting in each.meetings}
        groups: dict[_Key, list[Listed]] = {(key, None): [] for key in told}
        for paper in each.papers:
            groups.setdefault(_place(paper, told, by_bytes, found), []).append(paper)
        rows += [
            _row(each, told.get(key[0] or ""), key[1], listed, by_bytes, found)
            for key, listed in groups.items()
        ]
    return sorted(rows, key=_order)


def _place(
    paper: Listed,
    told: Mapping[str, ListedMeeting],
    by_bytes: Mapping[str, Paper],
    found: Calendar,
) -> _Key:
    if paper.meeting in told:
        return paper.meeting, None
    held = by_bytes.get(paper.sha256 or "")
    return None, found.own.get(held.document_id) if held else None


def _row(  # noqa: PLR0913, PLR0917 - a group of papers, and what is known of them
    source: Holdings,
    told: ListedMeeting | None,
    meeting_id: str | None,
    listed: Sequence[Listed],
    by_bytes: Mapping[str, Paper],
    found: Calendar,
) -> Row:
    public = [paper for paper in listed if paper.refused is None]
    pairs = [(paper, by_bytes.get(paper.sha256 or "")) for paper in public]
    held = [paper for _, paper in pairs if paper is not None]
    counts = Counter(paper.status for paper in held)
    if meeting_id is None and told is not None:
        meeting_id = _meeting(held, told, found)
    meeting = found.meetings.get(meeting_id or "")
    failed = sum(
        listed_as.failed is not None or paper is None or paper.status == "quarantined"
        for listed_as, paper in pairs
    )
    cut = sum(p is not None and p.status == "partial" and not one.whole for one, p in pairs)
    why = source.failed or (told.failed if told else None)
    reasons = [p.failed for p in public if p.failed]
    return {
        "source": source.source,
        "authority": told.authority if told else meeting.authority if meeting else None,
        "body": told.body if told else meeting.body if meeting else None,
        "held_on": told.held_on if told else meeting.held_on if meeting else None,
        "meeting_id": meeting_id,
        "listed": len(listed),
        "refused": len(listed) - len(public),
        "held": len(held),
        "parsed": counts["ok"],
        "partial": counts["partial"],
        "restricted": counts["restricted"],
        "failed": failed,
        "complete": why is None and failed == 0 and cut == 0,
        "reason": why or (reasons[0] if reasons else None),
    }


def _meeting(held: Sequence[Paper], told: ListedMeeting, found: Calendar) -> str | None:
    """The meeting of the archive that the papers of a listed meeting are of, held on its day."""
    own = sorted({found.own[p.document_id] for p in held if p.document_id in found.own})
    fit = [m for m in own if found.meetings[m].held_on == told.held_on]
    return fit[0] if len(fit) == 1 else None


def _order(row: Row) -> tuple[str, date, str, str]:
    held_on = row["held_on"]
    return (
        str(row["source"]),
        held_on if isinstance(held_on, date) else date.max,
        str(row["body"] or ""),
        str(row["meeting_id"] or ""),
    )
