from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from pipeline.plot.bars import Bar, attendance_bars
from pipeline.plot.labelled import short
from pipeline.plot.timeline import Line, timeline
from tests.report.hostile import LONG_WORD, NAMES

TOLD = {"title": "A & B", "description": "<what> it shows"}
BARS = [Bar(name, 3, 1, number, number % 2) for number, name in enumerate(NAMES)]
LINES = [
    Line(
        name, (date(2031, 3, 4), date(2031, 6, 3)), date(2031, 9, 9), ("open", "closed", "?")[n % 3]
    )
    for n, name in enumerate(NAMES)
]


def drawn() -> dict[str, bytes]:
    return {"bars": attendance_bars(BARS, **TOLD), "lines": timeline(LINES, **TOLD)}


def test_the_same_figures_give_the_same_picture() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize("name", ["bars", "lines"])
def test_words_are_text_whatever_they_hold(name: str) -> None:
    root = etree.fromstring(drawn()[name])
    texts = ["".join(each.itertext()) for each in root.iter("{*}text")]
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert any(r"$\frac{1}{0}$" in text for text in texts), "no mathematics"
    assert not list(root.iter("{*}script"))
    assert all(len(text) <= 58 for text in texts)


def test_a_picture_may_be_png() -> None:
    assert attendance_bars([Bar("Ada Quill", 0, 0, 0, 0)], **TOLD, form="png")[:4] == b"\x89PNG"


def test_open_actions_go_on_to_the_last_meeting() -> None:
    raised = (date(2031, 3, 4), date(2031, 6, 3))
    going_on = timeline([Line("a", raised, date(2031, 9, 9), "open")], **TOLD)
    ended = timeline([Line("a", raised, date(2031, 9, 9), "closed")], **TOLD)
    assert b"stroke-dasharray" in going_on
    assert b"stroke-dasharray" not in ended


def test_labels_are_short() -> None:
    assert short("Naomi Ferris") == "Naomi Ferris"
    assert short("one two three four", 12) == "one two …"
    assert short(LONG_WORD, 12) == "WWWWWWWWWWW…"
