import pytest

from pipeline.records import Claim
from pipeline.resolve import resolve
from tests.resolve.building import attendee, header, milestone, paper


def told(*papers):
    return [(row["subject"], row["detail"]) for row in resolve(papers)["contradictions"]]


def test_someone_present_and_in_apologies():
    odd = paper("m", header(), attendee("Ada Thorne"), attendee("ADA THORNE", "apologies"))
    assert told(odd) == [
        ("attendance", "Ada Thorne is listed as present and as having sent apologies")
    ]


def test_apologies_for_lateness_do_not_contradict():
    assert told(paper("m", header(), attendee("Ada Thorne"), attendee("Ada Thorne", "late"))) == []


@pytest.mark.parametrize(
    ("subject", "count", "expected"),
    [
        ("milestones", 3, []),
        ("milestones", 4, [("claim", "The report claims 4 milestones; its table holds 3")]),
        ("activities", 2, []),
        ("activities", 5, [("claim", "The report claims 5 activities; its table holds 2")]),
    ],
)
def test_a_claimed_total_is_checked_against_the_table(subject, count, expected):
    stones = [milestone("One"), milestone("Two"), milestone("Three", "Open hubs", "2")]
    assert told(paper("r", header(), *stones, Claim(subject=subject, count=count))) == expected


def test_a_claim_without_a_table_is_left_alone():
    assert told(paper("r", header(), Claim(subject="milestones", count=9))) == []
