from __future__ import annotations

import pytest

from pipeline.extract.grammar.names import honorific_of, is_councillor, is_name, parse_person


@pytest.mark.parametrize(
    ("printed", "name", "honorific"),
    [
        pytest.param("Councillor Bethan Orme", "Bethan Orme", "Councillor", id="councillor"),
        pytest.param("Cllr. B Orme", "B Orme", "Cllr.", id="abbreviated-with-stop"),
        pytest.param("Mr R W Gathorne", "R W Gathorne", "Mr", id="two-initials"),
        pytest.param("Mrs. J.P. Tull", "J.P. Tull", "Mrs.", id="initials-with-stops"),
        pytest.param("Cllr Thorne", "Thorne", "Cllr", id="surname-alone"),
        pytest.param("Dr Anne-Marie O'Dowd", "Anne-Marie O'Dowd", "Dr", id="hyphen-and-apostrophe"),
        pytest.param("Councillor Dame Ivy Stokes", "Ivy Stokes", "Councillor Dame", id="two"),
        pytest.param("Derek Fairweather-Moss", "Derek Fairweather-Moss", None, id="none"),
        pytest.param("Ludo van der Meer", "Ludo van der Meer", None, id="particles"),
        pytest.param("Fiona MacAllister", "Fiona MacAllister", None, id="capital-inside"),
        pytest.param("Cllr JORDAN PIKE", "JORDAN PIKE", "Cllr", id="capitals"),
        pytest.param("Zoë Nuñez", "Zoë Nuñez", None, id="diacritics"),
        pytest.param("Mayor Lena Bright", "Lena Bright", "Mayor", id="mayor-with-name"),
        pytest.param("The Lord Mayor Lena Bright", "Lena Bright", "The Lord Mayor", id="lord"),
    ],
)
def test_a_person_is_taken_apart(printed: str, name: str, honorific: str | None) -> None:
    person = parse_person(printed)
    assert person is not None
    assert (person.name, person.honorific) == (name, honorific)


@pytest.mark.parametrize(
    ("printed", "post_nominals"),
    [
        pytest.param("Mr R Gathorne, OBE", ("OBE",), id="one"),
        pytest.param("Ivy Stokes MBE JP", ("MBE", "JP"), id="two"),
        pytest.param("Cllr Ivy Stokes", (), id="none"),
    ],
)
def test_post_nominals_are_no_part_of_the_name(printed: str, post_nominals: tuple[str]) -> None:
    person = parse_person(printed)
    assert person is not None
    assert person.post_nominals == post_nominals
    assert not set(person.name.split()) & set(post_nominals)


def test_what_stands_in_brackets_is_kept_apart() -> None:
    person = parse_person("Councillor Bethan Orme (Chair) (Harrow Ward (North))")
    assert person is not None
    assert person.name == "Bethan Orme"
    assert person.brackets == ("Chair", "Harrow Ward (North)")


def test_a_surname_takes_the_honorific_of_its_list() -> None:
    person = parse_person("Thorne", honorific="Cllr")
    assert person is not None
    assert (person.name, person.honorific) == ("Thorne", "Cllr")


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Mayor", id="an-honorific-alone"),
        pytest.param("the Clerk", id="an-office"),
        pytest.param("Head of Housing", id="a-post"),
        pytest.param("Thorne", id="one-word-without-honorific"),
        pytest.param("one member of the public", id="a-count"),
        pytest.param("Committee Room 2", id="a-room"),
        pytest.param("", id="nothing"),
        pytest.param("14 March", id="a-date"),
    ],
)
def test_what_names_nobody_is_none(printed: str) -> None:
    assert parse_person(printed) is None


def test_a_weak_honorific_stays_where_no_name_would_remain() -> None:
    assert honorific_of("Mayor of Harrowmere") == (None, "Mayor of Harrowmere")
    assert honorific_of("Mayor Lena Bright") == ("Mayor", "Lena Bright")


@pytest.mark.parametrize(
    ("honorific", "elected"),
    [("Cllr", True), ("County Councillor", True), ("Alderman", True), ("Mr", False), (None, False)],
)
def test_which_honorifics_are_a_councillors(honorific: str | None, elected: bool) -> None:
    assert is_councillor(honorific) is elected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Owen Rhydderch", True),
        ("Housing Options", False),
        ("Strategy and Policy", False),
        ("one two", False),
        ("R", False),
    ],
)
def test_what_could_be_a_name(text: str, name: bool) -> None:
    assert is_name(text) is name
