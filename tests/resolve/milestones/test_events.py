"""What befell milestones."""

from datetime import date

import duckdb
import pytest

from pipeline.resolve.milestones.changes import SEVERITY
from pipeline.store import schema
from tests.resolve.building import milestone
from tests.resolve.milestones.building import (
    AUTUMN,
    FILLER,
    SPRING,
    SUMMER,
    WINTER,
    events,
    report,
)

DAYS = (SPRING, SUMMER, AUTUMN, WINTER)
TEXT = "Appoint ten tutors for the spring term"


def told(*rows, kind=None, text=TEXT):
    """What befell one milestone: a dict of its fields for each report, None where it is absent."""
    papers = []
    for index, (day, row) in enumerate(zip(DAYS, rows, strict=False)):
        stones = [] if row is None else [milestone(**{"text": text} | row)]
        papers.append(report(f"p{index}", day, *FILLER_DONE, *stones))
    return events(*papers, kind=kind)


FILLER_DONE = tuple(
    milestone(stone.milestone, activity="Estates", number="9", status="Completed")
    for stone in FILLER
)


def due(day, printed):
    return {"deadline_to": day, "deadline": printed}


def test_a_slip_counts_from_the_deadline_before_and_from_the_first():
    may, july, june = date(2021, 5, 31), date(2021, 7, 31), date(2021, 6, 30)
    first, second, third = due(may, "May-21"), due(july, "Jul-21"), due(june, "Jun-21")
    assert told(first, second, {}, third) == [
        (SUMMER, "slip", "May-21", "Jul-21", 61),
        (WINTER, "brought_forward", "Jul-21", "Jun-21", -31),
    ]


def test_the_first_deadline_set_is_no_slip():
    assert told({"deadline": "TBC"}, due(date(2021, 5, 31), "May-21")) == []


@pytest.mark.parametrize(
    ("was", "became", "kind"),
    [
        ("On Target", "Delayed", "reversal"),
        ("Delayed", "Overdue", "reversal"),
        ("Green", "Red", "reversal"),
        ("Blue", "Amber", "reversal"),
        ("Completed", "On Target", "reversal"),
        ("Completed", "Reopened", "reversal"),
        ("Amber", "Blue", "completed"),
        ("In progress", "Completed", "completed"),
    ],
)
def test_statuses_that_turn(was, became, kind):
    assert told({"status": was}, {"status": became}) == [(SUMMER, kind, was, became, None)]


@pytest.mark.parametrize(
    ("was", "became"),
    [("Overdue", "Delayed"), ("Red", "Green"), ("Not started", "On Target"), ("Blue", "Completed")],
)
def test_statuses_that_get_better_or_stay(was, became):
    assert told({"status": was}, {"status": became}) == []


def test_a_status_is_compared_with_the_last_one_printed():
    found = told({"status": "Green"}, {"status": None}, {"status": "Red"})
    assert found == [(AUTUMN, "reversal", "Green", "Red", None)]


def test_a_fall_in_per_cent():
    found = told({"percent_complete": 40}, {"percent_complete": None}, {"percent_complete": 30})
    assert found == [(AUTUMN, "fall", "40%", "30%", None)]


def test_a_stall_is_told_at_each_report_that_shows_no_move():
    row = {"percent_complete": 10, "status": "On Target"}
    worse = {"percent_complete": 10, "status": "Delayed"}
    assert told(row, row, worse, kind="stall") == [
        (SUMMER, "stall", "10%", "10%", 91),
        (AUTUMN, "stall", "10%", "10%", 182),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"percent_complete": 100, "status": "Completed"},) * 2,
        ({"percent_complete": 100, "status": "On Target"},) * 2,
        ({"percent_complete": 10}, {"percent_complete": 20}),
        (
            {"percent_complete": 80, "status": "Delayed"},
            {"percent_complete": 80, "status": "On Target"},
        ),
        ({"status": "Amber", "comment": "Begun"}, {"status": "Amber", "comment": "Half done"}),
        ({"status": "Red", "comment": "Begun"}, {"status": "Amber", "comment": "Begun"}),
        ({"comment": "Begun"}, {"comment": "Begun"}),
    ],
)
def test_what_moves_or_is_done_or_says_nothing_is_no_stall(one, other):
    assert told(one, other, kind="stall") == []


