"""Which rows of which reports are one milestone."""

from time import perf_counter

import msgspec

from pipeline.extraction import Sidecar
from pipeline.resolve import resolve
from tests.resolve.building import fact, milestone, pack
from tests.resolve.milestones.building import (
    AUTUMN,
    FILLER,
    SPRING,
    SUMMER,
    WINTER,
    histories,
    links,
    report,
)


def test_equal_words_are_followed_even_past_a_report_that_leaves_them_out():
    assert histories(
        report("a", SPRING, milestone("Appoint ten tutors"), milestone("Open two hubs")),
        report("b", SUMMER, milestone("Open two hubs")),
        report("c", AUTUMN, milestone("Appoint ten tutors.")),
    ) == [
        [(SPRING, "Appoint ten tutors"), (AUTUMN, "Appoint ten tutors.")],
        [(SPRING, "Open two hubs"), (SUMMER, "Open two hubs")],
    ]


def test_a_number_in_words_or_figures_is_the_same_milestone():
    same = milestone("Appoint ten tutors by the end of the spring term")
    reworded = milestone("Appoint 10 tutors by the end of the spring term")
    assert len(histories(report("a", SPRING, same), report("b", SUMMER, reworded))) == 1


def test_a_milestone_moved_to_another_activity_number_and_officer_is_followed():
    before = milestone("Appoint ten tutors for the spring term", lead_officers=("Ida Holm",))
    after = milestone(
        "Appoint ten tutors for the spring term",
        activity="Buildings",
        number="4",
        lead_officers=("Per Lund",),
    )
    found = histories(report("a", SPRING, *FILLER, before), report("b", SUMMER, after, *FILLER))
    assert len(found) == len(FILLER) + 1


def test_a_reworded_milestone_is_followed_where_what_stands_around_it_agrees():
    before = milestone("Report waiting times for tutoring by school", lead_officers=("Ida Holm",))
    after = milestone("Publish waiting times for tutoring in every school")
    found = histories(report("a", SPRING, *FILLER, before), report("b", SUMMER, *FILLER, after))
    assert len(found) == len(FILLER) + 1


def test_another_phase_or_the_next_stage_is_another_milestone():
    pairs = (
        (
            "Complete phase 1 of the hub in Dock Street",
            "Complete phase 2 of the hub in Dock Street",
        ),
        ("Draft the tutoring policy", "Adopt the tutoring policy"),
        ("Evaluate tenders and award the contract", "Mobilise the contract with its supplier"),
    )
    for one, other in pairs:
        done = milestone(one, status="Completed", percent_complete=100)
        begun = milestone(other, status="On Target", percent_complete=10)
        found = histories(report("a", SPRING, *FILLER, done), report("b", SUMMER, *FILLER, begun))
        assert len(found) == len(FILLER) + 2, one


def test_of_two_rows_that_one_was_split_into_the_likest_goes_on():
    lead = ("Ida Holm",)
    whole = milestone("Open hubs in Dock Street and in Mill Lane", lead_officers=lead)
    halves = (
        milestone("Open a hub in Dock Street", lead_officers=lead),
        milestone("Open the Mill Lane hub with a café", lead_officers=("Per Lund",)),
    )
    found = histories(report("a", SPRING, *FILLER, whole), report("b", SUMMER, *FILLER, *halves))
    assert [(SPRING, whole.milestone), (SUMMER, halves[0].milestone)] in found
    assert [(SUMMER, halves[1].milestone)] in found


def test_equal_words_under_different_activities_pair_by_activity():
    stones = [
        milestone("Complete the review", "Library stock"),
        milestone("Complete the review", "Parking permits"),
    ]
    found = resolve([report("a", SPRING, *stones), report("b", SUMMER, *reversed(stones))])
    activity = {row["milestone_id"]: row["activity"] for row in found["milestones"]}
    pairs = {}
    for link in found["milestone_links"]:
        pairs.setdefault(link["history_id"], set()).add(activity[link["milestone_id"]])
    assert sorted(map(sorted, pairs.values())) == [["Library stock"], ["Parking permits"]]


def test_one_milestone_goes_to_one_history():
    twice = [milestone("Open two hubs"), milestone("Open two hubs")]
    found = histories(report("a", SPRING, *twice), report("b", SUMMER, *twice))
    assert [len(each) for each in found] == [2, 2]


def test_a_copy_of_the_report_at_the_same_meeting_is_not_a_second_appearance():
    stones = [milestone("Open two hubs"), milestone("Appoint ten tutors")]
    copied = report("b", SPRING, *stones, media_type="text/plain")
    packed = pack("c", SUMMER, extra=[fact(stone, 2) for stone in stones])
    found = histories(report("a", SPRING, *stones), copied, packed)
    assert [[day for day, _ in each] for each in found] == [[SPRING, SUMMER]] * 2


