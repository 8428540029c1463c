"""Where a document disagrees with itself, its sidecar, or another version of the same minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.resolve.meetings.calendar import Calendar
from pipeline.resolve.versions.changes import Comparison
from pipeline.resolve.versions.conflicts import ABSENCE, conflicts
from pipeline.resolve.words import fold

Row = Mapping[str, object]
Rows = list[dict[str, object]]


def contradiction_rows(
    facts: Mapping[str, Rows], found: Calendar, compared: Sequence[Comparison]
) -> Rows:
    """Rows of `contradictions`, each said once per meeting, in a fixed order."""
    rows: Rows = [
        *_present_and_absent(facts["attendance"]),
        *_between_versions(compared),
        *_claims(facts["claims"], facts["milestones"]),
        *_sidecars(found),
    ]
    keys = ("meeting_id", "document_id", "subject", "detail")
    unique = {tuple(str(row[key]) for key in keys): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def _row(
    meeting_id: str, document_id: str, subject: str, detail: str, change_id: str | None = None
) -> dict[str, object]:
    return {
        "meeting_id": meeting_id,
        "document_id": document_id,
        "subject": subject,
        "detail": detail,
        "change_id": change_id,
    }


def _sidecars(found: Calendar) -> Iterator[dict[str, object]]:
    for odd in found.disagreements:
        yield _row(found.own[odd.document_id], odd.document_id, odd.subject, odd.detail)


def _between_versions(compared: Iterable[Comparison]) -> Rows:
    """Each contradiction once, of the less authoritative of the first two versions that have it."""
    told: dict[tuple[str, str, str], dict[str, object]] = {}
    for each in compared:
        meeting_id, document_id = each.lesser.meeting_id, each.lesser.document_id
        for change_id, subject, detail in conflicts(each):
            row = _row(meeting_id, document_id, subject, detail, change_id)
            told.setdefault((meeting_id, subject, detail), row)
    return list(told.values())


def _present_and_absent(attendance: Iterable[Row]) -> Iterator[dict[str, object]]:
    """Find the same person listed as there and as not there, in one document of one meeting."""
    listed: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for row in attendance:
        key = (str(row["meeting_id"]), str(row["document_id"]), str(row["person_id"]))
        listed[key].setdefault(str(row["status"]), str(row["name"]))
    for (meeting_id, document_id, _), names in listed.items():
        for status, absence in ABSENCE.items():
            if "present" in names and status in names:
                detail = f"{names['present']} is listed as present and as {absence}"
                yield _row(meeting_id, document_id, "attendance", detail)


def _claims(claims: Iterable[Row], milestones: Iterable[Row]) -> Iterator[dict[str, object]]:
    """Check a total that a report states, against the rows of its own table."""
    tables: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in milestones:
        tables[str(row["meeting_id"]), str(row["document_id"])].append(row)
    for claim in claims:
        key = (str(claim["meeting_id"]), str(claim["document_id"]))
        rows = tables.get(key)
        if not rows:
            continue
        subject, count = str(claim["subject"]), claim["count"]
        counts = _milestones(rows) if subject == "milestones" else _activities(rows)
        if counts and count not in counts:
            detail = f"The report claims {count} {subject}; its table holds {counts[0]}"
            yield _row(*key, "claim", detail)


def _milestones(rows: Sequence[Row]) -> list[int]:
    """How many milestones the table holds: all of them, then by plan where there are several."""
    plans: dict[str, int] = defaultdict(int)
    for row in rows:
        plans[fold(str(row["plan"] or ""))] += 1
    return [len(rows), *sorted(plans.values())]


def _activities(rows: Sequence[Row]) -> list[int]:
    """How many activities the table holds, in each way that it may number them.

    Numbers run through the whole plan or start again under each theme; some plans have none.
    """
    texts = {fold(str(row["activity"])) for row in rows if row["activity"]}
    numbers = {str(row["activity_number"]) for row in rows if row["activity_number"]}
    themed = {
        (str(row["theme"]), str(row["activity_number"])) for row in rows if row["activity_number"]
    }
    pairs = {
        (str(row["activity_number"]), fold(str(row["activity"]))) for row in rows if row["activity"]
    }
    counts = [len(each) for each in (numbers, texts, themed, pairs) if each]
    return list(dict.fromkeys(counts))
