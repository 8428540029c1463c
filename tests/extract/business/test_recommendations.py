from __future__ import annotations

import pytest

from pipeline.document import Block
from pipeline.extract.business.recommendations import RECOMMENDATIONS
from pipeline.records import Recommendation
from tests.extract.building import only, para, part, table

HEADER = table(("Report title:", "Ponds"), ("Report of:", "Ann Thorne"), ("Date:", "4 May 2024"))
TEXTS = ["Note the report; and", "Approve the plan."]
LISTED = [para("Note the report; and", "1.", indent=18), para("Approve the plan.", "2.", indent=18)]


def recommended(*flow: str | Block) -> list[Recommendation]:
    return only(Recommendation, RECOMMENDATIONS, part("report", HEADER, *flow))


def texts(*flow: str | Block) -> list[str]:
    return [each.text for each in recommended(*flow)]


@pytest.mark.parametrize(
    "heading",
    ["**Recommendations**", "RECOMMENDATIONS", "Recommendation(s):", "2. Recommendations"],
)
def test_a_list_under_the_heading(heading: str) -> None:
    found = recommended(para(heading), "The Board is asked to:", *LISTED, para("**Background**"))
    assert [(r.report_title, r.ordinal, r.text) for r in found] == [
        ("Ponds", 1, TEXTS[0]),
        ("Ponds", 2, TEXTS[1]),
    ]


@pytest.mark.parametrize("end", ["**Reasons for the decision**", "BACKGROUND", "Introduction"])
def test_the_next_heading_ends_the_list(end: str) -> None:
    assert texts(para("**Recommendations**"), *LISTED, para(end), "It rained.") == TEXTS


def test_the_next_section_ends_the_list() -> None:
    assert (
        texts(
            para("**Recommendations**", "1."),
            para("Note the report; and", "1.1"),
            para("Approve the plan.", "1.2"),
            para("It rained in May.", "2.1"),
        )
        == TEXTS
    )


def test_a_run_in_recommendation() -> None:
    assert texts("Recommendation: That the report be noted.", para("**Background**")) == [
        "That the report be noted."
    ]


def test_sub_entries_belong_to_their_entry() -> None:
    assert texts(
        para("**Recommendations**"),
        para("Approve", "1.", indent=18),
        para("the plan; and", "(a)", indent=40),
        para("Note the map.", "2.", indent=18),
    ) == ["Approve the plan; and", "Note the map."]


def test_a_sentence_that_asks_is_read_without_its_lead() -> None:
    assert texts(
        para("**Recommendations**"), "The Board is asked to note the state of the ponds."
    ) in (["note the state of the ponds."], ["The Board is asked to note the state of the ponds."])


def test_a_report_that_asks_for_nothing() -> None:
    assert texts("The ponds were full.") == []
