from datetime import date

from pipeline.resolve import resolve
from tests.resolve.building import fact, header, milestone, pack, paper, part

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 3), date(2021, 9, 2)


def report(label, held_on, *stones, **more):
    parts = (part(0, "report"),)
    return paper(label, header(held_on=held_on), *stones, kind="report", parts=parts, **more)


def histories(*papers):
    """Lists of (meeting day, milestone text), one for each history, and its scores."""
    tables = resolve(papers)
    text = {row["milestone_id"]: row for row in tables["milestones"]}
    day = {row["meeting_id"]: row["held_on"] for row in tables["meetings"]}
    found = {}
    for link in tables["milestone_links"]:
        row = text[link["milestone_id"]]
        found.setdefault(link["history_id"], []).append((day[row["meeting_id"]], row["milestone"]))
    return sorted(sorted(each) for each in found.values())


def test_equal_words_are_followed_even_past_a_report_that_leaves_them_out():
    assert histories(
        report("a", SPRING, milestone("Appoint ten tutors"), milestone("Open two hubs")),
        report("b", SUMMER, milestone("Open two hubs")),
        report("c", AUTUMN, milestone("Appoint ten tutors.")),
    ) == [
        [(SPRING, "Appoint ten tutors"), (AUTUMN, "Appoint ten tutors.")],
        [(SPRING, "Open two hubs"), (SUMMER, "Open two hubs")],
    ]


def test_a_slightly_reworded_milestone_is_followed_within_its_activity_only():
    same = milestone("Appoint ten tutors by the end of the spring term")
    reworded = milestone("Appoint 10 tutors by the end of the spring term")
    elsewhere = milestone("Appoint 10 tutors by the end of the spring term", activity="Buildings")
    assert len(histories(report("a", SPRING, same), report("b", SUMMER, reworded))) == 1
    assert len(histories(report("a", SPRING, same), report("b", SUMMER, elsewhere))) == 2


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


def test_a_later_report_leaves_history_ids_alone():
    first = report("a", SPRING, milestone("Open two hubs"))
    before = {row["history_id"] for row in resolve([first])["milestone_links"]}
    later = report("b", SUMMER, milestone("Open two hubs"))
    assert {row["history_id"] for row in resolve([later, first])["milestone_links"]} == before
