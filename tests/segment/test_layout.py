from __future__ import annotations

import pytest

from pipeline.document import Block, Document, Page
from pipeline.segment import layout_of, segment
from pipeline.segment.layout import LAYOUTS
from tests.extract.building import bullets, para, table

TITLE = para("**Minutes of the meeting of the Harbour Board held on 4 March 2031**")
RUN = (
    "Present: Councillors Ada Quill (Chair), Joss Tarn, Bo Oake, Kit Ash, Flo Fenn and Sam Weir, "
    "with the Clerk and the Harbour Master."
)


def layout(*flow: Block, pages: tuple[Page, ...] = ()) -> str:
    document = Document("application/pdf", tuple(flow), pages)
    return layout_of(document, segment(document))


def page(number: int, width: float = 595, height: float = 842, problem: str | None = None) -> Page:
    return Page(number, width, height, problem=problem)


def test_names_that_run_on() -> None:
    assert layout(TITLE, para(RUN), para("RESOLVED that the gate be mended.")) == "names run on"


def test_names_in_lines() -> None:
    people = [para(f"Councillor {name}") for name in ("A Quill", "J Tarn", "B Oake", "K Ash")]
    assert layout(TITLE, para("Present:"), *people, para("It was RESOLVED.")) == "names in lines"


def test_names_in_a_table() -> None:
    rows = table(["Present", "Post"], ["Ada Quill", "Chair"], ["Joss Tarn", "Harbour Master"])
    assert layout(TITLE, rows, para("It was RESOLVED to mend it.")) == "names in a table"


def test_a_page_of_a_publishing_system() -> None:
    assert layout(para("Gate", "1", style="item"), para("Agreed.")) == "web page"


def test_a_scan_is_half_without_text() -> None:
    assert layout(pages=(page(1), page(2, problem="no text layer"))) == "scan"


@pytest.mark.parametrize(
    ("width", "family"), [(720.0, "slides"), (960.0, "slides"), (764.0, "prose")]
)
def test_slides_have_the_form_of_a_screen(width: float, family: str) -> None:
    assert layout(para("Gate"), pages=(page(1, width, 540.0),)) == family


def test_ruled_tables_that_hold_most_words() -> None:
    rows = table(["Risk", "Owner"], ["The gate may fall on somebody", "Harbour Master"])
    assert layout(para("Risks"), rows) == "tables"


def test_all_else_is_prose() -> None:
    assert layout(para("A note on the gate, which is old."), *bullets("It leans.")) == "prose"


def test_every_family_is_told() -> None:
    assert len(LAYOUTS) == 10
    assert all(LAYOUTS.values())
