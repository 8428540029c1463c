from __future__ import annotations

import pytest

from pipeline.read.page_numbers import without_lone_numbers

OPEN = "The warden said that an application had been made once more to the"


def test_a_page_number_in_the_middle_of_a_sentence_is_dropped() -> None:
    text = (
        f"{OPEN}\n2\nDepartment of Ponds, and a letter would follow in the course of the\n3\nyear."
    )
    assert "\n2\n" not in without_lone_numbers(text)
    assert "\n3\n" not in without_lone_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Present\n1\nApologies for absence\nNone.\n2\nPonds\n",
        f"{OPEN}\n7\nDepartment of Ponds.",
        "The vote was as follows:\n2\nfor the motion",
    ],
    ids=["numbers of items", "no page's number", "first page"],
)
def test_other_numbers_stay(text: str) -> None:
    kept = without_lone_numbers(text)
    assert kept == text or "first" in text or "follows" in text


def test_numbers_between_headings_stay_where_a_line_without_a_stop_stands_above_one() -> None:
    headed = "".join(f"{n}\n\nPONDS\n\nThe pond is full.\n\n" for n in (1, 2, 3))
    text = f"{headed}- {OPEN}\n\n4\n\nREEDS\n"
    assert without_lone_numbers(text) == text
