from __future__ import annotations

from pipeline.document import Block
from pipeline.extract.people.membership import MEMBERSHIP
from pipeline.records import Member
from tests.extract.building import only, part, table


def members(*front: str | Block) -> list[tuple[str, str | None, str | None]]:
    found = only(Member, MEMBERSHIP, part("front_page", *front))
    return [(each.name, each.honorific, each.role) for each in found]


def test_names_under_the_heading() -> None:
    assert members(
        "Homes Scrutiny Panel",
        "Members:",
        "Councillor Bethan Orme (Mill Ward), Councillor Joe Pike",
        "Contact: Hugh Penhallow, Scrutiny Officer",
    ) == [("Bethan Orme", "Councillor", "Mill Ward"), ("Joe Pike", "Councillor", None)]


def test_names_beside_the_heading() -> None:
    assert members("Membership: Councillors Bethan Orme and Joe Pike") == [
        ("Bethan Orme", "Councillor", None),
        ("Joe Pike", "Councillor", None),
    ]


def test_a_table_of_names_and_posts() -> None:
    rows = table(("Councillor Joe Pike", "Mill Ward"), ("Maud Lisle", "Tenant"), ruled=False)
    assert members("Members of the Panel", rows) == [
        ("Joe Pike", "Councillor", "Mill Ward"),
        ("Maud Lisle", None, "Tenant"),
    ]


def test_substitutes_and_contacts_are_no_members() -> None:
    assert members(
        "Members:", "Cllr Joe Pike", "Substitutes: Cllr Ann Thorne", "Cllr Ivy Stokes"
    ) == [("Joe Pike", "Cllr", None)]


def test_prose_ends_the_list_and_a_long_list_does_not() -> None:
    names = "Cllrs Bethan Orme, Joe Pike, Ann Thorne, Ivy Stokes, Piotr Lisowski and Owen Rhydderch"
    prose = (
        "Anyone who wishes to speak should write to Councillor Maud Lisle a week before the day."
    )
    assert len(members("Members:", names, f"{prose} {prose}", "Councillor Derek Yaw")) == 6


def test_a_table_before_the_heading_lists_no_members() -> None:
    officers = table(("Hugh Penhallow", "Clerk"), ("Samina Kazmi", "Solicitor"), ruled=False)
    assert members(officers, "Members:", "Cllr Joe Pike") == [("Joe Pike", "Cllr", None)]


def test_no_heading_no_members() -> None:
    assert members("Councillor Bethan Orme opened the hall.") == []


def test_minutes_are_not_read_for_membership() -> None:
    assert "minutes" not in MEMBERSHIP.reads
