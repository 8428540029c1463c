from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.provenance import Box
from pipeline.read.pdf.cells import cell_passage
from pipeline.read.pdf.ink import InkWord
from tests.read.pdf.inking import word


def turned(text: str, x: float, top: float, bottom: float, angle: int) -> InkWord:
    box = Box(x, top, x + 10, bottom)
    return InkWord(text, box, bottom, 10.0, bold=True, page=1, turned=angle)


def test_words_that_run_upwards_are_read_from_the_foot() -> None:
    ink = [turned("Lead", 50, 160, 180, 90), turned("Officer", 50, 120, 155, 90)]
    found = cell_passage(ink, 48, 70)
    assert found.text == "Lead Officer"
    assert [w.box for w in found.words] == [w.box for w in ink]


def test_lines_that_run_upwards_follow_to_the_right() -> None:
    ink = [turned("Date", 62, 150, 180, 90), turned("Target", 50, 140, 180, 90)]
    assert cell_passage(ink, 48, 80).text == "Target Date"


def test_words_that_run_downwards_are_read_from_the_top() -> None:
    ink = [
        turned("Officer", 62, 145, 180, 270),
        turned("Lead", 62, 120, 140, 270),
        turned("only", 50, 120, 140, 270),
    ]
    assert cell_passage(ink, 48, 80).text == "Lead Officer only"


@pytest.mark.parametrize(
    ("head", "tail", "text"),
    [
        ("30/09/202", "7", "30/09/2027"),
        ("Timescal", "e", "Timescale"),
        ("commissione", "d", "commissioned"),
        ("AB1,AB2,AB", "3", "AB1,AB2,AB3"),
        ("Director", "of", "Director of"),
        ("Warden", "Clerk", "Warden Clerk"),
        ("30/09/2027", "7", "30/09/2027 7"),
    ],
)
def test_a_word_that_its_cell_broke_is_one_again(head: str, tail: str, text: str) -> None:
    above = replace(word(head, 52, 110), box=Box(52, 100, 98, 110))
    below = replace(word(tail, 52, 122), box=Box(52, 112, 52 + 6 * len(tail), 122))
    assert cell_passage([above, below], 50, 100).text == text


def test_words_with_room_beside_them_stay_apart() -> None:
    above = replace(word("Timescal", 52, 110), box=Box(52, 100, 98, 110))
    below = replace(word("e", 52, 122), box=Box(52, 112, 58, 122))
    assert cell_passage([above, below], 50, 160).text == "Timescal e"
