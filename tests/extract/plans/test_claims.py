from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.plans.claims import CLAIMS
from pipeline.records import Claim
from tests.extract.building import only, part, table

PLAN = table(
    ("Milestone", "Lead Officer", "Deadline", "Status"),
    ("Drain the pond", "Ann Thorne", "May-24", "Completed"),
)


def claims(*flow: str | Block) -> list[tuple[str, int]]:
    return [(c.subject, c.count) for c in only(Claim, CLAIMS, part("report", *flow))]


def test_totals_of_the_plan_that_the_report_carries() -> None:
    text = "The plan has 12 key milestones under 4 strategic actions."
    assert claims(text, PLAN) == [("milestones", 12), ("activities", 4)]


def test_the_same_claim_counts_once() -> None:
    assert claims("The plan has 12 milestones.", "The plan's 12 milestones.", PLAN) == [
        ("milestones", 12)
    ]


def test_a_share_of_the_plan_is_no_total() -> None:
    assert claims("Of the plan, 5 milestones have been completed.", PLAN) == []


def test_a_report_without_a_plan_claims_nothing() -> None:
    assert claims("The plan has 12 milestones.") == []


def test_a_sentence_that_is_not_about_the_plan_claims_nothing() -> None:
    assert claims("There are 12 milestones on the Mill road.", PLAN) == []
