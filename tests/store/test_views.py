from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.store.publish import publish
from pipeline.store.read import Archive, open_archive
from tests.store.invented import Invented


def test_minutes_go_before_their_draft(archive: Archive) -> None:
    found = archive.sql(
        "SELECT DISTINCT meeting_id, document_id FROM current_attendance ORDER BY ALL"
    ).rows
    assert found == (("m-spring", "d-spring"), ("m-summer", "d-summer"))


def test_a_draft_counts_while_there_is_nothing_better(tmp_path: Path, it: Invented) -> None:
    it.rows["document_meetings"] = [
        row for row in it.rows["document_meetings"] if row["document_id"] != "d-spring"
    ]
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        found = archive.sql(
            "SELECT DISTINCT document_id FROM current_attendance WHERE meeting_id = 'm-spring'"
        ).rows
    assert found == (("d-summer-pack",),)


def test_a_withheld_paper_is_no_record(tmp_path: Path, it: Invented) -> None:
    it.add(
        "document_meetings",
        meeting_id="m-autumn",
        document_id="d-exempt",
        standing="minutes",
        rank=1,
    )
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        assert archive.sql("FROM current_documents WHERE document_id = 'd-exempt'").rows == ()


def test_agenda_items_fall_back_to_the_agenda(archive: Archive) -> None:
    found = archive.sql(
        "SELECT meeting_id, title FROM current_agenda_items WHERE meeting_id <> 'm-spring' "
        "ORDER BY ALL"
    ).rows
    assert found == (("m-autumn", "Dredging contract"), ("m-summer", "Lighthouse Repairs"))


def test_lines_of_an_action_log_count_beside_the_minutes(tmp_path: Path, it: Invented) -> None:
    it.document("d-log", "action_log", b"log", {"m-summer": ("other", 3)})
    for document_id in ("d-log", "d-summer-pack"):
        it.fact("actions", document_id, "m-summer", "Paint it", text="Paint it", origin="log")
    it.fact("actions", "d-log", None, "Oil it", text="Oil it", origin="log")
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        found = archive.sql(
            "SELECT text, document_id FROM current_actions WHERE origin = 'log' ORDER BY ALL"
        ).rows
    assert found == (("Oil it", "d-log"), ("Paint it", "d-summer-pack"))


def test_a_plan_held_twice_for_one_meeting_counts_once(tmp_path: Path, it: Invented) -> None:
    it.document("d-report", "report", b"report", {"m-summer": ("report", 3)})
    it.fact("milestones", "d-report", "m-summer", "x", plan="Harbour Plan", milestone="x")
    it.fact("milestones", "d-report", "m-summer", "y", plan="Light Plan", milestone="y")
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        found = archive.sql(
            "SELECT plan, document_id, count(*) FROM current_milestones "
            "WHERE meeting_id = 'm-summer' GROUP BY ALL ORDER BY ALL"
        ).rows
    assert found == (("Harbour Plan", "d-summer-pack", 2), ("Light Plan", "d-report", 1))


def test_slippage_counts_from_the_first_reported_deadline(archive: Archive) -> None:
    found = archive.sql(
        "SELECT held_on, status, slipped_days FROM milestone_history "
        "WHERE history_id = 'h-crane' ORDER BY held_on"
    ).rows
    assert found == ((date(2031, 3, 4), "On Target", 0), (date(2031, 6, 3), "Delayed", 61))


def test_a_milestone_without_deadline_has_no_slippage(archive: Archive) -> None:
    found = archive.sql(
        "SELECT DISTINCT slipped_days FROM milestone_history WHERE history_id = 'h-quay'"
    ).rows
    assert found == ((None,),)


def test_facts_hold_every_fact_once(archive: Archive, it: Invented) -> None:
    every = sum(len(rows) for rows in it.rows.values() if rows and "confidence" in rows[0])
    assert archive.sql("SELECT count(*), count(DISTINCT fact_id) FROM facts").rows == (
        (every, every),
    )


@pytest.fixture
def three_records(it: Invented) -> Invented:
    """A meeting of three items: a cut web page, a page of one item, and the whole draft."""
    it.document("d-page", "meeting_page", b"page", {"m-autumn": ("meeting_page", 2)})
    it.document("d-item", "meeting_page", b"item", {"m-autumn": ("meeting_page", 3)})
    it.document("d-draft", "agenda_pack", b"draft", {"m-autumn": ("draft_minutes", 4)})
    for document_id, items in [("d-page", "13"), ("d-item", "2"), ("d-draft", "123")]:
        for item in items:
            text = f"RESOLVED: That item {item} be noted."
            it.fact("agenda_items", document_id, "m-autumn", text, number=item, title=text)
            it.fact(
                "resolutions",
                document_id,
                "m-autumn",
                text,
                item_number=item,
                ordinal=1,
                text=text,
                outcome="noted",
            )
    return it


def record(place: Path) -> tuple[object, ...]:
    with open_archive(place) as archive:
        return archive.sql(
            "SELECT document_id, count(DISTINCT item_number) FROM current_resolutions "
            "WHERE meeting_id = 'm-autumn' GROUP BY ALL"
        ).rows


