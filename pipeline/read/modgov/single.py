"""The page of one item, one issue or one decision: fields, a title, and the text under labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import rule
from pipeline.read.modgov import titles
from pipeline.read.modgov.page_text import HEADER, PageText
from pipeline.read.modgov.spaced import unbroken
from pipeline.read.wrapping import Line

_KIND = rule("pages", "single")
"""'Agenda item', 'Issue - meetings', 'Decision details': the heading of such a page."""
_FIELD = rule("pages", "field")
"""'Decision status: Recommendations Approved'."""
_FIELD_TOO = rule("pages", "field_too")
_ENTRY = rule("pages", "decision_entry")
_MEETING = rule("meetings", "page_of_one_item")
"""'Meeting: 21/07/2009 - Executive (Item 49)': after it the item's own title."""
_ITEM_OF = rule("pages", "item_of")
_NUMBERED = re.compile(r"(\d{1,4}[a-z]?\.?)\s+(\S.*)")
_LONGEST = 40
"""Words of a title, at most."""


def is_single(lines: Sequence[str]) -> bool:
    """Whether stripped lines are the page of one item, issue or decision."""
    told = [line for line in lines if line]
    if any(HEADER.fullmatch(line) for line in told):
        return False
    if any(_KIND.fullmatch(line) for line in told[:3]):
        return True
    if sum(_FIELD.match(line) is not None for line in told) > 1:
        return True
    return _is_bare(told)


def _is_bare(told: Sequence[str]) -> bool:
    """An item's title alone above its labels, the page's heading lost."""
    label = next((k for k, line in enumerate(told[:4]) if titles.LABEL.fullmatch(line)), 0)
    if not label or titles.PAGE_KIND.fullmatch(told[0]) or ":" in told[0]:
        return False
    linked = titles.FILE_TAIL.search(told[0]) is not None
    return linked or (label == 1 and len(told) > 2 and _is_short(told[0]))


def read_single(page: PageText, lines: Sequence[str]) -> None:
    """Add the blocks of such a page: its item marked, its fields as paragraphs of their own."""
    blocks = unbroken(_blocks(page, lines))
    of = _ITEM_OF.search(" ".join(blocks))
    kinds = [k for k, block in enumerate(blocks[:3]) if _KIND.fullmatch(block)]
    lost = bool(kinds) and _is_title_lost(lines, blocks[kinds[0]])
    issue = any(_names_meeting(b) for b in blocks)
    listed = any(_ENTRY.match(b) for b in blocks)
    awaited = not kinds and not listed
    for at, block in enumerate(blocks):
        if at in kinds:
            page.add(block, "heading")
            awaited = not lost and not issue
        elif listed and titles.PAGE_KIND.fullmatch(block):
            page.add(block, "heading")
        elif _names_meeting(block):
            page.add(block, "heading")
            of = _ITEM_OF.search(block)
            title = _title_above(blocks, at, of)
            if title is not None:
                page.item(title, of[1] if of else None)
            awaited = title is None
        elif (entry := _ENTRY.match(block)) is not None:
            page.item(entry["title"], None)
            awaited = False
        elif titles.LABEL.fullmatch(block) or _is_field(block):
            page.prose(block)
            awaited = False
        elif awaited and (not kinds or at > kinds[0]) and _is_title(block, of):
            _item(page, block, of)
            awaited = False
        else:
            page.prose(block)
            awaited = awaited and at < (kinds or [0])[0]


def _title_above(blocks: Sequence[str], at: int, of: re.Match[str] | None) -> str | None:
    """The issue's title, where no title of the item stands below the meeting that it came to.

    'Apologies', 'Meeting: 04/05/2027 - Panel (Item 9)', 'Minutes:': the page names it once.
    """
    below = blocks[at + 1] if at + 1 < len(blocks) else ""
    told = titles.LABEL.fullmatch(below) or (below.endswith(".") and not _is_title(below, of))
    first = next((k for k, block in enumerate(blocks) if _names_meeting(block)), 0)
    above = blocks[first - 1] if first else ""
    if not told or first > 2 or not above or _KIND.fullmatch(above):
        return None
    return above if _is_short(above) and not titles.LABEL.fullmatch(above) else None


def _item(page: PageText, block: str, of: re.Match[str] | None) -> None:
    numbered = _NUMBERED.fullmatch(block)
    same = numbered and of and of[1] == numbered[1].rstrip(".")
    if numbered and (same or titles.FILE_TAIL.search(block)):
        page.item(numbered[2], numbered[1])
    else:
        page.item(block, of[1] if of else None)


def _is_title(block: str, of: re.Match[str] | None) -> bool:
    if titles.FILE_TAIL.search(block):
        return True
    numbered = _NUMBERED.fullmatch(block)
    if numbered and of and of[1] == numbered[1].rstrip("."):
        return True
    title, rest = titles.split_title(block)
    return not rest and not re.search(r"[.:;]$", title) and len(title.split()) <= _LONGEST


def _is_field(text: str) -> bool:
    return _FIELD.match(text) is not None or _FIELD_TOO.match(text) is not None


def _names_meeting(text: str) -> bool:
    """Whether a block is the line of an issue's page that says at which meeting it was."""
    meeting = _MEETING.match(text)
    return meeting is not None and meeting["body"] is not None and not _FIELD.match(text)


def _is_short(text: str) -> bool:
    return text[0].isupper() and len(text.split()) <= 16 and not text.endswith((".", ";", ":"))


def _is_title_lost(lines: Sequence[str], kind: str) -> bool:
    """Whether more than one blank line follows the heading: what stood there was not copied."""
    stripped = [line.strip() for line in lines]
    at = stripped.index(kind)
    return len(stripped) > at + 2 and not stripped[at + 1] and not stripped[at + 2]


def _blocks(page: PageText, lines: Sequence[str]) -> list[str]:
    """The blocks between blank lines; every line by itself unless the text is wrapped."""
    out: list[str] = []
    group: list[Line] = []
    wrapped = page.folding.width and any(len(line) > 60 for line in lines)
    for line in [*lines, ""]:
        text = line.strip()
        alone = titles.LABEL.fullmatch(text) or _is_field(text) or _KIND.fullmatch(text)
        if text and wrapped and not alone:
            group.append(Line(line, marked=False))
            continue
        if group:
            out += [p.text for p in page.folding.paragraphs(group)]
            group = []
        if text:
            out.append(text)
    return out
