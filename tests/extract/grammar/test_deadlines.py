from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.extract.grammar.deadlines import interval

D = date.fromisoformat


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("May-18", "2018-05-01", "2018-05-31"),
        ("June 2017", "2017-06-01", "2017-06-30"),
        ("Sept 24", "2024-09-01", "2024-09-30"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("Mar-Apr 17", "2017-03-01", "2017-04-30"),
        ("Nov 16 - Feb 17", "2016-11-01", "2017-02-28"),
        ("Apr 17 & Oct 17", "2017-04-01", "2017-10-31"),
        ("July 17 onwards", "2017-07-01", None),
        ("From May 2025", "2025-05-01", None),
        ("End of March 2025", "2025-03-31", "2025-03-31"),
        ("31/03/2025", "2025-03-31", "2025-03-31"),
        ("31.03.25", "2025-03-31", "2025-03-31"),
        ("3rd May 2024", "2024-05-03", "2024-05-03"),
        ("(a) 01/09/2017 (b) 01/12/2017", "2017-09-01", "2017-12-01"),
        ("(a) 01/09/2017", "2017-09-01", "2017-09-01"),
        ("Q2 2024/25", "2024-07-01", "2024-09-30"),
        ("Q4 2024/25", "2025-01-01", "2025-03-31"),
        ("Q1 and Q2 2024/25", "2024-07-01", "2024-09-30"),
        ("Q3 24/25", "2024-10-01", "2024-12-31"),
        ("2024/25", "2024-04-01", "2025-03-31"),
        ("by end of 2024-25", "2024-04-01", "2025-03-31"),
        ("31-Oct-24", "2024-10-31", "2024-10-31"),
        ("24/25", None, None),
        ("2025", "2025-01-01", "2025-12-31"),
        ("by 2025", "2025-01-01", "2025-12-31"),
        ("On-going", None, None),
        ("Quarterly", None, None),
        ("TBC", None, None),
        ("Q2", None, None),
        ("March", None, None),
        ("", None, None),
    ],
)
def test_a_printed_deadline_is_an_interval(
    printed: str, first: str | None, last: str | None
) -> None:
    expected = (D(first) if first else None, D(last) if last else None)
    assert interval(printed) == expected


@given(st.text(max_size=60))
def test_any_text_is_read_or_has_no_date(text: str) -> None:
    interval(text)


PIECES = st.sampled_from(
    [
        "May",
        "Mar-Apr",
        "Sept.",
        "17",
        "2018",
        "31/12/2019",
        "1.2.20",
        "Q3 2021/22",
        "onwards",
        "-",
        "end of",
        "&",
        "(a)",
        "by",
        "99/99/9999",
        "0000",
        "Q1 2099",
        "2000",
    ]
)


@example(["May", "17", "-", "Mar-Apr", "2018"])
@given(st.lists(PIECES, max_size=7))
def test_the_first_day_is_never_after_the_last(pieces: list[str]) -> None:
    first, last = interval(" ".join(pieces))
    assert first is None or last is None or first <= last
    assert last is None or first is not None
