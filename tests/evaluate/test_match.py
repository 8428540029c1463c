import pytest

from pipeline.evaluate.match import (
    Items,
    Match,
    decision_key,
    name_key,
    number_key,
    pair,
    similarity,
    text_key,
    words_key,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Councillor Mrs Zoë Ashdown, OBE", "zoe ashdown"),
        ("Rt. Hon. Ada Quill KC", "Ada Quill"),
        ("R. W. Thorne", "R W Thorne"),
        ("Dr Pat O’Dell J.P.", "Pat O'Dell"),
        ("The Rev'd Una Fell", "The Rev'd Una Fell"),
        ("Mary-Jane Holt", "MARY JANE HOLT"),
    ],
)
def test_names_that_match(left, right):
    assert name_key(left) == name_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("R Thorne", "R W Thorne"),
        ("Ash", "Ashe"),
        ("Lee Ma", "Lee"),
        ("LEE MA", "Lee"),
        ("Ada Quill", "Quill Ada"),
    ],
)
def test_names_that_do_not_match(left, right):
    assert name_key(left) != name_key(right)


def test_the_last_token_of_a_name_is_kept():
    assert name_key("Major") == ("major",)
    assert name_key("Cllr Lord") == ("lord",)


def test_text_keeps_letters_and_digits_only():
    assert text_key("To pay £1,200 – by 3.5.31!") == "topay1200by3531"
    assert words_key(" Town  Hall,\nMill St. ") == "town hall mill st"


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: that the kiosk be painted",
        "RESOLVED – That the kiosk be painted.",
        "It was agreed that the kiosk be painted",
        "It was unanimously resolved that: the kiosk be painted",
        "The Committee AGREED that the kiosk be painted",
        "RESOLVED: It was agreed that the kiosk be painted",
        "That the kiosk be painted",
    ],
)
def test_the_lead_of_a_resolution_is_ignored(text):
    assert decision_key(text) == "thekioskbepainted"


@pytest.mark.parametrize("text", ["Resolved.", "AGREED that", "Agreement was reached"])
def test_a_resolution_that_is_all_lead_or_has_none_keeps_its_text(text):
    assert decision_key(text) == text_key(text)


def test_the_similarity_of_nearly_equal_texts_is_below_that_of_equal_ones():
    assert similarity("abc", "abc") == 100.0
    assert similarity("a" * 5000, "a" * 4999 + "b") < 100.0
    assert similarity("abcdefghij", "abcdefghiX") == pytest.approx(90.0)
    assert similarity("abcdefghij", "abcdefghXY") is None


@pytest.mark.parametrize(
    ("printed", "key"), [("12.", "12"), ("4 (a)", "4(a)"), (7, "7"), ("", None), (None, None)]
)
def test_number_key(printed, key):
    assert number_key(printed) == key


def test_either_of_two_printed_numbers_names_the_item():
    items = Items([("41.", "3"), ("42", None)])
    assert items.same("41", "3.")
    assert items.same("3", "41")
    assert items.same(None, None)
    assert not items.same("42", "3")
    assert not items.same("41", None)


def test_pairing_takes_the_best_first_and_one_to_one():
    weights = {(0, 0): 95.0, (0, 1): 100.0, (1, 1): 97.0, (1, 0): 91.0}

    def compare(gold, found):
        weight = weights.get((gold, found))
        return None if weight is None else Match((weight,), strict=weight == 100.0)

    assert pair(range(2), range(3), compare) == [(0, 1, True), (1, 0, False)]
