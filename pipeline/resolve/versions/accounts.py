"""The versions of one meeting's record: which papers give one, and which follows on which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.extraction import Paper, Wording
from pipeline.resolve.meetings.calendar import ITEMS_OF_A_MEETING, Calendar, Standing

Row = Mapping[str, object]
Rows = Mapping[str, Sequence[Row]]

TABLES = (
    "meeting_headers",
    "attendance",
    "agenda_items",
    "declarations",
    "resolutions",
    "motions",
    "votes",
    "actions",
)
"""The tables whose facts a record of a meeting states."""
_STAGES: tuple[Standing, ...] = ("draft_minutes", "minutes", "meeting_page", "decision_notice")
"""In the order in which they come out."""


@dataclass
class Account:
    """One paper's record of one meeting."""

    meeting_id: str
    document_id: str
    standing: Standing
    rank: int
    issued: date
    """For draft minutes, when the meeting is that they are laid before; else the first of days."""
    incomplete: bool
    """Whether it may leave out what others have: cut, of a single item, or decisions alone."""
    recognised: bool
    """Whether its words were recognised from pictures, so that single letters may be wrong."""
    wording: tuple[Wording, ...] = ()
    """The text of minutes, where it is known."""
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in TABLES})
    """By table, in the order of the paper."""


def accounts(papers: Sequence[Paper], facts: Rows, found: Calendar) -> dict[str, list[Account]]:
    """Each meeting's records by meeting_id, the most authoritative first."""
    by_id = {paper.document_id: paper for paper in papers}
    each: dict[tuple[str, str], Account] = {}
    for (meeting_id, document_id), rank in sorted(
        found.rank.items(), key=lambda r: (r[0][0], r[1])
    ):
        standing = found.standing[meeting_id, document_id]
        if standing in _STAGES:
            paper = by_id[document_id]
            own = found.meetings.get(found.own.get(document_id, ""))
            each[meeting_id, document_id] = Account(
                meeting_id,
                document_id,
                standing,
                rank,
                issued=(own and standing == "draft_minutes" and own.held_on) or date.min,
                incomplete=standing == "decision_notice" or paper.status == "partial",
                recognised=paper.recognised_pages > 0,
                wording=tuple(
                    line
                    for line in paper.wording
                    if found.meeting_of(document_id, line.part) == meeting_id
                ),
            )
    for table in TABLES:
        for row in facts[table]:
            account = each.get((str(row["meeting_id"]), str(row["document_id"])))
            if account is not None:
                account.rows[table].append(row)
    grouped: dict[str, list[Account]] = defaultdict(list)
    for (meeting_id, _), account in each.items():
        items = len(account.rows["agenda_items"])
        if account.standing == "meeting_page" and items < ITEMS_OF_A_MEETING:
            account.incomplete = True
        grouped[meeting_id].append(account)
    return grouped


def successions(versions: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Each version with the one that follows on it: drafts, then minutes, page and notice.

    Of the copies of one version the most authoritative stands for it; the others, which should
    say the same, are compared with that one.
    """
    issues: dict[tuple[int, date], list[Account]] = defaultdict(list)
    for account in versions:
        issues[_STAGES.index(account.standing), account.issued].append(account)
    before: Account | None = None
    for key in sorted(issues):
        first, *copies = sorted(issues[key], key=lambda a: a.rank)
        yield from ((copy, first) for copy in copies)
        if before is not None:
            yield before, first
        before = first
