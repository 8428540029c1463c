"""Names taken apart, and how near two of them are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.people.names import nearness, parse


@pytest.mark.parametrize(
    ("text", "forenames", "surname"),
    [
        ("Ada Thorne", ("ada",), ("thorne",)),
        ("R.W. Ash", ("r", "w"), ("ash",)),
        ("RW Ash", ("r", "w"), ("ash",)),
        ("P.Ash", ("p",), ("ash",)),
        ("Ash, R W", ("r", "w"), ("ash",)),
        ("Ash (J)", ("j",), ("ash",)),
        ("A-J Thorne", ("a", "j"), ("thorne",)),
        ("N J D Quill", ("n", "j", "d"), ("quill",)),
        ("Ludo van der Marsh", ("ludo",), ("van", "der", "marsh")),
        ("Al Marsh", ("al",), ("marsh",)),
        ("Ines Rao-Marsh", ("ines",), ("rao", "marsh")),
        ("Maeve O’ Tarn", ("maeve",), ("otarn",)),
        ("Maeve O'Tarn", ("maeve",), ("otarn",)),
        ("ADA THORNE", ("ada",), ("thorne",)),
        ("Thorne", (), ("thorne",)),
        ("Zoë Quill", ("zoe",), ("quill",)),
    ],
)
def test_a_name_is_taken_apart(text, forenames, surname):
    name = parse(text)
    assert name is not None
    assert (name.given, name.surname) == (forenames, surname)


def test_what_marks_a_generation_tells_two_apart():
    son, father = parse("Ned Ash Jr"), parse("Ned Ash Sr")
    assert son is not None
    assert father is not None
    assert nearness(son, father) is None


def test_of_signs_alone_nothing_is_left():
    assert parse("...") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("R.W. Ash", "R W ASH", "exact"),
        ("R W Ash", "Ruth Ash", "given"),
        ("Ruth Ash", "Ruth Mary Ash", "given"),
        ("Rob Ash", "R J Ash", "given"),
        ("Ash", "Ruth Ash", "bare"),
        ("Rao-Marsh", "Ines Rao-Marsh", "bare"),
        ("Lake Marsh", "Amy Lake Marsh", "bare"),
        ("Oluwa Tarrant", "Oluwa Tarrent", "spelling"),
        ("Tobais Ash", "Tobias Ash", "spelling"),
        ("Alan Ash", "Andrew Ash", None),
        ("Ruth Ash", "Ralph Ash", None),
        ("R W Ash", "R M Ash", None),
        ("Jean Ash", "Joan Ash", None),
        ("Ruth Hall", "Ruth Hill", None),
        ("Marsh", "Ines Rao-Marsh", None),
        ("R Tarrant", "R Tarrent", None),
    ],
)
def test_how_near_two_names_are(one, other, expected):
    names = parse(one), parse(other)
    assert None not in names
    assert nearness(*names) == nearness(*reversed(names)) == expected


words = st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True)


@given(st.lists(words, min_size=1, max_size=4))
def test_a_name_is_equal_to_itself_in_capitals_and_turned_round(tokens):
    text = " ".join(tokens)
    plain, loud = parse(text), parse(text.upper())
    assert plain is not None
    assert loud is not None
    assert plain.key == loud.key
    if len(plain.surname) == 1 and len(tokens) > 1:
        turned = parse(f"{tokens[-1]}, {' '.join(tokens[:-1])}")
        assert turned is not None
        assert turned.words == plain.words
