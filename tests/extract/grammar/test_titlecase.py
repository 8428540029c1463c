from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.grammar.titlecase import title_case


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("IMPROVEMENT AND ASSURANCE BOARD", "Improvement and Assurance Board"),
        ("THE GUILDHALL, POND LANE, HW1 4QT", "The Guildhall, Pond Lane, HW1 4QT"),
        ("COUNCIL OF THE ISLES", "Council of the Isles"),
        ("NHS LIAISON PANEL", "NHS Liaison Panel"),
        ("ST MARY'S HALL", "St Mary's Hall"),
        ("MEETING ON THE 4TH MAY", "Meeting on the 4th May"),
        ("Already Written so", "Already Written so"),
        ("12", "12"),
    ],
)
def test_capitals_become_title_case(printed: str, written: str) -> None:
    assert title_case(printed) == written


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_twice_is_once(text: str) -> None:
    once = title_case(text)
    assert title_case(once) == once


@given(st.text(alphabet="ABCDEFG &-',.", max_size=60))
def test_only_the_case_changes(text: str) -> None:
    assert title_case(text).casefold() == text.casefold()
