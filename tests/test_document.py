from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Document, Item, Paragraph, Part, Passage, Row, Table, Word, join
from pipeline.provenance import Box, Finding, Rejected, Source
from tests import strategies
from tests.extract.building import para, passage, table


@given(strategies.passages())
def test_a_word_is_the_slice_that_its_span_names(passage: Passage) -> None:
    printed = [passage.text[w.start : w.end] for w in passage.words]
    assert " ".join(printed) == passage.text
    assert all(printed)


@given(strategies.passages(), st.data())
def test_a_source_quotes_its_words_and_its_box_is_their_union(
    passage: Passage, data: st.DataObject
) -> None:
    if not passage.words:
        return
    first = data.draw(st.integers(0, len(passage.words) - 1))
    last = data.draw(st.integers(first, len(passage.words) - 1))
    taken = passage.words[first : last + 1]
    sources = passage.sources(taken[0].start, taken[-1].end)
    assert [s.page for s in sources] == list(dict.fromkeys(w.page for w in taken))
    for source in sources:
        on_page = [w for w in taken if w.page == source.page]
        assert source.quote == " ".join(passage.text[w.start : w.end] for w in on_page)
        assert source.box == Box.around(w.box for w in on_page)


@given(st.text(max_size=30), st.data())
def test_text_without_words_is_quoted_without_a_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    assert Passage(text).sources(start) == (Source(None, None, text[start:].strip()),)


@given(strategies.passages(), st.data())
def test_a_cut_is_the_stripped_slice_with_its_words(passage: Passage, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(passage.text))] * 2)))
    cut = passage.cut(start, end)
    assert cut.text == passage.text[start:end].strip()
    assert "".join(cut.text[w.start : w.end] for w in cut.words) == "".join(cut.text.split())
    assert all(0 <= w.start <= w.end <= len(cut.text) for w in cut.words)


@given(strategies.passages(), st.data())
def test_a_cut_of_a_cut_is_one_cut(passage: Passage, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(passage.text))] * 2)))
    inner, outer = sorted(data.draw(st.tuples(*[st.integers(0, end - start)] * 2)))
    once = passage.cut(start, end)
    lost = len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    again = once.cut(max(0, inner - lost), max(0, outer - lost))
    direct = passage.cut(start + inner, start + outer)
    assert again.text == direct.text
    if direct.text:
        assert again == direct


@given(st.lists(strategies.passages(), max_size=4))
def test_a_join_keeps_every_word_and_its_place(passages: list[Passage]) -> None:
    joined = join(passages)
    assert joined.text == " ".join(p.text for p in passages if p.text)
    assert [(joined.text[w.start : w.end], w.page, w.box) for w in joined.words] == [
        (p.text[w.start : w.end], w.page, w.box) for p in passages for w in p.words
    ]


def test_a_source_over_two_pages_is_two() -> None:
    both = join([passage("ends here", page=3), passage("goes on", page=4)])
    assert [(s.page, s.quote) for s in both.sources()] == [(3, "ends here"), (4, "goes on")]


def test_cells_of_a_row_that_a_page_break_cut_are_quoted_page_by_page() -> None:
    row = join([passage("Drain", page=3), passage("the", page=4), passage("Open", page=3)])
    assert [(s.page, s.quote) for s in row.sources()] == [(3, "Drain Open"), (4, "the")]


def test_a_half_word_keeps_the_box_of_the_whole() -> None:
    (word,) = passage("Penhallow").cut(3).words
    assert (word.start, word.end, word.box) == (0, 6, passage("Penhallow").words[0].box)


@pytest.mark.parametrize(
    ("text", "bold"), [("**All of it**", True), ("**Half** of it", False), ("", False)]
)
def test_bold_is_every_word(text: str, bold: bool) -> None:
    assert passage(text).bold is bold


@given(strategies.documents())
def test_a_document_survives_its_json(document: Document) -> None:
    data = msgspec.json.encode(document)
    assert msgspec.json.decode(data, type=Document) == document


def test_a_part_knows_its_pages() -> None:
    flow = (Paragraph(Passage("none")), para("a", page=2), table(("b",), page=5))
    part = Part(0, "minutes", flow)
    assert (part.first_page, part.last_page) == (2, 5)
    assert (Part(0, "other", ()).first_page, Part(0, "other", ()).last_page) == (None, None)


def test_an_items_paragraphs_leave_its_tables_out() -> None:
    item = Item("1", passage("Ponds"), (para("a"), table(("b",)), para("c")))
    assert [p.text for p in item.paragraphs()] == ["a", "c"]


def test_a_rows_text_by_column() -> None:
    (row,) = table(("a", "", "c")).rows
    assert [row.text(column) for column in range(4)] == ["a", "", "c", ""]
    assert Row(()).text(0) == ""
    assert Table((), 0).page is None


def test_a_box_around_boxes() -> None:
    assert Box.around([Box(5, 5, 6, 9), Box(1, 7, 3, 8)]) == Box(1, 5, 6, 9)


def test_a_finding_needs_a_source() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        Finding(Rejected("a", "b"), ())


def test_words_are_in_order_of_their_start() -> None:
    words = passage("one two three").words
    assert list(words) == sorted(words, key=lambda w: w.start)
    assert isinstance(words[0], Word)
    assert isinstance(para("x"), Paragraph)
