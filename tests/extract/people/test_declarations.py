from __future__ import annotations

import pytest

from pipeline.extract.people.declarations import DECLARATIONS
from pipeline.records import Declaration
from tests.extract.building import item, minutes, only, refusals, values


def declared(*under: str, heading: str = "Declarations of Interest") -> list[Declaration]:
    found = values(DECLARATIONS, minutes(item("2", heading, *under)))
    assert all(isinstance(each, Declaration) for each in found)
    return [each for each in found if isinstance(each, Declaration)]


def test_a_member_an_interest_and_the_item_it_bears_on() -> None:
    (found,) = declared(
        "Cllr Joe Pike declared a personal interest in item 6 as a trustee of the Ponds Trust."
    )
    assert found.name == "Joe Pike"
    assert found.item_number == "6"
    assert found.interest_type == "personal"
    assert "trustee of the Ponds Trust" in found.interest


def test_two_members_of_one_sentence_are_two_rows() -> None:
    found = declared("Councillors Joe Pike and Ann Thorne declared a pecuniary interest in item 6.")
    assert [d.name for d in found] == ["Joe Pike", "Ann Thorne"]


def test_what_the_member_did_then_is_not_the_interest() -> None:
    (found,) = declared(
        "Cllr Joe Pike declared a pecuniary interest in item 6 and left the room for it."
    )
    assert "left" not in found.interest


@pytest.mark.parametrize(
    "text",
    [
        "There were no declarations of interest.",
        "None were declared.",
        "None.",
        "No interests were declared.",
        "Members are reminded that they must declare any interest.",
        "To receive declarations of interest.",
    ],
)
def test_where_nothing_was_declared(text: str) -> None:
    assert declared(text) == []


def test_a_refusal_tells_why() -> None:
    of = minutes(item("2", "Declarations", "No member declared any interest in an item."))
    assert refusals(DECLARATIONS, of) == ["No member declared any interest in an item."]


def test_a_declaration_under_another_item_bears_on_that_item() -> None:
    (found,) = declared("Cllr Joe Pike declared a personal interest.", heading="Ponds")
    assert found.item_number == "2"


def test_an_interest_in_history_declares_nothing() -> None:
    assert declared("Councillor Joe Pike showed great interest in ponds.", heading="Ponds") == []


def test_declarations_without_a_verb() -> None:
    assert [
        (d.name, d.item_number, d.interest, d.interest_type)
        for d in declared(
            "Item 3bi – Mr A Orme (Financial)",
            "Cllr J Pike – Item 7 – non-pecuniary – member of the hall committee",
            "Cllr Lisle re 2623 & Cllr Stokes re 2621.",
            "2426 re the pavilion – Cllrs Ivy & Thorne.",
        )
    ] == [
        ("A Orme", "3bi", "Financial", "Financial"),
        ("J Pike", "7", "Item 7 – non-pecuniary – member of the hall committee", "non-pecuniary"),
        ("Lisle", None, "2623", None),
        ("Stokes", None, "2621", None),
        ("Ivy", None, "2426 re the pavilion", None),
        ("Thorne", None, "2426 re the pavilion", None),
    ]


def test_members_named_after_the_interest() -> None:
    assert [
        (d.name, d.item_number)
        for d in declared(
            "The following members declared a personal interest in item 11: "
            "Cllr A Orme and Cllr B Pike."
        )
    ] == [("A Orme", "11"), ("B Pike", "11")]


def test_prose_under_the_heading_declares_nothing() -> None:
    assert (
        declared(
            "The Monitoring Officer – Hugh Penhallow – gave advice.", "Cllr Pike left the room."
        )
        == []
    )


def test_each_member_of_a_sentence_declares_an_interest_of_their_own() -> None:
    found = declared(
        "The Chairman reminded members of their duty to declare interests – Cllr Joe Pike declared "
        "an interest in item 6 (as a trustee), and Cllr Ann Thorne declared an interest in item 7."
    )
    assert [(d.name, d.item_number) for d in found] == [("Joe Pike", "6"), ("Ann Thorne", "7")]
    assert found[0].interest.endswith("(as a trustee)")


