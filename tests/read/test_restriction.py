from __future__ import annotations

import pytest

from pipeline.document import Block, Document, Page
from pipeline.errors import RestrictedPaperError
from pipeline.read import read
from pipeline.read.restriction import restriction
from tests.extract.building import blocks, para, table


def judged(*flow: str | Block) -> str | None:
    return restriction(Document("application/pdf", blocks(*flow)))


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "Confidential",
        "STRICTLY PRIVATE AND CONFIDENTIAL",
        "EXEMPT REPORT",
        "PART II",
        "Classification: Exempt",
        "Classification: [Restricted]",
        "This report is exempt from publication.",
        "This report contains exempt information.",
    ],
)
def test_a_notice_at_the_head(line: str) -> None:
    reason = judged("Ponds Panel", line, "The pond was full.")
    assert reason is not None
    assert "ingest the published copy" in reason


def test_the_heading_of_a_closed_part_doesnt_close_the_agenda_that_lists_it() -> None:
    agenda = ["Ponds Panel", "1. Apologies for absence", "2. Minutes", "PART II", "3. Land"]
    assert judged(*agenda) is None
    assert judged("Ponds Panel", "PART II", "1. Land", "2. Money") is not None


@pytest.mark.parametrize("line", ["PART B", "Part 2", "Part B - Planning"])
def test_the_second_half_of_public_minutes_is_public(line: str) -> None:
    assert judged("Ponds Panel", line, "The pond was full.") is None


def test_a_notice_in_a_cell() -> None:
    assert judged(table(("Ponds Panel", "Classification: Exempt"))) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Classification: Unrestricted",
        "Appendix B is not for publication.",
        "RESOLVED that the public be excluded under Schedule 12A.",
        "Members discussed whether papers should be confidential in future.",
        "EXEMPT ITEMS: there were none.",
        "Not for publication " + "and so on " * 40,
    ],
    ids=["open", "an appendix", "exclusion", "talk", "an agenda heading", "prose"],
)
def test_a_public_paper_that_speaks_of_such_things(line: str) -> None:
    assert judged("Ponds Panel", line) is None


def test_a_notice_further_down_is_another_papers() -> None:
    assert judged(*["The pond was full."] * 12, para("NOT FOR PUBLICATION")) is None


def test_nothing_restricts_nothing() -> None:
    assert judged() is None


def test_an_exempt_paper_is_not_read() -> None:
    text = b"# Ponds Panel\n\nNOT FOR PUBLICATION\n\nThe pond was sold for a song.\n"
    with pytest.raises(RestrictedPaperError, match="exempt") as refused:
        read(text, "text/markdown")
    assert "song" not in str(refused.value)


def test_nothing_but_the_notice_is_quoted() -> None:
    reason = judged("Sale of Pond Cottage to Eve Quill - NOT FOR\nPUBLICATION - price below")
    assert reason is not None
    assert "'NOT FOR PUBLICATION'" in reason
    assert "Quill" not in reason
    assert "price" not in reason


@pytest.mark.parametrize("stamp", ["NOT FOR PUBLICATION", "Exempt", "CONFIDENTIAL"])
def test_a_stamp_or_a_running_head_says_so_too(stamp: str) -> None:
    public, marked = Page(1, 595.0, 842.0, ("Page 1",)), Page(1, 595.0, 842.0, (stamp, "Page 1"))
    flow = blocks("Ponds Panel", "The pond was sold.")
    assert restriction(Document("application/pdf", flow, pages=(public,))) is None
    assert restriction(Document("application/pdf", flow, pages=(marked,))) is not None
