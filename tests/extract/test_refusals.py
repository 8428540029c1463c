from __future__ import annotations

import pytest

from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.business.agenda_items import AGENDA_ITEMS
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.declarations import DECLARATIONS
from pipeline.extract.plans.forward_plan import FORWARD_PLAN
from pipeline.extract.refusals import MOST, explained
from pipeline.provenance import Finding, Rejected
from tests.extract.building import item, part, table


def told(extractor, whole) -> dict[str, str]:
    return {r.text: r.reason for r in extractor.find(whole) if isinstance(r, Rejected)}


def of_item(*texts: str):
    return part("minutes", items=[item("4", "Allotments", *texts)])


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The hedge was never agreed by anybody.", "earlier decision"),
        ("It was put forward as agreed in the working group.", "none of the forms"),
        ("Has the budget been approved by the group?", "a question"),
        ("The amendment to the approved plan fell.", "a motion or its vote"),
    ],
)
def test_a_decision_not_read_has_its_reason(sentence: str, reason: str) -> None:
    assert reason in told(RESOLUTIONS, of_item(sentence))[sentence]


def test_a_decision_that_was_read_is_not_refused() -> None:
    assert told(RESOLUTIONS, of_item("RESOLVED that the gate be mended.")) == {}


def test_agreeing_with_somebody_came_not_near() -> None:
    assert told(RESOLUTIONS, of_item("She agreed with Cllr Quill about the hedge.")) == {}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Could somebody write to the bus company?", ""),
        ("It would be good to arrange a walk some day.", "vague"),
        ("A volunteer might be found to arrange the walk.", "none of the forms"),
    ],
)
def test_an_action_not_read_has_its_reason(sentence: str, reason: str) -> None:
    found = told(ACTIONS, of_item(sentence))
    if reason:
        assert reason in found[sentence]
        assert "item 4" in found[sentence]
    else:
        assert found == {}


def test_a_line_among_names_has_its_reason() -> None:
    whole = part(
        "minutes",
        "Present:",
        "Councillor Ada Quill",
        "the parks department",
        "Tarn",
        items=[item("1", "Welcome")],
    )
    found = told(ATTENDANCE, whole)
    assert "no name" in found["the parks department"]
    assert "one word without a title" in found["Tarn"]
    assert not any("Quill" in text for text in found)


def test_a_bold_line_that_is_no_item_has_its_reason() -> None:
    whole = part("minutes", items=[item("4", "Allotments", "**Gate and hedge**")])
    assert "bold without a number" in told(AGENDA_ITEMS, whole)["Gate and hedge"]


def test_minutes_without_headings_say_so() -> None:
    whole = part("minutes", items=[item(None, "", "The gate was mended.")])
    assert any(
        "no heading could be told" in reason for reason in told(AGENDA_ITEMS, whole).values()
    )


def test_a_declaration_by_nobody_has_its_reason() -> None:
    sentence = "An observer declared an interest in item 6."
    whole = part("minutes", items=[item("2", "Declarations of interest", sentence)])
    assert "nobody could be told" in told(DECLARATIONS, whole)[sentence]


def test_a_table_of_costs_is_refused_as_forward_plan() -> None:
    costs = table(["Date", "Item", "Cost"], ["4 March 2031", "Gate", "£40"])
    whole = part("report", costs)
    assert "status or cost" in told(FORWARD_PLAN, whole)["Date | Item | Cost"]


def test_refusals_end_somewhere_and_come_once() -> None:
    def find(_part):
        yield Rejected("a", "told by the extractor itself")

    def refuse(_part, findings):
        assert findings == []
        yield Rejected("a", "again")
        yield from (Rejected(f"t{n}", "r") for n in range(MOST * 2))

    found = list(explained(find, refuse)(of_item("x")))
    assert len(found) == 1 + MOST
    assert not any(isinstance(each, Finding) for each in found)
    assert [each.reason for each in found if each.text == "a"] == ["told by the extractor itself"]
