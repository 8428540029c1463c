from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec import structs

from pipeline.document import Cell, Row, Table
from pipeline.extract.plans.columns import NoPlan, header_row
from pipeline.extract.plans.milestones import MILESTONES
from pipeline.records import Milestone
from tests.extract.building import only, part, passage, refusals, table

GATE = "Mend the gate of the upper pond"
POND = "Drain the mill pond before winter"
HEAD = ("Action", "Owner", "Due", "RAG")
RED, GREEN = "#ff0000", "#00b050"


def named(*rows: Sequence[str], log: bool = False) -> dict[str, str]:
    """The name of the column that each field was found in."""
    found = header_row(table(*rows), log=log)
    assert isinstance(found, tuple), found
    return {field: rows[found[0]][place.start] for field, place in found[1].of.items()}


def refusal(*rows: Sequence[str]) -> str | None:
    found = header_row(table(*rows))
    return found.reason if isinstance(found, NoPlan) else None


def painted(rows: Sequence[Sequence[str]], fills: Sequence[str | None], column: int) -> Table:
    """A table with one column painted, head and all."""
    made = []
    for row, fill in zip(table(*rows).rows, fills, strict=True):
        cells = [structs.replace(c, fill=fill) if c.column == column else c for c in row.cells]
        made.append(structs.replace(row, cells=tuple(cells)))
    return Table(tuple(made), len(rows[0]))


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            ("No.", "What", "Who", "By when", "Where are we now?", "RAG"),
            ("reference", "milestone", "lead_officers", "deadline", None, "status"),
        ),
        (
            ("Objective", "Action", "Responsible", "Timescale", "Success measure", "Progress"),
            ("activity", "milestone", "lead_officers", "deadline", None, "comment"),
        ),
        (
            ("Priority area", "Task", "Lead", "Start date", "End date", "Status"),
            ("theme", "milestone", "lead_officers", None, "deadline", "status"),
        ),
        (
            (
                "Recommendation",
                "Agreed action",
                "Action owner",
                "Target date",
                "Revised date",
                "RAG",
            ),
            ("activity", "milestone", "lead_officers", "deadline", "revised", "status"),
        ),
    ],
    ids=["questions", "objectives", "start and end", "audit"],
)
def test_names_of_other_councils(head: Sequence[str], fields: Sequence[str | None]) -> None:
    cells = {
        None: "Seen by all who pass",
        "reference": "1.2",
        "milestone": GATE,
        "activity": "Keep the ponds fit for all who come",
        "theme": "Ponds",
        "lead_officers": "Ann Thorne",
        "deadline": "May 2027",
        "revised": "June 2027",
        "status": "On track",
        "comment": "The hinges have come from the smith.",
    }
    row = [
        ("April 2027" if n == "Start date" else cells[f]) for n, f in zip(head, fields, strict=True)
    ]
    assert named(head, row, row) == {f: n for n, f in zip(head, fields, strict=True) if f}


def test_content_decides_where_names_say_little() -> None:
    head = ("Item", "Action", "Initials", "Target")
    rows = [("3.1", GATE, "AT", "30/04/2027"), ("3.2", POND, "JP/AT", "Ongoing")]
    found = named(head, *rows, log=True)
    assert (found["lead_officers"], found["deadline"]) == ("Initials", "Target")


def test_progress_is_a_status_where_it_holds_no_more() -> None:
    head = ("Action", "Owner", "Due", "Progress")
    brief = [(GATE, "AT", "May-27", "Complete"), (POND, "JP", "Jun-27", "Not started")]
    wordy = [(GATE, "AT", "May-27", "The hinges came in April."), (POND, "JP", "Jun-27", "")]
    assert named(head, *brief)["status"] == "Progress"
    assert named(head, *wordy)["comment"] == "Progress"


def test_a_date_before_the_action_is_when_it_was_raised() -> None:
    head = ("Date", "Action", "Owner", "Due")
    assert named(head, ("01/02/2027", GATE, "AT", "May-27"))["deadline"] == "Due"
    head = ("Minute", "Action", "Owner", "Date")
    assert named(head, ("12", GATE, "AT", "May-27"))["deadline"] == "Date"


@pytest.mark.parametrize(
    ("head", "row", "reason"),
    [
        (
            ("Risk title", "Cause", "Mitigating actions", "Owner", "Target date"),
            ("Flood", "Rain", GATE, "AT", "May-27"),
            "risks",
        ),
        (
            ("Indicator", "Lead", "Target", "Status"),
            ("Days lost to floods", "AT", "12", "Green"),
            "indicators",
        ),
        (
            ("Project", "Lead", "Revised budget", "Variance", "Status"),
            ("Gates", "AT", "120", "-4", "Green"),
            "money",
        ),
    ],
    ids=["risks", "indicators", "money"],
)
def test_look_alikes_are_refused(head: Sequence[str], row: Sequence[str], reason: str) -> None:
    why = refusal(head, row, row)
    assert why is not None
    assert reason in why
    assert refusals(MILESTONES, part("report", table(head, row, row))) == [" | ".join(head)]


