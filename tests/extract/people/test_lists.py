from __future__ import annotations

import pytest

from pipeline.extract.people.lists import entries


def people(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(e.person.honorific, e.person.name, e.role) for e in entries(text)]


def test_a_plural_honorific_reaches_to_the_next_honorific() -> None:
    assert people("Cllrs Thorne, Pike and Mr Ekwueme") == [
        ("Cllr", "Thorne", None),
        ("Cllr", "Pike", None),
        ("Mr", "Ekwueme", None),
    ]


def test_a_singular_honorific_is_its_owners_alone() -> None:
    assert people("Councillor Bethan Orme, Hugh Penhallow") == [
        ("Councillor", "Bethan Orme", None),
        (None, "Hugh Penhallow", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cllr Ann Thorne, Cllr Joe Pike, Cllr Ivy Stokes", id="commas"),
        pytest.param("Cllr Ann Thorne; Cllr Joe Pike; Cllr Ivy Stokes", id="semicolons"),
        pytest.param("Cllr Ann Thorne, Cllr Joe Pike and Cllr Ivy Stokes.", id="and"),
        pytest.param("Cllr Ann Thorne, Cllr Joe Pike, and Cllr Ivy Stokes", id="comma-and"),
        pytest.param("Cllr Ann Thorne & Cllr Joe Pike & Cllr Ivy Stokes", id="ampersands"),
        pytest.param("Cllr Ann Thorne Cllr Joe Pike Cllr Ivy Stokes", id="missing-commas"),
        pytest.param("Cllr Ann Thorne (Chair) Cllr Joe Pike Cllr Ivy Stokes", id="after-bracket"),
    ],
)
def test_a_list_is_cut_at_its_people(text: str) -> None:
    assert [e.person.name for e in entries(text)] == ["Ann Thorne", "Joe Pike", "Ivy Stokes"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "Hugh Penhallow, Scrutiny Officer", "Hugh Penhallow", "Scrutiny Officer", id="comma"
        ),
        pytest.param(
            "Hugh Penhallow – Scrutiny Officer", "Hugh Penhallow", "Scrutiny Officer", id="dash"
        ),
        pytest.param(
            "Hugh Penhallow, Head of Strategy and Policy",
            "Hugh Penhallow",
            "Head of Strategy and Policy",
            id="and-in-the-post",
        ),
        pytest.param(
            "Acting Director of Housing Services Hugh Penhallow",
            "Hugh Penhallow",
            "Acting Director of Housing Services",
            id="post-first",
        ),
        pytest.param(
            "Hugh Penhallow, Tenant Involvement Officer",
            "Hugh Penhallow",
            "Tenant Involvement Officer",
            id="post-like-a-name",
        ),
        pytest.param(
            "Parks and Rivers Director Hugh Penhallow",
            "Hugh Penhallow",
            "Parks and Rivers Director",
            id="and-in-the-post-first",
        ),
    ],
)
def test_a_post_belongs_to_its_person(text: str, name: str, role: str) -> None:
    found = [(e.person.name, e.role) for e in entries(text)]
    assert found == [(name, role)]


def test_who_comes_from_somewhere_has_that_for_a_post() -> None:
    (entry,) = entries("Jo Bloggs of the Local Lending Society")
    assert (entry.person.name, entry.role, entry.of) == ("Jo Bloggs", "Local Lending Society", True)


@pytest.mark.parametrize(
    "text",
    ["the Clerk", "three members of the public", "one parishioner", "None", "", " , ; and "],
)
def test_who_has_no_name_is_no_entry(text: str) -> None:
    assert list(entries(text)) == []


def test_spans_point_at_the_printed_person() -> None:
    text = "Apologies from Cllr Ann Thorne (Chair), and Mr Joe Pike."
    spans = [text[e.start : e.end] for e in entries(text[15:], 15)]
    assert spans == ["Cllr Ann Thorne (Chair)", "Mr Joe Pike."]


def test_initials_between_a_name_and_a_post_in_small_letters() -> None:
    found = list(entries("S Hart (SH) Chair, P Marl (PM) vice-chair, C Bell (CB) G Wick (GW)"))
    assert [e.person.name for e in found] == ["S Hart", "P Marl", "C Bell", "G Wick"]


def test_initials_apart_are_no_post() -> None:
    found = list(entries("Ron Booth, Treasurer, (RB), Rory Smith (RS)"))
    assert [(e.person.name, e.role) for e in found] == [
        ("Ron Booth", "Treasurer"),
        ("Rory Smith", None),
    ]


