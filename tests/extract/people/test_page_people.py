"""People of web pages: who came for whom, and how interests are listed."""

from __future__ import annotations

import pytest

from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.declarations import DECLARATIONS
from tests.extract.paging import everything, people

PAGE = """Agenda and minutes

Venue: Moot Hall

Contact: Ada Quill

Items
No. Item

{}1.

{}

Minutes:

{}

2.

Ponds

Minutes:

None.
"""


def sorry(text: str, above: str = "") -> list[tuple[str, str, str | None]]:
    return people(PAGE.format(above, "Apologies for absence and substitutions", text))


def declared(*blocks: str) -> list[tuple[str, str]]:
    page = PAGE.format("", "Declarations of interest", "\n\n".join(blocks))
    return [(d.name, d.interest) for d in everything(page, DECLARATIONS)]


def test_substituted_by_ends_before_the_next_person() -> None:
    text = "Apologies were received from Cllr Ann Ash, substituted by Cllr Bo Birch, and Cy Cole."
    assert sorry(text) == [
        ("Ann Ash", "apologies", None),
        ("Cy Cole", "apologies", None),
        ("Bo Birch", "present", "Ann Ash"),
    ]


def test_who_replaced_whom_stands_above_the_items() -> None:
    above = "County Councillors, A Ash and B Birch replaced Councillors C Cole and D Dell.\n\n"
    assert sorry("None.", above) == [
        ("A Ash", "present", "C Cole"),
        ("B Birch", "present", "D Dell"),
    ]


def test_attended_as_substitute_without_an_article() -> None:
    text = "Apologies were received from Councillor Ash. Councillors Birch and Cole attended as \
substitutes."
    assert sorted(n for n, status, _ in sorry(text) if status == "present") == ["Birch", "Cole"]


def test_a_middle_initial_begins_nobody() -> None:
    text = "Apologies were received from Councillor Menna B Birch."
    assert [n for n, _, _ in sorry(text)] == ["Menna B Birch"]


def test_who_is_no_councillor_among_councillors_is_a_guest() -> None:
    text = "Apologies were received from Cllr Ann Ash, Bo Birch and Cllr Cy Cole."
    page = PAGE.format("", "Apologies", text)
    assert [p.grouping for p in everything(page, ATTENDANCE)] == ["member", "guest", "member"]


def test_names_two_by_two_without_a_comma() -> None:
    text = "Apologies were received from Councillors Ann Ash, Bo Birch Cy Cole, and Di Dell."
    assert [n for n, _, _ in sorry(text)] == ["Ann Ash", "Bo Birch", "Cy Cole", "Di Dell"]


def test_apologies_for_the_meeting() -> None:
    text = "Apologies for absence for the meeting were received from Councillors A Ash and B Birch."
    assert [n for n, _, _ in sorry(text)] == ["A Ash", "B Birch"]


def test_interests_listed_below_as_follows() -> None:
    assert declared(
        "(a) Members declared personal interests in minute 9 as follows:",
        "A Ash  -  Trustee of the hall",
        "Birch  -  Employee of the trust",
        "(b) Councillor Cole declared a personal interest in item 7 as a tenant.",
    ) == [
        ("A Ash", "Trustee of the hall"),
        ("Birch", "Employee of the trust"),
        ("Cole", "a personal interest in item 7 as a tenant"),
    ]


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("Councillor Ash informed the Panel that he was a farmer.", "he was a farmer"),
        ("Councillor Ash declareda personal interest in item 7.", "personal interest in item 7"),
    ],
)
def test_interests_told_in_other_words(told: str, what: str) -> None:
    assert declared(told) == [("Ash", what)]
