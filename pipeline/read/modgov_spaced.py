"""The blocks of a meeting page, set apart by blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read import titles
from pipeline.read.markers import split_marker
from pipeline.read.modgov_cells import cells_below
from pipeline.read.modgov_page import HEADER, PageText
from pipeline.read.wrapping import Line


def read_spaced(page: PageText, lines: Sequence[str]) -> None:
    """Blocks set apart by blank lines, the numbers on lines of their own."""
    blocks = _paragraphs(page, lines)
    header = next((i for i, b in enumerate(blocks) if HEADER.fullmatch(b)), None)
    start = len(blocks) if header is None else header + 1
    for i, block in enumerate(blocks[: start - 1 if header is not None else start]):
        if block == "Items":
            continue
        page.preamble(block, blocks[i + 1] if i + 1 < len(blocks) else "")
    numbered = any(titles.NUMBER.fullmatch(b) for b in blocks[start:])
    label, number, title_next = "", None, True
    done = start
    for i, block in enumerate(blocks[start:], start):
        if i < done:
            continue
        if label and (table := cells_below(blocks, i)) is not None:
            grid, done = table
            page.flow.append(grid)
            continue
        after = blocks[i + 1] if i + 1 < len(blocks) else ""
        if titles.NUMBER.fullmatch(block) and (not title_next or number is None):
            number, title_next = block, True
        elif title_next or _is_title(block, after, label, numbered=numbered):
            page.item(block, number)
            label, number, title_next = "", None, False
        elif titles.LABEL.fullmatch(block):
            label = block
            page.add(block, "label")
        else:
            page.prose(block)


def _is_title(block: str, after: str, label: str, *, numbered: bool) -> bool:
    """Whether a block without a number is the title of an item."""
    if titles.LABEL.fullmatch(block):
        return False
    short = len(block.split()) <= 16 and not re.search(r"[.:;,]$", block) and block[0].isupper()
    if numbered:
        # Between two items a title shows only by the label under it.
        return short and label.lower().endswith("minutes:") and bool(titles.LABEL.fullmatch(after))
    if titles.FILE_TAIL.search(block):
        return not label.startswith("Additional")
    return short and bool(after) and split_marker(block)[0] is None and not label


def _paragraphs(page: PageText, lines: Sequence[str]) -> list[str]:
    """The blocks between blank lines; every line by itself unless the text is wrapped."""
    out: list[str] = []
    group: list[Line] = []
    wrapped = page.folding.width and any(len(line) > 60 for line in lines)
    for line in [*lines, ""]:
        if line.strip() and wrapped and not titles.LABEL.fullmatch(line.strip()):
            group.append(Line(line, marked=False))
            continue
        if group:
            out += [p.text for p in page.folding.paragraphs(group)]
            group = []
        if line.strip():
            out.append(line.strip())
    return out
