"""Rows of an invented council's archive, as `resolve` would hand them to `store`."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime, time

import pypdfium2

Rows = dict[str, list[dict[str, object]]]

SPRING, SUMMER, AUTUMN = date(2031, 3, 4), date(2031, 6, 3), date(2031, 9, 9)
MEETINGS = {"m-spring": SPRING, "m-summer": SUMMER, "m-autumn": AUTUMN}


def blank_pdf(pages: int) -> bytes:
    """A PDF of empty A4 pages."""
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(595, 842)
    target = io.BytesIO()
    pdf.save(target)
    pdf.close()
    return target.getvalue()


class Invented:
    """Collects rows; a fact brings its evidence along."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.originals: dict[str, bytes] = {}

    def add(self, table: str, **row: object) -> None:
        self.rows.setdefault(table, []).append(row)

    def document(
        self,
        document_id: str,
        kind: str,
        content: bytes,
        standings: dict[str, tuple[str, int]],
        **more: object,
    ) -> None:
        sha256 = hashlib.sha256(content).hexdigest()
        self.originals[sha256] = content
        self.add(
            "documents",
            **{
                "document_id": document_id,
                "source": f"papers/{document_id}.pdf",
                "sha256": sha256,
                "media_type": "application/pdf",
                "kind": kind,
                "pages": 3,
                "status": "ok",
                "ingested_at": datetime(2031, 10, 1, 12, tzinfo=UTC),
                **more,
            },
        )
        for meeting_id, (standing, rank) in standings.items():
            self.add(
                "document_meetings",
                meeting_id=meeting_id,
                document_id=document_id,
                standing=standing,
                rank=rank,
            )

    def fact(
        self, table: str, document_id: str, meeting_id: str | None, quote: str, **row: object
    ) -> str:
        fact_id = f"{table}-{len(self.rows.get(table, []))}"
        place = {
            "page": row.pop("page", 1),
            "x0": 72.0,
            "top": 100.0,
            "x1": 300.5,
            "bottom": 112.0,
            "quote": quote,
        }
        key = {"actions": {"action_id": fact_id}, "milestones": {"milestone_id": fact_id}}
        self.add(
            table,
            **{
                "fact_id": fact_id,
                **key.get(table, {}),
                "document_id": document_id,
                "meeting_id": meeting_id,
                **place,
                "extractor": f"{table}/1",
                "confidence": 0.9,
                **row,
            },
        )
        self.add(
            "evidence",
            fact_table=table,
            fact_id=fact_id,
            document_id=document_id,
            ordinal=1,
            **place,
        )
        return fact_id


def invented() -> Invented:
    """Three meetings of one board, told by minutes, a draft, an agenda pack and two reports."""
    it = Invented()
    for meeting_id, day in MEETINGS.items():
        it.add(
            "meetings",
            meeting_id=meeting_id,
            authority="Aldermere Borough Council",
            body="Harbour Improvement Board",
            held_on=day,
            starts_at=time(18, 30),
            venue="Harbour Room",
        )
    it.document("d-spring", "minutes", blank_pdf(3), {"m-spring": ("minutes", 1)}, title="Minutes")
    it.document(
        "d-summer-pack",
        "agenda_pack",
        blank_pdf(4),
        {"m-spring": ("draft_minutes", 2), "m-summer": ("agenda", 2)},
        pages=4,
    )
    it.document("d-summer", "minutes", b"%PDF-summer", {"m-summer": ("minutes", 1)})
    it.document(
        "d-autumn",
        "agenda",
        b"%PDF-autumn",
        {"m-autumn": ("agenda", 1)},
        status="partial",
        status_reason="page 3 has no text layer; install OCRmyPDF and ingest it again",
    )
    it.document(
        "d-broken",
        "other",
        b"%PDF-broken",
        {},
        status="quarantined",
        pages=None,
        status_reason="the file ends before its cross-reference table; fetch it again",
    )
    it.document(
        "d-exempt",
        "report",
        b"%PDF-exempt",
        {},
        status="restricted",
        pages=None,
        status_reason="marked exempt from publication",
    )
    _people(it)
    _business(it)
    _plans(it)
    _ledger(it)
    return it