def test_an_action_plan_may_have_a_column_of_risks_or_costs() -> None:
    head = ("Action", "Owner", "Due", "Cost", "Impact", "Status")
    assert named(head, (GATE, "AT", "May-27", "£200", "High", "Open"))["milestone"] == "Action"


def test_a_head_over_two_rows() -> None:
    def cells(*texts: str, span: dict[int, int]) -> Row:
        return Row(tuple(Cell(passage(t), c, span.get(c, 1)) for c, t in enumerate(texts) if t))

    above = tuple(Cell(passage(""), c, above=True) for c in (0, 1, 4))
    lower = (Cell(passage("Start"), 2), Cell(passage("Finish"), 3))
    second = Row(tuple(sorted((*above, *lower), key=lambda c: c.column)))
    body = table(("Action", "Owner", "a", "b", "RAG"), (GATE, "AT", "Jan-27", "May-27", "A")).rows[
        1:
    ]
    first = cells("Action", "Owner", "Timescale", "", "RAG", span={2: 2})
    found = header_row(Table((first, second, *body), 5))
    assert isinstance(found, tuple)
    assert found[0] == 1
    assert found[1].text(body[0], "deadline") == "May-27"


def test_colours_are_statuses_where_no_word_is_printed() -> None:
    rows = [
        ("Action", "Owner", "Due", "RAG"),
        (GATE, "AT", "May-27", ""),
        (POND, "JP", "Jun-27", ""),
    ]
    found = only(Milestone, MILESTONES, part("report", painted(rows, (None, RED, GREEN), 3)))
    assert [(m.status, m.status_derived) for m in found] == [("Red", "fill"), ("Green", "fill")]


def test_a_printed_word_goes_before_the_colour_behind_it() -> None:
    rows = [
        ("Action", "Owner", "Due", "RAG"),
        (GATE, "AT", "May-27", "Late"),
        (POND, "JP", "Jun-27", ""),
    ]
    found = only(Milestone, MILESTONES, part("report", painted(rows, (None, RED, GREEN), 3)))
    assert [(m.status, m.status_derived) for m in found] == [("Late", None), ("Green", "fill")]


def test_a_coloured_column_without_a_status_rates_its_rows() -> None:
    rows = [
        ("Ref", "Action", "Owner", "Due"),
        ("1", GATE, "AT", "May-27"),
        ("2", POND, "JP", "Jun-27"),
    ]
    found = only(Milestone, MILESTONES, part("report", painted(rows, (None, RED, GREEN), 0)))
    assert [(m.status, m.reference) for m in found] == [("Red", "1"), ("Green", "2")]


def test_what_a_merged_cell_says_holds_for_its_rows() -> None:
    head = ("Action", "Owner", "Due", "Status")
    rows = table(head, (GATE, "AT", "May-27", "Open"), (POND, "^", "Jun-27", "Open"))
    found = only(Milestone, MILESTONES, part("report", rows))
    assert [m.lead_officers for m in found] == [("AT",), ("AT",)]


def test_posts_that_hold_an_and_stay_whole() -> None:
    head = ("Action", "Owner", "Due", "Status")
    post = "Head of Ponds and Streams"
    (found,) = only(
        Milestone, MILESTONES, part("report", table(head, (GATE, post, "May-27", "Open")))
    )
    assert found.lead_officers == (post,)


def test_a_date_of_closing_is_no_deadline() -> None:
    head = ("Date raised", "Action", "Owner", "Date closed", "Result")
    assert "deadline" not in named(head, ("1/5/2024", GATE, "AT", "3/6/2024", "Mended"), log=True)


def test_of_two_dates_the_forecast_is_the_revised_one() -> None:
    head = ("Deliverable", "Owner", "Baseline date", "Forecast date", "Status")
    found = named(head, (GATE, "Ann Thorne", "1/5/2024", "3/6/2024", "Delayed"))
    assert (found["deadline"], found["revised"]) == ("Baseline date", "Forecast date")


def test_a_merged_column_of_no_known_name_groups_the_tasks() -> None:
    head = ("Line of enquiry", "Action", "Owner", "Due")
    rows = (("Is there a clear vision for ponds?", GATE, "AT", "May"), ("^", POND, "JP", "June"))
    assert named(head, *rows)["activity"] == "Line of enquiry"
    short = (("Ponds", GATE, "AT", "May"), ("^", POND, "JP", "June"))
    assert named(head, *short)["theme"] == "Line of enquiry"


def test_what_was_done_is_no_task() -> None:
    head = ("What we said we would do", "Who", "When", "What we have done")
    found = named(head, (GATE, "AT", "May", "The posts are in"))
    assert (found["milestone"], found["comment"]) == (head[0], head[3])


def test_a_list_of_decisions_is_no_plan() -> None:
    head = ("Matter for decision", "Decision taker", "Expected date", "Contact officer")
    assert "decisions" in (refusal(head, (GATE, "Cabinet", "4/5/2024", "Ann Thorne")) or "")
