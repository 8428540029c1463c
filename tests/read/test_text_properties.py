"""No word is lost, and nothing makes a text reader fall over."""

from __future__ import annotations

import re
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import Document, Paragraph
from pipeline.errors import PipelineError, UnreadablePaperError
from pipeline.read.markers import split_marker
from pipeline.read.text import read_text
from tests.read.flows import read

_VOCABULARY = (
    "Pond pond bank, MILL Councillor Ada Marlowe 12 3.4 (a) • o - 1. 2017. RESOLVED That the "
    "(Chair) the: noted. it’s\t co"
)
WORDS = st.lists(
    st.sampled_from(_VOCABULARY.split(" ")),
    min_size=1,
    max_size=14,
).map(" ".join)
TEXTS = st.lists(st.one_of(WORDS, st.just("")), min_size=1, max_size=25).map("\n".join)


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def flow_tokens(document: Document) -> list[str]:
    parts: list[str] = []
    for block in document.flow:
        if isinstance(block, Paragraph):
            parts += [block.marker or "", block.text]
        else:
            parts += [cell.text for row in block.rows for cell in row.cells]
    return tokens(" ".join(parts))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.booleans())
def test_no_word_is_lost(text: str, markdown: bool) -> None:
    try:
        document = read(text, markdown=markdown)
    except UnreadablePaperError:
        assert not any(c.isalnum() for c in text)
        return
    assert flow_tokens(document) == tokens(text)


@given(st.text(max_size=60))
def test_a_split_marker_can_be_put_back(text: str) -> None:
    marker, rest = split_marker(text)
    squeezed = re.sub(r"\s+|[\ue000-\uf8ff•]", "", text)
    assert re.sub(r"\s+|[\ue000-\uf8ff•]", "", (marker or "") + rest) == squeezed


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, markdown: bool) -> None:
    with suppress(PipelineError):
        document = read_text(data, markdown)
        assert all(
            b.text == " ".join(b.text.split()) for b in document.flow if isinstance(b, Paragraph)
        )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "No. | Item |",
                "1. |",
                "|",
                "Minutes:",
                "Items",
                "No. Item",
                "2.",
                "",
                "Pond PDF 3 KB",
                "a | b |",
                "- x",
                "1.",
                "view the full minutes text for item 3.",
            ]
        ),
        max_size=20,
    ).map("\n".join)
)
def test_any_page_text_is_read_or_refused(text: str) -> None:
    with suppress(PipelineError):
        assert read(text).flow
