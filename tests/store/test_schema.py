from __future__ import annotations

import duckdb
import pytest

from pipeline import records
from pipeline.errors import PublishError
from pipeline.store import dictionary, schema

EVIDENCE = "page x0 top x1 bottom quote extractor confidence"
CONTRACT = {
    "documents": "document_id source source_url sha256 media_type kind title pages status "
    "status_reason ingested_at",
    "meetings": "meeting_id authority body held_on starts_at ended_at venue",
    "agenda_items": f"meeting_id document_id number title pages {EVIDENCE}",
    "attendance": "meeting_id document_id person_id name honorific printed role grouping status "
    f"chair substitute_for {EVIDENCE}",
    "declarations": "meeting_id document_id person_id name item_number interest interest_type "
    f"{EVIDENCE}",
    "resolutions": f"meeting_id document_id item_number ordinal text outcome {EVIDENCE}",
    "motions": "motion_id meeting_id document_id item_number ordinal motion proposer proposer_id "
    "seconder seconder_id amendment outcome unanimous votes_for votes_against abstentions "
    f"{EVIDENCE}",
    "votes": "motion_id meeting_id document_id item_number ordinal person_id name honorific "
    f"printed vote {EVIDENCE}",
    "actions": "action_id meeting_id document_id item_number text owner due due_on origin status "
    f"{EVIDENCE}",
    "milestones": "milestone_id document_id meeting_id plan period theme activity_number activity "
    "milestone lead_officers deadline deadline_from deadline_to status percent_complete comment "
    f"{EVIDENCE}",
    "forward_plan": f"document_id meeting_id for_meeting_on item lead {EVIDENCE}",
    "reports": f"document_id meeting_id item_number title authors dated classification {EVIDENCE}",
    "recommendations": f"document_id meeting_id report_title ordinal text {EVIDENCE}",
    "people": "person_id name honorific",
    "action_threads": "thread_id label first_raised last_raised times_raised state",
    "action_thread_members": "thread_id action_id score",
    "milestone_history": "history_id milestone_id milestone meeting_id held_on status "
    "percent_complete deadline_to slipped_days",
    "contradictions": "meeting_id document_id subject detail",
    "ingest_runs": "run_id started_at finished_at outcome",
    "ingest_events": "run_id source sha256 stage outcome reason seconds",
}
RECORDS = {
    "meeting_headers": records.MeetingHeader,
    "attendance": records.Attendee,
    "membership": records.Member,
    "agenda_items": records.AgendaItem,
    "declarations": records.Declaration,
    "resolutions": records.Resolution,
    "motions": records.Motion,
    "votes": records.Vote,
    "actions": records.Action,
    "milestones": records.Milestone,
    "forward_plan": records.ForwardPlanEntry,
    "reports": records.Report,
    "recommendations": records.Recommendation,
    "claims": records.Claim,
}


@pytest.fixture(scope="module")
def relations():
    return {relation.name: relation for relation in dictionary.relations()}


@pytest.mark.parametrize("table", CONTRACT)
def test_the_contract_holds(relations, table: str) -> None:
    held = {column.name for column in relations[table].columns}
    assert set(CONTRACT[table].split()) <= held


@pytest.mark.parametrize("table", RECORDS)
def test_every_field_of_a_record_has_its_column(relations, table: str) -> None:
    held = {column.name for column in relations[table].columns}
    assert set(RECORDS[table].__struct_fields__) <= held
    assert {"fact_id", *EVIDENCE.split()} <= held


def test_everything_has_a_comment(relations) -> None:
    bare = [
        f"{relation.name}.{column.name}"
        for relation in relations.values()
        for column in relation.columns
        if not (relation.comment and column.comment)
    ]
    assert bare == []


def test_comments_are_sentences(relations) -> None:
    comments = [c.comment for r in relations.values() for c in r.columns]
    comments += [r.comment for r in relations.values()]
    assert [text for text in comments if not text.endswith(".") or "\n" in text] == []


def test_each_migration_is_in_the_ledger_once() -> None:
    with duckdb.connect() as connection:
        schema.create(connection)
        schema.create(connection)
        ledger = connection.execute("SELECT version, name FROM schema_migrations").fetchall()
    assert ledger == [(version, name) for version, name, _ in schema.migrations()]
    assert [version for version, _ in ledger] == list(range(1, len(ledger) + 1))


def test_a_migration_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    good = next(schema.migrations())
    bad = (2, "broken", "CREATE TABLE half (x INTEGER); SELECT nonsense;")
    monkeypatch.setattr(schema, "migrations", lambda: iter([good, bad]))
    with duckdb.connect() as connection:
        with pytest.raises(PublishError, match="0002_broken"):
            schema.create(connection)
        assert list(schema.columns(connection)) == ["schema_migrations"]
        assert schema.applied(connection) == {1}
