from __future__ import annotations

import json
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "schema.md"


def test_the_page_in_docs_is_the_commands_output(papers) -> None:
    told = "run `papers schema > docs/schema.md`"
    assert papers("schema").out == PAGE.read_text(encoding="utf-8"), told


def test_the_schema_as_json(papers) -> None:
    found = {entry["name"]: entry for entry in json.loads(papers("schema", "--json").out)}
    assert found["milestone_history"]["kind"] == "view"
    (column,) = [c for c in found["milestones"]["columns"] if c["name"] == "lead_officers"]
    assert column["type"] == "VARCHAR[]"