@pytest.mark.parametrize("title", ["Trustee", "Director", "Governor"])
def test_a_plural_title_of_other_boards_is_for_all_of_them(title: str) -> None:
    found = [(e.person.name, e.person.honorific) for e in entries(f"{title}s Oake, Tarn and Elm")]
    assert found == [("Oake", title), ("Tarn", title), ("Elm", title)]


def test_a_particle_between_initials_parts_nobody() -> None:
    found = [e.person.name for e in entries("Councillors A B Tarn, S le Q Elm and J F de W Oake")]
    assert found == ["A B Tarn", "S le Q Elm", "J F de W Oake"]


def test_one_title_before_surnames_is_for_all_of_them() -> None:
    text = "Councillor Thorne (Chair), Pike (Deputy Chair), Orme (Spokesperson), Stokes and Lisle."
    assert [name for _, name, _ in people(text)] == ["Thorne", "Pike", "Orme", "Stokes", "Lisle"]


def test_a_plural_title_goes_on_behind_a_post_in_brackets() -> None:
    assert people("Councillors Dr Thorne, Mrs Pike, Orme (Deputy Mayor), Stokes and Lisle") == [
        ("Councillor Dr", "Thorne", None),
        ("Mrs", "Pike", None),
        ("Councillor", "Orme", None),
        ("Councillor", "Stokes", None),
        ("Councillor", "Lisle", None),
    ]


def test_a_full_stop_behind_a_bracket_parts_two_people() -> None:
    text = "Ann Thorne, Joe Pike (both in person). Ivy Stokes (attending remotely)."
    assert [name for _, name, _ in people(text)] == ["Ann Thorne", "Joe Pike", "Ivy Stokes"]


def test_an_office_before_a_councillor_in_brackets_is_a_post() -> None:
    text = "the High Sheriff (Councillor Hale-Orme), Alderman Pike and Councillor Lisle"
    assert people(text) == [
        ("Councillor", "Hale-Orme", "High Sheriff"),
        ("Alderman", "Pike", None),
        ("Councillor", "Lisle", None),
    ]


def test_a_health_body_behind_a_post_is_nobody() -> None:
    text = "Ann Thorne Director of Place, NHS Eastern Dales"
    assert [name for _, name, _ in people(text)] == ["Ann Thorne"]


def test_a_post_before_the_last_ends_the_title_of_the_others() -> None:
    assert people("Cllrs Ann Thorne, Joe Pike and the clerk, Ivy Stokes") == [
        ("Cllr", "Ann Thorne", None),
        ("Cllr", "Joe Pike", None),
        (None, "Ivy Stokes", "clerk"),
    ]


def test_letters_of_a_council_before_a_title_are_a_post() -> None:
    assert people("NCC Cllr Stokes") == [("Cllr", "Stokes", "NCC")]


def test_a_list_ends_at_a_full_stop_behind_its_last() -> None:
    text = "Cllrs Thorne, Pike and Stokes. County Councillor Elm was present with 2 residents"
    assert [name for _, name, _ in people(text)] == ["Thorne", "Pike", "Stokes", "Elm"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Thorne, Director of Ponds & Reeds", "Director of Ponds & Reeds"),
        ("Ann Thorne, Director of Ponds and Sluices", "Director of Ponds and Sluices"),
        ("Ann Thorne, Partner, Mere Consulting", "Partner, Mere Consulting"),
        ("Ann Thorne, Chief Officer, Oake Ponds Network", "Chief Officer, Oake Ponds Network"),
    ],
)
def test_a_post_runs_on_to_its_end(text: str, role: str) -> None:
    assert people(text) == [(None, "Ann Thorne", role)]


def test_behind_a_post_another_may_be_named() -> None:
    text = "Ann Thorne, Director of Ponds & Joe Pike"
    assert [name for _, name, _ in people(text)] == ["Ann Thorne", "Joe Pike"]


@pytest.mark.parametrize("place", ["Village Hall", "Drill Hall", "Staff Governors"])
def test_a_place_or_a_group_is_nobody(place: str) -> None:
    assert people(place) == []


def test_a_long_run_of_capitals_behind_a_post_is_read_at_once() -> None:
    # Letters that could be parted in 2 to the 40th ways would never be done.
    text = f"Ann Thorne, Director of {'A' * 40}! & Ponds"
    assert people(text)[0][1] == "Ann Thorne"
