"""A paper's flow cut into its parts: front matter, minutes, reports, forward plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Block, Paragraph, PartKind, Table
from pipeline.lexicon import rule
from pipeline.segment.headings import is_capitals

_MINUTES_TITLE = rule("parts", "minutes_title")
_MINUTES_BEFORE = rule("parts", "minutes_before")
_OPEN_END = rule("meetings", "open_end")
_ATTENDANCE = rule("parts", "attendance")
_HELD = rule("parts", "held")
_REPORT_KEYS = rule("parts", "report_keys")
_REPORT_OPENING = rule("parts", "report_opening")
_FORWARD_PLAN = rule("parts", "forward_plan")
_DATE_COLUMN = rule("parts", "plan_date_column")
_ITEM_COLUMN = rule("parts", "plan_item_column")
_AGENDA_TITLE = rule("parts", "agenda_title")
_END = rule("parts", "ended")
_INTERRUPTED = rule("parts", "interrupted")
_LOOK_AHEAD = 20
_TITLE_LENGTH = 220


@dataclass(frozen=True)
class Start:
    """The beginning of a part: a place in the flow and the kind of part."""

    index: int
    kind: PartKind
    title: str | None = None


def starts_of(flow: Sequence[Block]) -> list[Start]:
    """Where minutes, reports and forward plans begin, in order."""
    found: list[Start] = []
    for index, block in enumerate(flow):
        start = _minutes(flow, index, block) or _report(flow, index, block)
        start = start or _forward_plan(flow, index, block)
        if start is not None and (not found or start.index > found[-1].index):
            again = found and found[-1].kind == start.kind and index - found[-1].index < 6
            if not again:
                found.append(start)
    return found


def _minutes(flow: Sequence[Block], index: int, block: Block) -> Start | None:
    if not isinstance(block, Paragraph) or block.marker or len(block.text) > _TITLE_LENGTH:
        return None
    if _MINUTES_BEFORE.search(block.text) or block.text[:1].islower():
        return None
    if not _MINUTES_TITLE.search(block.text) or block.text.endswith((".pdf", "noted.")):
        return None
    if block.style in {"item", "label"} or re.search(r"\b(?:were|was|be)\b", block.text):
        return None
    ahead = flow[index : index + _LOOK_AHEAD]
    if not any(is_attendance(b) for b in ahead):
        return None
    return Start(
        _with_title_above(flow, index), "minutes", _whole_title(block, flow[index + 1 : index + 2])
    )


def _whole_title(title: Paragraph, below: Sequence[Block]) -> str:
    """The title, with the line below it where it breaks off before its end."""
    if _OPEN_END.search(title.text) and below and isinstance(below[0], Paragraph):
        whole = f"{title.text} {below[0].text}"
        if below[0].page == title.page and len(whole) <= _TITLE_LENGTH:
            return whole
    return title.text


def is_attendance(block: Block) -> bool:
    """Whether a block says who was present."""
    if isinstance(block, Paragraph):
        return _ATTENDANCE.search(block.text[:160]) is not None
    return any(_ATTENDANCE.search(c.text[:60]) for row in block.rows[:8] for c in row.cells)


def is_held(block: Block) -> bool:
    """Whether a block says when or where a meeting was held: no text, and with a figure in it."""
    return (
        isinstance(block, Paragraph)
        and len(block.text) < 300
        and _HELD.search(block.text) is not None
        and (any(c.isdigit() for c in block.text) or len(block.text) < 90)
    )


def is_end(block: Block) -> bool:
    """Whether a block says that the meeting ended, and not only for a while."""
    return (
        isinstance(block, Paragraph)
        and _END.search(block.text) is not None
        and _INTERRUPTED.search(block.text) is None
    )


def _with_title_above(flow: Sequence[Block], index: int) -> int:
    """The index of the first of up to three title lines just above on the same page."""
    page, first = flow[index].page, index
    for above in range(index - 1, max(-1, index - 4), -1):
        block = flow[above]
        if not isinstance(block, Paragraph) or block.page != page or block.marker:
            break
        if len(block.text) > 90 or block.text.endswith((".", ":", ";")) or block.style:
            break
        if page is None and not (is_capitals(block.text) or block.passage.bold):
            break
        first = above
    return first


def _report(flow: Sequence[Block], index: int, block: Block) -> Start | None:
    if isinstance(block, Table):
        above = range(max(0, index - 4), index)
        if len(block.rows) > 14 or any(_forward_plan(flow, at, flow[at]) for at in above):
            return None
        cells = [c.text for row in block.rows for c in row.cells if c.text]
        keys = sum(_is_key(c) for c in cells)
        opening = any(_REPORT_OPENING.match(c) for c in cells)
        named = any(rule("parts", "report_named").match(c) for c in cells)
        if (keys >= 3 and (named or opening)) or (opening and keys >= 2):
            return Start(_with_title_above(flow, index), "report")
        return None
    if not _REPORT_OPENING.match(block.text) or len(block.text) > 160 or block.marker:
        return None
    near = [b for b in flow[max(0, index - 6) : index + 10] if isinstance(b, Paragraph)]
    keys = sum(_REPORT_KEYS.match(b.text) is not None and len(b.text) < 200 for b in near)
    if keys >= 3:
        return Start(_with_title_above(flow, index), "report")
    return None


def _is_key(text: str) -> bool:
    """A cell that only names a field ('Author'), or names it before a colon ('Report of: ...')."""
    match = _REPORT_KEYS.match(text)
    return match is not None and (len(text.split()) <= 4 or ":" in text[: match.end() + 24])


def _forward_plan(flow: Sequence[Block], index: int, block: Block) -> Start | None:
    if not isinstance(block, Paragraph) or len(block.text.split()) > 16 or block.style == "item":
        return None
    if not _FORWARD_PLAN.search(block.text) or block.text.endswith("."):
        return None
    for following in flow[index + 1 : index + 5]:
        if isinstance(following, Table) and is_forward_plan_table(following):
            return Start(index, "forward_plan", block.text)
    return None


def is_forward_plan_table(table: Table) -> bool:
    """Whether a table's head names a date of meeting and an item."""
    head = [c.text for c in table.rows[0].cells if c.text]
    return (
        2 <= len(head) <= 8
        and any(_DATE_COLUMN.search(c) for c in head)
        and any(_ITEM_COLUMN.search(c) and not _DATE_COLUMN.match(c) for c in head)
        and not any(rule("parts", "no_forward_plan").search(c) for c in head)
    )


def is_agenda_title(block: Block) -> bool:
    """Whether a block is the word 'Agenda' over a list of business."""
    return isinstance(block, Paragraph) and _AGENDA_TITLE.match(block.text.strip()) is not None


def minutes_end(flow: Sequence[Block], start: int, stop: int) -> int:
    """Where minutes that begin at `start` end: after the closing words and the signature."""
    for index in range(start, stop):
        if not is_end(flow[index]):
            continue
        end = index + 1
        while end < stop and end - index <= 5:
            block = flow[end]
            if not isinstance(block, Paragraph) or len(block.text) > 100:
                break
            if block.page != flow[index].page and block.page is not None:
                break
            end += 1
        # Words on an adjournment stand in the middle: minutes that go on are not over.
        if any(is_end(b) for b in flow[end:stop]):
            continue
        return end
    return stop
