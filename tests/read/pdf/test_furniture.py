from __future__ import annotations

import pytest

from pipeline.read.pdf.furniture import split_furniture
from pipeline.read.pdf.lines import Line
from tests.read.pdf.inking import HEIGHT, line


def kept(*pages: list[Line]) -> list[list[str]]:
    return [[ln.text for ln in text] for text, _ in split_furniture([(HEIGHT, p) for p in pages])]


@pytest.mark.parametrize(
    "stamp", ["Page 7", "Page 7 of 12", "7", "- 7 -", "7/12", "Agenda Item 3", "Minute Item 4"]
)
def test_a_stamp_at_the_edge_is_furniture(stamp: str) -> None:
    assert kept([line(stamp, y=780), line("The pond was full.", y=400)]) == [["The pond was full."]]


def test_the_same_words_inside_the_page_are_text() -> None:
    assert kept([line("Agenda Item 3", y=400)]) == [["Agenda Item 3"]]


def test_a_running_head_of_three_pages_is_furniture_whatever_its_page_number() -> None:
    pages = [
        [line(f"Ponds Panel, sheet {n}", y=40), line(f"Text {n}.", y=400)] for n in range(1, 4)
    ]
    assert kept(*pages) == [["Text 1."], ["Text 2."], ["Text 3."]]


def test_a_line_of_two_pages_is_no_running_head() -> None:
    pages = [[line("Ponds Panel", y=40)] for _ in range(2)]
    assert kept(*pages) == [["Ponds Panel"]] * 2


def test_a_reference_above_the_foot_of_every_page_is_furniture() -> None:
    pages = [[line(text, y=400), line("PP 270504", y=715)] for text in ("A.", "B.", "C.", "D.")]
    assert kept(*pages) == [["A."], ["B."], ["C."], ["D."]]
    assert kept(*pages[:2], [line("C.", y=400)])[0] == ["A.", "PP 270504"]


def test_a_line_of_two_pages_that_ends_with_their_numbers_is_furniture() -> None:
    pages = [[line(f"{n} VER.27.02.A", y=780), line(f"Text {n}.", y=400)] for n in (1, 2)]
    assert kept(*pages) == [["Text 1."], ["Text 2."]]


def test_the_same_line_at_another_height_is_no_running_head() -> None:
    pages = [[line("Ponds Panel", y=30 + 20 * n)] for n in range(3)]
    assert kept(*pages) == [["Ponds Panel"]] * 3


def test_what_is_kept_out_is_given_beside() -> None:
    ((text, out),) = split_furniture([(HEIGHT, [line("Page 7", y=780), line("Text.", y=400)])])
    assert ([ln.text for ln in text], [ln.text for ln in out]) == (["Text."], ["Page 7"])


def test_a_head_of_two_lines_on_the_second_of_two_pages_is_furniture() -> None:
    heads = [[line("Ponds Panel", y=40), line("Thursday 4 May 2027", y=60)] for _ in range(2)]
    pages = [
        [*head, line(text, y=400)] for head, text in zip(heads, ("Reeds.", "Sluice."), strict=True)
    ]
    assert kept(*pages) == [["Ponds Panel", "Thursday 4 May 2027", "Reeds."], ["Sluice."]]


def test_a_letterhead_that_names_the_body_is_kept_on_the_first_page() -> None:
    pages = [[line("ELM HALL COMMITTEE", y=40), line(f"Text {n}.", y=400)] for n in "abc"]
    assert kept(*pages) == [["ELM HALL COMMITTEE", "Text a."], ["Text b."], ["Text c."]]


def test_a_running_head_over_a_paper_that_names_its_body_is_furniture() -> None:
    pages = [[line("ELM COUNCIL", y=40), line(f"Text {n}.", y=400)] for n in "abc"]
    pages[0].insert(1, line("Ponds Committee", y=120))
    assert kept(*pages)[0] == ["Ponds Committee", "Text a."]


def test_a_running_head_is_the_title_where_only_items_speak_of_minutes() -> None:
    pages = [
        [line("Minutes of the Ponds Panel", y=40), line(f"{n}. To approve the minutes", y=400)]
        for n in range(1, 4)
    ]
    assert kept(*pages)[0] == ["Minutes of the Ponds Panel", "1. To approve the minutes"]
    assert kept(*pages)[1] == ["2. To approve the minutes"]