def test_different_plans_of_one_body_are_kept_apart():
    one = milestone("Open two hubs", plan="Tutoring Delivery Plan 2020-21")
    same = milestone("Open two hubs", plan="Tutoring Delivery Plan 2021-22")
    other = milestone("Open two hubs", plan="Sports Strategy")
    assert len(histories(report("a", SPRING, one), report("b", SUMMER, same))) == 1
    assert len(histories(report("a", SPRING, one), report("b", SUMMER, other))) == 2


def test_a_plan_is_known_by_its_rows_when_its_name_is_new_or_missing():
    named = [milestone(s.milestone, plan="Best Start Improvement Plan") for s in FILLER]
    renamed = [milestone(s.milestone, plan="Best Start Recovery Plan") for s in FILLER]
    unnamed = [milestone(s.milestone) for s in FILLER]
    first = report("a", SPRING, *named)
    assert len(histories(first, report("b", SUMMER, *renamed))) == len(FILLER)
    assert len(histories(first, report("b", SUMMER, *unnamed))) == len(FILLER)


def test_two_councils_plans_of_one_name_never_join():
    rows = [milestone(s.milestone, plan="Improvement Plan") for s in FILLER]
    here = report("a", SPRING, *rows, body="Netherby Council Cabinet")
    there = report("b", SUMMER, *rows, body="Overby Council Cabinet")
    papers = [
        paper_of(here, authority="Netherby Council"),
        paper_of(there, authority="Overby Council"),
    ]
    assert len(histories(*papers)) == 2 * len(FILLER)


def test_plans_of_other_bodies_that_share_a_models_rows_stay_apart():
    papers = [
        report(
            name,
            SPRING,
            *(milestone(s.milestone, plan=f"{name} Plan") for s in FILLER),
            body=f"{name} Parish Council",
        )
        for name in ("Netherby", "Overby")
    ]
    assert len(histories(*papers)) == 2 * len(FILLER)


def paper_of(paper, authority):
    """The same paper with its authority in the sidecar."""
    return msgspec.structs.replace(paper, sidecar=Sidecar(authority=authority))


def test_a_report_put_to_another_body_unchanged_counts_once():
    rows = [
        milestone(s.milestone, plan="Best Start Plan", status="Delayed", comment=f"Note {i}")
        for i, s in enumerate(FILLER)
    ]
    board = paper_of(report("a", SPRING, *rows, body="Best Start Board"), "Netherby Council")
    cabinet = paper_of(report("b", SUMMER, *rows, body="Cabinet"), "Netherby Council")
    assert [len(each) for each in histories(board, cabinet)] == [1] * len(FILLER)
    again = report("c", SUMMER, *rows, body="Best Start Board")
    later = paper_of(again, "Netherby Council")
    assert [len(each) for each in histories(board, later)] == [2] * len(FILLER)


def test_an_older_report_that_comes_in_late_joins_what_stands():
    first, last = milestone("Open two hubs in the north"), milestone("Open two hubs in north ward")
    papers = [
        report("spring", SPRING, *FILLER, first, run=0),
        report("winter", WINTER, *FILLER, last, run=1),
    ]
    before = links(papers)
    late = report("summer", SUMMER, *FILLER, first, run=2)
    after = links([*papers, late])
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(FILLER) + 1
    assert set(after.values()) == set(before.values())


def test_two_wordings_that_came_apart_stay_apart_when_the_step_between_comes_in():
    one = milestone("Buy a boat")
    step = milestone("Buy a rescue boat for the lake wardens")
    other = milestone("Equip the lake wardens for rescue on water")
    papers = [
        report("spring", SPRING, *FILLER, one, run=0),
        report("winter", WINTER, *FILLER, other, run=1),
    ]
    before = links(papers)
    after = links([*papers, report("summer", SUMMER, *FILLER, step, run=2)])
    assert before.items() <= after.items()
    assert len(set(before.values())) == len(FILLER) + 2


def test_thousands_of_reworded_rows_take_seconds():
    def rows(change):
        names = [f"{a}{b}{c}" for a in "bdfglmnprt" for b in "aeiou" for c in "krstv"]
        return [
            milestone(f"{change} the {one} {other} works at {other} {one}", activity=f"Ward {one}")
            for one in names[::5]
            for other in names[::5]
        ]

    start = perf_counter()
    found = links([report("a", SPRING, *rows("Begin on")), report("b", SUMMER, *rows("Carry on"))])
    assert len(found) == 5000
    assert len(set(found.values())) == 2500
    assert perf_counter() - start < 20


def test_a_later_report_leaves_history_ids_alone():
    first = report("a", SPRING, milestone("Open two hubs"))
    before = links([first])
    later = report("b", SUMMER, milestone("Open two hubs"))
    assert links([later, first]).items() >= before.items()
