from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from pipeline.report.bars import Bar, attendance_chart
from pipeline.report.drawing import label
from pipeline.report.timeline import Line, timeline_chart
from tests.report.hostile import LONG_WORD, NAMES

BARS = [Bar(name, 3, 1, number, number % 2) for number, name in enumerate(NAMES)]
LINES = [
    Line(
        name, (date(2031, 3, 4), date(2031, 6, 3)), date(2031, 9, 9), ("open", "closed", "?")[n % 3]
    )
    for n, name in enumerate(NAMES)
]


def drawn() -> dict[str, str]:
    return {"bars": attendance_chart(BARS, "bars"), "lines": timeline_chart(LINES, "lines")}


def test_the_same_figures_give_the_same_drawing() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize("name", ["bars", "lines"])
def test_words_are_text_whatever_they_hold(name: str) -> None:
    svg = drawn()[name]
    root = etree.fromstring(svg)
    texts = ["".join(each.itertext()) for each in root.iter("{*}text")]
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert any(r"$\frac{1}{0}$" in text for text in texts), "no mathematics"
    assert not list(root.iter("{*}script"))
    assert all(len(text) <= 58 for text in texts)


@pytest.mark.parametrize("name", ["bars", "lines"])
def test_ids_are_the_drawing_s_own_and_nothing_is_fetched(name: str) -> None:
    svg = drawn()[name]
    root = etree.fromstring(svg)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{name}-") for each in ids)
    links = [value for each in root.iter() for key, value in each.attrib.items() if "href" in key]
    assert all(link.removeprefix("#") in ids for link in links)
    assert "url(http" not in svg
    assert not any("http" in value for each in root.iter() for value in each.attrib.values())


def test_labels_are_short() -> None:
    assert label("Naomi Ferris") == "Naomi Ferris"
    assert label("one two three four", 12) == "one two …"
    assert label(LONG_WORD, 12) == "WWWWWWWWWWW…"
