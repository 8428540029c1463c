"""Hypothesis strategies: passages, paragraphs, tables, parts and findings like those of papers."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.document import (
    Block,
    Cell,
    Document,
    Page,
    Paragraph,
    Part,
    PartKind,
    Passage,
    Row,
    Table,
    Word,
)
from pipeline.provenance import Box
from pipeline.segment.items import items_of

KINDS: tuple[PartKind, ...] = (
    "front_page",
    "agenda",
    "minutes",
    "report",
    "forward_plan",
    "decision_notice",
    "action_log",
    "meeting_page",
    "other",
)
LINES = st.sampled_from(
    [
        "Minutes of the Ponds Panel held on 4 May 2024 at 7.30 pm",
        "Members Present:",
        "Councillor Bethan Orme (Chair), Cllrs Pike and Stokes",
        "Apologies for absence were received from Mr R W Gathorne, OBE.",
        "RESOLVED:",
        "RESOLVED that (a) the report be noted; (b) the plan be approved.",
        "It was agreed that the Clerk would write to residents.",
        "The Board requested that:",
        "ACTION: HP",
        "Report of: Ann Thorne, Head of Ponds",
        "Report title: Ponds and Mills",
        "Recommendations",
        "The Board is asked to:",
        "APOLOGIES FOR ABSENCE",
        "DECLARATIONS OF INTEREST",
        "Councillor Pike declared a personal interest in item 6.",
        "Forward Plan",
        "The meeting ended at 8.45 p.m.",
        "The plan has 12 milestones.",
        "Agenda",
    ]
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "Milestone",
            "Lead Officer",
            "Deadline",
            "Status",
            "Date",
            "Item",
            "Action",
            "Owner",
            "May-24",
            "On Target",
            "1. Care for ponds",
            "4 May 2024",
            "50%",
            "Cllr Joe Pike",
        ]
    ),
    st.text(max_size=12),
)
MARKERS = st.sampled_from([None, None, "•", "1.", "2.", "3.", "(a)", "(iv)", "18.03.05", "C.12"])


@st.composite
def words(draw: st.DrawFn) -> list[tuple[str, int, Box, bool]]:
    """Printed words in reading order: text, page, box, bold."""
    found, page = [], draw(st.integers(1, 3))
    for text in draw(
        st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=9))
    ):
        page += draw(st.sampled_from([0, 0, 0, 1]))
        x, y = draw(st.integers(0, 500)), draw(st.integers(0, 800))
        box = Box(x, y, x + 6 * len(text), y + draw(st.integers(6, 14)))
        found.append((text, page, box, draw(st.booleans())))
    return found


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """A passage whose every word has a place, one blank between words."""
    text, placed = "", []
    for word, page, box, bold in draw(words()):
        text += " " if text else ""
        placed.append(Word(len(text), len(text) + len(word), page, box, bold))
        text += word
    return Passage(text, tuple(placed))


def plain(text: str) -> Passage:
    """White space folded, each word with a place on page 1."""
    folded, placed = "", []
    for word in text.split():
        folded += " " if folded else ""
        start = len(folded)
        placed.append(
            Word(start, start + len(word), 1, Box(start, 10, start + len(word), 20), False)
        )
        folded += word
    return Passage(folded, tuple(placed))


def texts() -> st.SearchStrategy[Passage]:
    """Lines that papers print, and any others."""
    return st.one_of(LINES, st.text(max_size=40)).map(plain)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    return st.builds(
        Paragraph,
        texts(),
        marker=MARKERS,
        indent=st.sampled_from([0.0, 18.0, 40.0]),
        style=st.sampled_from(["", "", "heading", "label"]),
        centred=st.booleans(),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 6))
    rows = draw(
        st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=5)
    )
    return Table(
        tuple(
            Row(tuple(Cell(plain(text), at) for at, text in enumerate(row)), page=1) for row in rows
        ),
        columns,
        draw(st.booleans()),
    )


def blocks() -> st.SearchStrategy[Block]:
    return st.one_of(paragraphs(), paragraphs(), paragraphs(), tables())


@st.composite
def parts(draw: st.DrawFn) -> Part:
    kind = draw(st.sampled_from(KINDS))
    flow = tuple(draw(st.lists(blocks(), max_size=10)))
    preamble, items = items_of(flow, agenda=kind == "agenda")
    return Part(0, kind, flow, items=items, preamble=preamble)


def documents() -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        st.just("application/pdf"),
        st.lists(blocks(), max_size=6).map(tuple),
        pages=st.lists(
            st.builds(Page, st.integers(1, 9), st.just(595.0), st.just(842.0)), max_size=3
        ).map(tuple),
        title=st.none() | st.text(max_size=9),
        producer=st.none() | st.text(max_size=9),
        problems=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    )
