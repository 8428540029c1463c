from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.segment.numbering import Number, leading, parse, years_in_front


@pytest.mark.parametrize(
    ("token", "printed", "series", "place"),
    [
        ("4.", "4", "", 4),
        ("76.", "76", "", 76),
        ("2399.", "2399", "", 2399),
        ("(4)", "4", "", 4),
        ("7a", "7a", "", 7),
        ("18.03.05", "18.03.05", "18.3.", 5),
        ("18.3.10", "18.3.10", "18.3.", 10),
        ("2;", "2", "", 2),
        ("3.1.", "3.1", "3.", 1),
        ("5/24", "5/24", "/24", 5),
        ("125/2024", "125/2024", "/2024", 125),
        ("2024/125", "2024/125", "2024/", 125),
        ("41a/27", "41a/27", "/27", 41),
        ("*311", "*311", "", 311),
        ("27-28/AS/3", "27-28/AS/3", "27-28/AS/", 3),
        ("C.12", "C.12", "C.", 12),
        ("PL5/24", "PL5/24", "PL/24", 5),
        ("HNP12", "HNP12", "HNP", 12),
        ("LP16/18", "LP16/18", "LP/18", 16),
        ("Co.51", "Co.51", "Co.", 51),
        ("A.", "A", "letter", 1),
        ("b)", "b", "letter", 2),
    ],
)
def test_a_printed_number(token: str, printed: str, series: str, place: int) -> None:
    assert parse(token) == Number(printed, series, place)


@pytest.mark.parametrize("token", ["•", "(iv)", "14/03/2027", "No.4", "", "Ponds", "12345678", "–"])
def test_what_is_no_number(token: str) -> None:
    assert parse(token) is None


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("4. Ponds", "4", "Ponds"),
        ("Item 4: Ponds", "4", "Ponds"),
        ("Minute 76 Ponds", "76", "Ponds"),
        ("18.03.05 Ponds", "18.03.05", "Ponds"),
        ("5/24 - Ponds", "5/24", "Ponds"),
        ("C.12 Ponds", "C.12", "Ponds"),
        ("A. Ponds", "A", "Ponds"),
        ("4/ Ponds", "4", "Ponds"),
    ],
)
def test_a_number_at_the_start_of_a_line(text: str, printed: str, rest: str) -> None:
    found = leading(text)
    assert found is not None
    assert (found[0].printed, text[found[1] :]) == (printed, rest)


@pytest.mark.parametrize("text", ["A pond", "Ponds 4", "4", "I went", ""])
def test_a_line_without_a_number(text: str) -> None:
    assert leading(text) is None


@given(st.text(max_size=20))
def test_any_token_is_read_or_none(token: str) -> None:
    found = parse(token)
    assert found is None or found.printed in token
    leading(token)


@pytest.mark.parametrize(
    ("token", "series", "place"),
    [
        ("212/14/15", "/14/15", 212),
        ("2020-05_4", "2020-05_", 4),
        ("C 10/034", "C 10/", 34),
        ("14365", "", 14365),
    ],
)
def test_a_number_with_its_year(token: str, series: str, place: int) -> None:
    assert parse(token) == Number(token, series, place)


def test_a_year_behind_a_serial_with_letters_before_is_of_the_series() -> None:
    first, second = parse("BM 18/2027"), parse("BM 19/2027")
    assert first
    assert second
    assert (first.series, second.place - first.place) == (second.series, 1)


@pytest.mark.parametrize(
    ("tokens", "counted"),
    [
        (("14/05", "14/06", "14/07"), [("14/", 5), ("14/", 6), ("14/", 7)]),
        (("5/14", "6/14", "7/14"), [("/14", 5), ("/14", 6), ("/14", 7)]),
        (("AM08/01", "AM08/02", "AM08/03"), [("AM08/", 1), ("AM08/", 2), ("AM08/", 3)]),
        (("14/05", "14/06"), [("/05", 14), ("/06", 14)]),
        (("1.11.27", "2.11.27", "10.11.27"), [(".11.27", n) for n in (1, 2, 10)]),
        (("27.11.1", "27.11.2", "27.11.10"), [("27.11.", n) for n in (1, 2, 10)]),
    ],
    ids=[
        "year in front",
        "year behind",
        "letters",
        "too few to tell",
        "month behind",
        "month in front",
    ],
)
def test_which_half_is_the_year(tokens: tuple[str, ...], counted: list[tuple[str, int]]) -> None:
    found = years_in_front([parse(t) for t in tokens])
    assert [(n.series, n.place) for n in found if n] == counted


def test_whole_numbers_with_a_nought_are_one_series() -> None:
    numbers = [parse(n) for n in ("1.0", "2.0", "10.0")]
    assert [(n.series, n.place) for n in numbers if n] == [(".0", 1), (".0", 2), (".0", 10)]


def test_a_sign_between_letters_and_year_may_be_left_out_now_and_then() -> None:
    printed = ["PAM27/01", "PAM27/02", "PAM/27/03", "PAM27/04"]
    numbers = years_in_front([parse(token) for token in printed])
    assert [(n.series, n.place) for n in numbers if n] == [("PAM27/", n) for n in range(1, 5)]


def test_a_number_with_its_year_that_the_title_stands_against() -> None:
    found = leading("31/27Correspondence")
    assert found is not None
    assert (found[0].printed, found[1]) == ("31/27", 5)
    assert leading("27/00785/LB The Old Mill") is None


def test_how_long_an_item_takes_is_no_number() -> None:
    assert parse("(15m)") is None
    assert parse("15a") is not None


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        ("2027-045 LIGHTS", "2027-045", 45),
        ("27/28-045 Lights", "27/28-045", 45),
        ("C45/27-28 Lights", "C45/27-28", 45),
        ("45/2027-28 Lights", "45/2027-28", 45),
        ("Gen/45/27-28 Lights", "Gen/45/27-28", 45),
        ("No. 4 Lights", "4", 4),
        ("#4 Lights", "4", 4),
        ("[4] Lights", "4", 4),
        ("Min. 45 – Lights", "45", 45),
    ],
)
def test_numbers_with_years_and_signs(text: str, printed: str, place: int) -> None:
    found = leading(text)
    assert found is not None
    assert (found[0].printed, found[0].place) == (printed, place)


def test_a_financial_year_is_no_number() -> None:
    assert leading("2027-28 Budget") is None


def test_a_financial_year_is_no_number_behind_a_bullet_either() -> None:
    assert parse("2027/28") is None
    assert leading("2027/28 accounts were approved") is None
