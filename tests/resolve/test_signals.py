from __future__ import annotations

import pytest

from pipeline.resolve.confidence import meanings
from pipeline.resolve.signals import row_signals, setting
from tests.resolve.building import paper, part


def signals(table: str, *rows: dict[str, object], attending=()) -> list[list[str]]:
    return row_signals(table, rows, attending)


def person(name: str, status: str = "present", **more: object) -> dict[str, object]:
    row = {"name": name, "status": status, "grouping": "member", "honorific": "Cllr", "role": None}
    return row | {"person_id": name, "meeting_id": "m"} | more


@pytest.mark.parametrize(
    ("title", "signal"),
    [("Gate", "short"), ("gate and hedge", "begins small"), ("word " * 20, "long")],
)
def test_a_title_unlike_most_is_told(title: str, signal: str) -> None:
    assert signal in signals("agenda_items", {"title": title, "number": "1"})[0]


def test_a_plain_title_has_no_signal() -> None:
    assert signals("agenda_items", {"title": "Gate and hedge", "number": "1"}) == [[]]


def test_a_number_out_of_order_is_told() -> None:
    rows = [{"title": "Gate and hedge", "number": n} for n in ("1", "2", "7", "8")]
    found = signals("agenda_items", *rows)
    assert ["out of order" in each for each in found] == [False, False, True, False]


def test_somebody_present_and_sorry_is_told_twice() -> None:
    rows = [person("Ada Quill"), person("Ada Quill", "apologies"), person("Joss Tarn")]
    found = signals("attendance", *rows)
    assert ["two statuses" in each for each in found] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "odd"), [("Ada Quill", False), ("Quill. All", True), ("Vale NHB", True), ("A3", True)]
)
def test_a_name_with_more_than_a_name_is_odd(name: str, odd: bool) -> None:
    assert ("odd name" in signals("attendance", person(name), person("Joss Tarn"))[0]) is odd


def test_names_all_in_capitals_are_not_odd() -> None:
    rows = [person("ADA QUILL"), person("JOSS TARN")]
    assert not any("odd name" in each for each in signals("attendance", *rows))


def test_an_honorific_unlike_the_others_is_told() -> None:
    rows = [person("A Quill"), person("J Tarn"), person("B Oake", honorific=None)]
    assert ["untitled" in each for each in signals("attendance", *rows)] == [False, False, True]


def test_who_declares_and_did_not_come_is_a_stranger() -> None:
    row = {"name": "Joss Tarn", "interest": "keeps a boat"}
    assert "stranger" in signals("declarations", row, attending=[person("Ada Quill")])[0]
    assert "stranger" not in signals("declarations", row, attending=[person("J Tarn")])[0]
    assert "stranger" not in signals("declarations", row)[0]


def test_an_action_without_owner_or_stop_is_told() -> None:
    row = {"text": "Gate to be mended by May", "item_number": None, "owner": None}
    assert {"no owner", "open end", "no number"} <= set(signals("actions", row)[0])


def test_many_odd_rows_make_odd_neighbours() -> None:
    rows = [person("Quill"), person("Tarn"), person("Ada Oake"), person("Bo Ash")]
    assert all("odd neighbours" in each for each in signals("attendance", *rows))


def test_letters_of_a_font_that_cannot_be_read_are_told() -> None:
    row = {"title": "Gate and hedge", "number": "1", "quote": "7KDW WKH FOHUNV UHSRUW EHHQ WKDQN"}
    assert "garbled" in signals("agenda_items", row)[0]


def test_form_and_part_are_told() -> None:
    parts = (part(0, "minutes", draft=True), part(1, "other"))
    web = paper("a", media_type="text/plain", parts=parts)
    assert setting(web, 0) == ["plain text", "draft"]
    assert setting(web, 1) == ["plain text", "other"]
    assert setting(paper("b"), 0) == []


def test_every_signal_is_told_in_words() -> None:
    rows = [person("Quill", role=None), person("Tarn"), person("J Oake"), person("Bo Ash")]
    told = {s for each in signals("attendance", *rows) for s in each}
    assert told <= set(meanings()["signals"])
