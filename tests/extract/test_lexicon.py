"""The word lists: they load, and every pattern in them compiles and is of use."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from pipeline.extract.lexicon import lexicon, pattern, words
from pipeline.records import AttendanceStatus, Outcome


@pytest.mark.parametrize("name", ["people", "business", "plans"])
def test_a_list_loads(name: str) -> None:
    assert lexicon(name)


def test_outcomes_are_those_of_the_records() -> None:
    each = lexicon("business")["outcomes"]
    assert {entry["outcome"] for entry in each} <= set(get_args(Outcome))
    assert all(re.compile(entry["pattern"]) for entry in each)


def test_lists_of_people_have_a_known_status() -> None:
    each = lexicon("people")["lists"]
    assert {entry["status"] for entry in each} <= set(get_args(AttendanceStatus))
    assert all(re.compile(entry["pattern"]) for entry in each)


def test_words_are_in_lower_case_and_patterns_ignore_case() -> None:
    assert all(word == word.lower() for word in words("people", "honorifics"))
    assert pattern("business", "decisions", "inside").search("IT WAS RESOLVED")
