"""The text of a ModernGov meeting page, as a browser or a crawler copied it, to blocks.

Three shapes are in use: rows that end in bars with lines broken as in the page's source; rows on
one line each, the numbers lost and the labels run in; and blocks set apart by blank lines. The
pages of one item, issue or decision have no rows. A page that was saved as HTML is read by its
structure instead: `html`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import Block
from pipeline.read.modgov import titles
from pipeline.read.modgov.broken import read_broken
from pipeline.read.modgov.page_text import BAR, HEADER, PageText
from pipeline.read.modgov.rows import read_rows
from pipeline.read.modgov.single import is_single, read_single
from pipeline.read.modgov.spaced import is_untabled, read_spaced
from pipeline.read.wrapping import Folding

_ROW = re.compile(
    r"(?![A-Z][a-z]*\s+Minutes:)[A-Z][^.:|]{3,120}(?:\.|:)?(?:\s[^|]{10,1500})?\s(?<!the\s)Minutes:\s\S"
)
"""'Apologies To receive any apologies. Minutes: ...': a row on one line."""
_LINKED = re.compile(r"\S\s+pdf icon\s+PDF\s+[\d.,]+\s*[KM]B\s*$")
"""The title of an item and the file that it links to."""


def is_page_text(text: str) -> bool:
    """Whether `text` was copied from a meeting page or an item's page."""
    lines = [line.strip() for line in text.split("\n")]
    if any(HEADER.fullmatch(line) for line in lines):
        return True
    if is_untabled(lines):
        return True
    if _are_headless_rows(lines) or any(_LINKED.search(line) for line in lines):
        return True
    kinds = sum(titles.PAGE_KIND.fullmatch(line) is not None for line in lines[:40])
    labels = sum(titles.LABEL.fullmatch(line) is not None for line in lines)
    return (kinds > 0 and labels > 0) or is_single(lines)


def _are_headless_rows(lines: Sequence[str]) -> bool:
    """Whether titles and labels run on in rows whose head was not copied."""
    return sum(_ROW.match(line) is not None for line in lines) > 1


def page_blocks(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of a page, items and labels marked by their style, and what the page cut."""
    lines = text.split("\n")
    bars = [line for line in lines if "|" in line]
    lone = [line for line in bars if BAR.fullmatch(line.strip())]
    page = PageText(Folding.of(lines))
    if is_single([line.strip() for line in lines]):
        read_single(page, lines)
    elif not bars and not _are_headless_rows([line.strip() for line in lines]):
        read_spaced(page, lines)
    elif len(lone) > 2 and all(len(line) < 200 for line in lines) and _is_broken(lines):
        read_broken(page, lines)
    else:
        read_rows(page, lines)
    return page.flow, tuple(dict.fromkeys(page.problems))


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether labels stand on lines of their own."""
    return any(titles.LABEL.fullmatch(line.strip()) for line in lines)
