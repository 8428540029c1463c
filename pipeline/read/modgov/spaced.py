"""The blocks of a meeting page, set apart by blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.read.markers import split_marker
from pipeline.read.modgov import titles
from pipeline.read.modgov.cells import cells_below
from pipeline.read.modgov.page_text import HEADER, PageText
from pipeline.read.wrapping import Line

_MEETING = rule("meetings", "page_title")
_KEY = rule("pages", "key_above")
_SHORTEST, _WIDEST = 45, 100
"""Characters of the lines of a wrapped paragraph."""
_PRESENT = rule("pages", "those_present")


def read_spaced(page: PageText, lines: Sequence[str]) -> None:
    """Blocks set apart by blank lines, the numbers on lines of their own."""
    blocks = _unwrapped(page, _paragraphs(page, lines))
    header = next((i for i, b in enumerate(blocks) if HEADER.fullmatch(b)), None)
    above = len(blocks) if header is None else header
    start = above + 1
    bare = header is None and (is_untabled(blocks) or not any(map(_is_kind, blocks)))
    if bare:
        above = start = next((i for i, b in enumerate(blocks) if not _is_above(b)), len(blocks))
    for i, block in enumerate(blocks[:above]):
        if block == "Items":
            continue
        page.preamble(block, blocks[i + 1] if i + 1 < len(blocks) else "")
    numbered = any(titles.NUMBER.fullmatch(b) for b in blocks[start:])
    label, number, title_next = "", None, not bare
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


def is_untabled(lines: Sequence[str]) -> bool:
    """Whether a page begins with its meeting's line, and the head of its items was not copied."""
    told = [line.strip() for line in lines if line.strip()]
    return (
        len(told) > 3
        and _MEETING.match(told[0]) is not None
        and any(_KEY.match(line) for line in told[1:4])
        and any(not _is_above(line) for line in told)
        and not any(_PRESENT.match(line) for line in told)
    )


def _is_kind(block: str) -> bool:
    return titles.PAGE_KIND.fullmatch(block) is not None


def _is_above(block: str) -> bool:
    """Whether a block stands above the items: the meeting's line, its venue, a note."""
    return (
        _MEETING.match(block) is not None
        or _KEY.match(block) is not None
        or _is_kind(block)
        or block in {"Media", "Items"}
    )


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


def _unwrapped(page: PageText, blocks: Sequence[str]) -> list[str]:
    """The blocks, a paragraph put together again whose every line the page set as a block."""
    out: list[str] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) - 1 and _breaks(blocks[end]) and not _stands_alone(blocks[end + 1]):
            end += 1
        run = blocks[at : end + 1]
        low = sum(block[0].islower() or block[0] in "(“‘" for block in run[1:])
        if len(run) > 3 and 2 * low > len(run) - 1:
            text = run[0]
            for block in run[1:]:
                text = page.folding.words.join(text, block)
            out.append(text)
            at = end + 1
        else:
            out.append(blocks[at])
            at += 1
    return out


def _breaks(block: str) -> bool:
    """Whether a block may be a line of a wrapped paragraph, and not its last."""
    return (
        _SHORTEST <= len(block) <= _WIDEST and block[-1] not in ".:;?!" and not _stands_alone(block)
    )


def _stands_alone(block: str) -> bool:
    return (
        titles.LABEL.fullmatch(block) is not None
        or titles.NUMBER.fullmatch(block) is not None
        or titles.FILE_TAIL.search(block) is not None
        or (split_marker(block)[0] is not None and not block.startswith("("))
    )


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