def test_without_per_cent_the_same_status_and_comment_are_a_stall():
    row = {"status": "Amber", "comment": "Awaiting counsel's advice."}
    again = {"status": "Amber", "comment": "Awaiting counsel’s advice"}
    assert told(row, again) == [(SUMMER, "stall", "Amber", "Amber", 91)]


def test_a_row_that_is_silently_dropped():
    assert told({"status": "Red"}, {"status": "Red", "comment": "x"}, None, None) == [
        (AUTUMN, "dropped", "Red", None, None)
    ]
    assert told({"status": "Completed"}, None) == []
    assert told({"percent_complete": 100}, None) == []


def test_a_row_that_comes_back_was_not_dropped():
    found = told({"status": "Red"}, None, {"status": "Red", "comment": "x"})
    assert found == [(AUTUMN, "returned", "absent from 2021-06-03", "Red", 91)]


def test_a_row_that_the_first_report_lacks_appears():
    assert told(None, {"status": "Green"}) == [(SUMMER, "appeared", None, "Green", None)]


def test_a_report_on_a_few_milestones_drops_none_of_the_others():
    late = milestone("Appoint ten tutors", status="Red")
    every = [
        *(milestone(s.milestone, status="Green", comment=str(i)) for i, s in enumerate(FILLER))
    ]
    moved = [milestone(s.milestone, status="Green", comment="now") for s in FILLER]
    papers = [
        report("a", SPRING, *every, late),
        report("b", SUMMER, milestone("Appoint ten tutors", status="Red", comment="Advertised.")),
        report("c", AUTUMN, *moved, milestone("Appoint ten tutors", status="Amber")),
    ]
    assert events(*papers) == []


def test_a_paper_that_could_not_be_read_in_full_drops_nothing():
    rows = [milestone(s.milestone, status="Green") for s in FILLER]
    cut = report("b", SUMMER, *rows[:-1], status="partial")
    assert events(report("a", SPRING, *rows), cut, kind="dropped") == []


def test_wording_number_place_and_officers():
    before = {
        "activity": "Recruit tutors",
        "number": "1",
        "theme": "Learning",
        "lead_officers": ("Ida Holm",),
    }
    after = {
        "text": "Appoint ten tutors for the summer term",
        "activity": "Open the hubs",
        "number": "2",
        "theme": "Buildings",
        "lead_officers": ("Per Lund",),
        "reference": "2.1",
    }
    also = [milestone("Paint the hall", activity="Open the hubs", number="2", theme="Buildings")]
    papers = [
        report("a", SPRING, *FILLER_DONE, *also, milestone(TEXT, reference="1.4", **before)),
        report("b", SUMMER, *FILLER_DONE, *also, milestone(**after)),
    ]
    assert [event[1:4] for event in events(*papers)] == [
        ("lead_changed", "Ida Holm", "Per Lund"),
        ("moved", "Learning > Recruit tutors", "Buildings > Open the hubs"),
        ("renumbered", "1.4", "2.1"),
        ("reworded", TEXT, "Appoint ten tutors for the summer term"),
    ]


def test_a_theme_that_got_another_name_moved_no_milestone():
    assert told({"theme": "Warnings"}, {"theme": "Talking to residents"}) == []


def test_a_misprint_in_an_officers_name_is_no_change():
    assert told({"lead_officers": ("Afzal Rowe",)}, {"lead_officers": ("Afazl Rowe",)}) == []


def test_events_are_told_by_the_days_of_reports_whichever_came_in_first():
    rows = [{"percent_complete": n, "status": "Green"} for n in (10, 20, 5)]
    papers = [
        report(f"p{index}", day, *FILLER_DONE, milestone(TEXT, **row), run=run)
        for index, (day, row, run) in enumerate(zip(DAYS, rows, (2, 0, 1), strict=False))
    ]
    assert events(*papers) == [(AUTUMN, "fall", "20%", "5%", None)]


def test_severity_is_that_of_the_archive():
    with duckdb.connect() as connection:
        schema.create(connection)
        for status, severity in SEVERITY.items():
            row = connection.execute("SELECT milestone_severity(?)", [status]).fetchone()
            assert row == (severity,)
