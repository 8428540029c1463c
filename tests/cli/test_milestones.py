"""The command `papers milestones`, over plans of an invented council."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.resolve import resolve
from pipeline.store.publish import publish
from tests.resolve.building import milestone
from tests.resolve.milestones.building import AUTUMN, FILLER, SPRING, SUMMER, report

PLAN = "Best Start Plan, position at {:%d %B %Y}"


def stone(text, day, **more):
    return milestone(text, plan=PLAN.format(day), lead_officers=("Ida Holm",), **more)


def reports():
    """A plan in three reports: one milestone slips twice, one stalls, one is dropped."""
    dues = [date(2021, 5, 31), date(2021, 7, 31), date(2021, 12, 31)]
    states = [("On Target", 10), ("Delayed", 10), ("Overdue", 5)]
    papers = []
    for day, due, (status, percent) in zip((SPRING, SUMMER, AUTUMN), dues, states, strict=True):
        rows = [stone(s.milestone, day, status="Completed") for s in FILLER]
        tutors = f"Appoint ten tutors {'to the hubs' if day == AUTUMN else 'for the hubs'}"
        rows.append(
            stone(
                tutors,
                day,
                status=status,
                percent_complete=percent,
                deadline=f"{due:%b-%y}",
                deadline_to=due,
            )
        )
        if day == SPRING:
            rows.append(stone("Open two hubs", day, status="Red"))
        papers.append(report(f"{day}", day, *rows))
    other = milestone("Clear the ditch", plan="Drainage Plan", status="Green")
    return [*papers, report("other", SPRING, other, body="Netherby Drainage Panel")]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("plans") / "archive"
    publish(place, resolve(reports()))
    return place


def test_without_options_the_plans_are_listed(papers, plans) -> None:
    printed = papers("milestones", "--archive", plans)
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    found = json.loads(papers("milestones", "--archive", plans, "--json").out)["plans"]
    counts = ("reports", "milestones", "slipped", "stalled", "reversed", "dropped", "appeared")
    assert [tuple(row[name] for name in counts) for row in found] == [
        (3, 8, 1, 1, 1, 1, 0),
        (1, 1, 0, 0, 0, 0, 0),
    ]
    assert [row["body"] for row in found] == [
        "Netherby Best Start Board",
        "Netherby Drainage Panel",
    ]


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        ("--slipped", ("214", "May-21", "Dec-21", "Overdue 5%", "Ida Holm", "p. 1")),
        ("--stalled", ("91", "10%", "2021-06-03", "Ida Holm", "p. 1")),
        ("--dropped", ("Open two hubs", "2021-06-03", "Red", "p. 1")),
        ("--reversed", ("2021-09-02", "Delayed", "Overdue", "p. 1")),
        ("--fell", ("2021-09-02", "10%", "5%", "p. 1")),
    ],
)
def test_what_befell_milestones_with_paper_and_page(papers, plans, option, shown) -> None:
    printed = papers("milestones", option, "--archive", plans)
    assert printed.code == 0
    lines = printed.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert not any(line.startswith("row 1") for line in lines), "a table, no list of records"
    flat = " ".join(printed.out.split())
    assert all(each in flat for each in shown), printed.out
    assert "1 milestone;" in printed.err


@pytest.mark.parametrize("option", ["--appeared", "--returned"])
def test_nothing_found_is_said(papers, plans, option) -> None:
    printed = papers("milestones", option, "--archive", plans)
    assert printed.code == 0
    assert "0 milestones" in printed.err


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        (("--body", "best start"), 1),
        (("--body", "drainage"), 0),
        (("--lead", "holm"), 1),
        (("--lead", "lund"), 0),
        (("--plan", "best start plan"), 1),
        (("--plan", "drainage"), 0),
        (("--since", "2021-09-01"), 1),
        (("--since", "2021-09-03"), 0),
        (("--limit", "0"), 1),
    ],
)
def test_what_is_asked_is_narrowed(papers, plans, narrowed, found) -> None:
    printed = papers("milestones", "--slipped", *narrowed, "--archive", plans, "--json")
    told = json.loads(printed.out)
    assert told["found"] == found
    assert len(told["milestones"]) == (0 if "--limit" in narrowed else found)


def test_json_has_keys_page_and_quote(papers, plans) -> None:
    (row,) = json.loads(papers("milestones", "--slipped", "--archive", plans, "--json").out)[
        "milestones"
    ]
    assert (row["times"], row["days"], row["days_from_first"]) == (2, 153, 214)
    assert (row["page"], row["quote"], row["latest"]) == (1, "as printed", True)
    assert row["history_id"]
    assert row["previous_id"]


def test_one_milestone_report_by_report_by_words_or_key(papers, plans) -> None:
    printed = papers("milestones", "--history", "ten tutors", "--archive", plans)
    assert printed.code == 0
    assert max(map(len, printed.out.splitlines())) <= 80
    assert printed.out.startswith("Appoint ten tutors to the hubs\n")
    told = json.loads(
        papers("milestones", "--history", "TEN  tutors", "--archive", plans, "--json").out
    )
    assert [row["slipped_days"] for row in told["reports"]] == [0, 61, 214]
    kinds = [row["kind"] for row in told["events"]]
    assert kinds == ["reversal", "slip", "stall", "fall", "reversal", "reworded", "slip"]
    key = told["history_id"]
    again = papers("milestones", "--history", key, "--archive", plans, "--json")
    assert json.loads(again.out) == told


def test_words_that_fit_several_milestones_or_none_are_told(papers, plans) -> None:
    several = papers("milestones", "--history", "the", "--archive", plans)
    assert several.code == 2
    assert "may mean any of these" in several.err
    none = papers("milestones", "--history", "no such", "--archive", plans)
    assert (none.code, none.out) == (2, "")
    assert "no milestone has the words" in none.err


def test_a_plan_is_drawn(papers, plans, tmp_path) -> None:
    for name, start in (("plan.svg", b"<svg"), ("plan.PNG", b"\x89PNG")):
        target = tmp_path / name
        drawn = papers("milestones", "--plot", target, "--plan", "best", "--archive", plans)
        assert (drawn.code, drawn.out) == (0, "")
        assert target.read_bytes().startswith(start)


def test_a_plot_wants_one_plan_and_a_known_form(papers, plans, tmp_path) -> None:
    several = papers("milestones", "--plot", tmp_path / "x.svg", "--archive", plans)
    assert several.code == 2
    assert "name one plan with --plan" in several.err
    assert "Drainage Plan" in several.err
    none = papers("milestones", "--plot", tmp_path / "x.svg", "--plan", "no", "--archive", plans)
    assert none.code == 2
    form = papers("milestones", "--plot", tmp_path / "x.pdf", "--plan", "best", "--archive", plans)
    assert "FILE.svg or FILE.png" in form.err
    place = papers(
        "milestones", "--plot", tmp_path / "no" / "x.svg", "--body", "drain", "--archive", plans
    )
    assert "can't be written" in place.err
    assert not list(tmp_path.iterdir())


def test_a_plan_without_a_dated_report_is_not_drawn(papers, tmp_path) -> None:
    undated = report("undated", None, milestone("Clear the ditch", plan="Drainage Plan"))
    publish(tmp_path, resolve([undated]))
    printed = papers("milestones", "--plot", tmp_path / "x.svg", "--archive", tmp_path)
    assert printed.code == 2
    assert "no report of this plan has a date" in printed.err


def test_two_questions_at_once_are_a_wrong_call(papers, plans) -> None:
    printed = papers("milestones", "--slipped", "--stalled", "--archive", plans)
    assert printed.code == 2
    assert "one thing at a time" in printed.err
