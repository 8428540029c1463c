"""What a picture of a plan shows."""

from pipeline.plot import plan_chart
from tests.plot.building import DAYS, row, rows


def test_each_milestone_has_a_lane_with_its_reports_and_deadlines():
    chart = plan_chart(rows())
    assert (chart.plan, chart.body, chart.days) == ("Harbour Plan", "Harbour Board", list(DAYS))
    crane, quay, light = chart.lanes
    assert [crane.text, quay.text, light.text] == [
        "New crane in service",
        "Quay wall surveyed",
        "Light <repaired> & lit",
    ]
    assert len(crane.due) == 3
    assert crane.slip == 214
    assert (quay.due, quay.slip) == ([quay.due[0]], 0)
    assert (light.due, light.deadline) == ([], "May-31")


def test_a_milestone_that_was_dropped_is_marked():
    assert [lane.dropped for lane in plan_chart(rows()).lanes] == [False, False, True]


def test_lanes_stand_by_theme_in_the_order_of_the_last_report():
    first = [row(f"h{n}", DAYS[0], f"Row {n}", theme="AB"[n % 2]) for n in range(4)]
    last = [row(f"h{n}", DAYS[1], f"Row {n}", theme="AB"[n % 2]) for n in (3, 1, 2)]
    shown = [(lane.theme, lane.text) for lane in plan_chart([*first, *last]).lanes]
    assert shown == [("B", "Row 3"), ("B", "Row 1"), ("A", "Row 2"), ("A", "Row 0")]


def test_of_too_many_milestones_those_that_moved_most_are_kept():
    chart = plan_chart(rows(), most=1)
    assert [lane.text for lane in chart.lanes] == ["New crane in service"]
    assert chart.left_out == 2


def test_rows_without_a_day_are_left_out():
    assert plan_chart([row("h", None, "Undated")]).lanes == []
