from __future__ import annotations

import pytest

from pipeline.extract.grammar.initials import are_initials, without_initials
from pipeline.extract.people.lists import entries


def people(text: str) -> list[tuple[str, str | None]]:
    return [(e.person.name, e.role) for e in entries(text)]


def test_people_in_brackets_behind_their_posts() -> None:
    assert people(
        "Director, Parks and Ponds (Ms. A. Ash), A/Senior Engineer, Heron West (Mr B Birch) "
        "Meetings Administrator (Carl Cole), Staff Officer (Ms D O’ Dale)."
    ) == [
        ("A. Ash", "Director, Parks and Ponds"),
        ("B Birch", "A/Senior Engineer, Heron West"),
        ("Carl Cole", "Meetings Administrator"),
        ("D O’ Dale", "Staff Officer"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr A Ash Clerk", ("A Ash", "Clerk")),
        ("Mrs Bea Birch Clerk", ("Bea Birch", "Clerk")),
        ("Mr Carl Clerk", ("Carl Clerk", None)),
        ("Mr C D Clerk", ("C D Clerk", None)),
        ("Mrs Dee Dale Young", ("Dee Dale Young", None)),
        ("Mr Carl Cole CLERK", ("Carl Cole", "CLERK")),
    ],
)
def test_a_post_behind_a_whole_name_is_no_surname(
    text: str, expected: tuple[str, str | None]
) -> None:
    assert people(text) == [expected]


def test_a_bracket_behind_a_person_holds_no_second_one() -> None:
    assert people("Ada Quill (Head of Parks), Cllr B Birch (Heron Lane)") == [
        ("Ada Quill", None),
        ("B Birch", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. Ash EE, B Birch SSO", [("A. Ash", "EE"), ("B Birch", "SSO")]),
        ("Carl Cole S.E.E.; D. Dale A.O.", [("Carl Cole", "S.E.E"), ("D. Dale", "A.O")]),
        ("Ann Ash AA Bea Birch BB", [("Ann Ash", "AA"), ("Bea Birch", "BB")]),
        ("Ann Ash (AA) CLERK", [("Ann Ash", "CLERK")]),
        ("E.Ash, B.Birch", [("E.Ash", None), ("B.Birch", None)]),
        ("Councillors Ash (J), Ash (M)", [("Ash (J)", None), ("Ash (M)", None)]),
        ("Cllr D Human, Cllr.John Pond", [("D Human", None), ("John Pond", None)]),
        ("Ann Ash-Clerk, Bea Birch", [("Ann Ash", "Clerk"), ("Bea Birch", None)]),
        ("Ann Ash, Clerk. Bea Birch", [("Ann Ash", "Clerk"), ("Bea Birch", None)]),
        ("Councillors, Mr A Ash, Mrs B Birch", [("A Ash", None), ("B Birch", None)]),
        ("Cllr B Birch. Mrs C Cole", [("B Birch", None), ("C Cole", None)]),
        ("Mrs Ash together with 2 members of the public", [("Ash", None)]),
        ("Ms U Ash, Curator, Heron Gallery", [("U Ash", "Curator, Heron Gallery")]),
        ("Cllrs Ash, Cmhlr. Ó Bric, O’Dea", [("Ash", None), ("Ó Bric", None), ("O’Dea", None)]),
        ("Carol Cole (XBC) (CC) and Police Wales", [("Carol Cole", None)]),
    ],
)
def test_layouts_of_names_and_posts(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("token", "name", "same"),
    [
        ("JB", "Jo Bloggs", True),
        ("JBlo", "Jo Bloggs", True),
        ("BMc", "B McGarry", True),
        ("DT-C", "Di Tarn-Cole", True),
        ("XDC", "Jo Bloggs", False),
        ("RFO", "Rob Fox", False),
        ("JB", "Bloggs", False),
    ],
)
def test_initials_of_a_name(token: str, name: str, same: bool) -> None:
    assert are_initials(token, name) is same


def test_initials_leave_a_note() -> None:
    assert without_initials("JB Clerk", "Jo Bloggs") == "Clerk"
    assert without_initials("Chair (JBlo)", "Jo Bloggs") == "Chair"
    assert without_initials("RFO - JB", "Jo Bloggs") == "RFO"
    assert without_initials("Head of Parks (North)", "Jo Bloggs") == "Head of Parks (North)"


def test_a_post_before_a_name_with_its_initials() -> None:
    found = list(entries("Kirsty Elm (KE), Treasurer Nan Corrie (NC), Dougal Rae (DR)"))
    assert [(e.person.name, e.role) for e in found] == [
        ("Kirsty Elm", None),
        ("Nan Corrie", "Treasurer"),
        ("Dougal Rae", None),
    ]