def _people(it: Invented) -> None:
    for person_id, name, honorific in [
        ("p-quill", "Ada Quill", "Councillor"),
        ("p-marsh", "Ben Marsh", "Councillor"),
        ("p-tarn", "Cleo Tarn", None),
    ]:
        it.add("people", person_id=person_id, name=name, honorific=honorific, place="netherby")
        it.add(
            "people_names", person_id=person_id, name=name, honorific=honorific, times=2, papers=2
        )
    it.add("people_names", person_id="p-marsh", name="B Marsh", times=2, papers=2)
    it.add("people_former_ids", former_id="p-old-marsh", person_id="p-marsh")
    it.add(
        "people_review",
        person_id="p-marsh",
        other_id="p-tarn",
        likeness=0.4,
        reason="one is a surname alone, which others may have",
        evidence="printed 'Ben Marsh'",
        other_evidence="printed 'Tarn'",
        documents=["d-summer"],
        other_documents=["d-spring"],
    )
    for person_id, body, post, first, last, after in [
        ("p-quill", "Harbour Improvement Board", "chair", (3, 4), (6, 3), None),
        ("p-tarn", None, "harbour master", (3, 4), (3, 4), None),
        ("p-tarn", None, "director ports", (6, 3), (6, 3), (9, 9)),
        ("p-marsh", None, "director ports", (9, 9), (9, 9), None),
    ]:
        it.add(
            "people_roles",
            person_id=person_id,
            place="netherby",
            body=body,
            post=post,
            role=post.title(),
            stand_in="interim" if person_id == "p-marsh" else None,
            shared=False,
            held_from=date(2031, *first),
            held_to=date(2031, *last),
            next_from=date(2031, *after) if after else None,
            meetings=1,
            documents=["d-spring"],
        )
    for document_id, meeting_id, person_id, name, grouping, status, role in [
        ("d-spring", "m-spring", "p-quill", "Ada Quill", "member", "present", "Chair"),
        ("d-spring", "m-spring", "p-marsh", "B Marsh", "member", "apologies", None),
        ("d-spring", "m-spring", "p-tarn", "Cleo Tarn", "officer", "present", "Harbour Master"),
        ("d-summer-pack", "m-spring", "p-quill", "Ada Quill", "member", "present", "Chair"),
        ("d-summer-pack", "m-spring", "p-marsh", "B Marsh", "member", "present", None),
        ("d-summer", "m-summer", "p-quill", "Ada Quill", "member", "present", "Chair"),
        ("d-summer", "m-summer", "p-marsh", "Ben Marsh", "member", "late", None),
        ("d-summer", "m-summer", "p-tarn", "Cleo Tarn", "officer", "present", "Director of Ports"),
    ]:
        it.fact(
            "attendance",
            document_id,
            meeting_id,
            name,
            person_id=person_id,
            name=name,
            printed=name,
            grouping=grouping,
            status=status,
            role=role,
            chair=role == "Chair",
        )
    it.fact(
        "declarations",
        "d-summer",
        "m-summer",
        "Councillor Marsh keeps a boat in the marina.",
        person_id="p-marsh",
        name="Ben Marsh",
        item_number="4",
        interest="Keeps a boat in the marina.",
    )


