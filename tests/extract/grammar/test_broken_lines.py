from __future__ import annotations

from pipeline.document import Paragraph
from pipeline.extract.grammar.broken_lines import whole
from tests.extract.building import para


def texts(*paragraphs: Paragraph) -> list[str]:
    return [p.text for p in whole(paragraphs)]


def test_a_sentence_cut_by_the_reader_is_made_whole() -> None:
    found = texts(
        para("After a long talk on the pond it was agreed that"), para("the bank be raised in May.")
    )
    assert found == ["After a long talk on the pond it was agreed that the bank be raised in May."]


def test_what_stood_raised_is_left_out() -> None:
    found = texts(
        para("The pond was drained from end to end on the 7"), para("th"), para("of November.")
    )
    assert found == ["The pond was drained from end to end on the 7 of November."]


def test_movers_go_with_what_they_passed() -> None:
    assert texts(para("The accounts were approved"), para("Prop: AQ 2nd: JT")) == [
        "The accounts were approved Prop: AQ 2nd: JT"
    ]


def test_what_is_opened_stands_for_itself() -> None:
    lines = [para("RESOLVED that"), para("the pond be drained.")]
    assert whole(lines) == lines


def test_a_list_is_left_alone() -> None:
    lines = [para("The pond was full and the banks were"), para("low.", "(a)")]
    assert whole(lines) == lines


def test_a_name_goes_on_from_the_line_that_announces_it() -> None:
    moved = "A motion to approve the warrants of the month was made by"
    assert texts(para(moved), para("Oake, seconded by Tarn.")) == [
        f"{moved} Oake, seconded by Tarn."
    ]
    lines = [para("This Council notes all of this and resolves to"), para("Replace the old gate.")]
    assert whole(lines) == lines
