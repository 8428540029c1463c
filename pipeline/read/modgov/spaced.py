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
_SENTENCE = 10
"""Words above which a block that ends in a full stop is no title."""
_DANGLING = re.compile(r"\b(?:the|an?|in|of|for|by|with|from|their|his|her|its|this)$")
"""A block that stops before the name it speaks of."""
_GOES_ON = re.compile(r"\b(?:and|to|or|that|be|was|were)$")
"""A block that stops before more of the sentence: a decision may follow, in capitals."""
_MINUTED = rule("pages", "minuted_line")
_LOUD = re.compile(r"[A-Z]{4,}\b|[A-Z](?:\s[A-Z]){3,}|(?:Resolved|Agreed)\b")
"""A block that begins with a word of decision, or with another in capitals."""
_PRESENT = rule("pages", "those_present")


def read_spaced(page: PageText, lines: Sequence[str]) -> None:
    """Blocks set apart by blank lines, the numbers on lines of their own."""
    blocks = unbroken(_unwrapped(page, _paragraphs(page, lines)))
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
        if titles.NUMBER.fullmatch(block) and label and after[:1].islower():
            page.add(after, "", block)  # '6.1', 'that it be approved': of a decision's list
            done = i + 2
        elif titles.NUMBER.fullmatch(block) and (not title_next or number is None):
            number, title_next = block, True
        elif title_next and number is None and (_is_told(block) or _MINUTED.match(block)):
            page.prose(block)
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


def _is_told(block: str) -> bool:
    """Whether a block above the first title is a sentence on what happened."""
    purpose = block.startswith("To ")  # 'To elect a Chairman for the year.' is a title
    told = block.endswith(".") and len(block.split()) > _SENTENCE
    return told and not purpose and titles.LABEL.search(block) is None


def _is_title(block: str, after: str, label: str, *, numbered: bool) -> bool:
    """Whether a block without a number is the title of an item."""
    if titles.LABEL.fullmatch(block):
        return False
    linked = titles.FILE_TAIL.search(block) is not None
    if titles.CHROME.fullmatch(block) or (_MINUTED.match(block) and not linked):
        return False
    short = len(block.split()) <= 16 and not re.search(r"[.:;,–-]$", block) and block[0].isupper()
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


def unbroken(blocks: Sequence[str]) -> list[str]:
    """The blocks, each joined to the one before where that stops within a sentence."""
    out: list[str] = []
    for block in blocks:
        before = out[-1] if out else ""
        goes_on = _DANGLING.search(before) or (
            block[0].islower()
            and (_GOES_ON.search(before) or (len(before) > _SHORTEST and before[-1].isalnum()))
        )
        begun = split_marker(block)[0] is not None or _is_set(block) or _LOUD.match(block)
        if goes_on and not _is_set(before) and not begun:
            out[-1] = f"{before} {block}"
        else:
            out.append(block)
    return out


def _breaks(block: str) -> bool:
    """Whether a block may be a line of a wrapped paragraph, and not its last."""
    return (
        _SHORTEST <= len(block) <= _WIDEST and block[-1] not in ".:;?!" and not _stands_alone(block)
    )


def _is_set(block: str) -> bool:
    """Whether a block is one of the page's own: a label, a number, a title that links to a file."""
    return (
        titles.LABEL.fullmatch(block) is not None
        or titles.NUMBER.fullmatch(block) is not None
        or titles.FILE_TAIL.search(block) is not None
    )


def _stands_alone(block: str) -> bool:
    return _is_set(block) or (split_marker(block)[0] is not None and not block.startswith("("))


def _paragraphs(page: PageText, lines: Sequence[str]) -> list[str]:
    """The blocks between blank lines; every line by itself unless the text is wrapped."""
    out: list[str] = []
    group: list[Line] = []
    lines = _titles_joined(lines)
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


def _titles_joined(lines: Sequence[str]) -> list[str]:
    """The lines, a title joined that goes on in the next line; blank lines part the others."""
    if 3 * sum(not line.strip() for line in lines) <= len(lines):
        return list(lines)
    out: list[str] = []
    for line in lines:
        above = out[-1].strip() if out else ""
        if line.strip() and above and _goes_on_title(above, line.strip()):
            out[-1] = f"{above} {line.strip()}"
        else:
            out.append(line)
    return out


def _goes_on_title(above: str, text: str) -> bool:
    """Whether a line that links to a file is the second line of the title above it."""
    linked = titles.FILE_TAIL.search(text) is not None and titles.FILE_TAIL.search(above) is None
    return linked and above[-1] not in ".:;" and not _stands_alone(above)
