"""The gold of milestones over time: every turn is planted, and every row is in a paper's gold."""

import json
from collections import Counter
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PLANS = json.loads((CORPUS / "milestones.json").read_text("utf-8"))
STONES = [stone for plan in PLANS for stone in plan["milestones"]]


def test_every_row_of_every_report_is_in_one_milestone():
    told = Counter((r["paper"], r["milestone"]) for stone in STONES for r in stone["rows"])
    papers = {paper["paper"] for plan in PLANS for paper in plan["papers"]}
    printed = Counter(
        (paper, row["milestone"])
        for paper in papers
        for row in json.loads((CORPUS / "gold" / f"{paper}.json").read_text("utf-8"))["milestones"]
    )
    assert told == printed


def test_every_kind_of_turn_is_planted():
    kinds = Counter(event["kind"] for stone in STONES for event in stone["events"])
    often = {"slip", "reversal", "stall", "completed", "appeared", "reworded", "renumbered", "fall"}
    assert all(kinds[kind] >= 5 for kind in often), kinds
    seldom = {"dropped", "returned", "moved", "lead_changed", "brought_forward"}
    assert set(kinds) == often | seldom


def test_the_improvement_plan_has_the_histories_that_its_story_has():
    histories = json.loads((CORPUS / "histories.json").read_text("utf-8"))
    (plan,) = (plan for plan in PLANS if plan["plan"] == "Improvement Plan")
    assert {h["key"]: len(h["reports"]) for h in histories} == {
        stone["key"]: len(stone["rows"]) for stone in plan["milestones"]
    }
