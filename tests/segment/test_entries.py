from __future__ import annotations

import pytest

from pipeline.document import Cell, Passage, Row, Table, Word
from pipeline.provenance import Box
from pipeline.segment.entries import entries_of
from tests.extract.building import blocks, para, table


def test_a_paragraphs_marker_is_its_number() -> None:
    (entry,) = entries_of([para("Ponds", "5/24", indent=12)])
    assert entry.number is not None
    assert (entry.number.printed, entry.text.text, entry.indent) == ("5/24", "Ponds", 12)


def test_a_number_at_the_start_of_the_text_is_taken_off() -> None:
    (entry,) = entries_of(blocks("76. Ponds"))
    assert entry.number is not None
    assert (entry.number.printed, entry.text.text) == ("76", "Ponds")


def test_a_bullet_is_no_number() -> None:
    (entry,) = entries_of([para("4. Ponds", "•")])
    assert entry.number is None


@pytest.mark.parametrize(
    ("text", "title", "pages"),
    [
        ("Ponds (Pages 5 - 12)", "Ponds", "5 - 12"),
        ("Ponds 5 - 12", "Ponds", "5 - 12"),
        ("Ponds pp. 5", "Ponds", "5"),
        ("Ponds in 2024", "Ponds in 2024", None),
    ],
)
def test_pages_at_the_end_of_an_agendas_line(text: str, title: str, pages: str | None) -> None:
    (entry,) = entries_of(blocks(text), agenda=True)
    assert (entry.text.text, entry.pages) == (title, pages)


def test_minutes_print_no_pages() -> None:
    (entry,) = entries_of(blocks("Ponds 5 - 12"))
    assert (entry.text.text, entry.pages) == ("Ponds 5 - 12", None)


def test_an_agendas_rows_are_entries_and_minutes_tables_are_not() -> None:
    rows = table(("1.", "APOLOGIES", ""), ("2. MINUTES", "", "5 - 12"), ("", "", ""))
    found = entries_of([rows], agenda=True)
    assert [(e.number.printed if e.number else None, e.text.text, e.pages) for e in found] == [
        ("1", "APOLOGIES", None),
        ("2", "MINUTES", "5 - 12"),
    ]
    assert entries_of([rows]) == []


def test_numbers_on_lines_of_their_own_above_their_titles() -> None:
    titles = ("Apologies", "Ponds", "Mills", "Reeds")
    flow = [b for n, title in enumerate(titles, 41) for b in blocks(f"{n}/24", title)]
    found = [(e.number.printed, e.text.text) for e in entries_of(flow) if e.number]
    assert found == [
        ("41/24", "Apologies"),
        ("42/24", "Ponds"),
        ("43/24", "Mills"),
        ("44/24", "Reeds"),
    ]


def test_numbers_above_labels_and_lists_are_the_items_own() -> None:
    lines = "188", "Present:", "189", "Apologies:", "190", "Ponds", "191", "Reeds", "192", "Mills"
    flow = blocks(*lines, "193", "It was RESOLVED to drain the mill.")
    found = [(e.number.printed, e.text.text) for e in entries_of(flow) if e.number]
    assert found[:2] == [("188", "Present:"), ("189", "Apologies:")]
    assert len(found) == 6


def test_a_number_with_its_year_counts_behind_a_bullet_too() -> None:
    entries = entries_of([para("31/27 Correspondence", "•"), para("3. Mend the gate", "•")])
    assert [e.number.printed if e.number else None for e in entries] == ["31/27", None]


def test_numbers_glued_to_their_titles_count_where_they_rise() -> None:
    flow = [para(t) for t in ("1Welcome", "2Apologies for absence", "It rained.", "4Pond care")]
    numbers = [e.number.printed if e.number else None for e in entries_of(flow)]
    assert numbers == ["1", "2", None, "4"]
    alone = [para("3Com sold the phones."), para("It rained."), para("2Mere was there.")]
    assert all(e.number is None for e in entries_of(alone))


def test_a_list_below_the_title_of_a_cell_is_no_part_of_it() -> None:
    def word(text: str, start: int, x: float, top: float) -> Word:
        return Word(start, start + len(text), 1, Box(x, top, x + 5 * len(text), top + 10))

    title = Passage(
        "Events - Fair",
        (word("Events", 0, 100, 50), word("-", 7, 110, 65), word("Fair", 9, 120, 65)),
    )
    row = Row((Cell(Passage("8"), 0), Cell(title, 1)))
    (entry,) = entries_of([Table((row,), columns=2)], agenda=True)
    assert entry.text.text == "Events"
