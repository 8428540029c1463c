from __future__ import annotations

import pytest

from pipeline.harmless import as_cell, as_xml, shown


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "Item 4", "'=1", " =1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert as_cell(text) == text


def test_nothing_steers_a_terminal_or_turns_letters_about() -> None:
    assert shown("a\x1b[2Jb\u202ec\x00\nd") == "a\ufffd[2Jb\ufffdc\ufffd\nd"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert as_xml("a\ud800b\ufffec\x0b\td") == "a\ufffdb\ufffdc\ufffd\td"