def test_members_of_one_list_are_not_parted_before_they_declare() -> None:
    found = declared("Mr J Pike, Mrs A Thorne and Mr B Lisle declared an interest in item 6.")
    assert [d.name for d in found] == ["J Pike", "A Thorne", "B Lisle"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("JP declared an interest in item 8 as the owner of the land.", ["JP"]),
        ("JP and AT in relation to the long field", ["JP", "AT"]),
        ("BBC – no interest", []),
    ],
)
def test_members_called_by_their_initials(text: str, names: list[str]) -> None:
    assert [d.name for d in declared(text)] == names


def test_an_item_or_minute_number_parts_the_name_from_the_interest() -> None:
    found = declared(
        "Cllr Pike, item 7 (his brother is the contractor)",
        "Councillor Orme, 19.88, owner of the field.",
        "Mr B Elm, personal, trustee of the hall; he left the meeting during the item.",
    )
    assert [(d.name, d.interest) for d in found] == [
        ("Pike", "item 7 (his brother is the contractor)"),
        ("Orme", "19.88, owner of the field"),
        ("B Elm", "personal, trustee of the hall"),
    ]


def test_several_declarations_of_one_sentence_are_rows_of_their_own() -> None:
    found = declared(
        "Cllr Joe Pike declared an interest in item 6 as a trustee of the Ponds Trust; "
        "Cllr Ann Thorne declared an interest in item 7 as a keeper of mills."
    )
    assert [(d.name, d.item_number) for d in found] == [("Joe Pike", "6"), ("Ann Thorne", "7")]


def test_who_stated_that_she_had_an_interest() -> None:
    of = minutes(
        item(
            "2",
            "Declarations of interest",
            "Councillor Thorne stated that she had a non-pecuniary interest in the mill.",
            "Cllr Pike said that he would report later.",
        )
    )
    found = only(Declaration, DECLARATIONS, of)
    assert [(d.name, d.interest_type) for d in found] == [("Thorne", "non-pecuniary")]


def test_an_entry_below_its_lead_is_one_declaration() -> None:
    found = declared(
        "The following declarations were made:",
        "Councillor Ada Quill – Item 8, as a trustee of the Ponds Trust.",
    )
    assert [(d.name, d.interest) for d in found] == [
        ("Ada Quill", "Item 8, as a trustee of the Ponds Trust")
    ]


def test_a_declaration_may_be_given() -> None:
    (found,) = declared("Cllr Joe Pike gave a declaration of interest as a tenant of the mill.")
    assert found.name == "Joe Pike"


def test_members_each_with_the_matter_and_the_reason() -> None:
    text = "Cllr Pike in 27/0114/FUL as a neighbour, Cllr Stokes in item 9 as Treasurer."
    found = only(Declaration, DECLARATIONS, minutes(item("3", "Declarations of interest", text)))
    assert [(d.name, d.item_number) for d in found] == [("Pike", None), ("Stokes", "9")]


def test_what_is_declared_above_the_first_item_counts_too() -> None:
    part = minutes(
        item("1", "Ponds", "They are deep."),
        front=("Councillor J. Pike declared a Pecuniary Interest in Item 3 as tenant of it.",),
    )
    (found,) = only(Declaration, DECLARATIONS, part)
    assert (found.name, found.item_number) == ("J. Pike", "3")


def test_what_a_member_says_of_family_is_a_declaration_where_they_are_asked_for() -> None:
    (found,) = declared("Councillor Pike said that his daughter had been a warden since 2019.")
    assert found.interest == "his daughter had been a warden since 2019"


def test_one_without_a_title_is_told_by_a_given_name() -> None:
    (found,) = declared("Mary Pike – Item 5, owner of a mill")
    assert (found.name, found.interest) == ("Mary Pike", "Item 5, owner of a mill")


def test_a_declaration_in_brackets() -> None:
    (found,) = declared(
        "(Councillor Pike declared a pecuniary interest as a trustee and remained.)",
        heading="Ponds",
    )
    assert (found.name, found.interest) == ("Pike", "a pecuniary interest as a trustee")