def _business(it: Invented) -> None:
    for document_id, meeting_id, number, title in [
        ("d-spring", "m-spring", "1", "Apologies"),
        ("d-summer-pack", "m-summer", "1", "Apologies for absence"),
        ("d-summer-pack", "m-summer", "2", "Lighthouse repairs"),
        ("d-summer", "m-summer", "2", "Lighthouse Repairs"),
        ("d-autumn", "m-autumn", "1", "Dredging contract"),
    ]:
        it.fact("agenda_items", document_id, meeting_id, title, number=number, title=title)
    for document_id, meeting_id, item, ordinal, text, outcome in [
        ("d-spring", "m-spring", "1", 1, "RESOLVED: That the apologies be noted.", "noted"),
        ("d-summer-pack", "m-spring", "1", 1, "RESOLVED: That the apologies be noted.", "noted"),
        ("d-summer", "m-summer", "2", 1, "RESOLVED: That the repairs be approved.", "approved"),
        ("d-summer", "m-summer", "2", 2, "RESOLVED: That the cost be noted.", "noted"),
    ]:
        it.fact(
            "resolutions",
            document_id,
            meeting_id,
            text,
            item_number=item,
            ordinal=ordinal,
            text=text,
            outcome=outcome,
            page=2,
        )
    members = [
        it.fact(
            "actions",
            document_id,
            meeting_id,
            "Harbour Master to publish the tide tables",
            item_number="2",
            text="Harbour Master to publish the tide tables",
            owner="Harbour Master",
            origin="requested",
        )
        for document_id, meeting_id in [("d-spring", "m-spring"), ("d-summer", "m-summer")]
    ]
    it.add(
        "action_threads",
        thread_id="t-tides",
        label="Harbour Master to publish the tide tables",
        first_raised=SPRING,
        last_raised=SUMMER,
        times_raised=2,
        state="open",
        nature="request",
        owner="Harbour Master",
        state_since=SPRING,
        state_reason="raised",
        evidence_table="actions",
        evidence_id=members[-1],
        evidence_document_id="d-summer",
        evidence_page=2,
        age_days=(SUMMER - SPRING).days,
        age_meetings=1,
    )
    for action_id, season in zip(members, ("spring", "summer"), strict=True):
        it.add("action_thread_members", thread_id="t-tides", action_id=action_id, score=1.0)
        it.add(
            "action_thread_mentions",
            thread_id="t-tides",
            fact_table="actions",
            fact_id=action_id,
            meeting_id=f"m-{season}",
            document_id=f"d-{season}",
            part="raised",
            score=1.0,
        )
    it.add(
        "contradictions",
        meeting_id="m-spring",
        document_id="d-summer-pack",
        subject="attendance",
        detail="B Marsh is present in the draft and sent apologies in the approved minutes",
    )


def _plans(it: Invented) -> None:
    for document_id, meeting_id, first, second in [
        ("d-spring", "m-spring", (date(2031, 5, 31), "On Target"), (None, "Delayed")),
        ("d-summer-pack", "m-summer", (date(2031, 7, 31), "Delayed"), (None, "Completed")),
    ]:
        for history, milestone, (deadline, status) in [
            ("h-crane", "New crane in service", first),
            ("h-quay", "Quay wall surveyed", second),
        ]:
            milestone_id = it.fact(
                "milestones",
                document_id,
                meeting_id,
                milestone,
                plan="Harbour Plan",
                milestone=milestone,
                lead_officers=["Cleo Tarn"],
                deadline_from=deadline,
                deadline_to=deadline,
                status=status,
                page=3,
            )
            it.add("milestone_links", history_id=history, milestone_id=milestone_id, score=1.0)
    for item, day in [("Dredging contracts", AUTUMN), ("Ferry timetable", AUTUMN)]:
        it.fact("forward_plan", "d-summer", "m-summer", item, for_meeting_on=day, item=item)
    it.fact(
        "reports",
        "d-summer-pack",
        "m-summer",
        "Lighthouse repairs",
        title="Lighthouse repairs",
        authors=["Cleo Tarn", "Dov Reed"],
        page=4,
    )
    it.fact(
        "recommendations",
        "d-summer-pack",
        "m-summer",
        "That the repairs be approved.",
        report_title="Lighthouse repairs",
        ordinal=1,
        text="That the repairs be approved.",
        page=4,
    )
    it.add(
        "rejected",
        document_id="d-spring",
        part=0,
        extractor="attendance/1",
        text="The Harbour Room",
        reason="a venue, not a name",
    )


def _ledger(it: Invented) -> None:
    it.add(
        "ingest_runs",
        run_id="20311001T120000.000000Z",
        started_at=datetime(2031, 10, 1, 12, tzinfo=UTC),
        finished_at=datetime(2031, 10, 1, 12, 5, tzinfo=UTC),
        outcome="partial",
        papers=6,
    )
    it.add(
        "ingest_events",
        run_id="20311001T120000.000000Z",
        source="papers/d-broken.pdf",
        stage="read",
        outcome="quarantined",
        reason="the file ends before its cross-reference table; fetch it again",
        seconds=0.25,
    )
