"""A small invented archive and its gold, written with plain SQL and JSON."""

import json
from pathlib import Path

import duckdb
import pytest

EVIDENCE = "page INT, quote TEXT"
SCHEMA = f"""
CREATE TABLE documents (document_id TEXT, source TEXT, status TEXT, status_reason TEXT);
CREATE TABLE meetings (meeting_id TEXT, authority TEXT, body TEXT, held_on DATE, starts_at TIME,
    ended_at TIME, venue TEXT);
CREATE TABLE agenda_items (meeting_id TEXT, document_id TEXT, number TEXT, also TEXT, title TEXT,
    pages TEXT, {EVIDENCE});
CREATE TABLE attendance (meeting_id TEXT, document_id TEXT, name TEXT, role TEXT, "grouping" TEXT,
    status TEXT, chair BOOL, substitute_for TEXT, {EVIDENCE});
CREATE TABLE declarations (meeting_id TEXT, document_id TEXT, name TEXT, item_number TEXT,
    interest TEXT, {EVIDENCE});
CREATE TABLE resolutions (meeting_id TEXT, document_id TEXT, item_number TEXT, ordinal INT,
    text TEXT, {EVIDENCE});
CREATE TABLE actions (meeting_id TEXT, document_id TEXT, item_number TEXT, text TEXT, owner TEXT,
    origin TEXT, {EVIDENCE});
CREATE TABLE milestones (document_id TEXT, meeting_id TEXT, theme TEXT, activity_number TEXT,
    activity TEXT, milestone TEXT, lead_officers TEXT[], deadline TEXT, deadline_from DATE,
    deadline_to DATE, status TEXT, percent_complete INT, comment TEXT, {EVIDENCE});
CREATE TABLE forward_plan (document_id TEXT, meeting_id TEXT, for_meeting_on DATE, item TEXT,
    lead TEXT, {EVIDENCE});
CREATE TABLE reports (document_id TEXT, meeting_id TEXT, item_number TEXT, title TEXT,
    authors TEXT[], dated DATE, classification TEXT, {EVIDENCE});
CREATE TABLE recommendations (document_id TEXT, meeting_id TEXT, report_title TEXT, ordinal INT,
    text TEXT, {EVIDENCE});
"""


class Workshop:
    """Where a test writes its archive and its gold."""

    def __init__(self, folder: Path) -> None:
        self.archive = folder / "archive"
        self.gold = folder / "gold"
        self.archive.mkdir()
        self.gold.mkdir()
        self.run(SCHEMA)

    def run(self, sql: str) -> None:
        with duckdb.connect(str(self.archive / "archive.duckdb")) as connection:
            connection.execute(sql)

    def add(self, table: str, **values: object) -> None:
        marks = ", ".join("?" for _ in values)
        names = ", ".join(f'"{name}"' for name in values)
        with duckdb.connect(str(self.archive / "archive.duckdb")) as connection:
            connection.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", [*values.values()]
            )

    def add_paper(
        self,
        document_id: str = "d1",
        source: str = "/srv/papers/minutes/ash.pdf",
        status: str = "ok",
        reason: str | None = None,
    ) -> None:
        self.add(
            "documents",
            document_id=document_id,
            source=source,
            status=status,
            status_reason=reason,
        )

    def write_gold(self, name: str = "ash-pc_council_2031-04-07", **keys: object) -> None:
        gold = {"document": name, "files": ["minutes/ash.pdf"], **keys}
        (self.gold / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)
