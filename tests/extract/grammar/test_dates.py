from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.grammar.dates import dates_in, first_date, parse_date, times_in


@pytest.mark.parametrize(
    "printed",
    [
        "14 June 2017",
        "14th June 2017",
        "Wednesday, 14 June, 2017",
        "14th day of June 2017",
        "the 14 th of June 2017",
        "June 14, 2017",
        "JUNE 14th 2017",
        "June 14th2017",
        "14/06/2017",
        "14.06.17",
        "2017-06-14",
        "14-Jun-2017",
    ],
)
def test_a_full_date_is_read_day_first(printed: str) -> None:
    assert first_date(f"held on {printed} at the Hall") == date(2017, 6, 14)


@pytest.mark.parametrize("printed", ["31 February 2024", "45/13/2020", "2024-02-30", "June 2017"])
def test_a_date_that_is_none_is_passed_over(printed: str) -> None:
    assert first_date(printed) is None


def test_a_date_that_is_none_does_not_hide_the_next() -> None:
    assert first_date("not on 31/02/2024 but on 01/03/2024") == date(2024, 3, 1)


def test_spans_name_the_printed_dates() -> None:
    text = "from 1 May 2024 to 02/06/2024"
    assert [(text[a:b], d) for a, b, d in dates_in(text)] == [
        ("1 May 2024", date(2024, 5, 1)),
        ("02/06/2024", date(2024, 6, 2)),
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Tuesday 3 May 2022", date(2022, 5, 3)),
        ("May 2022", None),
        ("next meeting", None),
        ("3 May", None),
    ],
)
def test_a_missing_day_or_year_is_not_guessed(printed: str, read: date | None) -> None:
    assert parse_date(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("7.30pm", time(19, 30)),
        ("7.30 p.m.", time(19, 30)),
        ("7 pm", time(19, 0)),
        ("12.15 am", time(0, 15)),
        ("12.00 p.m.", time(12, 0)),
        ("19:30", time(19, 30)),
        ("19.30 hours", time(19, 30)),
        ("1930 hrs", time(19, 30)),
        ("9:05 a.m.", time(9, 5)),
        ("12 noon", time(12, 0)),
        ("midday", time(12, 0)),
        ("13 pm", None),
        ("13 pm, or 7 pm", time(19, 0)),
        ("7.60 pm", None),
        ("20.5%", None),
        ("item 7", None),
        ("Procedure Rule 1.37 (b)", None),
        ("paragraph 10.15", None),
        ("8.OOp.m", time(20, 0)),
        ("The meeting commenced at 1835", time(18, 35)),
        ("a member since 1985", None),
    ],
)
def test_a_clock_time_is_read(printed: str, read: time | None) -> None:
    assert next((found for _, _, found in times_in(printed)), None) == read


@given(st.text(max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in (dates_in(text), times_in(text)):
        assert all(0 <= start < end <= len(text) for start, end, _ in found)
    parse_date(text)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_is_read_as_it_is_written(day: date) -> None:
    assert first_date(f"{day.day} {day:%B %Y}") == day
    assert first_date(f"{day:%d/%m/%Y}") == day
    assert first_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["Wednesday14th November 2018", "3 May2006", "14thJune 2027"])
def test_a_date_without_a_blank(text: str) -> None:
    assert first_date(text) is not None
