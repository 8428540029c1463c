"""What titles are about."""

import pytest

from pipeline.resolve.meetings.bodies import name_of
from pipeline.resolve.threads.subjects import same_subject, subject_of
from pipeline.resolve.threads.wording import Weights

LIMIT = 0.72


def alike(one: str, other: str) -> float:
    subjects = subject_of(one), subject_of(other)
    assert subjects[0] is not None
    assert subjects[1] is not None
    return same_subject(subjects[0], subjects[1], Weights())


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for Absence",
        "ANY OTHER URGENT BUSINESS",
        "To receive apologies",
        "Minutes of the last meeting",
        "Forward Plan 2031-32",
        "Planning applications",
        "Correspondence",
        "Chairman's announcements",
        "Update",
        "Register of Interests",
    ],
)
def test_headings_that_every_meeting_has_name_no_business(title: str) -> None:
    assert subject_of(title) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LIDO HEATING: QUARTER 2 UPDATE", "Lido Heating - Progress Report"),
        ("Harbour Plan 2031-32", "Harbour Plan 2032-33"),
        ("Fen Lane Community Centre", "Fen Lane: Options"),
        ("Harbour Dredging Scheme", "Harbour Dredging"),
        ("Spotlight: Organisation Culture", "SPOTLIGHT - ORGANISATIONAL CULTURE"),
        ("Void properties", "Empty Homes"),
    ],
)
def test_titles_of_one_matter(one: str, other: str) -> None:
    assert alike(one, other) >= LIMIT
    assert alike(other, one) == alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children's Services Improvement Plan", "Adults Improvement Board Update"),
        ("Spotlight: Elections", "Spotlight: Property"),
        ("Harbour Dredging", "Harbour Fees"),
        ("Capital Budget", "Draft Budget, Treasury Strategy, Reserves and Pension Fund Outlook"),
    ],
)
def test_titles_of_two_matters(one: str, other: str) -> None:
    assert alike(one, other) < LIMIT


def test_the_bodys_own_name_in_a_title_says_nothing() -> None:
    body = name_of("Netherby Free Library Board").words
    titles = ["Netherby Free Library Foundation", "Friends of Netherby Free Library"]
    one, other = (subject_of(title, body) for title in titles)
    assert one is not None
    assert other is not None
    assert same_subject(one, other, Weights()) < LIMIT
