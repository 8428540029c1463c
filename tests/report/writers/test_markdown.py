from __future__ import annotations

import re

import pytest

from pipeline.report.model import Report
from pipeline.report.writers import markdown
from tests.report import hostile


def test_a_report_reads_as_text(plain) -> None:
    page = markdown.write(plain("recurring"))
    assert page.startswith("# Recurring actions: Harbour Improvement Board\n")
    assert "| 1 | Harbour Master to publish the tide tables | Harbour Master | 2 |" in page
    assert "[minutes, page 1](<archive/originals/" in page
    assert "<svg" not in page


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("a | b\nc", r"a \| b c"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("12. no list", r"12\. no list"),
        ("on 12. June", "on 12. June"),
        ("well-known (1)", "well-known (1)"),
    ],
)
def test_printed_words_are_no_markup(words: str, written: str) -> None:
    assert markdown.text(words) == written


@pytest.mark.parametrize("kind", ["recurring", "attendance", "meeting"])
def test_hostile_text_stays_text(hostile_reports: dict[str, Report], kind: str) -> None:
    page = markdown.write(hostile_reports[kind])
    assert "<script" not in page.replace(r"\<script", "")
    assert not re.search(r"(?<!\\)\]\((?!<archive/|<https://x\.example/)", page)
    assert "\n# Not a heading" not in page
    assert "\u202e" not in page
    for line in page.splitlines():
        if line.startswith("|"):
            bars = len(re.findall(r"(?<!\\)\|", line))
            assert bars > 2
    assert hostile.LONG_WORD in page
