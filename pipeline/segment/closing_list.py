"""The list of everybody's actions that some minutes end or begin with: 'Action list', 1 to 12.

It gathers what the whole meeting asked for, so it belongs to no item of business, and its numbers
count tasks: after item 9 the list's tenth entry is not item 10.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Block, Paragraph, Table
from pipeline.lexicon import rule
from pipeline.segment.numbering import parse

_TITLE = rule("actions", "list_title")
_CLOSING = rule("actions", "closing_title")
"""'Outstanding actions', 'Action log': only a list at the end is so called."""
_OWNED = rule("actions", "label_owned")
"""'JT TODO: Mend the gate': an entry by its words."""
_LONGEST = 300
"""Characters of an entry."""
_LEAST = 2
"""Entries of a list."""
_AFTER = 3
"""Lines that may follow the list: who signed, and when."""


def closing_list(flow: Sequence[Block]) -> int | None:
    """Where the title of such a list stands; None where the minutes end otherwise.

    Where each item has a list under such a title, the last is an item's own.
    """
    titles = [at for at, block in enumerate(flow) if _is_title(block)]
    if len(titles) != 1:
        return None
    below = flow[titles[0] + 1 :]
    entries = 0
    while entries < len(below) and _is_entry(below[entries]) and _is_of_list(below[: entries + 1]):
        entries += 1
    title = flow[titles[0]]
    headed = isinstance(title, Paragraph) and (title.style == "heading" or title.passage.bold)
    listed = entries >= (1 if headed else _LEAST) or any(
        isinstance(b, Table) for b in below[:entries]
    )
    return titles[0] if listed and len(below) - entries <= _AFTER else None


def opening_list(flow: Sequence[Block]) -> frozenset[int]:
    """Where the numbered entries of such a list stand, if the business below it counts anew.

    Only a list under the first title of its kind, 1 and on, with another 1 at its depth below it.
    """
    title = next((at for at, block in enumerate(flow) if _is_title(block)), None)
    if title is None:
        return frozenset()
    listed: list[int] = []
    for at in range(title + 1, len(flow)):
        block = flow[at]
        number = parse(block.marker or "") if isinstance(block, Paragraph) else None
        if number is None or number.series or number.place != len(listed) + 1:
            break
        listed.append(at)
    if len(listed) < _LEAST:
        return frozenset()
    anew = any(_opens(block, flow[listed[0]]) for block in flow[listed[-1] + 1 :])
    above = any(_opens(block, flow[listed[0]]) for block in flow[:title])
    return frozenset(listed) if anew and not above else frozenset()


def _opens(block: Block, first: Block) -> bool:
    """Whether an entry is numbered as the first of a list is, at the same depth."""
    return (
        isinstance(block, Paragraph)
        and isinstance(first, Paragraph)
        and block.marker == first.marker
        and block.indent == first.indent
    )


def _is_title(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.marker is None
        and (_TITLE.fullmatch(block.text) or _CLOSING.fullmatch(block.text)) is not None
    )


def _is_of_list(blocks: Sequence[Block]) -> bool:
    """Whether the last of some entries counts on from those above, or is no number at all.

    '4.' and a title behind '1.' and '2.', or bullets behind letters, are the minutes going on.
    """
    last = blocks[-1]
    first = next((b for b in blocks if isinstance(b, Paragraph) and b.marker), last)
    if not isinstance(last, Paragraph) or not isinstance(first, Paragraph) or not last.marker:
        return True
    if last.indent > first.indent:
        return True
    number, opened = parse(last.marker), parse(first.marker or "")
    if (number is None) != (opened is None):
        return False
    return number is None or opened is None or number.series == opened.series


def _is_entry(block: Block) -> bool:
    if isinstance(block, Table):
        return True
    listed = block.marker is not None or _OWNED.match(block.text) is not None
    return listed and len(block.text) < _LONGEST
