from __future__ import annotations

import pytest

from pipeline.extract.people.lists import entries
from pipeline.extract.people.posts import Entry
from pipeline.extract.people.standing import apology_grouping, attendee, grouping_of
from pipeline.records import Attendee


def entry(text: str) -> Entry:
    (found,) = entries(text)
    return found


def stands(text: str, status: str = "present", beside: str | None = None) -> Attendee:
    return attendee(entry(text), status, "member", text, beside=beside)


@pytest.mark.parametrize(
    "printed",
    [
        "Cllr Bethan Orme (Chair)",
        "Cllr Bethan Orme (in the Chair)",
        "Cllr Bethan Orme (The Chairman)",
        "Cllr Bethan Orme, Chair",
        "Cllr Bethan Orme (Chairwoman)",
    ],
)
def test_who_is_in_the_chair(printed: str) -> None:
    assert stands(printed).chair is True


def test_the_chair_is_a_post_only_where_no_other_is_printed() -> None:
    assert stands("Mrs Bethan Orme (Chair)").role == "Chair"
    assert stands("Cllr Bethan Orme (Chair)").role is None
    assert stands("Cllr Bethan Orme (Chair) (Mill Ward)").role == "Mill Ward"


def test_nobody_is_in_the_chair_of_a_meeting_they_missed() -> None:
    assert stands("Cllr Bethan Orme (Chair)", "apologies").chair is False


@pytest.mark.parametrize(
    ("printed", "beside", "role"),
    [
        ("Hugh Penhallow (Scrutiny Officer)", None, "Scrutiny Officer"),
        ("Hugh Penhallow", "(Scrutiny Officer)", "Scrutiny Officer"),
        ("Hugh Penhallow", "– (Scrutiny Officer)", "Scrutiny Officer"),
        ("Hugh Penhallow", "Scrutiny Officer (Homes)", "Scrutiny Officer (Homes)"),
        ("Cllr Joe Pike (Member)", None, None),
        ("Cllr Joe Pike (Chair) (Mill Ward)", None, "Mill Ward"),
    ],
)
def test_the_post_is_printed_without_its_brackets(
    printed: str, beside: str | None, role: str | None
) -> None:
    assert stands(printed, beside=beside).role == role


def test_a_reason_for_apologies_is_no_post() -> None:
    assert stands("Cllr Joe Pike (unwell)", "apologies").role is None


@pytest.mark.parametrize(
    "note", ["substitute for Councillor Ann Thorne", "substituting for Cllr Ann Thorne"]
)
def test_whom_a_substitute_stands_for(note: str) -> None:
    assert stands(f"Cllr Joe Pike ({note})").substitute_for == "Ann Thorne"


@pytest.mark.parametrize(
    ("group", "honorific", "role", "grouping"),
    [
        ("member", "Cllr", None, "member"),
        ("member", None, "Clerk to the Council", "officer"),
        ("officer", None, "Head of Repairs", "officer"),
        ("councillor", "Cllr", None, "councillor"),
        ("attending", "Cllr", "Cabinet Member", "councillor"),
        ("attending", None, "Head of Repairs", "officer"),
        ("attending", None, "Ponds Trust", "guest"),
        ("attending", None, None, "officer"),
        ("guest", "Mr", "Grant Adviser", "guest"),
    ],
)
def test_grouping(group: str, honorific: str | None, role: str | None, grouping: str) -> None:
    assert grouping_of(group, honorific, role) == grouping


@pytest.mark.parametrize(
    ("printed", "role", "officers", "grouping"),
    [
        ("Councillor Joe Pike", None, False, "member"),
        ("Hugh Penhallow", "Head of Repairs", False, "officer"),
        ("Hugh Penhallow", None, True, "officer"),
        ("Maud Lisle of the Ponds Trust", "Ponds Trust", False, "guest"),
        ("Maud Lisle", "Tenant Representative", False, "member"),
    ],
)
def test_grouping_of_apologies(
    printed: str, role: str | None, officers: bool, grouping: str
) -> None:
    assert apology_grouping(entry(printed), role, officers=officers) == grouping


def test_the_heading_of_the_next_list_is_no_post() -> None:
    assert stands("Cllr Bethan Orme, Elected Members").role is None


@pytest.mark.parametrize("office", ["Commissioner", "Mayor", "Director", "Trustee"])
def test_an_office_before_a_name_is_the_post(office: str) -> None:
    assert stands(f"{office} Bethan Orme").role == office
