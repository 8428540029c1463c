"""Markdown gives the flow that other papers give."""

from __future__ import annotations

from tests.read.flows import paragraphs, read, styled, tables

MARKDOWN = """
# Minutes

**MINUTES OF THE COMMONS
COMMITTEE**

Ada Marlowe (Chair)\t(Leader)
Ivo Lamb\t\u2013 (Clerk)

1. **INTRODUCTION**

- 1.1. The bank & the _sluice_ of the **northern** pond
 - 1.2. The wall, which is said by all who know it to have been sound for as long as can
- The mill &amp; its owner
 - A wheel

remembered in the village.

| Plan | Date |
|------|:----:|
| Mend | May  |

Deep\t<p>(a) dig</p> <p>(b) fill 11<sup>th</sup> May</p>
\ttwo

The signatures* and <https://example.org/pond> remain.
"""


def test_markdown_headings() -> None:
    assert styled(read(MARKDOWN, markdown=True), "heading") == [
        (None, "Minutes"),
        (None, "MINUTES OF THE COMMONS COMMITTEE"),
        ("1.", "INTRODUCTION"),
    ]


def test_markdown_list_dashes_give_way_to_printed_numbers() -> None:
    found = paragraphs(read(MARKDOWN, markdown=True))
    assert ("1.1.", "The bank & the _sluice_ of the northern pond") in found
    assert ("•", "The mill & its owner") in found
    assert any(marker == "1.2." for marker, _ in found)


def test_markdown_tables() -> None:
    assert tables(read(MARKDOWN, markdown=True)) == [
        [["Ada Marlowe (Chair)", "(Leader)"], ["Ivo Lamb", "– (Clerk)"]],
        [["Plan", "Date"], ["Mend", "May"]],
        [["Deep", "(a) dig (b) fill 11th May"], ["", "two"]],
    ]


def test_markdown_keeps_what_only_looks_like_markup() -> None:
    assert paragraphs(read(MARKDOWN, markdown=True))[-1] == (
        None,
        "The signatures* and https://example.org/pond remain.",
    )


def test_names_first_then_roles_stay_paragraphs() -> None:
    text = "Members:\n\nAda Marlowe\n\nIvo Lamb\n\n(Leader)\n\n(Cabinet Member)\n" + "x " * 80
    assert [t for _, t in paragraphs(read(text, markdown=True))][:5] == [
        "Members:",
        "Ada Marlowe",
        "Ivo Lamb",
        "(Leader)",
        "(Cabinet Member)",
    ]