def test_a_page_of_one_item_is_not_the_record_of_a_meeting(
    tmp_path: Path, three_records: Invented
) -> None:
    publish(tmp_path, three_records.rows)
    assert record(tmp_path) == (("d-page", 2),), "a page of many items goes before a draft"
    for row in three_records.rows["documents"]:
        if row["document_id"] == "d-page":
            row["status"] = "partial"
    publish(tmp_path, three_records.rows)
    assert record(tmp_path) == (("d-draft", 3),), "the draft is whole, the pages are not"
    three_records.rows["document_meetings"] = [
        row for row in three_records.rows["document_meetings"] if row["document_id"] != "d-draft"
    ]
    publish(tmp_path, three_records.rows)
    assert record(tmp_path) == (("d-page", 2),), "a cut page says more than one of a single item"


def test_plans_reports_and_lists_in_two_papers_count_once(tmp_path: Path, it: Invented) -> None:
    it.document("d-report", "report", b"report", {"m-summer": ("report", 3)})
    for title in ("LIGHTHOUSE  REPAIRS", "Ferry fares"):
        it.fact("reports", "d-report", "m-summer", title, title=title, authors=[])
        it.fact(
            "recommendations",
            "d-report",
            "m-summer",
            title,
            report_title=title,
            ordinal=1,
            text="x",
        )
    it.fact("reports", "d-report", None, "Loose", title="Loose", authors=[])
    it.fact("forward_plan", "d-summer-pack", "m-summer", "Ferry", for_meeting_on=None, item="Ferry")
    for document_id in ("d-summer", "d-summer-pack", "d-report"):
        for name in ("Ada Quill", "Ben Marsh"):
            it.fact("membership", document_id, "m-summer", name, name=name, printed=name)
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        reports = archive.sql("SELECT title, document_id FROM current_reports ORDER BY ALL").rows
        advised = archive.sql(
            "SELECT report_title, document_id FROM current_recommendations ORDER BY ALL"
        ).rows
        plan = archive.sql("SELECT document_id, item FROM current_forward_plan ORDER BY ALL").rows
        members = archive.sql("SELECT document_id, name FROM current_membership ORDER BY ALL").rows
    every = (("Ferry fares", "d-report"), ("Lighthouse repairs", "d-summer-pack"))
    assert advised == every
    assert reports == (*every, ("Loose", "d-report"))
    assert plan == (("d-summer", "Dredging contracts"), ("d-summer", "Ferry timetable"))
    assert members == (("d-summer", "Ada Quill"), ("d-summer", "Ben Marsh"))


def test_what_fills_the_record_is_shown_beside_it_with_its_paper(
    tmp_path: Path, it: Invented
) -> None:
    it.document("d-web", "meeting_page", b"web", {"m-summer": ("meeting_page", 3)})
    for table, quote, row in [
        (
            "attendance",
            "Dov Reed",
            {
                "person_id": "p-tarn",
                "name": "Dov Reed",
                "printed": "Dov Reed",
                "grouping": "member",
                "status": "apologies",
                "chair": False,
            },
        ),
        ("agenda_items", "Closing", {"number": "9", "title": "Closing"}),
        (
            "resolutions",
            "That it close.",
            {"item_number": "9", "ordinal": 1, "text": "That it close.", "outcome": "agreed"},
        ),
        (
            "actions",
            "Lock up",
            {"item_number": "9", "text": "Lock up", "origin": "agreed"},
        ),
    ]:
        it.fact(table, "d-web", "m-summer", "not asked for", **row)
        fact_id = it.fact(table, "d-web", "m-summer", quote, **row)
        it.add(
            "fillers",
            fact_table=table,
            fact_id=fact_id,
            meeting_id="m-summer",
            document_id="d-web",
            reason="the record lacks it",
        )
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        for table, record in (
            ("attendance", 3),
            ("agenda_items", 1),
            ("resolutions", 2),
            ("actions", 1),
        ):
            found = archive.sql(
                f"SELECT count(*), count(*) FILTER (document_id = 'd-web') FROM current_{table} "
                "WHERE meeting_id = 'm-summer'"
            ).rows
            assert found == ((record + 1, 1),), table
        sources = archive.sql(
            "SELECT document_id, standing, facts, reason FROM current_sources "
            "WHERE meeting_id = 'm-summer' AND fact_table = 'resolutions' ORDER BY ALL"
        ).rows
    assert sources == (
        ("d-summer", "minutes", 2, None),
        ("d-web", "meeting_page", 1, "the record lacks it"),
    )


def test_the_page_of_a_single_item_does_not_stand_for_the_agenda(
    tmp_path: Path, it: Invented
) -> None:
    it.document("d-item", "meeting_page", b"item", {"m-autumn": ("meeting_page", 2)})
    it.fact("agenda_items", "d-item", "m-autumn", "x", number="2", title="Dredging")
    it.fact("agenda_items", "d-autumn", "m-autumn", "x", number="2", title="Closing")
    publish(tmp_path, it.rows)
    with open_archive(tmp_path) as archive:
        found = archive.sql(
            "SELECT DISTINCT document_id FROM current_agenda_items WHERE meeting_id = 'm-autumn'"
        ).rows
    assert found == (("d-autumn",),)
